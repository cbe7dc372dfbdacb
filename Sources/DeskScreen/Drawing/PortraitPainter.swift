internal import CardRecord
internal import Dispatch
internal import DrawingProgram
package import SheetRequest
package import ThaiIDCard

/// Draws portraits for a terminal, on a thread of its own, by way of the drawing program.
package final class PortraitPainter: Sendable {
    /// How the terminal shows pictures.
    package let mode: PortraitMode
    private let renderer: Renderer
    private let queue = DispatchQueue(label: "thaiid.screen.portraits", attributes: .concurrent)

    /// Finds the drawing program, and asks the terminal what it can do; `nil` where either is missing.
    package init?(speaking language: Language) {
        guard let renderer = try? Renderer(speaking: language, hear: { _ in }), let mode = PortraitMode.find() else {
            return nil
        }
        (self.renderer, self.mode) = (renderer, mode)
    }

    /// Draws the photo of a card; none where that cannot be done.
    func draw(_ record: Record, for place: PortraitPlace, then show: @escaping @Sendable ([UInt8]) -> Void) {
        let request = PortraitRequest(columns: place.columns, rows: place.rows, mode: mode)
        let photo = Record(read: record.read, card: record.card, fields: Field.all.filter { $0.kind == .photo }).json
        queue.async { [renderer] in
            show((try? renderer.draw(photo, request)) ?? [])
        }
    }
}
