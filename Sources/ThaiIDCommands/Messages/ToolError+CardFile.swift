import CardSources
import CardTrace
import Pseudonyms
import ThaiIDCard
import VirtualCard

extension ToolError {
    /// What it means that a file stands for no card.
    init(_ error: CardFileError) {
        switch error {
        case .file(let failure): self.init(failure)
        case .unrecognised(let file): self = .recording(.unrecognised(file: file))
        case .syntax(let file, let error):
            self = .recording(.syntax(file: file, line: error.line, column: error.column, expected: error.expected))
        case .notRecord(let file, let key): self = .recording(.notRecord(file: file, key: key))
        case .notEncodable(let file, let field): self = .recording(.notEncodable(file: file, field: field))
        }
    }
}

extension CardFile {
    /// A recording. What reading another program's file lost is told on standard error, where a
    /// language is named.
    static func trace(_ path: String, telling language: Language? = nil) throws(ToolError) -> Trace {
        do throws(CardFileError) {
            let (reading, format) = try recording(path)
            if let language, format != .thaiid { tell(reading.losses, in: language) }
            return reading.trace
        } catch {
            throw ToolError(error)
        }
    }

    /// A recording, and what reading it lost.
    static func reading(_ path: String) throws(ToolError) -> TraceReading {
        do throws(CardFileError) { return try recording(path).reading } catch { throw ToolError(error) }
    }

    /// A card made of a recording or of a record (JSON), whichever the file holds; what got lost is told.
    static func virtualCard(
        _ path: String, style: ImageCard.Style, telling language: Language? = nil
    ) throws(ToolError) -> VirtualCard {
        do throws(CardFileError) {
            let file = try card(path, style: style)
            if let language { tell(file.losses, in: language) }
            return file.card
        } catch {
            throw ToolError(error)
        }
    }

    /// Tells a person what got lost.
    static func tell(_ losses: [TraceLoss], in language: Language) {
        Output.tell(losses.map { $0.message[language] + "\n" }.joined())
    }
}
