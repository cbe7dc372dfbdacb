import Host

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files that are meant by what stands on the command line: a folder stands for the records in
/// it (`*.json`), by name, and nothing for standard input.
enum InputPaths {
    static func all(_ paths: [String]) throws(ToolError) -> [String] {
        var files: [String] = []
        for path in paths.isEmpty ? ["-"] : paths {
            if let names = try names(in: path) {
                files += names.map { "\(path.hasSuffix("/") ? path : path + "/")\($0)" }
            } else {
                files.append(path)
            }
        }
        return files
    }

    /// Whether there is anything of this name.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 || errno != ENOENT && errno != ENOTDIR }

    /// Whether there is a folder of this name.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// How many bytes these files have together; `nil` where one of them is none that knows.
    static func size(of files: [String]) -> Int? {
        var total = 0
        for file in files {
            var status = stat()
            guard (file == "-" ? fstat(STDIN_FILENO, &status) : stat(file, &status)) == 0,
                status.st_mode & S_IFMT == S_IFREG
            else { return nil }
            total += Int(status.st_size)
        }
        return total
    }

    private static func names(in path: String) throws(ToolError) -> [String]? {
        guard path != "-", isFolder(path) else { return nil }
        guard let names = Folder.names(path) else {
            throw .recording(.unreadable(file: path, reason: Process.lastError))
        }
        return names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
    }
}
