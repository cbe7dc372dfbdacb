import Host
package import SheetRequest
import ThaiIDCard

/// Why a printer takes no job.
package enum PrintingError: Error, Hashable {
    /// There is no `lp`.
    case missing
    /// `lp` took too long.
    case slow(Duration)
    /// The printer has none of this paper, but these.
    case noPaper(String, there: [String])
    /// `lp` or the printer refuses, in words of their own.
    case refused(words: [String])
}

/// A printer of this machine's CUPS, reached by the program `lp`.
package struct Printer {
    private static let limit = Duration.seconds(30)
    /// Which server, whose printer, and as whom.
    private static let variables = [
        "PATH", "HOME", "USER", "LOGNAME", "CUPS_SERVER", "CUPS_ENCRYPTION", "CUPS_USER", "IPP_PORT", "LPDEST",
        "PRINTER",
    ]

    private let executable: String
    package let name: PrinterName

    /// What CUPS' programs get of the environment; they speak in a way that can be parsed.
    static var environment: [String: String] {
        Process.environment(of: variables).merging(["LC_ALL": "C.UTF-8"]) { $1 }
    }

    /// Finds `lp`.
    package init(_ name: PrinterName) throws(PrintingError) {
        guard let executable = Executables.onPath("lp") else { throw .missing }
        self.executable = executable
        self.name = name
    }

    /// The names of this machine's printers; `nil` where nothing prints here. Nobody is asked over a network, unless
    /// the environment names a server there.
    package static func names() -> [String]? {
        guard let executable = Executables.onPath("lpstat"), Executables.onPath("lp") != nil else { return nil }
        guard Process.environment("CUPS_SERVER") != nil || Folder.holds("/run/cups/cups.sock") else { return [] }
        let program = ChildProcess(
            executable: executable, arguments: ["-a"], environment: environment, limit: .seconds(5))
        // `office accepting requests since …`
        return (try? program.run(input: [])).map { ending in
            SafeText.lines(ending.output).compactMap { $0.split(separator: " ").first.map(String.init) }
        } ?? []
    }

    /// Refuses paper that the printer is known not to have.
    package func check(_ paper: Paper) throws(PrintingError) {
        guard let papers = PrinterPapers.find(of: name)?.names, !papers.contains(paper.media) else { return }
        throw .noPaper(paper.media, there: papers)
    }

    /// Hands a PDF over, and comes back once the printer's queue has taken it.
    ///
    /// - Parameter title: The job's name, which everybody may see who sees the queue.
    /// - Returns: What `lp` says of the job: its name and number.
    package func print(
        _ pdf: [UInt8], title: String, copies: Int, paper: Paper
    ) throws(PrintingError) -> [String] {
        let destination: [String] = if case .named(let name) = name { ["-d", name] } else { [] }
        let program = ChildProcess(
            executable: executable,
            arguments: destination + ["-n", String(copies), "-o", "media=\(paper.media)", "-t", title],
            environment: Self.environment, limit: Self.limit)
        let ending: ChildProcess.Ending
        do throws(ChildProcess.Failure) {
            ending = try program.run(input: pdf)
        } catch {
            switch error {
            case .notStarted: throw .missing
            case .limit: throw .slow(Self.limit)
            }
        }
        guard ending.status == 0 else {
            throw .refused(words: SafeText.lines(ending.words))
        }
        return SafeText.lines(ending.output)
    }
}

extension Paper {
    /// Its name in CUPS.
    var media: String {
        switch self {
        case .a4: "A4"
        case .a5: "A5"
        case .letter: "Letter"
        }
    }
}
