internal import ThaiIDCard

extension JSONValue {
    /// The value as one line of JSON text (RFC 8259), without a line end.
    ///
    /// Control characters and the marks that reorder text on screen are written as escapes, so
    /// that the line is safe on a terminal whatever the card says.
    public var line: String { String(decoding: utf8, as: UTF8.self) }

    /// `line` with a line end, in UTF-8.
    package var utf8Line: [UInt8] {
        var line = utf8
        line.append(UInt8(ascii: "\n"))
        return line
    }

    private var utf8: [UInt8] {
        var utf8: [UInt8] = []
        // A record without photo.
        utf8.reserveCapacity(1 << 11)
        write(to: &utf8)
        return utf8
    }

    private func write(to utf8: inout [UInt8]) {
        switch self {
        case .null: utf8 += "null".utf8
        case .bool(let value): utf8 += (value ? "true" : "false").utf8
        case .integer(let number): utf8 += String(number).utf8
        case .number(let text): utf8 += text.utf8
        case .string(let text): Self.write(text, to: &utf8)
        case .array(let values):
            utf8.append(UInt8(ascii: "["))
            for index in values.indices {
                if index > 0 { utf8.append(UInt8(ascii: ",")) }
                values[index].write(to: &utf8)
            }
            utf8.append(UInt8(ascii: "]"))
        case .object(let members):
            utf8.append(UInt8(ascii: "{"))
            for index in members.indices {
                if index > 0 { utf8.append(UInt8(ascii: ",")) }
                Self.write(members[index].name, to: &utf8)
                utf8.append(UInt8(ascii: ":"))
                members[index].value.write(to: &utf8)
            }
            utf8.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to utf8: inout [UInt8]) {
        utf8.append(UInt8(ascii: "\""))
        if SafeText.isQuotable(text) {
            utf8 += text.utf8
        } else {
            for scalar in text.unicodeScalars { write(scalar, to: &utf8) }
        }
        utf8.append(UInt8(ascii: "\""))
    }

    private static func write(_ scalar: Unicode.Scalar, to utf8: inout [UInt8]) {
        switch scalar {
        case "\"": utf8 += "\\\"".utf8
        case "\\": utf8 += "\\\\".utf8
        case _ where SafeText.isUnsafe(scalar):
            utf8 += ("\\u" + scalar.value.padded(to: 4, radix: 16)).utf8
        default: utf8 += String(scalar).utf8
        }
    }
}
