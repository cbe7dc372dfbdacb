import CardFormats
import CardRecord
import CardSources
import DrawingProgram
import Host
import SheetRequest
import ThaiIDCard

/// A terminal on standard output that shows portraits, drawn by the drawing program.
struct PortraitScreen {
    private static let mostColumns = 40
    private static let mostRows = 24

    private let mode: PortraitMode
    private let renderer: Renderer
    private let language: Language

    /// Finds out how, before a card is read.
    init(speaking language: Language) throws(ToolError) {
        guard Process.isTerminal(1) else { throw .refused(.notTerminal) }
        renderer = try Renderer(speaking: language)
        guard let mode = PortraitMode.find() else { throw .refused(.plainTerminal) }
        self.mode = mode
        self.language = language
    }

    /// Shows the photo of a card that was read.
    func show(_ card: ReadCard) throws {
        guard card.card.photo.value != nil else {
            Output.tell(Bilingual("บัตรนี้ไม่มีรูปถ่าย", "The card has no photo.")[language] + "\n")
            return
        }
        let photo = Field.all.filter { $0.kind == .photo }
        let record = Record(read: card.read, card: card.card, fields: photo).json
        let (columns, rows) = Self.size
        let request = PortraitRequest(columns: columns, rows: rows, mode: mode)
        try Output.write(try asToolError(drawing: try renderer.draw(record, request)))
    }

    /// The terminal's cells that a portrait may take, with a line left for what follows.
    private static var size: (columns: Int, rows: Int) {
        guard let size = ControllingTerminal.size else { return (mostColumns, mostRows - 1) }
        return (min(mostColumns, size.columns), max(1, min(mostRows, size.rows - 1)))
    }
}
