import ArgumentParser
import CardRecord
import CardSources
import CardTrace
import ThaiIDCard

extension Tool.Trace {
    /// `thaiid trace check`: is a recording whole, and does it hold together?
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Check that a recording is well-formed, complete and consistent.",
            discussion: """
                Exits with 22 where it is malformed or lacks bytes of a full read, and with 20 where it \
                contradicts itself: check digit, lengths, photo ends. Prints nothing personal.
                """)

        @Argument(
            help: "A recording in any format that ‘trace convert’ reads; - stands for standard input.",
            completion: .file())
        var file: String

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let language = languageOption.language
            let findings = try CardFile.trace(file, telling: language).findings
            let lines = findings.lazy.map { "\($0.isContradiction ? "✗" : "·") \(Bilingual($0)[language])" }
            let verdict =
                findings.contains(where: \.isContradiction)
                ? Bilingual("ข้อมูลขัดแย้งกัน", "contradicts itself")
                : findings.contains(where: \.isGap)
                    ? Bilingual("ไม่ครบ", "incomplete") : Bilingual("ครบและสอดคล้องกัน", "complete and consistent")
            try Output.write(lines: lines)
            try Output.write(lines: [verdict[language]])
            if findings.contains(where: \.isContradiction) { throw ExitCode(FailureKind.cardData.exit) }
            if findings.contains(where: \.isGap) { throw ExitCode(FailureKind.recording.exit) }
        }
    }
}

extension TraceFinding {
    /// Whether something is not there that a full read would hold.
    fileprivate var isGap: Bool {
        switch self {
        case .missing, .failure: true
        case .wrongLength, .refused, .notFetched, .odd: false
        }
    }
}
