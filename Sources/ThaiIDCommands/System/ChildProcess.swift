import CProcess

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Another program, run to its end: fed on standard input, heard on both of its outputs at once, so
/// that neither side can block the other.
///
/// No shell is between. The program inherits no file and of the environment only what it is given,
/// and it does not outlive its time or this process.
struct ChildProcess {
    /// The program's file.
    let executable: String
    /// Its arguments, without its name.
    let arguments: [String]
    /// Its whole environment.
    let environment: [String: String]
    /// How long it may take.
    var limit: Duration
    /// Whether a key that interrupts this process leaves it alone (a process group of its own, which
    /// cannot ask at the terminal for anything).
    var isApart = false

    /// Most bytes that are taken from standard output.
    private static let longestOutput = 1 << 26
    /// Most bytes that are taken from standard error. The rest is heard and dropped.
    static let longestWords = 1 << 14

    /// What a program left behind.
    struct Ending {
        /// Its exit status; `nil` where a signal ended it.
        let status: Int32?
        let output: [UInt8]
        let words: [UInt8]
    }

    /// Why there is no ending to speak of.
    enum Failure: Error, Hashable {
        /// It could not be started, for the system's reason.
        case notStarted(String)
        /// It took too long, or said too much, and was killed.
        case limit
    }

    /// Runs the program.
    func run(input: [UInt8]) throws(Failure) -> Ending {
        let program = try RunningProgram(self)
        return try program.finish(input: input, within: limit, longestOutput: Self.longestOutput)
    }

    /// Starts the program with these pipes as its standard streams.
    func spawn(_ pipes: borrowing Pipes) throws(Failure) -> pid_t {
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
        let error = Self.withCStrings([name] + arguments) { arguments in
            Self.withCStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) { environment in
                posix_spawn(&process, executable, &actions, &attributes, arguments, environment)
            }
        }
        guard error == 0 else { throw .notStarted(String(cString: strerror(error))) }
        return process
    }

    private static func withCStrings<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }

    /// The system's status of a child, once it has ended; `nil` where that takes too long.
    static func wait(for process: pid_t, until deadline: ContinuousClock.Instant?) -> Int32? {
        var status: Int32 = 0
        while true {
            switch waitpid(process, &status, deadline == nil ? 0 : WNOHANG) {
            case process: return status
            case 0: usleep(1_000)
            default: if errno != EINTR { return nil }
            }
            if let deadline, .now > deadline { return nil }
        }
    }
}
