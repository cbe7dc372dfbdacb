/// Where other programs are.
package enum Executables {
    /// A program in the folder of this one.
    package static func beside(_ name: String) -> String? {
        guard let own = Folder.target(of: "/proc/self/exe") else { return nil }
        return own.lastIndex(of: "/").flatMap { program(named: name, in: own[..<$0]) }
    }

    /// A program on the path. A folder that depends on where one stands is passed over.
    package static func onPath(_ name: String) -> String? {
        let path = Process.environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
        return path.split(separator: ":").lazy.filter { $0.hasPrefix("/") }
            .compactMap { program(named: name, in: $0) }.first
    }

    private static func program(named name: String, in folder: Substring) -> String? {
        let path = "\(folder)/\(name)"
        return Folder.allows(.running, path) ? path : nil
    }
}
