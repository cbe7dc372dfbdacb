extension Descriptor {
    /// The descriptor that a path stands for, which is a stream of this process and no file of a
    /// folder: `/dev/stdout`, `/dev/fd/63`, `/proc/self/fd/1`. A shell's `>(…)` is one of these.
    package static func named(by path: String) -> Int32? {
        switch path {
        case "/dev/stdin": return input
        case "/dev/stdout": return output
        case "/dev/stderr": return errors
        default: break
        }
        for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
            let digits = path.dropFirst(folder.count)
            guard let number = Int32(digits), number >= 0, String(number) == digits else { return nil }
            return number
        }
        return nil
    }
}
