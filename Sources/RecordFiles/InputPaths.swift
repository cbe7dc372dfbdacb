package import Host

/// The files that are meant by what stands on the command line: a folder stands for the records in
/// it (`*.json`), by name, and nothing for standard input.
package enum InputPaths {
    package static func all(_ paths: [String]) throws(FileFailure) -> [String] {
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

    /// Whether there is a folder of this name.
    package static func isFolder(_ path: String) -> Bool { FileStatus(behind: path)?.kind == .folder }

    /// How many bytes these files have together; `nil` where one of them is none that knows.
    static func size(of files: [String]) -> Int? {
        var total = 0
        for file in files {
            let status = file == "-" ? FileStatus(Descriptor.input) : FileStatus(behind: file)
            guard let status, status.kind == .file else { return nil }
            total += status.size
        }
        return total
    }

    private static func names(in path: String) throws(FileFailure) -> [String]? {
        guard path != "-", isFolder(path) else { return nil }
        guard let names = Folder.names(path) else { throw .unreadable(path, .last) }
        return names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
    }
}
