internal import Host
internal import RegisterStore

extension StoreError {
    init(_ failure: FileFailure) {
        self =
            switch failure {
            case .exists(let path): .exists(path)
            case .link(let path), .notFile(let path): .damaged(path)
            case .tooLarge(let path, _): .damaged(path)
            case .unreadable(let path, let reason), .unwritable(let path, let reason):
                switch reason {
                case .missing, .notFolder: .missing(path)
                case .noSpace: .full
                case .readOnly, .accessDenied: .readOnly
                default: .failed("\(path): \(reason)")
                }
            }
    }

    /// What goes wrong with a file, as an error of the store.
    static func naming<R>(_ body: () throws(FileFailure) -> R) throws(StoreError) -> R {
        do throws(FileFailure) { return try body() } catch { throw StoreError(error) }
    }
}
