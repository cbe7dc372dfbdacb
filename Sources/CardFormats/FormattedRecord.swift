internal import CardRecord
public import ThaiIDCard

/// One record in some format.
public struct FormattedRecord: Sendable {
    /// The record's part of the file.
    public let bytes: [UInt8]
    /// What the file says otherwise than the record, or leaves for a person to fill in.
    public let notes: [Bilingual]

    /// A record's part of a file that another program made.
    public init(bytes: [UInt8]) { self.init(bytes) }

    /// The same with a text behind it.
    package func adding(_ text: String) -> FormattedRecord { FormattedRecord(bytes + text.utf8, notes: notes) }

    init(_ bytes: [UInt8], notes: [Bilingual] = []) {
        self.bytes = bytes
        self.notes = notes
    }

    init(_ text: String, notes: [Bilingual] = []) { self.init(Array(text.utf8), notes: notes) }
}

extension Bilingual {
    /// Only the whole number means anything there, and the record is masked.
    static let withoutNumber = Bilingual(
        "ระเบียนปิดบังเลขประจำตัว จึงไม่ได้เขียนเลขนั้น", "Left out: the citizen ID, which the record masks.")
    /// The encoding lacks characters of the record.
    static let lostInEncoding = Bilingual(
        "อักขระที่รหัสภาษานี้ไม่มี เขียนเป็น ?", "Characters that the encoding lacks were written as ‘?’.")
}

/// Why a record cannot be written in a format.
public enum FormatError: Error, Hashable, Sendable {
    /// The format is about this field, and the record has none.
    case lacks(field: String)
    /// The format needs something that only the operator knows; this is the option's name.
    case needs(option: String)
}
