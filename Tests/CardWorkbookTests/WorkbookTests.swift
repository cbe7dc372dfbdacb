import CardExport
import Testing

@testable import CardWorkbook

/// A workbook is bounded, and the same for the same records.
@Suite struct WorkbookTests {
    private func record(issuer: String = "ท้องถิ่นตัวอย่าง", at: String = "2026-11-23T09:41:07+07:00") throws -> JSONRecord {
        try JSONRecord(json: [
            "schema": "thaiid.record/1",
            "read": [
                "at": .string(at), "source": "reader", "atr": "3B00", "exchanges": .integer(46),
                "milliseconds": .integer(812),
            ],
            "card": ["citizenID": "1000000000009", "issuer": .string(issuer)], "states": [:], "warnings": [],
        ])
    }

    private func bytes(_ records: [JSONRecord]) throws -> [UInt8] {
        let workbook = try Workbook(columns: Column.usual)
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
        #expect(try bytes([record()]) != bytes([record(at: "2026-11-23T09:41:08+07:00")]))
    }

    @Test func noRecordsAreAWorkbookToo() throws { #expect(try bytes([]) == bytes([])) }

    @Test func textThatNoCellHoldsIsRefused() throws {
        let workbook = try Workbook(columns: Column.usual)
        try workbook.append(record(issuer: String(repeating: "ก", count: 32_767)))
        #expect(throws: WorkbookError.tooLong(column: "issuer")) {
            try workbook.append(record(issuer: String(repeating: "ก", count: 32_768)))
        }
    }
}
