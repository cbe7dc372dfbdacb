internal import CTOML

/// Something in a file of TOML, and the line on which it is written; an item of a list has no key.
struct TOMLNode: Hashable, Sendable {
    enum Value: Hashable, Sendable {
        case table([TOMLNode])
        case list([TOMLNode])
        case text(String)
        case number(Int)
        case fraction
        case flag(Bool)
        case moment
    }

    let key: String
    let line: Int
    let value: Value
}

/// Why bytes are no TOML, in the parser's English.
struct TOMLFault: Error, Hashable {
    let line: Int
    let column: Int
    let reason: String
}

extension TOMLNode {
    /// What stands in a file, in the order of its lines. UTF-8 is for the caller to make sure of.
    static func parse(_ bytes: [UInt8]) throws(TOMLFault) -> [TOMLNode] {
        let file = bytes.withUnsafeBytes { bytes in
            toml_parse(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), UInt64(bytes.count))
        }
        defer { toml_free(file) }
        var (line, column): (UInt32, UInt32) = (0, 0)
        if let reason = toml_fault(file, &line, &column) {
            throw TOMLFault(line: Int(line), column: Int(column), reason: String(cString: reason))
        }
        // What stands in an entry has a higher number: from the end, everything is there when it is asked for.
        var inside: [Int64: [TOMLNode]] = [:]
        for number in (0..<toml_count(file)).reversed() {
            let entry = toml_entry_at(file, number)
            let children = inside.removeValue(forKey: Int64(number)) ?? []
            let node = TOMLNode(
                key: text(entry.key, entry.key_count), line: Int(entry.line), value: value(entry, holding: children))
            inside[entry.parent, default: []].append(node)
        }
        return ordered(inside[-1] ?? [])
    }

    private static func value(_ entry: toml_entry, holding children: [TOMLNode]) -> Value {
        switch entry.kind {
        case toml_table: .table(ordered(children))
        case toml_list: .list(children.reversed())
        case toml_text: .text(text(entry.text, entry.text_count))
        case toml_whole: .number(Int(entry.number))
        case toml_fraction: .fraction
        case toml_flag: .flag(entry.number != 0)
        default: .moment
        }
    }

    private static func ordered(_ nodes: [TOMLNode]) -> [TOMLNode] {
        nodes.sorted { ($0.line, $0.key) < ($1.line, $1.key) }
    }

    private static func text(_ start: UnsafePointer<CChar>?, _ count: UInt64) -> String {
        String(decoding: UnsafeRawBufferPointer(start: start, count: Int(count)), as: UTF8.self)
    }
}
