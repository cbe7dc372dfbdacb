import AuditLog
import CardRecord
import Testing

/// Lines of the log of sheets.
@Suite struct SheetLogLineTests {
    private func line(copies: Int, printer: String?, file: String?, holder: String?, at now: String) -> JSONValue {
        let sheet = IssuedSheet(
            audit: "0000-0000-00", at: "2026-11-23T09:41:07+07:00", purpose: "library",
            sections: ["id", "names", "address", "issuer"], isMasked: true, operator: "desk 2", copies: copies,
            printer: printer, file: file, holder: holder)
        return SheetLogLine.issued(sheet).json(at: now)
    }

    @Test func lineOfASheet() {
        #expect(
            line(copies: 2, printer: "office", file: nil, holder: "ab", at: "2026-11-23T09:41:08+07:00").line == """
                {"schema":"thaiid.sheet-log/1","event":"issued","at":"2026-11-23T09:41:08+07:00","audit":"0000-0000-00",\
                "sheetAt":"2026-11-23T09:41:07+07:00","purpose":"library","sections":["id","names","address","issuer"],\
                "masked":true,"printer":"office","copies":2,"file":null,"operator":"desk 2","holder":"ab"}
                """)
    }

    @Test func lineOfAFileAloneHasNoCopies() {
        let line = line(copies: 1, printer: nil, file: "png", holder: nil, at: "t")
        #expect([line["printer"], line["copies"], line["holder"]] == [.null, .null, .null])
        #expect(line["file"] == "png")
    }

    @Test func lineOfAFailure() {
        let line = SheetLogLine.failed(audit: "0000-0000-00", code: "write").json(at: "t").line
        #expect(
            line == #"{"schema":"thaiid.sheet-log/1","event":"failed","at":"t","audit":"0000-0000-00","code":"write"}"#)
    }
}
