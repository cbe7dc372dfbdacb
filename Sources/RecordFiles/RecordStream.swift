import Host

/// Where one stream of bytes goes: standard output, or a file that is there only once it is whole.
struct RecordStream {
    /// `nil` for standard output.
    private let draft: FileDraft?

    init(to file: OutputFile?) throws(FileFailure) {
        draft = if let file { try FileDraft(of: file) } else { nil }
    }

    /// Adds bytes to its end.
    func write(_ bytes: [UInt8]) throws(FileFailure) {
        if let draft { return try draft.append(bytes) }
        guard Descriptor.write(bytes, to: Descriptor.output) else { throw .unwritable("standard output", .last) }
    }

    /// Puts the file in its place, where it is one.
    func keep() throws(FileFailure) { try draft?.keep() }
}
