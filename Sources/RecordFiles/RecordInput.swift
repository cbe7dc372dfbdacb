package import CardRecord
package import Host

/// Records out of files, one after another: JSON lines, or a file that is one record on several.
///
/// Of what `thaiid watch --ndjson` prints, the cards that were read are taken and the other events
/// passed over.
package struct RecordInput {
    /// Where a record stands.
    struct Place: Hashable {
        let file: String
        let line: Int
        /// How much of everything there is lies behind it, 0 to 1; `nil` where that is not known.
        let share: Double?
    }

    /// What stands in a place.
    enum Finding {
        case record(JSONRecord)
        /// No record: this does not fit.
        case malformed(key: String)
    }

    /// The files, `-` for standard input.
    package let files: [String]
    /// What ends it before its end.
    package var interruption: Interruption?

    /// Whether records come through a pipe, from a program that may go on for a day.
    package var isPiped: Bool { files.contains("-") && FileStatus(Descriptor.input)?.kind == .pipe }

    package init(files: [String]) { self.files = files }

    /// The one record that there is.
    package func only() throws(RecordFilesError) -> JSONRecord {
        var records: [JSONRecord] = []
        let nothing = { () throws(RecordFilesError) in }
        try forEach(beforeWaiting: nothing) { finding, place throws(RecordFilesError) in
            switch finding {
            case .malformed(let key): throw .notRecord(file: place.file, key: key)
            case .record(let record): records.append(record)
            }
            guard records.count == 1 else { throw .severalRecords(file: place.file) }
        }
        guard let record = records.first else { throw .notRecord(file: files.first ?? "-", key: "JSON") }
        return record
    }

    /// Hands out what is found, in order, until `body` throws.
    ///
    /// - Parameter wait: called before anything is waited for.
    func forEach(
        beforeWaiting wait: () throws(RecordFilesError) -> Void,
        _ body: (Finding, Place) throws(RecordFilesError) -> Void
    ) throws(RecordFilesError) {
        let total = InputPaths.size(of: files)
        var passed = 0
        for file in files {
            var lines = try InputLines(file, until: interruption)
            var number = 0
            while let line = try lines.next(beforeWaiting: wait) {
                number += 1
                guard let finding = try Self.finding(line, &lines, isFirst: number == 1) else { continue }
                let share = total.map { min(1, Double(passed + lines.passed) / Double(max(1, $0))) }
                try body(finding, Place(file: file, line: number, share: share))
            }
            passed += lines.passed
        }
    }

    /// What a line is; `nil` where it is blank, or an event of no interest.
    private static func finding(
        _ line: InputLines.Line, _ lines: inout InputLines, isFirst: Bool
    ) throws(RecordFilesError) -> Finding? {
        guard case .whole(let text) = line else { return .malformed(key: "length") }
        guard text.contains(where: { !" \t\r".utf8.contains($0) }) else { return nil }
        let first = Self.finding(text)
        if case .malformed(key: "JSON")? = first, isFirst, let whole = try lines.all(from: text) {
            let all = Self.finding(whole)
            if case .malformed(key: "JSON")? = all { return first }
            while try lines.next(beforeWaiting: {}) != nil {}
            return all
        }
        return first
    }

    private static func finding(_ line: [UInt8]) -> Finding? {
        do throws(RecordSyntaxError) {
            return try JSONRecord.reading(line: line).map(Finding.record)
        } catch {
            return .malformed(key: error.key)
        }
    }
}
