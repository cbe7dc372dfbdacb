internal import CProcess

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Another program, run to its end: fed on standard input, heard on both of its outputs at once, so
/// that neither side can block the other.
///
/// No shell is between. The program inherits no file and of the environment only what it is given,
/// and it does not outlive its time or this process.
package struct ChildProcess {
    /// The program's file.
    package let executable: String
    /// Its arguments, without its name.
    package let arguments: [String]
    /// Its whole environment.
    package let environment: [String: String]
    /// How long it may take.
    package var limit: Duration
    /// Whether a key that interrupts this process leaves it alone (a process group of its own, which
    /// cannot ask at the terminal for anything).
    package var isApart = false

    package init(
        executable: String, arguments: [String], environment: [String: String], limit: Duration, isApart: Bool = false
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.limit = limit
        self.isApart = isApart
    }

    /// Most bytes that are taken from standard output.
    private static let longestOutput = 1 << 26
    /// Most bytes that are taken from standard error. The rest is heard and dropped.
    static let longestWords = 1 << 14

    /// What a program left behind.
    package struct Ending {
        /// Its exit status; `nil` where a signal ended it.
        package let status: Int32?
        package let output: [UInt8]
        package let words: [UInt8]
    }

    /// Why there is no ending to speak of.
    package enum Failure: Error, Hashable {
        /// It could not be started.
        case notStarted(SystemError)
        /// It took too long, or said too much, and was killed.
        case limit
    }

    /// Runs the program.
    package func run(input: [UInt8]) throws(Failure) -> Ending {
        let program = try RunningProgram(self)
        return try program.finish(input: input, within: limit, longestOutput: Self.longestOutput)
    }

    /// Starts the program with these pipes as its standard streams.
    func spawn(_ pipes: borrowing Pipes) throws(Failure) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (standard, descriptor) in pipes.theirs.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(standard))
        }
        process_inherit_nothing(&actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var everything = sigset_t()
        var nothing = sigset_t()
        sigfillset(&everything)
        sigemptyset(&nothing)
        posix_spawnattr_setsigdefault(&attributes, &everything)
        posix_spawnattr_setsigmask(&attributes, &nothing)
        let group = isApart ? POSIX_SPAWN_SETPGROUP : 0
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | group))
        var process = pid_t()
        let name = executable.split(separator: "/").last.map(String.init) ?? executable
        let words = ([name] + arguments).map { Array($0.utf8) }
        let variables = environment.sorted { $0.key < $1.key }.map { Array("\($0.key)=\($0.value)".utf8) }
        let error = Self.withCStrings(words) { arguments in
            Self.withCStrings(variables) { environment in
                posix_spawn(&process, executable, &actions, &attributes, arguments, environment)
            }
        }
        guard error == 0 else { throw .notStarted(SystemError(rawValue: error)) }
        return process
    }

    /// Texts as C has them, none of which holds a zero.
    static func withCStrings<Result>(
        _ texts: [[UInt8]], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0.map(CChar.init(truncatingIfNeeded:)) + [0]) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }

    /// The system's status of a child, once it has ended, which is then forgotten; `nil` where that takes too long.
    static func wait(for process: Int32, in place: Int32, until deadline: ContinuousClock.Instant?) -> Int32? {
        var status: Int32 = 0
        while true {
            switch process_reap(process, place, &status, deadline == nil ? 1 : 0) {
            case process: return status
            case 0: usleep(1_000)
            default: if errno != EINTR { return nil }
            }
            if let deadline, .now > deadline { return nil }
        }
    }

    /// Ends a child at once.
    static func kill(_ process: Int32) { systemKill(process, SIGKILL) }
}

// This name is the method's there.
private func systemKill(_ process: Int32, _ signal: Int32) { kill(process, signal) }
