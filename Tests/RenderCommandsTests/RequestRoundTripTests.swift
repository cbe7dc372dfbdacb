import ArgumentParser
import SheetRequest
import Testing
import ThaiIDCard

@testable import RenderCommands

/// What `thaiid` asks for is what the drawing program understands.
@Suite struct RequestRoundTripTests {
    static let sheets: [SheetRequest] = {
        guard let audit = AuditNumber("7K3M-Q9TD-2V"), let at = Moment(iso: "2026-11-23T09:41:07+07:00") else {
            return []
        }
        var usual = SheetRequest(purpose: "library", audit: audit, at: at)
        (usual.language, usual.font, usual.toolVersion) = (.thai, "Laksaman", "0.1.0")
        func changed(_ change: (inout SheetRequest) -> Void) -> SheetRequest {
            var request = usual
            change(&request)
            return request
        }
        let languages = SheetLanguage.allCases.map { value in changed { $0.language = value } }
        let papers = Paper.allCases.map { value in changed { $0.paper = value } }
        let formats = PageFormat.allCases.map { value in changed { $0.format = value } }
        let sections = SheetSection.allCases.map { value in changed { $0.sections = SectionList([value]) } }
        let purposes = ["--mask", "a\nb", "=", "ใช้เพื่อ # เท่านั้น", " ", "@-", "-o"].map { value in
            changed { $0.purpose = value }
        }
        let times = ["2026-11-23T09:41:07Z", "0457-01-01T00:00:00-00:00", "9456-12-31T23:59:59+14:59"]
            .compactMap(Moment.init(iso:)).map { value in changed { $0.at = value } }
        let numbers = [AuditNumber.random(), AuditNumber("RR3"), AuditNumber("-")].compactMap { $0 }
            .map { value in changed { $0.audit = value } }
        let everything = changed {
            ($0.format, $0.paper, $0.language) = (.png, .letter, .both)
            $0.sections = SectionList(SheetSection.allCases)
            ($0.isMasked, $0.isLayout) = (true, true)
            ($0.issuerBlock, $0.font, $0.toolVersion) = ("-file with spaces", "Garuda", "9.9.9")
        }
        let groups = [[usual], languages, papers, formats, sections, purposes, times, numbers, [everything]]
        return Array(groups.joined())
    }()

    @Test(arguments: sheets)
    func sheetIsUnderstood(_ request: SheetRequest) throws {
        #expect(try parse(RenderTool.Sheet.self, request).request == request)
    }

    @Test func whatIsNotSaidOfASheetIsUsual() throws {
        let usual = try #require(Self.sheets.first)
        var bare = usual
        (bare.language, bare.font, bare.toolVersion) = (nil, nil, nil)
        #expect(try parse(RenderTool.Sheet.self, bare).request == usual)
        #expect(usual.toolVersion == RenderTool.configuration.version)
    }

    @Test(arguments: PageFormat.allCases, Paper.allCases)
    func guestCardIsUnderstood(_ format: PageFormat, _ paper: Paper) throws {
        for language in SheetLanguage.allCases {
            for isLayout in [false, true] {
                var request = GuestCardRequest()
                (request.format, request.paper, request.language) = (format, paper, language)
                (request.font, request.isLayout) = ("Garuda", isLayout)
                #expect(try parse(RenderTool.RR3.self, request).request == request)
            }
        }
    }

    @Test func whatIsNotSaidOfAGuestCardIsUsual() throws {
        let request = try parse(RenderTool.RR3.self, GuestCardRequest()).request
        #expect(request.format == .pdf && request.paper == .a4 && request.language == .thai && !request.isLayout)
    }

    @Test(arguments: Paper.allCases, SheetLanguage.allCases)
    func pageIsUnderstood(_ paper: Paper, _ language: SheetLanguage) throws {
        var request = PageRequest()
        (request.paper, request.language, request.font) = (paper, language, "Garuda")
        #expect(try parse(RenderTool.Page.self, request).request == request)
        let usual = try parse(RenderTool.Page.self, PageRequest()).request
        #expect(usual.paper == .a4 && usual.language == .thai)
    }

    @Test(arguments: PortraitMode.allCases, [1, 40, 500])
    func portraitIsUnderstood(_ mode: PortraitMode, _ size: Int) throws {
        let request = PortraitRequest(columns: size, rows: 501 - size, mode: mode)
        #expect(try parse(RenderTool.Portrait.self, request).request == request)
    }

    @Test(arguments: [0, 501, -1])
    func portraitOfNoSizeIsRefused(_ size: Int) {
        #expect(throws: (any Error).self) {
            try parse(RenderTool.Portrait.self, PortraitRequest(columns: size, rows: 1, mode: .blocks))
        }
        #expect(throws: (any Error).self) {
            try parse(RenderTool.Portrait.self, PortraitRequest(columns: 1, rows: size, mode: .blocks))
        }
    }

    @Test(
        arguments: [nil, ["citizenID"], ["birthDate.iso", "nameThai.first", "read.at"]], [nil, Language.thai, .english])
    func workbookIsUnderstood(_ columns: [String]?, _ headings: Language?) throws {
        for hasPhotos in [false, true] {
            var request = WorkbookRequest()
            (request.columns, request.headings, request.hasPhotos) = (columns, headings, hasPhotos)
            #expect(try parse(RenderTool.XLSX.self, request).request == request)
        }
    }

    @Test(arguments: [[], ["nobody"], ["citizenID", "nobody"]])
    func workbookOfColumnsThatThereAreNotIsRefused(_ columns: [String]) {
        var request = WorkbookRequest()
        request.columns = columns
        #expect(throws: (any Error).self) { try parse(RenderTool.XLSX.self, request) }
    }

    /// As the program does it: the line of arguments, parsed from the root.
    private func parse<Command: ParsableCommand>(_ type: Command.Type, _ request: some DrawingRequest) throws -> Command
    {
        let line = ArgumentLine.bytes(request.arguments)
        return try #require(try RenderTool.parseAsRoot(try ProgramArguments.parse(line.dropLast())) as? Command)
    }
}
