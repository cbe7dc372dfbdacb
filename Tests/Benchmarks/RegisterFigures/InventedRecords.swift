internal import CardRecord
internal import Invention
internal import SmartCard
internal import ThaiIDCard

/// Records of people who do not exist, as `thaiid read --json` would print them.
struct InventedRecords {
    private let withPhoto = InventedPeople(seed: 12)
    private let plain = InventedPeople(seed: 12, portraits: false)
    private let fields = Field.all.filter { $0.group == .card }

    func citizenID(_ index: Int) -> String { plain.citizenID(at: index).digits }

    /// - Parameter day: of January 2026, on which the card was read.
    func record(_ index: Int, photo: Bool, day: Int = 1) -> JSONValue {
        let person = photo ? withPhoto[index] : plain[index]
        let read = Record.Read(
            at: "2026-01-\(day < 10 ? "0" : "")\(day)T09:00:00+07:00", source: .virtual, reader: nil,
            atr: person.atr.description, exchanges: 0, milliseconds: 0)
        return Record(read: read, card: person.card, fields: fields.filter { photo || $0.kind != .photo }).json
    }
}
