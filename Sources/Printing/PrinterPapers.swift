import Host
import ThaiIDCard

/// The papers that CUPS knows a printer to have.
///
/// A job on another is taken and then dropped without a word to whoever sent it, so they are asked
/// for beforehand. A queue without a driver has no list, and takes anything.
struct PrinterPapers {
    private static let limit = Duration.seconds(10)

    /// By the names of CUPS: `A4`, `Letter`.
    let names: [String]

    /// Reads what `lpoptions -l` says; `nil` where it has no list of papers, or takes any size.
    init?(_ options: [String]) {
        // `PageSize/Media Size: A5 *A4 Letter`, of which the usual one has the star.
        guard let line = options.first(where: { $0.hasPrefix("PageSize/") }), let colon = line.lastIndex(of: ":")
        else { return nil }
        names = line[line.index(after: colon)...].split(separator: " ").map { $0.first == "*" ? $0.dropFirst() : $0 }
            .map(String.init)
        if names.isEmpty || names.contains(where: { $0.hasPrefix("Custom") }) { return nil }
    }

    /// Asks for those of a printer. What keeps it from being told is for `lp` to say.
    static func find(of name: PrinterName) -> PrinterPapers? {
        guard let executable = Executables.onPath("lpoptions") else { return nil }
        let destination: [String] = if case .named(let name) = name { ["-p", name] } else { [] }
        let program = ChildProcess(
            executable: executable, arguments: destination + ["-l"], environment: Printer.environment, limit: limit)
        guard let ending = try? program.run(input: []), ending.status == 0 else { return nil }
        return PrinterPapers(SafeText.lines(ending.output))
    }
}
