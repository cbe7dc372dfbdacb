internal import CardTrace
internal import Invention
internal import ThaiIDCard

/// Everything a card says that must not be found once somebody else stands in for its holder.
///
/// A value counts where it can tell somebody: text of at least four bytes, numbers of at least six
/// digits after leading zeros, chip numbers of more than zeros and a counter, 16 bytes of image data.
/// Shorter ones, such as sex or house number, are replaced as well, but occur by chance in any
/// recording, if only in the tables of a JPEG file.
struct OriginalValues {
    /// A value as the card stores it.
    struct Value: Hashable {
        /// Key of the field.
        let field: String
        /// Its bytes.
        let bytes: [UInt8]
        /// Whether it is text; images and chip numbers are not.
        let isText: Bool
    }

    /// The values, none twice.
    private(set) var values: Set<Value> = []

    /// Collects what cards say, whether their fields were read whole or in part.
    init(of images: [CardImage]) {
        for image in images {
            for field in Field.all {
                for range in image[field.applet].known.within(field.span) {
                    guard let bytes = image[field.applet][range] else { continue }
                    collect(field.key, bytes)
                }
            }
        }
    }

    /// Adds what is known from elsewhere of the same person.
    mutating func formUnion(_ others: OriginalValues) { values.formUnion(others.values) }

    private mutating func collect(_ field: String, _ bytes: ArraySlice<UInt8>) {
        switch field {
        case Field.sex.key, Field.dataVersion.key, Field.unknownDigits.key:
            break
        case Field.photo.key:
            for window in ImageWindows.telling(in: bytes) { insert(field, window, isText: false) }
        case Field.Chip.serialNumber.key:
            if bytes.count == 8, Set(bytes).count >= 4 { insert(field, Array(bytes), isText: false) }
        default:
            collectText(field, bytes)
        }
    }

    /// The parts of a text, the words of each part, and each word without what labels it.
    private mutating func collectText(_ field: String, _ bytes: ArraySlice<UInt8>) {
        for part in bytes.split(whereSeparator: { $0 == UInt8(ascii: "#") }) {
            let trimmed = part.drop { !TextByte($0).isText }
            let words = part.split { !TextByte($0).isText }
            guard let end = words.last?.endIndex else { continue }
            insertTelling(field, trimmed[..<end])
            for word in words {
                insertTelling(field, word)
                if let label = Self.labels.first(where: word.starts) {
                    insertTelling(field, word.dropFirst(label.count))
                }
                insertForms(field, word)
            }
        }
    }

    /// Other ways to write a number: grouped as it is printed, a date of another era or order.
    private mutating func insertForms(_ field: String, _ word: ArraySlice<UInt8>) {
        guard word.allSatisfy({ TextByte($0) == .digit }) else { return }
        let digits = String(decoding: word, as: UTF8.self)
        let forms: [String] =
            switch digits.count {
            case 13: ["-", " "].map { Self.grouped(digits, [1, 4, 5, 2, 1], $0) }
            case 14: [Self.grouped(digits, [4, 2, 8], "-"), String(digits.suffix(8))]
            case 8: Self.dates(digits)
            default: []
            }
        for form in forms { insertTelling(field, Array(form.utf8)[...]) }
    }

    private static func dates(_ digits: String) -> [String] {
        let date = PartialDate(raw: digits)
        guard let iso = date.iso, date.precision == .day else { return [] }
        let parts = iso.split(separator: "-").map(String.init)
        let (year, buddhist, rest) = (parts[0], String(digits.prefix(4)), parts[2] + parts[1])
        return [iso, year + parts[1] + parts[2], rest + year, rest + buddhist]
            + ["/", "-", "."].flatMap { mark in
                [year, buddhist].map { [parts[2], parts[1], $0].joined(separator: mark) }
            }
    }

    private static func grouped(_ digits: String, _ counts: [Int], _ separator: String) -> String {
        var rest = digits[...]
        return counts.map { count in
            defer { rest = rest.dropFirst(count) }
            return String(rest.prefix(count))
        }.joined(separator: separator)
    }

    private mutating func insertTelling(_ field: String, _ bytes: ArraySlice<UInt8>) {
        let digits = bytes.filter { TextByte($0).isText }.drop { $0 == UInt8(ascii: "0") }
        let letters = bytes.count { TextByte($0) == .thai || TextByte($0) == .latin }
        let isTelling = letters > 0 ? bytes.count >= 4 : digits.count >= 6
        let isVaried = Set(letters > 0 ? bytes : digits).count > 1
        guard isTelling, isVaried, !Self.isPieceOfKept(bytes) else { return }
        insert(field, Array(bytes), isText: true)
    }

    private mutating func insert(_ field: String, _ bytes: [UInt8], isText: Bool) {
        values.insert(Value(field: field, bytes: bytes, isText: isText))
    }

    /// Whether a word that is kept holds these bytes, as it does where a control character broke
    /// another copy of it in two.
    private static func isPieceOfKept(_ bytes: ArraySlice<UInt8>) -> Bool {
        kept.contains { word in
            word.count >= bytes.count
                && (0...(word.count - bytes.count)).contains { word.dropFirst($0).starts(with: bytes) }
        }
    }

    private static let kept = KeptWords.titles + KeptWords.labels
    private static let labels = KeptWords.labels.sorted { $0.count > $1.count }
}
