import CardRecord
import DrawingProgram
import Host
import SheetRequest
import ThaiIDCard

/// Pages that `thaiid-render` draws.
enum Drawn {
    /// When a page is made.
    static var now: Moment {
        Moment(secondsSince1970: WallClock.system.secondsSince1970)
            ?? Moment(CalendarDay(year: 1970, month: 1, day: 1), hour: 0, minute: 0, second: 0, minutesEast: 0)
    }

    /// A PDF.
    static func page(_ document: PageDocument) throws -> [UInt8] {
        do throws(DrawingProgramError) {
            let renderer = try Renderer(speaking: RegisterMain.language) { Streams.tell(lines: $0) }
            var request = PageRequest()
            request.language = RegisterMain.language == .thai ? .thai : .english
            return try renderer.draw(document.json, request)
        } catch {
            throw CommandFault.notDrawn(error)
        }
    }
}
