#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What this process runs on, without a name of machine or user.
package enum Machine {
    /// The system's name for itself: `Debian GNU/Linux 12 (bookworm)`.
    package static var system: String {
        let bytes = (try? InputFile.read("/etc/os-release", limit: 1 << 14)) ?? []
        let line = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
            .first { $0.hasPrefix("PRETTY_NAME=") }
        return line.map { $0.dropFirst("PRETTY_NAME=".count).filter { $0 != "\"" } } ?? "unknown"
    }

    /// What it is called among others.
    package static var name: String {
        var name = utsname()
        guard uname(&name) == 0 else { return "unknown" }
        return text(name.nodename)
    }

    /// The kernel, its release and the processor's kind: `Linux 6.1.0-28-amd64 x86_64`.
    package static var kernel: String {
        var name = utsname()
        guard uname(&name) == 0 else { return "unknown" }
        return [text(name.sysname), text(name.release), text(name.machine)].joined(separator: " ")
    }

    private static func text(_ field: some Any) -> String {
        withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
