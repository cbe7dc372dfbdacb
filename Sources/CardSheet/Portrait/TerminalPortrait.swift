internal import CChafa
internal import CPango
internal import CardPortrait
internal import CardRecord
package import SheetRequest
internal import ThaiIDCard

/// A portrait for the screen of a terminal, drawn with libchafa.
///
/// What the terminal can do is the caller's to find out: nothing is asked of it here, and nothing of
/// the environment looked at.
package enum TerminalPortrait {
    /// What to print to show the record's portrait within a number of character cells.
    ///
    /// - Throws: `noPortrait` where there is none to show.
    package static func bytes(
        of record: SheetRecord, columns: Int, rows: Int, mode: PortraitMode
    ) throws(SheetError) -> [UInt8] {
        let portrait: Portrait
        do { portrait = try Portrait(record.record.card.photo) } catch { throw .noPortrait(error) }
        var (width, height) = (Int32(columns), Int32(rows))
        chafa_calc_canvas_geometry(
            Int32(portrait.width), Int32(portrait.height), &width, &height, cellShape, 1, 0)
        guard let config = chafa_canvas_config_new() else { throw .outOfMemory }
        defer { chafa_canvas_config_unref(config) }
        chafa_canvas_config_set_geometry(config, max(1, width), max(1, height))
        chafa_canvas_config_set_cell_geometry(config, cellWidth, cellHeight)
        chafa_canvas_config_set_canvas_mode(config, CHAFA_CANVAS_MODE_TRUECOLOR)
        chafa_canvas_config_set_pixel_mode(config, mode.pixelMode)
        guard let symbols = chafa_symbol_map_new() else { throw .outOfMemory }
        defer { chafa_symbol_map_unref(symbols) }
        chafa_symbol_map_add_by_tags(symbols, CHAFA_SYMBOL_TAG_VHALF)
        chafa_canvas_config_set_symbol_map(config, symbols)
        return try print(portrait, config, mode)
    }

    private static func print(
        _ portrait: Portrait, _ config: OpaquePointer, _ mode: PortraitMode
    ) throws(SheetError) -> [UInt8] {
        guard let canvas = chafa_canvas_new(config), let terminal = mode.terminal else { throw .outOfMemory }
        defer {
            chafa_canvas_unref(canvas)
            chafa_term_info_unref(terminal)
        }
        let opaque = portrait.pixels.enumerated().map { $0.offset % 4 == 3 ? 0xFF : $0.element }
        chafa_canvas_draw_all_pixels(
            canvas, CHAFA_PIXEL_BGRA8_UNASSOCIATED, opaque, Int32(portrait.width), Int32(portrait.height),
            Int32(portrait.width * 4))
        guard let printed = chafa_canvas_print(canvas, terminal) else { throw .outOfMemory }
        defer { g_string_free(printed, 1) }
        let text = UnsafeRawBufferPointer(start: printed.pointee.str, count: Int(printed.pointee.len))
        return Array(text) + [UInt8(ascii: "\n")]
    }

    /// A cell is taken to be half as wide as high, as in nearly every terminal.
    private static let cellWidth: Int32 = 10
    private static let cellHeight: Int32 = 20
    private static let cellShape = Float(cellWidth) / Float(cellHeight)
}

extension PortraitMode {
    fileprivate var pixelMode: ChafaPixelMode {
        switch self {
        case .kitty: CHAFA_PIXEL_MODE_KITTY
        case .iterm: CHAFA_PIXEL_MODE_ITERM2
        case .sixel: CHAFA_PIXEL_MODE_SIXELS
        case .blocks: CHAFA_PIXEL_MODE_SYMBOLS
        }
    }

    /// The library's sequences for a terminal of this kind, by the name of one.
    fileprivate var terminal: OpaquePointer? {
        let names: [String] =
            switch self {
            case .kitty: ["TERM=xterm-kitty"]
            case .iterm: ["TERM=xterm-256color", "TERM_PROGRAM=iTerm.app"]
            case .sixel: ["TERM=mlterm"]
            case .blocks: ["TERM=xterm-256color", "COLORTERM=truecolor"]
            }
        var environment = names.map { strdup($0) } + [nil]
        defer { for name in environment { free(name) } }
        return chafa_term_db_detect(chafa_term_db_get_default(), &environment)
    }
}
