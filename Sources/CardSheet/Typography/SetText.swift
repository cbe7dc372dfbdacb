internal import CPango
internal import CardPortrait

/// Lines of text in their final shape, with the room that they take.
///
/// Extents are in points from the upper left corner of the text. Whatever is measured here is what is
/// drawn later: the same Pango layout serves for both.
final class SetText {
    let layout: OpaquePointer
    let style: TextStyle
    /// The size at which it was set.
    let size: Double

    /// Takes over the reference to `layout`.
    init(_ layout: OpaquePointer, style: TextStyle, size: Double) {
        self.layout = layout
        self.style = style
        self.size = size
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// What is set.
    var text: String { String(cString: pango_layout_get_text(layout)) }

    var lineCount: Int { Int(pango_layout_get_line_count(layout)) }

    /// Where in its UTF-8 each line begins.
    var lineStarts: [Int] {
        (0..<Int32(lineCount)).map { Int(pango_layout_get_line_readonly(layout, $0)?.pointee.start_index ?? 0) }
    }

    /// How far down each line reaches, what hangs below its letters included.
    var lineBottoms: [Double] {
        guard let lines = pango_layout_get_iter(layout) else { return [] }
        defer { pango_layout_iter_free(lines) }
        var bottoms: [Double] = []
        repeat {
            var (ink, logical) = (PangoRectangle(), PangoRectangle())
            pango_layout_iter_get_line_extents(lines, &ink, &logical)
            bottoms.append(Rectangle(ink).union(Rectangle(logical)).maxY)
        } while pango_layout_iter_next_line(lines) != 0
        return bottoms
    }

    /// Whether something was cut off.
    var isCut: Bool { pango_layout_is_ellipsized(layout) != 0 }

    /// The lines with their space above and below.
    var logical: Rectangle { extents.logical }

    /// What is black on paper.
    var ink: Rectangle { extents.ink }

    /// The room for both: marks may rise above their line.
    var extent: Rectangle { logical.union(ink) }

    private var extents: (ink: Rectangle, logical: Rectangle) {
        var ink = PangoRectangle()
        var logical = PangoRectangle()
        pango_layout_get_extents(layout, &ink, &logical)
        return (Rectangle(ink), Rectangle(logical))
    }
}

extension Rectangle {
    fileprivate init(_ extents: PangoRectangle) {
        func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
        self.init(
            x: points(extents.x), y: points(extents.y), width: points(extents.width), height: points(extents.height))
    }
}
