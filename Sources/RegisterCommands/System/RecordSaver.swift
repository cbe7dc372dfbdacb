import CardFormats
import CardRecord
import RecordFiles
import Register
import RegisterModel
import RegisterServer
import ThaiIDCard

/// Passes records on to the register, one after another.
struct RecordSaver: RecordTarget {
    private let door: any RegisterDoor
    private let purpose: PurposeOptions
    private let keepsPhoto: Bool
    /// Gets what became of each, once it is on the disk.
    private let tell: (JSONValue) throws -> Void
    /// Why the last one was not taken, or not told.
    private(set) var failure: (any Error)?
    private(set) var count = 0
    private var outcomes: [String: Int] = [:]

    init(
        door: any RegisterDoor, purpose: PurposeOptions, keepsPhoto: Bool,
        tell: @escaping (JSONValue) throws -> Void = { _ in }
    ) {
        (self.door, self.purpose, self.keepsPhoto, self.tell) = (door, purpose, keepsPhoto, tell)
    }

    mutating func put(_ record: JSONRecord) throws(RecordFilesError) -> [Bilingual] {
        do {
            try tell(try save(record))
        } catch {
            failure = error
            throw .noRecord
        }
        return []
    }

    /// Saves one.
    mutating func save(_ record: JSONRecord) throws(RegisterError) -> JSONValue {
        let request = Request(
            .save, purpose: purpose.purpose, reference: purpose.reference, desk: purpose.desk,
            ["record": record.json, "keepPhoto": keepsPhoto ? .bool(true) : nil])
        let answer = try door.ask(request) { _ in }
        count += 1
        outcomes[answer["outcome"]?.string ?? "", default: 0] += 1
        return answer
    }

    mutating func flush() {}

    mutating func finish() {}

    /// How many were what.
    var total: JSONValue {
        .object(
            [
                .init(.register), .init(name: "act", value: .string(Act.save.rawValue)),
                .init(name: "records", value: .integer(count)),
            ]
                + ["new", "changed", "known", "again"].map { .init(name: $0, value: .integer(outcomes[$0] ?? 0)) })
    }
}
