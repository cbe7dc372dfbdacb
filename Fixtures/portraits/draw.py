#!/usr/bin/python3
"""Draws the portraits of the invented people in Fixtures/.

Nobody is photographed: every face is made of ellipses and curves, and differs from the others by
the parameters in PEOPLE. What is written looks like the photo on a card: a baseline JPEG of
148 x 178 pixels, JFIF 1.01, 96 x 96 dots an inch, one scan, at most 5,118 bytes. Each file has the
exact length that PEOPLE asks for; a comment segment fills up what compression leaves.

Needs Pillow (Debian: python3-pil). Run it from anywhere: Fixtures/portraits/draw.py
"""

import io
import math
import pathlib
import shutil
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 148, 178
SCALE = 6  # drawn larger, then made small: that smooths the edges
CENTRE = WIDTH / 2

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "Sources/VirtualCard/Resources/sample-portrait.jpg"


@dataclass
class Person:
    """How somebody looks, and how many bytes the file is to have."""

    size: int  # bytes of the file
    skin: tuple = (226, 180, 142)
    hair: str = "short"  # short, parted, bald, long, bob, bun, scarf, fringe
    hair_colour: tuple = (32, 27, 27)
    clothes: str = "shirt"  # shirt, jacket, blouse, round, school, uniform
    cloth_colour: tuple = (240, 240, 238)
    accent: tuple = (60, 80, 140)  # tie, scarf trim, buttons
    width: float = 27.0  # half the face's width
    height: float = 39.0  # half the face's height
    jaw: float = 0.16  # how much narrower the face is below
    age: float = 0.3  # 0 child, 1 very old: wrinkles and shadows
    brow: float = 1.6  # thickness of the eyebrows
    eye: float = 1.0  # size of the eyes
    lips: tuple = (186, 104, 94)
    smile: float = 0.6
    glasses: bool = False
    moustache: bool = False
    earrings: bool = False
    tail: bool = False  # the comment, and so a space, right before the end marker


PEOPLE = {
    "ordinary": Person(4929, hair="parted", cloth_colour=(238, 241, 246), age=0.35),
    "full": Person(
        5118, skin=(205, 152, 112), clothes="jacket", cloth_colour=(48, 56, 78), accent=(150, 44, 52),
        width=28.5, jaw=0.10, age=0.55, brow=2.3, moustache=True, hair="short", glasses=True),
    "long-hair": Person(
        4976, skin=(238, 198, 164), hair="long", clothes="blouse", cloth_colour=(250, 236, 226),
        accent=(206, 140, 120), width=25.5, jaw=0.22, age=0.25, brow=1.2, eye=1.12,
        lips=(200, 84, 88), smile=0.9, earrings=True),
    "grey-hair": Person(
        4411, skin=(216, 168, 130), hair="bald", hair_colour=(196, 196, 194), cloth_colour=(206, 218, 208),
        width=27.5, jaw=0.12, age=0.95, brow=1.8, eye=0.86, lips=(168, 104, 94), smile=0.4, glasses=True,
        tail=True),
    "bun": Person(
        3999, skin=(222, 176, 140), hair="bun", hair_colour=(150, 146, 146), clothes="round",
        cloth_colour=(142, 84, 126), accent=(232, 206, 120), width=26.5, jaw=0.12, age=0.85, brow=1.1,
        eye=0.9, lips=(176, 92, 92), smile=0.8, earrings=True),
    "scarf": Person(
        3402, skin=(210, 160, 122), hair="scarf", hair_colour=(92, 126, 122), clothes="round",
        cloth_colour=(92, 126, 122), accent=(60, 92, 90), width=25, jaw=0.18, age=0.4, brow=1.3,
        eye=1.08, lips=(182, 88, 86), smile=0.7),
    "bob": Person(
        2731, skin=(236, 196, 160), hair="bob", clothes="uniform", cloth_colour=(214, 200, 168),
        accent=(150, 124, 70), width=26, jaw=0.2, age=0.15, brow=1.2, eye=1.15, lips=(196, 96, 96),
        smile=0.9, tail=True),
    "pupil": Person(
        2604, skin=(214, 166, 128), hair="fringe", clothes="school", cloth_colour=(246, 247, 250),
        accent=(40, 60, 120), width=27, height=36, jaw=0.13, age=0.0, brow=1.2, eye=1.25,
        lips=(198, 112, 104), smile=1.0),
}


