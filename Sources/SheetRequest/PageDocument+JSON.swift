package import CardRecord
internal import ThaiIDCard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What of a document does not fit its schema.
package struct PageSyntaxError: Error, Hashable {
    /// A member, or `blocks.3` for a whole block; `schema` where it is no document.
    package let key: String
}

/// The document as one program hands it to the other.
extension PageDocument {
    /// It in the shape of its schema.
    package var json: JSONValue {
        .object([
            .init(.page), .init(name: "title", value: .string(title)),
            .init(name: "subtitle", value: JSONValue(subtitle)), .init(name: "footer", value: JSONValue(footer)),
            .init(name: "at", value: .string(at.iso)), .init(name: "blocks", value: .array(blocks.map(\.json))),
        ])
    }

    /// The way back.
    ///
    /// - Throws: what does not fit.
    package init(json: JSONValue) throws(PageSyntaxError) {
        guard Schema.page.isClaimed(by: json) else { throw PageSyntaxError(key: "schema") }
        func line(_ name: String) throws(PageSyntaxError) -> String? {
            guard let value = json[name], value != .null else { return nil }
            guard let text = value.string, text.unicodeScalars.count <= Self.longestLine else {
                throw PageSyntaxError(key: name)
            }
            return text
        }
        guard let title = try line("title") else { throw PageSyntaxError(key: "title") }
        guard let at = json["at"]?.string.flatMap(Moment.init(iso:)) else { throw PageSyntaxError(key: "at") }
        guard case .array(let values)? = json["blocks"] else { throw PageSyntaxError(key: "blocks") }
        var blocks: [Block] = []
        for (index, value) in values.enumerated() {
            guard let block = Block(json: value) else { throw PageSyntaxError(key: "blocks.\(index)") }
            blocks.append(block)
        }
        self.init(title: title, subtitle: try line("subtitle"), footer: try line("footer"), at: at, blocks: blocks)
    }
}

extension PageDocument.Block {
    private enum Kind: String {
        case heading, paragraph, fields, list, table, groups, code, photo
    }

    private var kind: Kind {
        switch self {
        case .heading: .heading
        case .paragraph: .paragraph
        case .fields: .fields
        case .list: .list
        case .table: .table
        case .groups: .groups
        case .code: .code
        case .photo: .photo
        }
    }

    fileprivate var json: JSONValue {
        let members: [JSONValue.Member] =
            switch self {
            case .heading(let text), .paragraph(let text): [.init(name: "text", value: .string(text))]
            case .fields(let rows):
                [
                    .init(
                        name: "rows",
                        value: .array(rows.map { ["label": .string($0.label), "value": .string($0.value)] }))
                ]
            case .list(let items, let isNumbered):
                [.init(name: "items", value: Self.list(items)), .init(name: "numbered", value: .bool(isNumbered))]
            case .table(let columns, let rows):
                [
                    .init(name: "columns", value: Self.list(columns)),
                    .init(name: "rows", value: .array(rows.map(Self.list))),
                ]
            case .groups(let groups): [.init(name: "groups", value: Self.list(groups))]
            case .code(let text, let caption):
                [.init(name: "text", value: .string(text)), .init(name: "caption", value: .string(caption))]
            case .photo(let jpeg, let caption):
                [
                    .init(name: "jpeg", value: .string(Data(jpeg).base64EncodedString())),
                    .init(name: "caption", value: .string(caption)),
                ]
            }
        return .object([.init(name: "kind", value: .string(kind.rawValue))] + members)
    }

    fileprivate init?(json: JSONValue) {
        let block: Self? =
            switch json["kind"]?.string.flatMap(Kind.init(rawValue:)) {
            case .heading: Self.text(json["text"], PageDocument.longestLine).map(Self.heading)
            case .paragraph: Self.text(json["text"]).map(Self.paragraph)
            case .fields: Self.all(json["rows"], Self.labelled).map(Self.fields)
            case .list: Self.texts(json["items"]).map { .list($0, isNumbered: json["numbered"] == .bool(true)) }
            case .table: Self.table(json)
            case .groups:
                Self.all(json["groups"]) { Self.text($0, PageDocument.longestLine) }.map(Self.groups)
            case .code: Self.code(json)
            case .photo: Self.photo(json)
            case nil: nil
            }
        guard let block else { return nil }
        self = block
    }

    private static func table(_ json: JSONValue) -> Self? {
        guard let columns = texts(json["columns"]), (1...PageDocument.mostColumns).contains(columns.count),
            let rows = all(json["rows"], texts), rows.allSatisfy({ $0.count == columns.count })
        else { return nil }
        return .table(columns: columns, rows: rows)
    }

    private static func code(_ json: JSONValue) -> Self? {
        guard let text = text(json["text"]), (1...PageDocument.longestCode).contains(text.utf8.count),
            !text.unicodeScalars.contains("\0"), let caption = Self.text(json["caption"])
        else { return nil }
        return .code(text, caption: caption)
    }

    private static func photo(_ json: JSONValue) -> Self? {
        guard let data = json["jpeg"]?.string.flatMap({ Data(base64Encoded: $0) }), let caption = text(json["caption"])
        else { return nil }
        return .photo(Array(data), caption: caption)
    }

    private static func labelled(_ json: JSONValue?) -> PageDocument.LabelledValue? {
        guard let label = text(json?["label"]), let value = text(json?["value"]) else { return nil }
        return PageDocument.LabelledValue(label, value)
    }

    private static func text(_ json: JSONValue?, _ longest: Int = PageDocument.longestText) -> String? {
        json?.string.flatMap { $0.unicodeScalars.count <= longest ? $0 : nil }
    }

    private static func texts(_ json: JSONValue?) -> [String]? { all(json) { text($0) } }

    /// All values of an array; `nil` where one of them does not fit.
    private static func all<Value>(_ json: JSONValue?, _ value: (JSONValue?) -> Value?) -> [Value]? {
        guard case .array(let values)? = json, case let fitting = values.compactMap({ value($0) }),
            fitting.count == values.count
        else { return nil }
        return fitting
    }

    private static func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}
