#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What this process is told by where it runs.
package enum Process {
    /// The words that follow the program's own on its command line, byte for byte.
    package static var arguments: [[UInt8]] {
        (0..<Int(CommandLine.argc)).dropFirst().compactMap { CommandLine.unsafeArgv[$0].map(bytes) }
    }

    /// A variable of the environment, `nil` where it is empty.
    package static func environment(_ name: String) -> String? {
        environmentBytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A variable of the environment, byte for byte; `nil` where it is empty.
    package static func environmentBytes(_ name: String) -> [UInt8]? {
        guard let value = getenv(name), value[0] != 0 else { return nil }
        return bytes(value)
    }

    private static func bytes(_ text: UnsafeMutablePointer<CChar>) -> [UInt8] {
        UnsafeRawBufferPointer(start: text, count: strlen(text)).map(\.self)
    }

    /// All variables that are text.
    package static var wholeEnvironment: [String: String] {
        var (variables, next) = ([String: String](), environ)
        while let line = next.pointee {
            let parts = String(cString: line).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
            next += 1
        }
        return variables
    }

    /// Those of these variables that have a value.
    package static func environment(of names: [String]) -> [String: String] {
        names.reduce(into: [:]) { $0[$1] = environment($1) }
    }

    /// Whether the user's locale is Thai.
    package static var isLocaleThai: Bool { localeName.hasPrefix("th") }

    /// The user's locale for messages, by POSIX's order of variables.
    package static var localeName: String {
        ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first ?? "C"
    }

    /// Takes variables out of the environment, for the libraries that this process calls.
    package static func forget(_ names: [String]) { for name in names { unsetenv(name) } }

    /// The name of the user as whom this runs.
    package static var userName: String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "uid \(getuid())" }
        return String(cString: name)
    }

    /// Whether a file descriptor is a terminal.
    package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}
