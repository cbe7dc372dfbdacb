import CardRecord
import Register
import RegisterModel
import RegisterServer
import ThaiIDCard

/// Brings records to the register, so many at a time: each time all of them are taken, or none is.
///
/// What was taken in stays where a later time fails; the same files once more then bring the rest.
struct RecordImporter {
    /// As many and as much as a register takes at once.
    private static let (most, largest) = (100, 1 << 19)
    private static let outcomes = ["new", "changed", "known", "again", "erased"]

    private let door: any RegisterDoor
    private let purpose: PurposeOptions
    private var waiting: [JSONValue] = []
    private var size = 0
    private var counts: [String: Int] = [:]

    init(door: any RegisterDoor, purpose: PurposeOptions) { (self.door, self.purpose) = (door, purpose) }

    /// - Parameter isDated: whether the record says when it was read.
    mutating func put(_ record: JSONRecord, isDated: Bool) throws(RegisterError) {
        let item: JSONValue = ["record": record.json, "undated": .bool(!isDated)]
        let length = item.utf8Line.count
        if waiting.count == Self.most || size + length > Self.largest { try flush() }
        waiting.append(item)
        size += length
    }

    mutating func flush() throws(RegisterError) {
        guard !waiting.isEmpty else { return }
        let request = Request(
            .importFiles, purpose: purpose.purpose, reference: purpose.reference, desk: purpose.desk,
            ["records": .array(waiting)])
        let answer = try door.ask(request) { _ in }
        for name in Self.outcomes { counts[name, default: 0] += answer[name]?.integer ?? 0 }
        (waiting, size) = ([], 0)
    }

    /// How many were what.
    var total: JSONValue {
        .object(
            Self.answer(counts.values.reduce(0, +))
                + Self.outcomes.map { .init(name: $0, value: .integer(counts[$0] ?? 0)) })
    }

    /// That so many could be taken in, and none was.
    static func looked(at count: Int) -> JSONValue { .object(answer(count)) }

    private static func answer(_ count: Int) -> [JSONValue.Member] {
        [
            .init(.register), .init(name: "act", value: .string(Act.importFiles.rawValue)),
            .init(name: "records", value: .integer(count)),
        ]
    }
}