def mixed(colour, other, share):
    """A colour on the way to another one."""
    return tuple(round(a + (b - a) * share) for a, b in zip(colour, other))


def darker(colour, share=0.25):
    return mixed(colour, (40, 20, 20), share)


def lighter(colour, share=0.3):
    return mixed(colour, (255, 255, 255), share)


def curve(points, steps=14):
    """A closed smooth line through points (Catmull-Rom)."""
    line = []
    count = len(points)
    for index in range(count):
        a, b, c, d = (points[(index + shift) % count] for shift in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            line.append(tuple(
                0.5 * (2 * b[k] + (c[k] - a[k]) * t + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t ** 2
                       + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t ** 3)
                for k in (0, 1)))
    return line


def mirrored(points):
    """Both sides of a shape of which the left one is given, top to bottom."""
    return points + [(2 * CENTRE - x, y) for x, y in reversed(points)]


class Canvas:
    """A picture that is drawn in the pixels of the small one."""

    def __init__(self):
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE))

    def mask(self, points):
        mask = Image.new("L", self.image.size)
        ImageDraw.Draw(mask).polygon([(x * SCALE, y * SCALE) for x, y in points], fill=255)
        return mask

    def shape(self, points, colour, blur=0.0, alpha=1.0, within=None):
        """Fills a polygon; blurred and thin it is a shadow. `within` is a mask that it stays in."""
        points = [(x * SCALE, y * SCALE) for x, y in points]
        margin = math.ceil(3 * blur * SCALE) + 1
        left, right = (round(edge(x for x, _ in points)) for edge in (min, max))
        upper, lower = (round(edge(y for _, y in points)) for edge in (min, max))
        box = (left - margin, upper - margin, right + margin + 1, lower + margin + 1)
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        ImageDraw.Draw(mask).polygon([(x - box[0], y - box[1]) for x, y in points], fill=255)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * SCALE))
        if alpha < 1:
            mask = mask.point(lambda value: round(value * alpha))
        if within is not None:
            mask = ImageChops.multiply(mask, within.crop(box))
        self.image.paste(colour, box, mask)

    def oval(self, x, y, rx, ry, colour, **how):
        turn = [2 * math.pi * step / 72 for step in range(72)]
        self.shape([(x + rx * math.cos(t), y + ry * math.sin(t)) for t in turn], colour, **how)

    def both(self, x, y, rx, ry, colour, **how):
        """The same oval left and right of the middle."""
        for side in (-1, 1):
            self.oval(CENTRE + side * x, y, rx, ry, colour, **how)

    def line(self, points, width, colour, **how):
        """A stroke with round ends, thinner towards them, as a brush leaves it."""
        count = len(points) - 1
        steps = max(12, round(3 * sum(math.dist(a, b) for a, b in zip(points, points[1:]))))
        for step in range(steps + 1):
            at = step / steps * count
            index = min(int(at), count - 1)
            (x0, y0), (x1, y1) = points[index], points[index + 1]
            share = at - index
            radius = width / 2 * (0.45 + 0.55 * math.sin(math.pi * step / steps))
            self.oval(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, radius, radius, colour, **how)

    def arc(self, x, y, rx, depth, width, colour, **how):
        """A stroke that sags by `depth` in the middle."""
        points = [(x + rx * (step / 4 - 1), y + depth * (1 - (step / 4 - 1) ** 2)) for step in range(9)]
        self.line(points, width, colour, **how)

    def small(self):
        return self.image.resize((WIDTH, HEIGHT), Image.LANCZOS)


def draw(person):
    """The portrait of one person."""
    canvas = Canvas()
    backdrop(canvas)
    middle = 80.0
    top, chin = middle - person.height, middle + person.height
    outline = face_outline(person, middle)
    hair_behind(canvas, person, top, chin)
    neck_and_clothes(canvas, person, chin)
    if person.hair != "scarf":
        ears(canvas, person, middle)
    head(canvas, person, outline, middle, chin)
    features(canvas, person, middle, chin)
    hair_before(canvas, person, top, middle, outline)
    if person.glasses:
        glasses(canvas, person, middle)
    return canvas.small()


