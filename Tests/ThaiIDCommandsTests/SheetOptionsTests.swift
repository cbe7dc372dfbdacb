import ArgumentParser
import CardRecord
import DeskConfig
import Host
import Printing
import SheetRequest
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// What becomes of the options of `thaiid sheet`.
@Suite struct SheetOptionsTests {
    private func job(_ arguments: String..., settled: String = "") throws -> SheetJob {
        try SheetOptions.parse(arguments).job(try Settings(desk: settled))
    }

    private func arguments(_ format: PageFormat, _ arguments: String...) throws -> [String] {
        let settled = ["--purpose", "library", "--audit", "0000-0000-00", "--at", "2026-11-23T09:41:07+07:00"]
        return try SheetOptions.parse(settled + arguments).job(try Settings(desk: "")).request(format).arguments
    }

    @Test func drawingProgramIsToldEverything() throws {
        let usual = [
            "sheet", "--purpose=library", "--audit=0000-0000-00", "--at=2026-11-23T09:41:07+07:00", "--format=pdf",
            "--paper=a4", "--sections=photo,id,names,birth,validity,address,issuer,request", "--tool-version=0.1.0",
        ]
        #expect(try arguments(.pdf) == usual)
        #expect(
            try arguments(
                .png, "--paper", "a5", "--sections", "names,id", "--mask", "--no-photo", "--lang", "both",
                "--issuer-block=-file", "--font", "Garuda")
                == usual.prefix(4) + [
                    "--format=png", "--paper=a5", "--sections=id,names", "--tool-version=0.1.0", "--mask", "--no-photo",
                    "--lang=both", "--issuer-block=-file", "--font=Garuda",
                ])
    }

    @Test(arguments: [nil, " ", "\t\n", "\u{3000}"])
    func withoutAPurposeThereIsNoSheet(_ purpose: String?) throws {
        let options = try SheetOptions.parse(purpose.map { ["--purpose=\($0)"] } ?? [])
        #expect(throws: ToolError.refused(.purposeMissing)) { try options.job(try Settings(desk: "")) }
    }

    @Test func settledValuesStandWhereNothingIsSaid() throws {
        let settled = """
            purpose = "check-in"
            operator = "desk 2"
            paper = "a5"
            font = "Garuda"
            preset = "bank"
            issuer-block = "/etc/issuer"
            mask = true
            no-photo = true
            lang = "both"
            """
        let job = try job(settled: settled)
        #expect(job.request.purpose == "check-in")
        #expect(job.operator == "desk 2")
        #expect(job.request.paper == .a5)
        #expect(job.request.font == "Garuda")
        #expect(job.request.sections == SectionList(SheetPreset.bank.sections.filter { $0 != .photo }))
        #expect(job.request.issuerBlock == "/etc/issuer")
        #expect(job.request.isMasked && job.request.language == .both)
        let said = try self.job(
            "--purpose", "library", "--operator", "desk 3", "--paper", "letter", "--font", "Loma", "--preset", "hotel",
            "--issuer-block", "mine", "--lang", "en", settled: settled)
        #expect(said.request.purpose == "library")
        #expect(said.operator == "desk 3")
        #expect(said.request.paper == .letter)
        #expect(said.request.font == "Loma")
        #expect(said.request.sections == SectionList(SheetPreset.hotel.sections))
        #expect(said.request.issuerBlock == "mine")
        #expect(said.request.language == .english)
    }

    @Test func photoThatADeskLeavesOutIsNoSheetByItself() throws {
        #expect(throws: ToolError.usage(SheetLook.nothingLeft)) {
            try job("--purpose", "x", "--sections", "photo", settled: "no-photo = true")
        }
    }

    @Test func messagesAreInTheDesksLanguage() throws {
        let desk = try Settings(desk: "lang = \"th\"")
        #expect(try SheetOptions.parse([]).language(desk) == .thai)
        #expect(try SheetOptions.parse(["--lang", "en"]).language(desk) == .english)
    }

    @Test func operatorIsTheUserWhereNobodyIsNamed() throws {
        #expect(try job("--purpose", "x").operator == Process.userName)
    }

    @Test(arguments: SheetPreset.allCases)
    func presetAsksForNoMoreThanTheFrontOfTheCardAndTheSex(_ preset: SheetPreset) {
        #expect(preset.sections.contains(.id) && preset.sections.contains(.names))
        #expect(Set(preset.sections).count == preset.sections.count)
        #expect(preset.sections.contains(.photo) == [.bank, .municipality].contains(preset))
        #expect(preset.sections.contains(.sex) == (preset == .clinic))
    }

    @Test func noMoreIsReadThanIsShown() throws {
        func fields(_ arguments: String...) throws -> [String] {
            try SheetOptions.parse(["--purpose=x"] + arguments).job(try Settings(desk: "")).fields.map(\.key)
        }
        #expect(try fields("--sections", "names") == ["citizenID", "nameThai", "nameEnglish"])
        #expect(try fields("--preset", "hotel") == ["citizenID", "nameThai", "nameEnglish", "issuer", "address"])
        #expect(try fields("--no-photo").contains("photo") == false)
    }

    @Test(arguments: [
        ["--sections", "id", "--preset", "hotel"], ["--sections", ""], ["--sections", "id,"],
        ["--sections", "id,nobody"],
        ["--sections", "photo", "--no-photo"], ["--preset", "shop"], ["--paper", "a3"], ["--lang", "fr"],
        ["--audit", "0000-0000-01"], ["--at", "today"], ["--at", "2026-11-23 09:41:07+07:00"],
        ["--at", "2026-11-23T09:41:07"], ["--at", "2026-02-30T09:41:07Z"], ["--at", "2026-11-23T24:00:00Z"],
        ["--at", "2026-11-23T09:60:07Z"], ["--at", "2026-11-23T09:41:07+15:00"], ["--at", "0000-11-23T09:41:07Z"],
        ["--at", "๒๕๖๙-11-23T09:41:07Z"],
    ])
    func wrongOptionIsRefused(_ arguments: [String]) {
        #expect(throws: (any Error).self) { try SheetOptions.parse(["--purpose=x"] + arguments) }
    }
}

