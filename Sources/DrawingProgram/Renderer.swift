package import CardRecord
import Host
package import SheetRequest
package import ThaiIDCard

/// `thaiid-render`, the drawing program: it gets its arguments and one record on standard input, and gives
/// one drawing.
///
/// A photo off a hostile card meets its decoder there, in a process that holds nothing else.
package struct Renderer {
    private static let name = "thaiid-render"
    /// How long a whole drawing may take, in however many forms it is wanted.
    package static let limit = Duration.seconds(10)
    /// What fonts, their cache, and files without a name depend on.
    private static let variables = [
        "PATH", "HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS", "TMPDIR",
    ]

    private let executable: String
    private let language: Language
    private let hear: @Sendable ([String]) -> Void

    /// Finds the program: beside this one, else on the path.
    ///
    /// - Parameter hear: gets the lines that the program has to say of a drawing that it made.
    package init(
        speaking language: Language, hear: @escaping @Sendable ([String]) -> Void
    ) throws(DrawingProgramError) {
        guard let executable = Executables.beside(Self.name) ?? Executables.onPath(Self.name) else {
            throw .missing
        }
        self.executable = executable
        self.language = language
        self.hear = hear
    }

    /// Draws a record.
    ///
    /// - Parameter deadline: of a drawing in several forms, when the last of them has to be there.
    package func draw(
        _ record: JSONValue, _ request: some DrawingRequest, until deadline: ContinuousClock.Instant = .now + limit
    ) throws(DrawingProgramError) -> [UInt8] {
        let ending: ChildProcess.Ending
        do throws(ChildProcess.Failure) {
            var program = program
            program.limit = ContinuousClock.now.duration(to: deadline)
            ending = try program.run(input: Self.head(request) + Array((record.line + "\n").utf8))
        } catch {
            throw DrawingProgramError(error, limit: Self.limit)
        }
        try check(ending)
        return ending.output
    }

    /// What it is told first.
    static func head(_ request: some DrawingRequest) -> [UInt8] {
        ArgumentLine.bytes(request.arguments + [ArgumentLine.jsonErrors])
    }

    /// The program, which is to be told first what to do: everybody can see a command line, and for what a
    /// sheet is made is nobody's business.
    var program: ChildProcess {
        let environment = Process.environment(of: Self.variables)
            .merging(["LC_ALL": language == .thai ? "th_TH.UTF-8" : "C.UTF-8"]) { $1 }
        return ChildProcess(
            executable: executable, arguments: [ArgumentLine.mark], environment: environment, limit: Self.limit,
            isApart: true)
    }

    /// Passes on what the program said, where it ended well.
    ///
    /// - Throws: what it said where it did not.
    func check(_ ending: ChildProcess.Ending) throws(DrawingProgramError) {
        let words = SafeText.lines(ending.words)
        // Its libraries may have said something before.
        let last = ending.words.split(separator: UInt8(ascii: "\n")).last ?? []
        if let failure = DrawingFailure(line: last), failure.kind.exit == ending.status {
            throw .refused(failure)
        }
        switch ending.status {
        case 0: if !words.isEmpty { hear(words) }
        case let status? where Self.statuses.contains(status) && !words.isEmpty:
            throw .notDrawn(exit: status, words: Self.own(words))
        default: throw .broken(status: ending.status)
        }
    }

    /// What it ends with when it says why, by the contract.
    private static let statuses = Set(DrawingFailure.Problem.allCases.map { DrawingFailure($0).kind.exit })

    /// What a program says of a failure that does so in words alone: its last two lines, what happened and what
    /// to do.
    private static func own(_ words: [String]) -> [String] {
        words.last?.hasPrefix("→ ") == true ? words.suffix(2) : words
    }
}