def backdrop(canvas):
    for y in range(HEIGHT):
        colour = mixed((206, 226, 242), (178, 206, 230), y / HEIGHT)
        canvas.shape([(0, y), (WIDTH, y), (WIDTH, y + 1), (0, y + 1)], colour)


def face_outline(person, middle):
    outline = []
    for step in range(120):
        t = 2 * math.pi * step / 120
        below = max(0.0, math.sin(t))
        x = person.width * math.cos(t) * (1 - person.jaw * below ** 1.5)
        outline.append((CENTRE + x, middle + person.height * math.sin(t)))
    return outline


def hair_behind(canvas, person, top, chin):
    colour, wide = person.hair_colour, person.width
    if person.hair == "long":
        canvas.shape(curve(mirrored([
            (CENTRE - 6, top - 8), (CENTRE - wide - 2, top + 10), (CENTRE - wide - 8, top + 42),
            (CENTRE - wide - 10, chin + 10), (CENTRE - wide - 5, chin + 34), (CENTRE - 12, chin + 30)])), colour)
    elif person.hair == "bob":
        canvas.shape(curve(mirrored([
            (CENTRE - 6, top - 7), (CENTRE - wide - 3, top + 12), (CENTRE - wide - 8, top + 46),
            (CENTRE - wide - 6, chin - 4), (CENTRE - 14, chin - 2)])), colour)
    elif person.hair == "bun":
        canvas.oval(CENTRE, top - 9, 13, 11, colour)
        canvas.oval(CENTRE - 3, top - 13, 7, 3, lighter(colour, 0.25), blur=1.5, alpha=0.8)
    elif person.hair == "scarf":
        canvas.shape(curve(mirrored([
            (CENTRE - 8, top - 9), (CENTRE - wide - 6, top + 8), (CENTRE - wide - 10, top + 44),
            (CENTRE - wide - 9, chin + 4), (CENTRE - wide - 22, chin + 34), (CENTRE - 20, HEIGHT + 10)])), colour)


