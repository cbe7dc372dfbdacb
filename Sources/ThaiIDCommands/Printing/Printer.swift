import ArgumentParser
import CardFormats
import CardRecord
import Host
import SheetRequest
import ThaiIDCard

/// A printer of this machine's CUPS, reached by the program `lp`.
struct Printer {
    private static let limit = Duration.seconds(30)
    /// Which server, whose printer, and as whom.
    private static let variables = [
        "PATH", "HOME", "USER", "LOGNAME", "CUPS_SERVER", "CUPS_ENCRYPTION", "CUPS_USER", "IPP_PORT", "LPDEST",
        "PRINTER",
    ]

    private let executable: String
    let name: PrinterName

    /// What CUPS' programs get of the environment; they speak in a way that can be parsed.
    static var environment: [String: String] {
        Process.environment(of: variables).merging(["LC_ALL": "C.UTF-8"]) { $1 }
    }

    /// Finds `lp`.
    init(_ name: PrinterName) throws(ToolError) {
        guard let executable = Executables.onPath("lp") else { throw .document(.noPrinting) }
        self.executable = executable
        self.name = name
    }

    /// Refuses paper that the printer is known not to have.
    func check(_ paper: Paper) throws(ToolError) {
        guard let papers = PrinterPapers.find(of: name)?.names, !papers.contains(paper.media) else { return }
        throw .document(.noPaper(paper.media, papers: papers))
    }

    /// Hands a PDF over, and comes back once the printer's queue has taken it.
    ///
    /// - Parameter title: The job's name, which everybody may see who sees the queue.
    /// - Returns: What `lp` says of the job: its name and number.
    func print(_ pdf: [UInt8], title: String, copies: Int, paper: Paper) throws(ToolError) -> [String] {
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
            case .notStarted: throw .document(.noPrinting)
            case .limit: throw .document(.slowPrinting(seconds: Int(Self.limit.components.seconds)))
            }
        }
        guard ending.status == 0 else {
            throw .document(.notPrinted(SafeText.lines(ending.words).joined(separator: " ")))
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