/// Where a sheet goes.
@Suite struct SheetOutputTests {
    @Test(arguments: [
        (["-o", "a.pdf"], PageFormat.pdf), (["-o", "a.PNG"], .png), (["-o", "-"], .pdf),
        (["-o", "-", "--format", "png"], .png),
        (["-o", "a", "--format", "pdf"], .pdf), (["-o", "a.pdf", "--format", "png"], .png), (["--print"], nil),
    ])
    func formatIsThatOfTheFile(_ arguments: [String], _ format: PageFormat?) throws {
        #expect(try SheetOutput.parse(arguments).fileFormat == format)
    }

    @Test func printerIsTheUsualOneUnlessOneIsNamed() throws {
        #expect(try SheetOutput.parse(["--print"]).printer == .usual)
        #expect(try SheetOutput.parse(["--print", "office", "--copies", "2"]).printer == .named("office"))
        #expect(try SheetOutput.parse(["--print", "-o", "a.pdf"]).printer == .usual)
        #expect(try SheetOutput.parse(["-o", "a.pdf"]).printer == nil)
    }

    @Test(arguments: [
        [], ["--force"], ["--copies", "2"], ["-o", "a.pdf", "--copies", "2"], ["--print", "--copies", "0"],
        ["--print", "--copies", "100"], ["-o", "a"], ["-o", "a.doc"], ["-o", "pdf"], ["-o", "a.pdf/b"],
        ["-o", "a.svg", "--format", "svg"],
    ])
    func sheetThatGoesNowhereIsRefused(_ arguments: [String]) {
        #expect(throws: (any Error).self) { try Tool.Sheet.parse(arguments) }
    }

    @Test func deskPrintsWhereNobodySaysWhereTheSheetGoes() throws {
        func printer(_ arguments: [String], _ settled: String) throws -> PrinterName? {
            let output = try SheetOutput.parse(arguments).settled(try Settings(desk: settled))
            #expect((output.contradiction == nil) == (output.output != nil || output.printer != nil))
            return output.printer
        }
        #expect(try printer([], "print = \"office\"") == .named("office"))
        #expect(try printer([], "print = true") == .usual)
        #expect(try printer([], "print = false") == nil)
        #expect(try printer(["-o", "a.pdf"], "print = true") == nil)
        #expect(try printer(["--print", "back"], "print = \"office\"") == .named("back"))
        #expect(try printer(["-o", "a.pdf", "--print"], "print = \"office\"") == .usual)
        #expect(try Tool.Sheet.parse(["--desk", "a", "--copies", "2"]).deskOptions.isNamed)
    }

    @Test func desksReaderIsTheOneWhereAReaderIsMeant() throws {
        let desk = try Settings(desk: "reader = 2\ntimeout = 9")
        func card(_ arguments: String...) throws -> CardSource { try SheetSource.parse(arguments).settled(desk).card }
        #expect(try card().reader == "2" && card().timeout == 9)
        #expect(try card("--reader", "ACR", "--timeout", "3").reader == "ACR" && card("--timeout", "3").timeout == 3)
        for source in [["--sample"], ["--replay", "f"], ["--card", "f"], ["--from", "f"]] {
            #expect(try SheetSource.parse(source).settled(desk).card.reader == nil)
        }
    }
}
