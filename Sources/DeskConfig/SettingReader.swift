import Host
import ThaiIDCard

/// Turns what stands in a file into the values of settings.
struct SettingReader {
    /// The file's name, to whose folder the names of files are relative.
    let path: String

    /// The value of a setting.
    func setting(_ key: SettingKey, _ node: TOMLNode) throws(SettingsFault) -> Setting {
        Setting(value: try value(key, node), origin: .file(path, line: node.line))
    }

    private func value(_ key: SettingKey, _ node: TOMLNode) throws(SettingsFault) -> SettingValue {
        switch (key.type, node.value) {
        case (.text, .text(let text)), (.textOrNumber, .text(let text)), (.textOrFlag, .text(let text)):
            return .text(try line(key, text, node))
        case (.textOrNumber, .number(let number)) where number >= 0: return .text(String(number))
        case (.flag, .flag(let flag)), (.textOrFlag, .flag(let flag)): return .flag(flag)
        case (.path, .text(let text)): return .text(place(try line(key, text, node)))
        case (.paths, .list(let items)):
            return .list(try texts(key, items, node) { text, _ in place(text) })
        case (.choice(let choices), .text(let text)):
            return .text(try choice(key, try line(key, text, node), of: choices, node))
        case (.choices(let choices), .list(let items)):
            return .list(
                try texts(key, items, node) { text, item throws(SettingsFault) in
                    try choice(key, text, of: choices, item)
                })
        case (.number(let range), .number(let number)):
            guard range.contains(number) else { throw fault(node, .outOfRange(key, number)) }
            return .number(number)
        case (.duration, .text(let text)):
            let text = try line(key, text, node)
            guard let duration = SettingDuration(text) else { throw fault(node, .notDuration(key, text)) }
            return .duration(duration)
        default: throw fault(node, .wrongType(key, found: node.found))
        }
    }

    private func texts(
        _ key: SettingKey, _ items: [TOMLNode], _ node: TOMLNode,
        _ value: (String, TOMLNode) throws(SettingsFault) -> String
    ) throws(SettingsFault) -> [String] {
        guard !items.isEmpty else { throw fault(node, .empty(key)) }
        var values: [String] = []
        for item in items {
            guard case .text(let text) = item.value else { throw fault(item, .wrongType(key, found: item.found)) }
            values.append(try value(try line(key, text, item), item))
        }
        return values
    }

    /// A text that says something, in one line that is safe to show.
    private func line(_ key: SettingKey, _ text: String, _ node: TOMLNode) throws(SettingsFault) -> String {
        guard text.contains(where: { !$0.isWhitespace }) else { throw fault(node, .empty(key)) }
        guard !text.unicodeScalars.contains(where: SafeText.isUnsafe) else { throw fault(node, .notLine(key)) }
        return text
    }

    private func choice(
        _ key: SettingKey, _ text: String, of choices: [String], _ node: TOMLNode
    ) throws(SettingsFault) -> String {
        guard choices.contains(text) else {
            throw fault(node, .notChoice(key, text, nearest: NearestName.of(text, among: choices)))
        }
        return text
    }

    private func place(_ name: String) -> String { name.hasPrefix("/") ? name : "\(Folder.holding(path))/\(name)" }

    private func fault(_ node: TOMLNode, _ problem: SettingsProblem) -> SettingsFault {
        SettingsFault(.file(path, line: node.line), problem)
    }
}

extension TOMLNode {
    /// What it is, to be told where something else belongs.
    var found: SettingsProblem.Found {
        switch value {
        case .table: .table
        case .list: .list
        case .text: .text
        case .number: .number
        case .fraction: .fraction
        case .flag: .flag
        case .moment: .moment
        }
    }
}
