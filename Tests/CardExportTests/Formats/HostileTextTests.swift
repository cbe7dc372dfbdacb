import Testing
import ThaiIDCard

@testable import CardFormats
@testable import CardRecord

/// What a hostile card says stays text in every format: it adds no cell, no line, no member and no
/// property, begins no formula, and steers no terminal.
@Suite struct HostileTextTests {
    static let canaries = [
        "\u{1B}]0;x\u{07}", "\u{202E}gnp", "=1+1", "+1", "-1", "@x", "\t=1+1", "\0=1+1", "\r\n=1+1",
        "<script>x</script>",
        "&amp;", "\"", "\"\"\"", "'", "a\nb", "\r\nEND:VCARD\r\nBEGIN:VCARD", "|", ";", ",", "\\", "\\n", "a;=1+1,=1+1",
        "]]>", "${x}", "\u{9B}31m", "\u{2028}", "\u{2029}x", "#", "%s%n", "\"}\n{\"", "\u{FEFF}=1",
        // A Thai mark makes one character with what stands before it, whatever that is.
        "|\u{0E31}", ";\u{0E34}", ",\u{0E34}", "\"\u{0E34}", "\\\u{0E34}", "=\u{0E34}1", "\n\u{0E34}",
    ]
    /// Each kind of value, and fields that some format treats in its own way.
    static let places = [
        ["nameThai", "title"], ["nameThai", "first"], ["nameThai", "middle"], ["nameThai", "last"],
        ["nameThai", "full"],
        ["nameEnglish", "first"], ["nameEnglish", "full"], ["birthDate", "raw"], ["birthDate", "iso"], ["sex", "raw"],
        ["sex", "value"], ["issuer"], ["requestNumber"], ["issuerCode"], ["dataVersion"], ["expiryDate", "raw"],
        ["address", "houseNumber"], ["address", "moo"], ["address", "soi"], ["address", "subdistrict"],
        ["address", "province"], ["address", "full"],
    ]
    static let formats = CardFormat.all.map(\.name).filter { $0 != "photo" }

    /// A record with a text in every place, and without a photo, whose text is not the card's.
    private static let record = try? Fixture.all.first { $0.name == "middle-name" }?.record().json
        .changing("card") { $0.without("photo") }

    @Test(arguments: formats, canaries)
    func canaryStaysText(_ name: String, _ canary: String) throws {
        let format = try #require(CardFormat.named(name))
        let json = try #require(Self.record)
        for place in Self.places {
            let plain = try output(format, json.putting("x", at: ["card"] + place))
            let hostile = try output(format, json.putting(canary, at: ["card"] + place))
            #expect(structure(of: hostile, name) == structure(of: plain, name), "\(place)")
            let allowed: Set<Unicode.Scalar> = ["\r", "\n", "\t"]
            #expect(!hostile.unicodeScalars.contains { SafeText.isUnsafe($0) && !allowed.contains($0) }, "\(place)")
            for cell in cells(of: hostile, name) {
                #expect(!["=", "+", "-", "@"].contains(cell.unicodeScalars.drop { $0 == " " }.first), "\(place)")
            }
        }
    }

    @Test func citizenIDCannotBeAnythingElse() throws {
        let json = try Fixture.readable[0].record().json
        for canary in Self.canaries {
            #expect(throws: RecordSyntaxError(key: "citizenID")) {
                try JSONRecord(json: json.putting(canary, at: ["card", "citizenID"]))
            }
        }
    }

    private func output(_ format: CardFormat, _ json: JSONValue) throws -> String {
        var options = FormatOptions()
        options.hospitalCode = "00000"
        options.columns = format.name == "csv" ? Column.usual(for: Fixture.fields) : nil
        let bytes = try format.head(options) + format.bytes(of: try JSONRecord(json: json), options).bytes
        return try #require(String(validating: bytes, as: UTF8.self))
    }

    /// What a reader of the format finds, its texts left out.
    private func structure(of text: String, _ name: String) -> [String] {
        switch name {
        case "csv", "tsv", "hotel-rr4": ["\(cells(of: text, name).count) cells"]
        case "person43": text.unicodeScalars.split(separator: "\n").map { "\($0.count { $0 == "|" }) bars" }
        case "vcard": vCardProperties(text)
        case "text": ["\(text.unicodeScalars.count { $0 == "\n" }) lines"]
        default:
            text.unicodeScalars.split(separator: "\n").flatMap {
                JSONValue(parsing: Array(String($0).utf8))?.paths ?? ["none"]
            }
        }
    }

    /// The cells of a table (RFC 4180), read by nothing that wrote them.
    private func cells(of text: String, _ name: String) -> [String] {
        guard ["csv", "tsv", "hotel-rr4"].contains(name) else { return [] }
        var cells: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        for scalar in text.unicodeScalars where scalar != "\u{FEFF}" || isQuoted {
            if scalar == "\"" {
                isQuoted.toggle()
                if isQuoted, !cell.isEmpty { cell.append("\"") }
            } else if !isQuoted, scalar == (name == "tsv" ? "\t" : ",") || scalar == "\n" {
                cells.append(String(cell))
                cell = String.UnicodeScalarView()
            } else if isQuoted {
                cell.append(scalar)
            }
        }
        return cells
    }

    /// The names of properties and how many parts each value has.
    private func vCardProperties(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").split(separator: "\r\n").map { line in
            let name = line.prefix { $0 != ":" && $0 != ";" }
            var parts = 1
            var isEscaped = false
            for scalar in line.unicodeScalars {
                if !isEscaped, scalar == ";" { parts += 1 }
                isEscaped = scalar == "\\" && !isEscaped
            }
            return "\(name) \(parts)"
        }
    }
}

extension JSONValue {
    /// The value with a text in a place of it.
    fileprivate func putting(_ text: String, at path: [String]) -> JSONValue {
        guard let first = path.first else { return .string(text) }
        return changing(first) { $0.putting(text, at: Array(path.dropFirst())) }
    }

    /// The names of all members, however deep.
    fileprivate var paths: [String] {
        switch self {
        case .object(let members):
            members.flatMap { member in [member.name] + member.value.paths.map { "\(member.name).\($0)" } }
        case .array(let values): values.flatMap(\.paths)
        default: []
        }
    }
}
