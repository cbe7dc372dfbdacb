import CardRecord
import RecordFiles
import ThaiIDCard

/// The files of an import, which are gone through twice: to look, and to take in.
struct ImportInput {
    private static let mostListed = 1_000

    private let files: [String]
    private let table: CSVImport
    private let hasMap: Bool

    init(files: [String], map: String?) throws {
        (self.files, hasMap) = (files, map != nil)
        table = try CSVImport(map: map)
    }

    /// How many records there are.
    ///
    /// - Throws: all that is wrong, by lines.
    func look() throws -> Int {
        var (count, listed, bad) = (0, [Bilingual](), 0)
        try handOut { fault in
            bad += 1
            if listed.count < Self.mostListed { listed.append(fault) }
        } _: { _, _ in
            count += 1
        }
        guard bad == 0 else { throw CommandFault.badLines(listed, of: bad) }
        return count
    }

    /// Hands out the records in order, each with whether it says when it was read.
    func handOut(bad: ((Bilingual) -> Void)? = nil, _ body: (JSONRecord, _ isDated: Bool) throws -> Void) throws {
        for file in files {
            var last: Bilingual?
            let note = { (fault: Bilingual) in
                last = fault
                bad?(fault)
            }
            if hasMap || CSVImport.isTable(file) {
                try table.handOut(in: file, bad: note, body)
            } else {
                try lines(of: file, bad: note, body)
            }
            // They were good when they were looked at.
            if bad == nil, let last { throw CommandFault.badLines([last], of: 1) }
        }
    }

    private func lines(
        of file: String, bad: (Bilingual) -> Void, _ body: (JSONRecord, _ isDated: Bool) throws -> Void
    ) throws {
        try withoutActuallyEscaping(body) { body in
            var passing = RecordPassing(body: body)
            do {
                _ = try Conversion(input: RecordInput(files: [file]), skipsBad: true).run(into: &passing) { step in
                    if case .leftOut(_, let error) = step { bad(CommandFault(error).report.words.problem) }
                }
            } catch {
                throw passing.failure ?? error
            }
        }
    }
}

/// Passes records of whole people on.
private struct RecordPassing: RecordTarget {
    let body: (JSONRecord, _ isDated: Bool) throws -> Void
    /// Why the last one was not taken.
    private(set) var failure: (any Error)?

    init(body: @escaping (JSONRecord, _ isDated: Bool) throws -> Void) { self.body = body }

    mutating func put(_ record: JSONRecord) throws(RecordFilesError) -> [Bilingual] {
        guard record.wholeCitizenID != nil else { throw .nameless(template: Field.citizenID.key) }
        do {
            try body(record, true)
        } catch {
            failure = error
            throw .noRecord
        }
        return []
    }

    mutating func flush() {}

    mutating func finish() {}
}
