#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Folders and the names in them. Where something fails, `SystemError.last` says why.
package enum Folder {
    /// What a user may do with what has a name.
    package enum Permission {
        /// Write to it.
        case writing
        /// Put files into it.
        case adding
        /// Run it.
        case running
    }

    /// The names in it, in no order; `nil` where it cannot be looked into.
    package static func names(_ path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) {
                    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names
    }

    /// Makes a folder, for its owner alone (mode 0700), where it is not there yet; whatever is in it stays.
    package static func make(_ path: String) throws(FileFailure) {
        let mask = umask(0o077)
        defer { umask(mask) }
        if mkdir(path, 0o700) == 0 { return }
        let reason = SystemError.last
        guard reason == .exists, FileStatus(behind: path)?.kind == .folder else { throw .unwritable(path, reason) }
    }

    /// Makes a folder and what it is to lie in, for their owner alone, where they are not there yet.
    package static func makeAll(_ path: String) throws(FileFailure) {
        let parent = holding(path)
        if parent != path, parent != ".", !leads(parent) { try makeAll(parent) }
        try make(path)
    }

    /// The folder that a file is in, by its path.
    package static func holding(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Whether what this name leads to is there.
    static func leads(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether there is anything of this name, as far as one may know.
    package static func holds(_ path: String) -> Bool {
        leads(path) || ![.missing, .notFolder].contains(SystemError.last)
    }

    package static func allows(_ permission: Permission, _ path: String) -> Bool {
        switch permission {
        case .writing: access(path, W_OK) == 0
        case .adding: access(path, W_OK | X_OK) == 0
        case .running: access(path, X_OK) == 0
        }
    }

    /// Gives a file a second name, which nothing else must have.
    static func link(_ path: String, as name: String) -> Bool { systemLink(path, name) == 0 }

    /// Gives a file another name in the place of its own and of whatever had it.
    package static func rename(_ path: String, to name: String) -> Bool { systemRename(path, name) == 0 }

    /// Lets nobody but a file's owner read it, and nobody write it (mode 0400).
    package static func makeReadOnly(_ path: String) -> Bool { chmod(path, 0o400) == 0 }

    /// Takes a name away.
    package static func remove(_ path: String) { unlink(path) }

    /// Where a link leads.
    static func target(of link: String) -> String? {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(link, &path, path.count)
        guard count > 0, count < path.count else { return nil }
        return String(decoding: path[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

// These names are the methods' there.
private func systemLink(_ path: String, _ name: String) -> Int32 { link(path, name) }
private func systemRename(_ path: String, _ name: String) -> Int32 { rename(path, name) }
