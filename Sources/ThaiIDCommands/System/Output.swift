import Host

/// The two standard streams: data on one, everything else on the other.
enum Output {
    /// Writes data to standard output, all of it or an error.
    static func write(_ text: String) throws(ToolError) { try write(Array(text.utf8)) }

    /// Writes data to standard output, all of it or an error.
    static func write(_ bytes: [UInt8]) throws(ToolError) {
        guard Descriptor.write(bytes, to: Descriptor.output) else {
            throw .write(to: "standard output", reason: "\(SystemError.last)")
        }
    }

    /// Tells a person something on standard error. Where that cannot be written, nobody is there.
    static func tell(_ text: String) { _ = Descriptor.write(Array(text.utf8), to: Descriptor.errors) }
}
