package import CardRecord
package import DrawingProgram
internal import Host
internal import Printing
internal import SheetRequest
package import ThaiIDCard

/// Looks at what a desk needs beside readers and cards.
package enum DeskCheck {
    /// One thing that was looked at, and how it was found.
    package enum Fact: Hashable, Sendable {
        /// A sheet could be drawn, with its fonts.
        case drawing
        case noDrawing(DrawingProgramError)
        /// The printers there are; none where there are none yet.
        case printers([String])
        /// Nothing prints here.
        case noPrinting
        /// How many entries of the spool wait for their time, for a person, and for a key.
        case spool(waiting: Int, forPerson: Int, unreadable: Int)
        case noSpool(SpoolError)
    }

    /// What was found.
    ///
    /// - Parameter sample: an invented record, of which a sheet is drawn for a try.
    package static func facts(drawing sample: JSONValue, speaking language: Language) -> [Fact] {
        [drawing(sample, language), printing, spool]
    }

    private static func drawing(_ sample: JSONValue, _ language: Language) -> Fact {
        guard let audit = AuditNumber("0"), let at = Moment(iso: "2026-01-01T00:00:00+07:00") else { return .drawing }
        do throws(DrawingProgramError) {
            _ = try Renderer(speaking: language, hear: { _ in })
                .draw(sample, SheetRequest(purpose: "doctor", audit: audit, at: at))
            return .drawing
        } catch {
            return .noDrawing(error)
        }
    }

    private static var printing: Fact { Printer.names().map(Fact.printers) ?? .noPrinting }

    private static var spool: Fact {
        guard Spool.isThere else { return .spool(waiting: 0, forPerson: 0, unreadable: 0) }
        let spool: Spool
        do throws(SpoolError) { spool = try Spool.usual() } catch { return .noSpool(error) }
        var (waiting, forPerson, unreadable) = (0, 0, 0)
        for name in spool.names() {
            guard case .entry(let entry)? = try? spool.open(name) else { continue }
            switch (entry.content, entry.state.isHeld || entry.state.isPaperUnsure) {
            case (nil, _): unreadable += 1
            case (_, true): forPerson += 1
            case (_, false): waiting += 1
            }
        }
        return .spool(waiting: waiting, forPerson: forPerson, unreadable: unreadable)
    }
}
