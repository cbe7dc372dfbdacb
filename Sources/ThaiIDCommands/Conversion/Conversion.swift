import CardFormats
import CardRecord
import ThaiIDCard

/// Passes records from an input to a target, and keeps count of what was not as it should be.
struct Conversion {
    /// How many lines that are no records are told one by one.
    private static let mostTold = 20

    let input: RecordInput
    /// Whether lines that are no records are left out rather than the end of it all.
    let skipsBad: Bool
    let language: Language

    /// Converts everything.
    ///
    /// - Throws: what kept it from going on; after all is done, that lines were left out.
    func run(into target: inout some RecordTarget) throws(ToolError) {
        var notes: [Bilingual: Int] = [:]
        var (done, leftOut) = (0, 0)
        var progress = ConversionProgress(language)
        defer { progress.clear() }
        do throws(ToolError) {
            try input.forEach { () throws(ToolError) in
                try target.flush()
            } _: { finding, place throws(ToolError) in
                do throws(ToolError) {
                    for note in try put(finding, place, into: &target) { notes[note, default: 0] += 1 }
                    done += 1
                    progress.show(done, place.share)
                } catch {
                    guard skipsBad, case .recording = error else { throw error }
                    leftOut += 1
                    progress.clear()
                    if leftOut <= Self.mostTold { tell(error.words.problem) }
                }
            }
        } catch {
            // What came before is good.
            try target.flush()
            throw error
        }
        try target.finish()
        progress.clear()
        for (note, count) in notes.sorted(by: { $0.key.english < $1.key.english }) { tell(note, count) }
        guard leftOut == 0 else { throw .recording(.leftOut(leftOut)) }
    }

    private func put(
        _ finding: RecordInput.Finding, _ place: RecordInput.Place, into target: inout some RecordTarget
    ) throws(ToolError) -> [Bilingual] {
        switch finding {
        case .malformed(let key):
            throw .recording(.badRecord(file: place.file, line: place.line, key: key))
        case .record(let record):
            do throws(ToolError) {
                return try target.put(record)
            } catch {
                guard case .recording(.lacksField(let field)) = error else { throw error }
                throw .recording(.badRecord(file: place.file, line: place.line, key: field))
            }
        }
    }

    private func tell(_ text: Bilingual, _ count: Int = 1) {
        Output.tell(SafeText.clean(text[language]) + (count > 1 ? " (× \(count))" : "") + "\n")
    }
}
