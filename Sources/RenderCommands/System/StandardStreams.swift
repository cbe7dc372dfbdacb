import CardFormats
import CardPortrait
import CardRecord
import CardSheet
import Host
import SheetRequest
import ThaiIDCard

/// A record comes in on standard input, a drawing goes out on standard output, words on standard error.
enum StandardStreams {
    /// The record, as far as it is one: more than `limit` bytes are never held.
    static func record() throws -> SheetRecord {
        guard let bytes = read(Descriptor.input, limit: limit) else {
            throw DrawingFailure.unreadable(reason: "\(SystemError.last)")
        }
        guard bytes.count <= limit else { throw DrawingFailure.tooLarge(limit: limit) }
        guard let json = JSONValue(input: InputText.unmarked(bytes)) else {
            throw DrawingFailure.notRecord(key: "JSON")
        }
        return try SheetRecord(json)
    }

    /// The document, as far as it is one: more than `pageLimit` bytes are never held.
    static func page() throws(DrawingFailure) -> PageDocument {
        guard let bytes = read(Descriptor.input, limit: pageLimit) else {
            throw .unreadable(reason: "\(SystemError.last)")
        }
        guard bytes.count <= pageLimit else { throw .tooLarge(limit: pageLimit) }
        guard let json = JSONValue(input: InputText.unmarked(bytes)) else { throw .notPage(key: "JSON") }
        do throws(PageSyntaxError) { return try PageDocument(json: json) } catch { throw .notPage(key: error.key) }
    }

    /// The next bytes of standard input, none at its end.
    static func part() throws(DrawingFailure) -> [UInt8] {
        guard let bytes = Descriptor.read(Descriptor.input, capacity: capacity) else {
            throw .unreadable(reason: "\(SystemError.last)")
        }
        return bytes
    }

    /// Writes all bytes, or throws.
    static func write(_ bytes: [UInt8]) throws(DrawingFailure) {
        guard Descriptor.write(bytes, to: Descriptor.output) else { throw .write(reason: "\(SystemError.last)") }
    }

    /// Tells a person something.
    static func tell(_ text: String) { _ = Descriptor.write(Array(text.utf8), to: Descriptor.errors) }

    /// A text file of whoever calls.
    static func text(of file: String) throws(DrawingFailure) -> String {
        let descriptor = Descriptor.open(file, .reading)
        defer { if descriptor >= 0 { Descriptor.close(descriptor) } }
        guard descriptor >= 0, let bytes = read(descriptor, limit: 4_096) else {
            throw .issuerUnreadable(file: file, reason: "\(SystemError.last)")
        }
        guard let text = InputText.utf8(bytes) else { throw .issuerNotText(file: file) }
        return String(decoding: text, as: UTF8.self)
    }

    /// A record with the largest photo that is decoded, in base64, and room to spare.
    private static let limit = 1 << 18
    /// All that is held on a person, with their photos.
    private static let pageLimit = 1 << 22
    /// How much is read at once.
    private static let capacity = 1 << 16

    /// Everything up to the end, or a little more than `limit` bytes; `nil` on an error.
    private static func read(_ descriptor: Int32, limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            guard let part = Descriptor.read(descriptor, capacity: capacity) else { return nil }
            if part.isEmpty { break }
            bytes += part
        }
        return bytes
    }
}
