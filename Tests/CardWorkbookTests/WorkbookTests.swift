import CardFormats
import CardRecord
import Foundation
import Testing

@testable import CardWorkbook

/// A workbook is bounded, and the same for the same records.
@Suite struct WorkbookTests {
    private func record(
        issuer: String = "ท้องถิ่นตัวอย่าง", at: String = "2026-11-23T09:41:07+07:00", warnings: [JSONValue] = []
    ) throws -> JSONRecord {
        try JSONRecord(json: [
            "schema": "thaiid.record/1",
            "read": [
                "at": .string(at), "source": "reader", "atr": "3B00", "exchanges": .integer(46),
                "milliseconds": .integer(812),
            ],
            "card": ["citizenID": "1000000000009", "issuer": .string(issuer)], "states": [:],
            "warnings": .array(warnings),
        ])
    }

    private func bytes(_ records: [JSONRecord], _ columns: [Column] = Column.usual) throws -> [UInt8] {
        let workbook = try Workbook(columns: columns)
        for record in records { try workbook.append(record) }
        try workbook.finish()
        var bytes: [UInt8] = []
        while true {
            let part = try workbook.nextPart()
            if part.isEmpty { return bytes }
            bytes += part
        }
    }

    @Test func sameRecordsGiveTheSameBytes() throws {
        let records = [try record(), try record(issuer: "=1+1")]
        let first = try bytes(records)
        #expect(first.starts(with: Array("PK".utf8)))
        #expect(try bytes(records) == first)
    }

    @Test func timeOfTheFirstRecordIsTheWorkbooks() throws {
        let later = try record(at: "2026-11-23T09:41:08+07:00")
        #expect(try bytes([record()]) != bytes([later]))
        let columns = [try #require(Column.named("issuer"))]
        #expect(try bytes([record(), later], columns) == bytes([record(), record()], columns))
    }

    @Test func noRecordsAreAWorkbookToo() throws { #expect(try bytes([]) == bytes([])) }

    @Test func recordsBeyondTheRowsOfASheetAreRefused() throws {
        let workbook = try Workbook(Column.usual, 2)
        for _ in 0..<2 { try workbook.append(record()) }
        #expect(throws: WorkbookError.tooManyRecords(limit: 2)) { try workbook.append(record()) }
    }

    @Test func photosBeyondWhatIsHeldAreRefused() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures/ordinary.json")
        let json = try #require(JSONValue(parsing: Array(try Data(contentsOf: file))))
        let record = try JSONRecord(json: json)
        let columns = [try #require(Column.named("citizenID"))]
        let most = 3 * (try #require(record.photo).count)
        let workbook = try Workbook(columns, photos: PhotoColumn(column: 1, holding: most), 1_000)
        #expect(throws: WorkbookError.tooManyPhotos(limit: most)) {
            for _ in 0..<1_000 { try workbook.append(record) }
        }
        #expect(throws: Never.self) {
            try Workbook(columns, photos: PhotoColumn(column: 1, holding: most), 1_000).append(record)
        }
    }

    /// The texts of a card are bounded; how much may be odd about it is not.
    @Test func textThatNoCellHoldsIsRefused() throws {
        let workbook = try Workbook(columns: [try #require(Column.named("warnings"))])
        let odd: JSONValue = ["code": "a.bbbbbb", "field": "issuer", "message": "Odd."]
        try workbook.append(record(warnings: Array(repeating: odd, count: 2048)))
        #expect(throws: WorkbookError.tooLong(column: "warnings")) {
            try workbook.append(record(warnings: Array(repeating: odd, count: 2049)))
        }
    }
}
