internal import Host

/// An entry of the spool while somebody works on it, whom its lock keeps alone.
package final class SpoolEntry {
    package let name: EntryName
    /// `nil` where this release, or this key, cannot read it.
    package let content: EntryContent?
    package private(set) var state: EntryState

    /// Where it is kept; `nil` while the spool has no room for it.
    private var file: SealedFile?
    private let path: String

    /// One that is in its file.
    init(_ name: EntryName, in file: SealedFile, at path: String) {
        (self.name, self.file, self.path) = (name, file, path)
        content = file.frames.first.flatMap { EntryContent(bytes: $0) }
        state = file.frames.dropFirst().last.flatMap { EntryState(bytes: $0) } ?? EntryState()
    }

    /// One that is in memory alone.
    init(_ name: EntryName, _ content: EntryContent, _ state: EntryState, at path: String) {
        (self.name, self.content, self.state, self.path) = (name, content, state, path)
    }

    /// Whether a crash would lose it.
    var isInMemoryAlone: Bool { file == nil }

    /// Notes how far the action has come, before it goes further.
    func note(_ change: (inout EntryState) -> Void) throws(FileFailure) {
        var next = state
        change(&next)
        guard next != state else { return }
        try file?.append(next.bytes)
        state = next
    }

    /// Forgets all of it: the action is done, or is not to be.
    package func remove() {
        guard file != nil else { return }
        OutputFile(path: path, replaces: false).remove()
        file = nil
    }
}