def neck_and_clothes(canvas, person, chin):
    neck = 13.5 if person.age > 0.1 else 10.5
    shoulder = 60.0 if person.age > 0.1 else 50.0
    cloth, accent, skin = person.cloth_colour, person.accent, person.skin
    if person.hair == "scarf":
        body(canvas, darker(cloth, 0.12), shoulder, chin)
        canvas.shape(curve(mirrored([
            (CENTRE - 12, chin - 6), (CENTRE - 30, chin + 4), (CENTRE - 44, chin + 30), (CENTRE - 24, HEIGHT + 12)])), cloth)
        for depth, shade in ((8, 0.28), (20, 0.2), (33, 0.24)):
            canvas.arc(CENTRE + 2, chin + depth - 4, 30 + depth / 3, 8, 1.6, darker(cloth, shade), blur=0.6)
        return
    canvas.shape([(CENTRE - neck, chin - 16), (CENTRE + neck, chin - 16), (CENTRE + neck + 3, chin + 26),
                  (CENTRE - neck - 3, chin + 26)], mixed(skin, darker(skin), 0.35))
    canvas.oval(CENTRE, chin - 2, neck + 4, 9, darker(skin, 0.4), blur=3, alpha=0.55,
                within=canvas.mask([(CENTRE - neck, 0), (CENTRE + neck, 0), (CENTRE + neck, HEIGHT), (CENTRE - neck, HEIGHT)]))
    body(canvas, cloth, shoulder, chin)
    base = chin + 14
    if person.clothes in ("round", "blouse"):
        canvas.oval(CENTRE, base - 4, neck + 6, 12, mixed(skin, darker(skin), 0.2))
        canvas.oval(CENTRE, chin + 1, neck + 2, 8, darker(skin, 0.4), blur=3, alpha=0.5)
        canvas.arc(CENTRE, base - 1, neck + 6, 9.5, 1.8, accent if person.clothes == "blouse" else darker(cloth))
        if person.clothes == "round":  # a thin chain
            canvas.arc(CENTRE, base - 7, neck + 1, 10, 0.9, accent)
        return
    if person.clothes == "jacket":
        canvas.shape([(CENTRE - 15, base - 4), (CENTRE + 15, base - 4), (CENTRE, HEIGHT + 22)], (244, 245, 248))
        canvas.shape([(CENTRE - 3.5, base + 6), (CENTRE + 3.5, base + 6), (CENTRE + 6, HEIGHT), (CENTRE - 6, HEIGHT)], accent)
        canvas.shape([(CENTRE - 4.5, base + 1), (CENTRE + 4.5, base + 1), (CENTRE + 3, base + 8), (CENTRE - 3, base + 8)],
                     darker(accent, 0.2))
        for side in (-1, 1):
            canvas.shape([(CENTRE + side * 15, base - 5), (CENTRE + side * 27, base + 14), (CENTRE + side * 20, base + 20),
                          (CENTRE + side * 8, HEIGHT), (CENTRE + side * 7, HEIGHT)], lighter(cloth, 0.12))
    else:
        canvas.shape([(CENTRE - 11, base - 8), (CENTRE + 11, base - 8), (CENTRE, base + 12)], mixed(skin, darker(skin), 0.3))
    collar = (244, 245, 248) if person.clothes == "jacket" else lighter(cloth, 0.35)
    for side in (-1, 1):
        canvas.shape([(CENTRE + side * (neck - 1), base - 13), (CENTRE + side * (neck + 5), base - 4),
                      (CENTRE + side * 13, base + 12), (CENTRE + side * 0.5, base + 2)], darker(cloth, 0.3), blur=1, alpha=0.5)
        canvas.shape([(CENTRE + side * (neck - 1), base - 14), (CENTRE + side * (neck + 5), base - 5),
                      (CENTRE + side * 12, base + 9), (CENTRE + side * 0.5, base + 1)], collar)
    if person.clothes in ("shirt", "uniform", "school"):
        canvas.line([(CENTRE, base + 8), (CENTRE, HEIGHT)], 0.9, darker(cloth, 0.22))
        for y in (base + 14, base + 26):
            canvas.oval(CENTRE, y, 1.1, 1.1, darker(cloth, 0.4))
    if person.clothes == "uniform":
        for side in (-1, 1):
            canvas.shape([(CENTRE + side * 34, base + 7), (CENTRE + side * 49, base + 14), (CENTRE + side * 48, base + 19),
                          (CENTRE + side * 33, base + 12)], accent)
    if person.clothes == "school":
        canvas.line([(CENTRE + 18, base + 20), (CENTRE + 32, base + 20)], 1.6, accent)


def body(canvas, colour, shoulder, chin):
    outline = curve(mirrored([
        (CENTRE - 6, chin + 16), (CENTRE - 15, chin + 9), (CENTRE - 36, chin + 17), (CENTRE - shoulder, chin + 26),
        (CENTRE - shoulder - 7, HEIGHT + 14), (CENTRE - 10, HEIGHT + 14)]))
    canvas.shape(outline, colour)
    inside = canvas.mask(outline)
    canvas.both(shoulder, HEIGHT, 14, 30, darker(colour, 0.45), blur=8, alpha=0.5, within=inside)


def ears(canvas, person, middle):
    x = person.width + 0.5
    canvas.both(x, middle + 2, 4.6, 8.5, mixed(person.skin, darker(person.skin), 0.3))
    canvas.both(x + 0.8, middle + 2, 2.2, 5.2, darker(person.skin, 0.3), blur=0.8, alpha=0.7)
    if person.earrings:
        canvas.both(x + 1, middle + 11.5, 1.3, 1.3, (236, 214, 150))


def head(canvas, person, outline, middle, chin):
    skin = person.skin
    canvas.shape(outline, skin)
    inside = canvas.mask(outline)
    shadow = darker(skin, 0.35)
    canvas.both(person.width + 1, middle + 16, 7, 30, shadow, blur=5, alpha=0.5, within=inside)
    canvas.oval(CENTRE, chin + 1, 18, 5, shadow, blur=3, alpha=0.45, within=inside)
    canvas.oval(CENTRE - 5, middle - 20, 15, 9, lighter(skin), blur=6, alpha=0.6, within=inside)
    canvas.both(15, middle + 14, 7, 5, mixed(skin, (226, 110, 96), 0.4), blur=4, alpha=0.55, within=inside)


