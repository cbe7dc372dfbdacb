import CardFormats
import CardRecord
import RecordFiles
import SheetRequest
import TestSupport
import Testing
import ThaiIDCard

@testable import FrontDesk

/// Actions as the spool keeps them.
@Suite struct ActionTests {
    static func all() throws -> [Action] {
        var options = FormatOptions()
        (options.language, options.headings, options.hasPhotos, options.hospitalCode) = (.thai, .english, true, "01234")
        options.columns = ["read.at", "citizenID"].compactMap(Column.named)
        options.fields = Field.rows(Field.citizenID, Field.photo)
        let audit = try #require(AuditNumber("7K3M-Q9TD-2V"))
        let at = try #require(Moment(iso: Given.read.at))
        var request = SheetRequest(purpose: "เปิดบัญชี = ธนาคาร --mask", audit: audit, at: at)
        let plain = SheetAction(request: request, operator: "desk", printer: nil, copies: 1, folder: "/f", log: nil)
        (request.isMasked, request.language, request.paper, request.font) = (
            true, SheetLanguage.allCases.last, .a5, "Sarabun"
        )
        (request.issuerBlock, request.toolVersion) = ("/etc/block", "0.2.0")
        request.sections = SectionList([.id, .names])
        return [
            .save(SaveAction(folder: "/srv/a b", format: FileFormat(.written(.csv), options))),
            try Given.append("/srv/visits-{date}.csv", "csv"), .run(RunAction(program: "/bin/cat")),
            .register(RegisterAction(purpose: "visit", desk: "โต๊ะ 2", config: "/etc/a b.toml")),
            .register(RegisterAction(purpose: "visit", desk: nil, config: nil)), .sheet(plain),
            .sheet(
                SheetAction(
                    request: request, operator: "โต๊ะ 2", printer: "office", copies: 2, folder: nil,
                    log: .init(path: "/var/log", key: "/key"))),
        ]
    }

    @Test func eachComesBackAsItWas() throws {
        for action in try Self.all() {
            let text = Array(action.json.line.utf8)
            #expect(Action(json: try #require(JSONValue(parsing: text))) == action)
        }
    }

    @Test func whatThisReleaseDoesNotKnowIsNoAction() throws {
        #expect(Action(json: ["name": "fax", "number": "12"]) == nil)
        #expect(Action(json: ["name": "save", "folder": "/a", "format": ["name": "pdf417"]]) == nil)
    }

    @Test func statesComeBackAsTheyWere() throws {
        var state = EntryState()
        #expect(EntryState(bytes: state.bytes) == state)
        state.placing = .init(file: "/a", offset: 12, length: 3, digest: "ab")
        (state.isPlaced, state.isLogged, state.isPrinting, state.isHeld) = (true, true, true, true)
        (state.failures, state.failure) = (3, "write")
        state.logging = state.placing
        #expect(EntryState(bytes: state.bytes) == state)
    }

    @Test(arguments: [
        ("visits.csv", "visits.csv", "csv"), ("/a/v-{date}.ndjson", "/a/v-2026-11-23.ndjson", "ndjson"),
        ("{date}/{date}.xlsx", "2026-11-23/2026-11-23.xlsx", "xlsx"), ("noext", "noext", nil),
    ])
    func aPathMayHoldTheDay(_ text: String, _ path: String, _ fileExtension: String?) throws {
        let dated = try #require(DatedPath(text))
        #expect(dated.path(on: "2026-11-23") == path && dated.fileExtension == fileExtension)
    }

    @Test(arguments: ["", "a/", "{name}.csv", "{date.csv", "date}.csv"])
    func nothingElseStandsInBraces(_ text: String) {
        #expect(DatedPath(text) == nil)
    }

    @Test func namesOfEntriesComeBack() throws {
        let name = EntryName(read: try #require(Given.read.id), number: 12)
        #expect(EntryName(name.description) == name && EntryName(name.file) == name)
        for text in ["", "x", "\(name)x", "01JDQ2V8T5ABCDEFGHJKMNPQRS-01", "01JDQ2V8T5ABCDEFGHJKMNPQRS--1", "../x-1"] {
            #expect(EntryName(text) == nil, "\(text)")
        }
    }
}
