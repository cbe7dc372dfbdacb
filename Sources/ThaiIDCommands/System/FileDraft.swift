import CProcess
import ProcessIO

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that grows without a name, until it is whole and takes its place.
///
/// Whoever looks sees the old file or the new one. What is not kept is gone with this process,
/// however that ends. Where the file system has no files without names it has one beside its place,
/// which is taken away when the draft is let go of, and when a signal ends the process. Only one
/// draft is open at a time.
final class FileDraft {
    private let file: OutputFile
    /// Its name, where it has to have one.
    private var temporary: String?
    private var descriptor: Int32

    /// Begins a file (mode 0600 under any mask).
    init(of file: OutputFile) throws(ToolError) {
        try file.checkKind()
        self.file = file
        descriptor = process_open_nameless(file.folder)
        if descriptor < 0 { try openNamed() }
        guard fchmod(descriptor, 0o600) == 0 else { throw failure() }
    }

    private func openNamed() throws(ToolError) {
        let name = "\(file.folder)/.thaiid-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
        process_abandon_on_signal(name)
        descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            process_keep_on_signal()
            throw failure()
        }
        temporary = name
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        if let temporary { unlink(temporary) }
        process_keep_on_signal()
    }

    /// Adds bytes to its end.
    func append(_ bytes: [UInt8]) throws(ToolError) {
        guard Descriptor.write(bytes, to: descriptor) else { throw failure() }
    }

    /// Puts the file in its place. Nothing can be added to it then.
    func keep() throws(ToolError) {
        try Process.uninterrupted { () throws(ToolError) in
            guard fsync(descriptor) == 0 else { throw failure() }
            try takeName()
            close(descriptor)
            descriptor = -1
            process_keep_on_signal()
            try syncFolder()
        }
    }

    /// Gives the file its name. A link fails where the name is taken, so nothing is overwritten even
    /// if it appeared a moment ago.
    private func takeName() throws(ToolError) {
        if let temporary, file.replaces {
            guard rename(temporary, file.path) == 0 else { throw failure() }
        } else if let temporary {
            guard link(temporary, file.path) == 0 else { throw taken() }
            unlink(temporary)
        } else if process_name_file(descriptor, file.path) != 0 {
            guard file.replaces, errno == EEXIST else { throw taken() }
            try takePlace()
        }
    }

    /// Takes the place of another file, for which it has to have a name first. What a crash leaves
    /// there in between, the next file of the same name takes away.
    private func takePlace() throws(ToolError) {
        let name = file.spareName
        for _ in 0..<Self.mostTries {
            unlink(name)
            guard process_name_file(descriptor, name) == 0 || errno == EEXIST else { throw failure() }
            if rename(name, file.path) == 0 { return }
            // Another process writes the same file, and has just taken the name away.
            guard errno == ENOENT else { break }
        }
        let failure = failure()
        unlink(name)
        throw failure
    }

    private func taken() -> ToolError { errno == EEXIST ? .refused(.exists(file.path)) : failure() }

    private func syncFolder() throws(ToolError) {
        let directory = open(file.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw failure() }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw failure() }
    }

    private static let mostTries = 10

    private func failure() -> ToolError { .write(to: file.path, reason: Process.lastError) }
}
