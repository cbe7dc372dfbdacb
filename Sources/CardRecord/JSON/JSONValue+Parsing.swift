internal import ThaiIDCard

extension JSONValue {
    /// Parses JSON text as RFC 8259 has it, and nothing more lenient; `nil` where it is none.
    ///
    /// Members keep their order. A name that stands twice in one object is refused, since programs
    /// differ in which of the two they believe, and so is what is nested deeper than any record.
    /// Numbers that are not whole, or beyond 64 bits, are kept as they are written: no record of this
    /// version holds any.
    public init?(parsing utf8: [UInt8]) {
        var parser = JSONParser(utf8)
        guard let value = parser.text() else { return nil }
        self = value
    }

    /// Parses JSON text that somebody hands in: UTF-8, or what an old system writes in its place.
    public init?(input bytes: [UInt8]) {
        if let value = JSONValue(parsing: bytes) {
            self = value
        } else if !InputText.isUTF8(bytes), let text = InputText.utf8(bytes), let value = JSONValue(parsing: text) {
            self = value
        } else {
            return nil
        }
    }
}