def features(canvas, person, middle, chin):
    skin, dark = person.skin, darker(person.skin, 0.5)
    eye_y, apart, size = middle - 2.0, 11.6, person.eye
    canvas.both(apart, eye_y - 2, 7, 4, darker(skin, 0.3), blur=2.5, alpha=0.35)
    for side in (-1, 1):
        x = CENTRE + side * apart
        rx, ry = 5.0 * size, 2.5 * size
        lens = [(x - rx, eye_y + 0.4), (x - rx * 0.45, eye_y - ry), (x + rx * 0.45, eye_y - ry), (x + rx, eye_y),
                (x + rx * 0.4, eye_y + ry * 0.85), (x - rx * 0.4, eye_y + ry * 0.85)]
        almond = curve(lens)
        canvas.shape(almond, (250, 249, 246))
        within = canvas.mask(almond)
        canvas.oval(x, eye_y - 0.2, 2.6 * size, 2.7 * size, (66, 44, 34), within=within)
        canvas.oval(x, eye_y - 0.2, 1.3 * size, 1.4 * size, (18, 14, 14), within=within)
        canvas.oval(x - 0.9, eye_y - 1.1, 0.75, 0.75, (255, 255, 255))
        canvas.arc(x, eye_y + 0.2, rx, -ry - 0.5, 1.3, (44, 30, 28))
        canvas.arc(x, eye_y - ry - 1.8, rx, -1.4, 0.8, darker(skin, 0.4), alpha=0.7)
        hair = (48, 38, 36) if person.hair == "scarf" else darker(person.hair_colour, 0.2)
        canvas.arc(x + side * 0.6, eye_y - 7.2, 6.8, -2.2, person.brow + 0.5, mixed(hair, skin, 0.12))
    nose_y = middle + 13.0
    canvas.line([(CENTRE - 2.2, eye_y + 1), (CENTRE - 2.8, nose_y - 4)], 1.4, darker(skin, 0.25), blur=1.0, alpha=0.3)
    canvas.oval(CENTRE, nose_y - 3.5, 2.3, 5, lighter(skin, 0.4), blur=1.8, alpha=0.6)
    canvas.both(3.9, nose_y, 2.2, 2.0, darker(skin, 0.25), blur=1.0, alpha=0.6)
    canvas.both(2.3, nose_y + 1.3, 1.1, 0.7, dark, blur=0.3)
    canvas.arc(CENTRE, nose_y + 1.2, 3.6, 1.0, 0.8, darker(skin, 0.35))
    mouth(canvas, person, middle + 23.0, dark)
    canvas.arc(CENTRE, middle + 30.5, 5, 1.0, 1.2, darker(skin, 0.25), blur=0.7, alpha=0.6)
    wrinkles(canvas, person, middle, eye_y, apart)


def mouth(canvas, person, y, dark):
    lips, sag = person.lips, 2.6 * person.smile
    half = 8.2
    canvas.shape(curve([(CENTRE - half, y - sag * 0.3), (CENTRE - 3, y - 1.6), (CENTRE, y - 0.9), (CENTRE + 3, y - 1.6),
                        (CENTRE + half, y - sag * 0.3), (CENTRE + 3, y + sag * 0.5), (CENTRE - 3, y + sag * 0.5)]), lips)
    canvas.shape(curve([(CENTRE - half + 1, y), (CENTRE, y + sag * 0.6), (CENTRE + half - 1, y), (CENTRE + 3.5, y + 3.4),
                        (CENTRE - 3.5, y + 3.4)]), lighter(lips, 0.15))
    canvas.arc(CENTRE, y - sag * 0.35, half + 0.6, sag * 0.8, 1.1, mixed(lips, (60, 20, 24), 0.6))
    if person.moustache:
        canvas.shape(curve(mirrored([(CENTRE - 1, y - 6), (CENTRE - 6, y - 5), (CENTRE - 11, y - 0.5), (CENTRE - 5, y - 2.2)])),
                     darker(person.hair_colour, 0.1))


