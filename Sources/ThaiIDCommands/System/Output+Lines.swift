import CardFormats
import CardRecord
import ThaiIDCard

extension Output {
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
}
