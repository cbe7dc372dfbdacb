import CardFormats
package import ThaiIDCard

/// Passes records from an input to a target, and keeps count of what was not as it should be.
package struct Conversion {
    /// What happens to a record.
    package enum Step {
        /// It is in the target, as this many are now; of everything there is so much lies behind it, 0 to 1,
        /// where that is known.
        case put(count: Int, share: Double?)
        /// It is left out, as this many are now, for this reason.
        case leftOut(count: Int, RecordFilesError)
    }

    /// What there is to say of all of it.
    package struct Outcome {
        /// What the format says otherwise than the records, and of how many of them.
        package let notes: [(text: Bilingual, count: Int)]
        /// How many records were left out.
        package let leftOut: Int
    }

    let input: RecordInput
    /// Whether lines that are no records are left out rather than the end of it all.
    let skipsBad: Bool

    package init(input: RecordInput, skipsBad: Bool) {
        self.input = input
        self.skipsBad = skipsBad
    }

    /// Converts everything.
    package func run(
        into target: inout some RecordTarget, telling tell: (Step) -> Void
    ) throws(RecordFilesError) -> Outcome {
        var notes: [Bilingual: Int] = [:]
        var (done, leftOut) = (0, 0)
        do throws(RecordFilesError) {
            try input.forEach { () throws(RecordFilesError) in
                try target.flush()
            } _: { finding, place throws(RecordFilesError) in
                do throws(RecordFilesError) {
                    for note in try put(finding, place, into: &target) { notes[note, default: 0] += 1 }
                    done += 1
                    tell(.put(count: done, share: place.share))
                } catch {
                    guard skipsBad, case .badRecord = error else { throw error }
                    leftOut += 1
                    tell(.leftOut(count: leftOut, error))
                }
            }
        } catch {
            // What came before is good.
            try target.flush()
            throw error
        }
        try target.finish()
        let sorted = notes.sorted { $0.key.english < $1.key.english }.map { (text: $0.key, count: $0.value) }
        return Outcome(notes: sorted, leftOut: leftOut)
    }

    private func put(
        _ finding: RecordInput.Finding, _ place: RecordInput.Place, into target: inout some RecordTarget
    ) throws(RecordFilesError) -> [Bilingual] {
        switch finding {
        case .malformed(let key):
            throw .badRecord(file: place.file, line: place.line, key: key)
        case .record(let record):
            do throws(RecordFilesError) {
                return try target.put(record)
            } catch {
                switch error {
                case .format(.lacks(let field)), .nameless(let field):
                    throw .badRecord(file: place.file, line: place.line, key: field)
                default: throw error
                }
            }
        }
    }
}
