import CardFormats
import CardRecord
import Host
import RecordFiles
import SheetRequest
import TestSupport
import ThaiIDCard

@testable import FrontDesk

/// What the tests begin with.
enum Given {
    static let read = Record.Read(
        id: ReadID("01JDQ2V8T5ABCDEFGHJKMNPQRS"), at: "2026-11-23T09:41:07+07:00", source: .reader,
        reader: "Reader 00", atr: "3B00", exchanges: 46, milliseconds: 812)

    static func record(_ name: String = "ทดสอบ") -> JSONRecord {
        var card = IDCard()
        card.citizenID = CitizenID("1000000000009").map { .value($0) } ?? .blank
        card.nameThai = .value(PersonName(title: "นาย", first: name, middle: nil, last: "ตัวอย่าง", language: .thai))
        let fields = Field.rows(Field.citizenID, Field.nameThai)
        return JSONRecord(Record(read: read, card: card, fields: fields))
    }

    static func spool(in folder: TemporaryFolder, key: String = "key") throws -> Spool {
        try Spool(folder: folder.path("spool"), keyFile: folder.path(key))
    }

    static func runner(_ spool: Spool) -> EntryRunner {
        EntryRunner(spool: spool, language: .english, programLimit: .seconds(5))
    }

    static func content(_ action: Action, _ record: JSONRecord = record()) -> EntryContent {
        EntryContent(action: action, record: record, at: read.at, reader: read.reader)
    }

    static func format(_ name: String) -> FileFormat {
        FileFormat(OutputFormat.all.first { $0.name == name } ?? .written(.json), FormatOptions())
    }

    static func append(_ path: String, _ format: String) throws -> Action {
        guard let path = DatedPath(path) else { throw Missing() }
        return .append(AppendAction(path: path, format: Self.format(format)))
    }

    /// An entry in the spool, in hand.
    static func entry(
        _ action: Action, in spool: Spool, number: Int = 0, _ state: EntryState = EntryState(),
        _ record: JSONRecord = record()
    ) throws -> SpoolEntry {
        guard let id = read.id else { throw Missing() }
        let name = EntryName(read: id, number: number)
        try spool.add([(name, content(action, record), state)])
        guard case .entry(let entry) = try spool.open(name) else { throw Missing() }
        return entry
    }

    struct Missing: Error {}
}
