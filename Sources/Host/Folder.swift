#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What is in a folder.
public enum Folder {
    /// The names in it, in no order; `nil` where it cannot be looked into, and `errno` says why.
    public static func names(_ path: String) -> [String]? {
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
}
