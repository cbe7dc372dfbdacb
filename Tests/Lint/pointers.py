"""The files that may hold pointers or tell the compiler to trust them, each with its reason; no other may.

A file that is listed and needs none any more is an error, too: the list is what somebody reads who looks for memory errors.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

UNCHECKED = re.compile(
    r"withUnsafe|Unsafe(?:Mutable)?(?:Raw)?(?:Buffer)?Pointer|unsafeUninitialized|withMemoryRebound|nonisolated\(unsafe\)"
    r"|@unchecked|Unmanaged|OpaquePointer|\bbaseAddress\b|unsafeBitCast|unsafeDowncast|@unsafe\b|\bunowned\(unsafe\)"
    r"|assumingMemoryBound|bindMemory|(?:=|\breturn|\btry|\bawait|[({:,]) unsafe \w")

COMMENT = re.compile(r"^\s*//|^\s*\*|(?<!:)//[^\"]*$")

REASONS = {
    "Sources/Host/Streams/Descriptor.swift": "read and write of the system; all other files pass arrays",
    "Sources/Host/Files/Folder.swift": "the system's entries of folders, which hold a name in a fixed room",
    "Sources/Host/Process.swift": "command line and environment, byte for byte: neither needs to be text",
    "Sources/PCSC/SystemCalls.swift": "the calls of PC/SC, and the room for their answers",
    "Sources/PCSC/SystemCalls+Readers.swift": "lists of readers in PC/SC's own structs",
    "Sources/Host/Streams/Connection.swift": "an address, which sockets take as another struct",
    "Sources/Host/Streams/LocalSocket.swift": "an address, which sockets take as another struct",
    "Sources/Host/Children/ChildProcess.swift": "arguments and environment of another program, as C has them",
    "Sources/Host/Machine.swift": "the system's names, which stand in fixed rooms",
    "Sources/Host/ServiceManager.swift": "an address, which sockets take as another struct",
    "Sources/Host/Terminal/ControllingTerminal.swift": "the keys of the terminal's settings, which stand in a fixed room",
    "Sources/Host/Terminal/Keyboard.swift": "what a handler of signals reads of the terminal's settings",
    "Sources/DeskConfig/TOMLNode.swift": "texts of toml++, which the file that it parsed lets go of",
    "Sources/AreaCodes/AreaList.swift": "the list that C carries in the program, taken into an array once",
    "Sources/RecordSeal/Packing/Deflate.swift": "the bytes that zlib reads, and the room for its own",
    "Sources/CardSheet/Drawing/Canvas.swift": "objects of Cairo",
    "Sources/CardSheet/Drawing/PNGEncoder.swift": "pixels of Cairo, handed to libpng",
    "Sources/CardSheet/Drawing/QRCode.swift": "the code that libqrencode makes",
    "Sources/CardPortrait/TurboJPEG.swift": "the room that libjpeg-turbo makes for a picture",
    "Sources/CardSheet/Portrait/TerminalPortrait.swift": "objects of Chafa",
    "Sources/CardSheet/Typography/Typesetter.swift": "objects of Pango",
    "Sources/CardSheet/Typography/SetText.swift": "a layout of Pango",
    "Sources/CardWorkbook/XLSXFile.swift": "objects of libxlsxwriter, which writes into what it is given",
    "Sources/Invention/JPEG/JPEGEncoder.swift": "the inner loops of drawing a portrait, without a check of bounds for each value",
    "Sources/Invention/JPEG/Coefficients.swift": "the inner loops of drawing a portrait, without a check of bounds for each value",
    "Sources/Invention/JPEG/Quantiser.swift": "the inner loops of drawing a portrait, without a check of bounds for each value",
    "Sources/Invention/JPEG/ForwardDCT.swift": "the inner loops of drawing a portrait, without a check of bounds for each value",
    "Sources/Invention/Portrait/Plane.swift": "the inner loops of drawing a portrait, without a check of bounds for each value",
}


def places(text: str) -> list[int]:
    """The lines that hold what is looked for, comments left out."""
    return [
        number for number, line in enumerate(text.splitlines(), 1) if UNCHECKED.search(COMMENT.sub("", line))]


def main() -> int:
    found = {
        path.relative_to(ROOT).as_posix(): lines
        for path in sorted((ROOT / "Sources").rglob("*.swift")) if (lines := places(path.read_text("utf-8")))}
    wrong = [
        f"{file}:{lines[0]}: a pointer, or trust that the compiler cannot check, in a file that is not listed in {Path(__file__).name}"
        for file, lines in found.items() if file not in REASONS]
    wrong += [f"{file}: listed in {Path(__file__).name}, and needs no pointer any more" for file in REASONS if file not in found]
    print("\n".join(wrong), end="\n" if wrong else "", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
