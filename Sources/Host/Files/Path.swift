#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Paths as text.
package enum Path {
    /// The same path from the root on, for whoever uses it later and elsewhere.
    package static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
        defer { free(here) }
        return String(cString: here) + "/" + path
    }
}
