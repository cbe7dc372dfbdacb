internal import CPango
internal import CardPortrait
internal import ThaiIDCard

/// Sets text with Pango: breaks Thai into words, stacks its marks, and measures what comes out.
///
/// Nothing hangs on the device, the locale or the screen: no hinting, 72 dots an inch, a language that
/// is given. Text is never read as markup.
final class Typesetter {
    private let fontMap: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer
    private let family: String
    private var scale = 1.0

    /// - Throws: `fontMissing` where no such family is installed: another in its place would set another page.
    init(family: String, language: Language) throws(SheetError) {
        guard let fontMap = pango_cairo_font_map_new(), let context = pango_font_map_create_context(fontMap) else {
            throw .outOfMemory
        }
        self.fontMap = fontMap
        self.context = context
        self.family = family
        guard Self.has(family, fontMap) else { throw .fontMissing(family) }
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        pango_cairo_context_set_resolution(context, 72)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string(language.rawValue))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        scale = consonantHeight > 0 ? Self.consonantHeight / consonantHeight : 1
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(UnsafeMutableRawPointer(fontMap))
    }

    /// Sets a text at its wanted size, or another, in lines of at most `width` points.
    func set(_ text: String, _ style: TextStyle, size: Double? = nil, width: Double? = nil) -> SetText {
        let set = layOut(text, style, size: size, width: width, keeping: [])
        guard let width, let separator = style.separator, set.lineCount > 1 else { return set }
        let whole = layOut(text, style, size: size, width: width, keeping: text.parts(between: separator))
        return whole.lineCount == set.lineCount && whole.logical.width <= width ? whole : set
    }

    /// Lays a text out, with no line's end in these ranges of its UTF-8.
    private func layOut(
        _ text: String, _ style: TextStyle, size: Double?, width: Double?, keeping parts: [Range<Int>]
    ) -> SetText {
        guard let layout = pango_layout_new(context) else { fatalError("GLib never returns without memory") }
        let font = pango_font_description_new()
        defer { pango_font_description_free(font) }
        let size = size ?? style.size
        pango_font_description_set_family(font, family)
        pango_font_description_set_weight(font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(font, size * scale * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        pango_layout_set_auto_dir(layout, 0)
        pango_layout_set_wrap(layout, parts.isEmpty ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD)
        pango_layout_set_alignment(layout, style.alignment.pango)
        pango_layout_set_line_spacing(layout, Self.lineSpacing)
        // A name must not gain a hyphen where it is broken.
        let attributes = pango_attr_list_new()
        defer { pango_attr_list_unref(attributes) }
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        for part in parts {
            let unbroken = pango_attr_allow_breaks_new(0)
            unbroken?.pointee.start_index = UInt32(part.lowerBound)
            unbroken?.pointee.end_index = UInt32(part.upperBound)
            pango_attr_list_insert(attributes, unbroken)
        }
        pango_layout_set_attributes(layout, attributes)
        if let width { pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE))) }
        pango_layout_set_text(layout, text, -1)
        return SetText(layout, style: style, size: size)
    }

    /// Sets a text in the greatest size, from the wanted to the least, at which it stays within a
    /// rectangle of this size; at the least, what is too much is cut off.
    func fit(_ text: String, _ style: TextStyle, width: Double, height: Double) -> SetText {
        if let set = fitting(text, style, style.size, width, height) { return set }
        var (smaller, larger) = (0, Int((style.size - style.minimum) / Self.step) + 1)
        var best: SetText?
        while smaller < larger {
            let middle = (smaller + larger) / 2
            if let set = fitting(text, style, style.minimum + Double(middle) * Self.step, width, height) {
                (best, smaller) = (set, middle + 1)
            } else {
                larger = middle
            }
        }
        if let best { return best }
        let set = set(text, style, size: style.minimum, width: width)
        pango_layout_set_ellipsize(set.layout, PANGO_ELLIPSIZE_END)
        pango_layout_set_height(set.layout, Int32(height * Double(PANGO_SCALE)))
        return set
    }

    private func fitting(
        _ text: String, _ style: TextStyle, _ size: Double, _ width: Double, _ height: Double
    ) -> SetText? {
        let set = set(text, style, size: size, width: width)
        let extent = set.extent
        return extent.width < width + Self.hair && extent.height < height + Self.hair ? set : nil
    }

    /// Height of one line, with everything that Thai writes above and below a letter.
    func lineHeight(_ style: TextStyle) -> Double { set("ปี่กู", style).extent.height }

    /// From one line to the next.
    func spacing(_ style: TextStyle) -> Double {
        set("ก\nก", style).logical.height - set("ก", style).logical.height
    }

    /// Height of a consonant without stem or mark at 100 points.
    private var consonantHeight: Double {
        self.set("ก", TextStyle(size: 100, minimum: 100)).ink.height
    }

    private static func has(_ family: String, _ fontMap: UnsafeMutablePointer<PangoFontMap>) -> Bool {
        var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: Int32 = 0
        pango_font_map_list_families(fontMap, &families, &count)
        defer { g_free(families) }
        return (0..<Int(count)).contains { index in
            guard let name = pango_font_family_get_name(families?[index]) else { return false }
            return String(cString: name).lowercased() == family.lowercased()
        }
    }

    /// Laksaman's `consonantHeight`, in points.
    private static let consonantHeight = 40.0
    /// Thai fonts leave room for two marks above and one below; lines of names and addresses need less.
    private static let lineSpacing: Float = 0.86
    /// What no eye sees, in points.
    private static let hair = 0.05
    /// How finely sizes are told apart, in points.
    private static let step = 0.25
}

extension String {
    /// Where in its UTF-8 the parts between separators stand.
    fileprivate func parts(between separator: String) -> [Range<Int>] {
        var start = 0
        return split(separator: separator, omittingEmptySubsequences: false).map { part in
            defer { start += part.utf8.count + separator.utf8.count }
            return start..<(start + part.utf8.count)
        }
    }
}

extension TextStyle.Alignment {
    fileprivate var pango: PangoAlignment {
        switch self {
        case .left: PANGO_ALIGN_LEFT
        case .centre: PANGO_ALIGN_CENTER
        case .right: PANGO_ALIGN_RIGHT
        }
    }
}