def wrinkles(canvas, person, middle, eye_y, apart):
    if person.age < 0.5:
        return
    strength = (person.age - 0.3) * 1.0
    line = darker(person.skin, 0.4)
    for side in (-1, 1):
        canvas.line([(CENTRE + side * 7.5, middle + 13), (CENTRE + side * 11, middle + 18), (CENTRE + side * 12, middle + 23)],
                    1.3, line, blur=0.4, alpha=strength)
        canvas.arc(CENTRE + side * apart, eye_y + 4.4, 4.5, 1.6, 1.0, line, blur=0.3, alpha=strength)
        if person.age > 0.7:
            for tilt in (-2, 0.5, 3):
                canvas.line([(CENTRE + side * (apart + 6.5), eye_y + tilt * 0.4), (CENTRE + side * (apart + 10), eye_y + tilt)],
                            0.8, line, alpha=strength)
    if person.age > 0.7:
        for y in (-19, -23.5, -28):
            canvas.arc(CENTRE, middle + y, 13, -1.2, 0.9, line, alpha=strength * 0.7)


def hair_before(canvas, person, top, middle, outline):
    colour, wide = person.hair_colour, person.width
    left, right = CENTRE - wide, CENTRE + wide
    if person.hair == "scarf":
        frame = canvas.mask(curve(mirrored([
            (CENTRE - 8, top - 9), (left - 6, top + 8), (left - 9, middle + 12), (CENTRE - 22, middle + 44), (CENTRE - 6, middle + 50)])))
        hole = canvas.mask(curve(mirrored([
            (CENTRE - 8, top + 9), (left + 4, top + 22), (left + 2.5, middle + 8), (CENTRE - 15, middle + 31),
            (CENTRE - 5, middle + 37)])))
        ring = ImageChops.subtract(frame, hole)
        canvas.image.paste(Image.new("RGB", canvas.image.size, colour), mask=ring)
        edge = ImageChops.subtract(hole.filter(ImageFilter.GaussianBlur(1.6 * SCALE)), hole).point(lambda v: round(v * 0.6))
        canvas.image.paste(Image.new("RGB", canvas.image.size, person.accent), mask=edge)
        canvas.line([(CENTRE - 12, top - 3), (CENTRE - 24, top + 10), (CENTRE - 29, top + 30)], 3.5, lighter(colour, 0.2),
                    blur=1.8, alpha=0.12)
        return
    shapes = {
        "parted": [(left - 1, middle - 6), (left - 2.5, top + 14), (left + 8, top - 5), (CENTRE + 4, top - 9), (right - 5, top - 3),
                   (right + 2.5, top + 14), (right + 1, middle - 6), (right - 3, top + 22), (right - 9, top + 13),
                   (CENTRE - 4, top + 12), (CENTRE - 14, top + 7), (left + 4, top + 20)],
        "short": [(left - 1, middle - 4), (left - 2.5, top + 14), (left + 7, top - 4), (CENTRE, top - 8), (right - 7, top - 4),
                  (right + 2.5, top + 14), (right + 1, middle - 4), (right - 3.5, top + 22), (right - 10, top + 12),
                  (CENTRE, top + 9), (left + 10, top + 12), (left + 3.5, top + 22)],
        "fringe": [(left - 1, middle - 8), (left - 2.5, top + 12), (left + 7, top - 5), (CENTRE, top - 8), (right - 7, top - 5),
                   (right + 2.5, top + 12), (right + 1, middle - 8), (right - 4, top + 20), (right - 12, top + 14),
                   (CENTRE + 6, top + 17), (CENTRE - 3, top + 14), (left + 12, top + 17), (left + 4, top + 20)],
        "long": [(left - 3, middle + 24), (left - 5, top + 24), (left + 3, top - 2), (CENTRE, top - 9), (right - 3, top - 2),
                 (right + 5, top + 24), (right + 3, middle + 24), (right - 2, middle - 4), (right - 8, top + 17),
                 (CENTRE + 4, top + 3), (CENTRE - 8, top + 12), (left + 4, top + 26), (left + 1, middle)],
        "bob": [(left - 2, middle + 28), (left - 5, top + 26), (left + 3, top - 2), (CENTRE, top - 8), (right - 3, top - 2),
                (right + 5, top + 26), (right + 2, middle + 28), (right - 2, middle), (right - 5, top + 22), (CENTRE + 10, top + 17),
                (CENTRE - 6, top + 18), (left + 6, top + 22), (left + 2, middle)],
        "bun": [(left, middle - 8), (left - 2, top + 14), (left + 7, top - 3), (CENTRE, top - 6), (right - 7, top - 3),
                (right + 2, top + 14), (right, middle - 8), (right - 3, top + 22), (CENTRE + 12, top + 10), (CENTRE, top + 6),
                (CENTRE - 12, top + 10), (left + 3, top + 22)],
    }
    if person.hair == "bald":
        for side in (-1, 1):
            canvas.shape(curve([(CENTRE + side * (wide - 2.5), top + 20), (CENTRE + side * (wide + 3), top + 22),
                                (CENTRE + side * (wide + 3), middle - 4), (CENTRE + side * (wide - 0.5), middle)]), colour)
        inside = canvas.mask(outline)
        canvas.oval(CENTRE - 6, top + 8, 11, 5, (255, 250, 240), blur=3.5, alpha=0.5, within=inside)
        return
    line = curve(shapes[person.hair])
    canvas.shape(line, darker(person.skin, 0.4), blur=1.6, alpha=0.3, within=canvas.mask(outline))
    canvas.shape(line, colour)
    inside = canvas.mask(line)
    shine = lighter(colour, 0.28)
    for shift in (-12, -4, 6):
        canvas.line([(CENTRE + shift - 4, top + 10), (CENTRE + shift + 2, top + 1), (CENTRE + shift + 12, top - 2)],
                    1.5, shine, blur=0.9, alpha=0.22, within=inside)


