package import CardRecord
internal import Host

/// `thaiid-register`, which keeps an office's people: it gets one record on standard input, and answers with a line.
///
/// It saves a record once, however often it gets it, by `read.id`.
package struct RegisterKeeper: Sendable {
    private static let name = "thaiid-register"
    /// How long it may take over one record.
    package static let limit = Duration.seconds(30)

    /// Its file: beside this program, else on the path.
    package static var executable: String? { Executables.beside(name) ?? Executables.onPath(name) }

    private let executable: String
    private let config: String?
    private let limit: Duration

    /// Finds the program.
    ///
    /// - Parameter config: a file of settings in which it is to look first for where the register is.
    package init(config: String? = nil, limit: Duration = Self.limit) throws(RegisterProgramError) {
        guard let executable = Self.executable else { throw .missing }
        (self.executable, self.config, self.limit) = (executable, config, limit)
    }

    /// Has a record saved.
    ///
    /// - Parameter purpose: why it is kept, by its code in the register.
    /// - Parameter desk: where it was read, where that has a name.
    package func save(
        _ record: JSONValue, for purpose: String, at desk: String?
    ) throws(RegisterProgramError) -> SaveAnswer {
        let program = ChildProcess(
            executable: executable, arguments: Self.arguments(purpose: purpose, desk: desk),
            environment: environment, limit: limit, isApart: true)
        let ending: ChildProcess.Ending
        do throws(ChildProcess.Failure) {
            ending = try program.run(input: record.utf8Line)
        } catch {
            switch error {
            case .notStarted: throw .missing
            case .limit: throw .slow(limit)
            }
        }
        guard ending.status != 0 else { return SaveAnswer(ending.output) }
        // Its libraries may have said something before.
        let last = ending.words.split(separator: UInt8(ascii: "\n")).last ?? []
        guard let report = ErrorReport(line: last), report.kind.exit == ending.status else {
            throw .broken(status: ending.status)
        }
        throw .refused(report)
    }

    private var environment: [String: String] {
        var variables = Process.wholeEnvironment.filter { $0.key != ServiceManager.variable }
        if let config { variables["THAIID_CONFIG"] = config }
        return variables
    }

    /// What stands in a word of its own is taken for an option where it looks like one.
    private static func arguments(purpose: String, desk: String?) -> [String] {
        ["save", "-", "--purpose=\(purpose)"] + (desk.map { ["--desk=\($0)"] } ?? []) + ["--json"]
    }
}
