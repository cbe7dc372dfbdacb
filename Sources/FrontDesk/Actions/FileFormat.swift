package import CardFormats
internal import CardRecord
package import RecordFiles
internal import ThaiIDCard

/// A format, and what somebody said about it, which can be written down and read again.
package struct FileFormat: Hashable, Sendable {
    package let format: OutputFormat
    package let options: FormatOptions

    package init(_ format: OutputFormat, _ options: FormatOptions) { (self.format, self.options) = (format, options) }

    package static func == (one: FileFormat, other: FileFormat) -> Bool { one.json == other.json }

    package func hash(into hasher: inout Hasher) { hasher.combine(json) }

    var json: JSONValue {
        .object([
            .init(name: "name", value: .string(format.name)),
            .init(name: "language", value: .string(options.language.rawValue)),
            .init(name: "encoding", value: .string(options.encoding.rawValue)),
            .init(name: "columns", value: Self.list(options.columns?.map(\.name))),
            .init(name: "headings", value: JSONValue(options.headings?.rawValue)),
            .init(name: "fields", value: Self.list(options.fields?.map(\.key))),
            .init(name: "photos", value: .bool(options.hasPhotos)),
            .init(name: "hospitalCode", value: JSONValue(options.hospitalCode)),
        ])
    }

    init?(json: JSONValue) {
        guard let name = json["name"]?.string, let format = OutputFormat.all.first(where: { $0.name == name }),
            let language = json["language"]?.string.flatMap(Language.init(rawValue:)),
            let encoding = json["encoding"]?.string.flatMap(TextEncoding.init(rawValue:))
        else { return nil }
        var options = FormatOptions()
        options.language = language
        options.encoding = encoding
        options.columns = Self.texts(json["columns"])?.compactMap(Column.named)
        options.headings = json["headings"]?.string.flatMap(Language.init(rawValue:))
        options.fields = Self.texts(json["fields"])?.compactMap(Field.named)
        options.hasPhotos = json["photos"] == .bool(true)
        options.hospitalCode = json["hospitalCode"]?.string
        self.init(format, options)
    }

    private static func list(_ texts: [String]?) -> JSONValue {
        texts.map { .array($0.map(JSONValue.string)) } ?? .null
    }

    private static func texts(_ json: JSONValue?) -> [String]? {
        guard case .array(let values)? = json else { return nil }
        return values.compactMap(\.string)
    }
}
