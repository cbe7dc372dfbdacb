import ArgumentParser
import DeskConfig
import Host
import SheetRequest
import ThaiIDCard

/// What an operator may say about all sheets of a desk alike.
struct SheetLook: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What the sheet may be used for. Without it, and none configured, there is no sheet.", valueName: "text"))
    var purpose: String?

    @Option(help: "What the sheet is printed on (default: a4).")
    var paper: Paper?

    @Option(
        help: ArgumentHelp(
            """
            What of the card it shows, of photo,id,names,birth,sex,validity,address,issuer,request. By default \
            all but sex.
            """, valueName: "a,b,…"))
    var sections: SectionList?

    @Option(help: "The sections that a kind of office needs, as listed above.")
    var preset: SheetPreset?

    @Option(
        help: ArgumentHelp(
            "Who makes the sheet: a text file of up to 4 lines, to stand at its head.", valueName: "file"),
        completion: .file())
    var issuerBlock: String?

    @Option(help: ArgumentHelp("Family of the sheet's letters, if it is installed.", valueName: "family"))
    var font: String?

    @Option(help: ArgumentHelp("Who makes the sheet, for the log (default: the user's name).", valueName: "name"))
    var `operator`: String?

    func validate() throws {
        guard sections == nil || preset == nil else {
            throw ValidationError(
                thai: "ใช้ --sections หรือ --preset เพียงอย่างเดียว", english: "--sections and --preset exclude one another."
            )
        }
    }

    /// A sheet that looks so, with what is settled where nothing is said.
    func job(
        _ settings: Settings, audit: AuditNumber, at time: Moment, hasPhoto: Bool
    ) throws(ToolError) -> SheetJob {
        let purpose = purpose ?? settings.text(.purpose) ?? ""
        guard purpose.contains(where: { !$0.isWhitespace }) else { throw .refused(.purposeMissing) }
        let settled: SheetPreset? = settings.choice(.preset)
        let sections = (sections?.sections ?? (preset ?? settled)?.sections ?? SheetSection.usual)
            .filter { $0 != .photo || hasPhoto }
        guard !sections.isEmpty else { throw .usage(Self.nothingLeft) }
        var request = SheetRequest(purpose: purpose, audit: audit, at: time)
        request.sections = SectionList(sections)
        request.paper = paper ?? settings.choice(.paper) ?? request.paper
        request.issuerBlock = issuerBlock ?? settings.text(.issuerBlock)
        request.font = font ?? settings.text(.font)
        request.toolVersion = Tool.configuration.version
        return SheetJob(request: request, operator: `operator` ?? settings.text(.operator) ?? Process.userName)
    }

    /// That a sheet would be empty.
    static let nothingLeft = Bilingual("ไม่เหลือข้อมูลที่จะแสดง", "No section is left to show.")
}