def glasses(canvas, person, middle):
    y, frame = middle - 1.2, (54, 46, 46)
    for side in (-1, 1):
        x = CENTRE + side * 11.6
        canvas.oval(x, y, 8.6, 6.8, (255, 255, 255), alpha=0.10)
        ring = [(x + 8.6 * math.cos(2 * math.pi * step / 60), y + 6.8 * math.sin(2 * math.pi * step / 60)) for step in range(61)]
        for point in ring:
            canvas.oval(*point, 0.7, 0.7, frame)
        canvas.line([(CENTRE + side * 20, y - 1.5), (CENTRE + side * (person.width + 1), y - 2.5)], 1.5, frame)
        canvas.line([(x - 4, y + 2.5), (x + 1, y - 3)], 1.0, (255, 255, 255), alpha=0.3)
    canvas.arc(CENTRE, y - 0.6, 3.2, -1.4, 1.3, frame)


REMARK = b"Drawn, not photographed. Nobody looks like this."


def encoded(image, person):
    """The JPEG file, of exactly the length that was asked for."""
    for quality in range(96, 9, -1):
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, dpi=(96, 96), optimize=True, subsampling="4:2:0")
        jpeg = out.getvalue()
        room = person.size - len(jpeg)
        if room >= 5:  # a comment segment of one space
            break
    else:
        raise ValueError("too small a size")
    text = REMARK[:room - 5].ljust(room - 4)
    comment = b"\xff\xfe" + (room - 2).to_bytes(2, "big") + text
    place = len(jpeg) - 2 if person.tail else 20  # before the end marker, or after APP0
    return jpeg[:place] + comment + jpeg[place:]


def check(jpeg, size):
    """Is this what a card's photo looks like?"""
    assert len(jpeg) == size <= 5118
    assert jpeg.startswith(bytes.fromhex("FFD8FFE000104A46494600010101006000600000")) and jpeg.endswith(b"\xff\xd9")
    assert jpeg.count(bytes.fromhex("FFC000110800B2009403")) == 1 and jpeg.count(b"\xff\xda") == 1


def main():
    for name, person in PEOPLE.items():
        jpeg = encoded(draw(person), person)
        check(jpeg, person.size)
        (HERE / f"{name}.jpg").write_bytes(jpeg)
        Image.open(io.BytesIO(jpeg)).load()
    shutil.copyfile(HERE / "ordinary.jpg", SAMPLE)


if __name__ == "__main__":
    main()
