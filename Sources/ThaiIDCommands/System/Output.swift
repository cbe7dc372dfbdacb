import CardFormats
import CardRecord
import Host
import ThaiIDCard

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

    /// Writes lines to standard output as they come, each made safe to show: of a long output only
    /// a part is ever held.
    static func write(lines: some Sequence<String>) throws(ToolError) {
        let most = 1 << 16
        var part: [UInt8] = []
        for line in lines {
            part += SafeText.clean(line).utf8
            part.append(UInt8(ascii: "\n"))
            guard part.count >= most else { continue }
            try write(part)
            part.removeAll(keepingCapacity: true)
        }
        try write(part)
    }

    /// Tells a person something on standard error. Where that cannot be written, nobody is there.
    static func tell(_ text: String) { _ = Descriptor.write(Array(text.utf8), to: Descriptor.errors) }
}
