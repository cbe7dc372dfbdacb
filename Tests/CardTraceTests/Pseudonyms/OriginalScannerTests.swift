import CardTrace
import Invention
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard

/// What the scanner finds in a file that says something of the original: every way of saying it.
@Suite struct OriginalScannerTests {
    private static let person = InventedPeople(seed: 5)[7]
    private static let original = RecordedPeople.textTrace(person)
    private static let family = person.card.nameThai.value?.last ?? ""

    struct Leak: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let field: String
        let bytes: [UInt8]
    }

    /// The family name, the citizen ID and the birth in the encodings that are in use.
    static let leaks: [Leak] = {
        let tis620 = TIS620.encode(family) ?? []
        let utf16 = Array(family.utf16)
        let citizenID = person.card.citizenID.value
        return [
            Leak(testDescription: "TIS-620", field: "nameThai", bytes: tis620),
            Leak(testDescription: "UTF-8", field: "nameThai", bytes: Array(family.utf8)),
            Leak(
                testDescription: "UTF-16, low byte first", field: "nameThai",
                bytes: utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            Leak(
                testDescription: "UTF-16, high byte first", field: "nameThai",
                bytes: utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
            Leak(testDescription: "hex of TIS-620", field: "nameThai", bytes: Array(Hex.encode(tis620).utf8)),
            Leak(
                testDescription: "small hex of UTF-8", field: "nameThai",
                bytes: Array(Hex.encode(Array(family.utf8)).lowercased().utf8)),
            Leak(testDescription: "digits", field: "citizenID", bytes: Array((citizenID?.digits ?? "").utf8)),
            Leak(testDescription: "grouped digits", field: "citizenID", bytes: Array((citizenID?.grouped ?? "").utf8)),
            Leak(
                testDescription: "a date as ISO 8601 writes it", field: "birthDate",
                bytes: Array((person.card.birthDate.value?.iso ?? "").utf8)),
        ]
    }()

    private func trace(answering pieces: [[UInt8]]) -> Trace {
        Trace(
            events: [.powered(ATR([0x3B, 0x00]))]
                + pieces.map { .exchange(Trace.Exchange([0x80, 0x10, 0, 0], .answer($0 + [0x90, 0x00]))) })
    }

    @Test func nothingIsFoundWhereNothingIsSaid() {
        let other = RecordedPeople.trace(CardImage()).text
        #expect(OriginalScanner([Self.original]).find(in: Array(other.utf8)) == nil)
    }

    @Test(arguments: leaks)
    func valueIsFoundInAnAnswer(_ leak: Leak) {
        #expect(leak.bytes.count > 7)
        let file = Array(trace(answering: [[0x01] + leak.bytes + [0x02]]).text.utf8)
        #expect(OriginalScanner([Self.original]).find(in: file) == leak.field)
    }

    @Test(arguments: leaks)
    func valueIsFoundSplitAcrossAnswers(_ leak: Leak) {
        let half = leak.bytes.count / 2
        let file = Array(
            trace(answering: [Array(leak.bytes.prefix(half)), Array(leak.bytes.dropFirst(half))]).text.utf8)
        #expect(OriginalScanner([Self.original]).find(in: file) == leak.field)
    }

    @Test(arguments: leaks)
    func valueIsFoundInAComment(_ leak: Leak) {
        let file = Array("thaiid-trace 1\n# ".utf8) + leak.bytes + Array("\natr 3B00\n".utf8)
        #expect(OriginalScanner([Self.original]).find(in: file) == leak.field)
    }

    @Test(arguments: ["A", "AB", "ABC", "ABCD"])
    func valueIsFoundInBase64AtEveryAlignment(_ before: String) {
        let text = base64(Array(before.utf8) + (TIS620.encode(Self.family) ?? []) + Array("Z".utf8))
        #expect(OriginalScanner([Self.original]).find(in: Array("# \(text)\n".utf8)) == "nameThai")
    }

    @Test func valueIsFoundInACardPutTogetherBackwards() throws {
        let digits = Array((Self.person.card.citizenID.value?.digits ?? "").utf8)
        let select = CommandAPDU.select(Applet.storage.applicationID).bytes
        func read(_ offset: Int, _ bytes: ArraySlice<UInt8>) -> Trace.Event {
            let command = ReadCommand(offset..<(offset + bytes.count)).command
            return .exchange(Trace.Exchange(command.bytes, .answer(bytes + [0x90, 0x00])))
        }
        let trace = Trace(events: [
            .powered(ATR([0x3B, 0x00])), .exchange(Trace.Exchange(select, .answer([0x90, 0x00]))),
            read(10, digits[6...]), read(4, digits[..<6]),
        ])
        #expect(OriginalScanner([Self.original]).find(in: Array(trace.text.utf8)) == "citizenID")
    }

    @Test func pictureIsFoundByAFewOfItsBytes() throws {
        let person = InventedPeople(seed: 5)[3]
        let jpeg = try #require(person.card.photo.value?.jpeg)
        let piece = Array(jpeg[(jpeg.count - 400)..<(jpeg.count - 370)])
        let scanner = OriginalScanner([RecordedPeople.trace(person.image)])
        #expect(scanner.find(in: Array(trace(answering: [piece]).text.utf8)) == "photo")
        #expect(scanner.find(in: Array(trace(answering: [Array(jpeg.prefix(20))]).text.utf8)) == nil)
    }

    @Test func chipNumberIsFoundAsBytesAndAsDigits() throws {
        let number = try #require(Self.person.card.chip.serialNumber.value)
        let scanner = OriginalScanner([Self.original])
        let bytes = try #require(Hex.decode(number))
        #expect(scanner.find(in: Array(trace(answering: [bytes]).text.utf8)) == "chip.serialNumber")
        #expect(scanner.find(in: Array("# \(number)".utf8)) == "chip.serialNumber")
    }

    /// Base64 as RFC 4648 §4 has it, bit by bit.
    private func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let bits = bytes.flatMap { byte in (0..<8).reversed().map { Int(byte >> UInt8($0) & 1) } }
        let characters = stride(from: 0, to: bits.count, by: 6).map { start in
            alphabet[(start..<(start + 6)).reduce(0) { $0 << 1 | (bits.indices.contains($1) ? bits[$1] : 0) }]
        }
        return String(characters) + String(repeating: "=", count: (3 - bytes.count % 3) % 3)
    }
}
