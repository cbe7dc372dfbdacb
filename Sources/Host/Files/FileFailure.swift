/// Why a file is not read or written.
package enum FileFailure: Error, Hashable {
    /// Something of that name is there, which may not be replaced.
    case exists(String)
    /// It is a link, and often not its owner's alone.
    case link(String)
    /// What is there is no file, such as a device or a pipe.
    case notFile(String)
    /// It is larger than so many bytes.
    case tooLarge(String, limit: Int)
    /// The system does not let it be read.
    case unreadable(String, SystemError)
    /// The system does not let it be written.
    case unwritable(String, SystemError)

    /// Why, in the system's terms.
    package var reason: SystemError {
        switch self {
        case .exists: .exists
        case .link, .notFile: .invalid
        case .tooLarge: .tooLarge
        case .unreadable(_, let reason), .unwritable(_, let reason): reason
        }
    }
}
