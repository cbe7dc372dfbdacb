import Host

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where other programs are.
enum Executables {
    /// A program in the folder of this one.
    static func beside(_ name: String) -> String? {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count)
        guard count > 0, count < path.count else { return nil }
        let own = String(decoding: path[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        return own.lastIndex(of: "/").flatMap { program(named: name, in: own[..<$0]) }
    }

    /// A program on the path. A folder that depends on where one stands is passed over.
    static func onPath(_ name: String) -> String? {
        let path = Process.environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
        return path.split(separator: ":").lazy.filter { $0.hasPrefix("/") }
            .compactMap { program(named: name, in: $0) }.first
    }

    private static func program(named name: String, in folder: Substring) -> String? {
        let path = "\(folder)/\(name)"
        return access(path, X_OK) == 0 ? path : nil
    }
}
