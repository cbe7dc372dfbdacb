import CardRecord
import Host
import ThaiIDCard

/// The two standard streams: data on one, everything else on the other.
enum Streams {
    /// Writes data to standard output, all of it or an error.
    static func write(_ text: String) throws(CommandFault) {
        guard Descriptor.write(Array(text.utf8), to: Descriptor.output) else {
            throw CommandFault(.unwritable("standard output", .last))
        }
    }

    /// Writes JSON on a line.
    static func write(_ json: JSONValue) throws(CommandFault) { try write(json.line + "\n") }

    /// Tells a person something on standard error. Where that cannot be written, nobody is there.
    static func tell(_ text: String) { _ = Descriptor.write(Array(text.utf8), to: Descriptor.errors) }

    /// Tells a person lines.
    static func tell(lines: [String]) { tell(lines.map { SafeText.clean($0) + "\n" }.joined()) }

    /// All that comes on standard input, which is little.
    static func input(limit: Int) throws(FileFailure) -> [UInt8] { try InputFile.read("-", limit: limit) }
}
