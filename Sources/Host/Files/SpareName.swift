internal import CProcess

/// A name, and no other's, beside the files of a folder, for what is not in its place yet, or not there
/// any more.
///
/// What has one is held by a lock, which ends with the process. So whoever comes by later can tell what
/// a crash left from what is still in use.
struct SpareName {
    let path: String
    /// What holds the lock, where that is not the draft itself.
    private var lock: Int32 = -1
    /// Where a signal finds it, to take it away.
    private let place: Int32

    private static let prefix = ".thaiid-"
    private static let suffix = ".tmp"
    private static let digits = 16
    private static let mostTries = 10

    private init(in folder: String, isForSignals: Bool = true) {
        let random = String(UInt64.random(in: 0...UInt64.max), radix: 16)
        path =
            folder + "/" + Self.prefix + String(repeating: "0", count: Self.digits - random.count) + random
            + Self.suffix
        place = isForSignals ? process_abandon_on_signal(path) : -1
    }

    /// Whether a file's name is one of these.
    static func isOne(_ name: String) -> Bool {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
        let middle = name.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
        return middle.count == digits
            && middle.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    /// A new file of such a name (mode 0600), locked before there is anything in it.
    static func newFile(for file: OutputFile) throws(FileFailure) -> (descriptor: Int32, name: SpareName) {
        for _ in 0..<mostTries {
            let name = SpareName(in: file.folder)
            guard name.place >= 0 else { throw file.failure() }
            let descriptor = Descriptor.open(name.path, [.writing, .new, .noLink])
            guard descriptor >= 0 || SystemError.last == .exists else {
                let failure = file.failure()
                name.forget()
                throw failure
            }
            if descriptor >= 0, Descriptor.lock(descriptor) || SystemError.last != .wouldBlock,
                FileStatus(descriptor) == FileStatus(at: name.path)
            {
                return (descriptor, name)
            }
            // Another process took it for a leftover in the moment before it was locked.
            name.forget()
            if descriptor >= 0 { Descriptor.close(descriptor) }
        }
        throw file.failure()
    }

    /// Such a name for a file that has none and is locked.
    static func link(_ descriptor: Int32, beside file: OutputFile) throws(FileFailure) -> SpareName {
        for _ in 0..<mostTries {
            let name = SpareName(in: file.folder)
            guard name.place >= 0 else { throw file.failure() }
            if process_name_file(descriptor, name.path) == 0 { return name }
            let failure = file.failure()
            let isTaken = SystemError.last == .exists
            name.forget()
            guard isTaken else { throw failure }
        }
        throw file.failure()
    }

    /// Such a name for the file that is there; `nil` where it can have no second one.
    static func link(of file: OutputFile) -> SpareName? {
        // A signal must not take away what may be the last name of somebody's file.
        var name = SpareName(in: file.folder, isForSignals: false)
        name.lock = Descriptor.open(file.path, [.reading, .noLink, .noWaiting])
        guard name.lock >= 0 else { return nil }
        _ = Descriptor.lock(name.lock)
        if Folder.link(file.path, as: name.path) { return name }
        Descriptor.close(name.lock)
        return nil
    }

    /// Takes the name away.
    func remove() {
        Folder.remove(path)
        forget()
    }

    /// Leaves it to itself: it has become another, or was never there.
    func forget() {
        _ = process_forget(place)
        if lock >= 0 { Descriptor.close(lock) }
    }
}
