import CardExport
import ThaiIDCard

/// Judges citizen IDs and writes a line for each, a million a second.
struct IDReport {
    /// How many were wrong so far.
    private(set) var wrong = 0

    private let isJSON: Bool
    private let endings: [[UInt8]]
    private var lines: [UInt8] = []

    init(language: Language, isJSON: Bool) {
        self.isJSON = isJSON
        endings = CitizenID.Category.all.map { category in
            let (digit, label) = (category.digit, category.label)
            return isJSON
                ? Array("\",\"category\":\(digit),\"meaning\":\(JSONValue.string(label.english).line)}\n".utf8)
                : Array("\t\(digit)\t\(label[language])\n".utf8)
        }
    }

    /// Judges one number: digits, among which spaces and dashes are passed over.
    ///
    /// - Parameter isLine: whether it is a line of many, of which blank ones are nothing to judge.
    mutating func check(_ text: ArraySlice<UInt8>, isLine: Bool = true) {
        var digits = text
        var citizenID = CitizenID(ascii: digits)
        if citizenID == nil {
            digits = text.filter { !Self.isGap($0) }[...]
            guard !isLine || !digits.isEmpty else { return }
            citizenID = CitizenID(ascii: digits)
        }
        let isValid = citizenID?.hasValidCheckDigit ?? false
        if !isValid { wrong += 1 }
        guard let citizenID else {
            lines += (isJSON ? "{\"citizenID\":null,\"valid\":false}\n" : "?\tnot-13-digits\n").utf8
            return
        }
        let registrar = digits.dropFirst().prefix(4)
        if isJSON {
            lines += "{\"citizenID\":\"".utf8
            lines += digits
            lines += (isValid ? "\",\"valid\":true,\"registrar\":\"" : "\",\"valid\":false,\"registrar\":\"").utf8
        } else {
            lines += digits
            lines += (isValid ? "\tvalid\t" : "\twrong-check-digit\t").utf8
        }
        lines += registrar
        lines += endings[citizenID.category.digit]
    }

    /// Writes out what has been judged.
    mutating func flush() throws(ToolError) {
        try Output.write(lines)
        lines.removeAll(keepingCapacity: true)
    }

    private static func isGap(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\t")
    }
}
