import CardFormats
import CardRecord
import ThaiIDCard

/// Judges citizen IDs and writes a line for each, a million a second.
struct IDReport {
    /// Where numbers stand, which are counted from 1.
    enum Source: String {
        case argument, line
    }

    /// How many were wrong so far.
    private(set) var wrong = 0
    /// Where the first of them stand.
    private var wrongPlaces: [Int] = []

    /// How a line of JSON begins.
    private static let head = "{\"schema\":\"\(Schema.checkID.id)\",\"citizenID\":"

    /// How many places are named.
    private static let mostPlaces = 20

    private let source: Source
    private let isJSON: Bool
    private let endings: [[UInt8]]
    /// What stands before a wrong number's place.
    private let placeMark: [UInt8]
    private var lines: [UInt8] = []

    init(language: Language, isJSON: Bool, of source: Source = .line) {
        self.source = source
        self.isJSON = isJSON
        placeMark = Array((isJSON ? ",\"\(source.rawValue)\":" : "\t\(source.label[language]) ").utf8)
        endings = CitizenID.Category.all.map { category in
            let (digit, label) = (category.digit, category.label)
            return isJSON
                ? Array("\",\"category\":\(digit),\"meaning\":\(JSONValue.string(label.english).line)".utf8)
                : Array("\t\(digit)\t\(label[language])".utf8)
        }
    }

    /// Judges one number: digits, among which spaces and dashes are passed over. A blank line is nothing
    /// to judge.
    mutating func check(_ text: ArraySlice<UInt8>, at place: Int) {
        var digits = text
        var citizenID = CitizenID(ascii: digits)
        if citizenID == nil {
            digits = InputText.withoutGaps(text)[...]
            guard source == .argument || !digits.isEmpty else { return }
            citizenID = CitizenID(ascii: digits)
        }
        guard let citizenID else { return refuse(at: place) }
        let isValid = citizenID.hasValidCheckDigit
        let registrar = digits.dropFirst().prefix(4)
        if isJSON {
            lines += "\(Self.head)\"".utf8
            lines += digits
            lines += (isValid ? "\",\"valid\":true,\"registrar\":\"" : "\",\"valid\":false,\"registrar\":\"").utf8
        } else {
            lines += digits
            lines += (isValid ? "\tvalid\t" : "\twrong-check-digit\t").utf8
        }
        lines += registrar
        lines += endings[citizenID.category.digit]
        if !isValid { note(place) }
        lines += (isJSON ? "}\n" : "\n").utf8
    }

    /// Says of what stands in a place that it is no 13 digits.
    mutating func refuse(at place: Int) {
        lines += (isJSON ? "\(Self.head)null,\"valid\":false" : "?\tnot-13-digits\t\t\t").utf8
        note(place)
        lines += (isJSON ? "}\n" : "\n").utf8
    }

    /// Writes out what has been judged.
    mutating func flush() throws(ToolError) {
        try Output.write(lines)
        lines.removeAll(keepingCapacity: true)
    }

    /// That there are wrong ones, and where.
    var error: ToolError { .cardData(.badNumbers(wrong, of: source, at: wrongPlaces)) }

    /// Counts what is wrong, and says where it stands, so that it is found among the others.
    private mutating func note(_ place: Int) {
        wrong += 1
        if wrongPlaces.count < Self.mostPlaces { wrongPlaces.append(place) }
        lines += placeMark
        lines += String(place).utf8
    }
}

extension IDReport.Source {
    /// What such a place is called.
    var label: Bilingual {
        switch self {
        case .argument: Bilingual("อาร์กิวเมนต์ที่", "argument")
        case .line: Bilingual("บรรทัดที่", "line")
        }
    }
}
