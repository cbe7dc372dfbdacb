import Host
import ThaiIDCard

/// A file of settings: TOML with a section `[sheet]`, one `[desk.NAME]` for each desk, and `[register]`.
///
/// All that is wrong with it is kept beside what is right, for whoever wants to know all of it.
package struct SettingsFile: Sendable {
    package typealias Section = [SettingKey: Setting]

    private static let longest = 1 << 16

    package let path: String
    /// What holds at every desk that does not say otherwise.
    package private(set) var sheet: Section = [:]
    package private(set) var desks: [String: Section] = [:]
    /// What is settled for the register, and where that begins.
    package private(set) var register: Section = [:]
    private(set) var registerLine: Int?
    /// What is wrong with it, in the order of its lines.
    package private(set) var faults: [SettingsFault] = []

    /// How many settings it has.
    package var count: Int { desks.values.reduce(sheet.count + register.count) { $0 + $1.count } }

    /// What files say of the register, the more important first.
    static func register(of files: [SettingsFile]) -> Section {
        files.reduce([:]) { $0.merging($1.register) { first, _ in first } }
    }

    /// Reads a file.
    package init(reading path: String) {
        self.init(path)
        do throws(FileFailure) {
            let bytes = try InputFile.read(path, limit: Self.longest)
            if FormerSettings.isName(path) {
                refuse(at: nil, .former(FormerSettings.today(bytes)))
            } else {
                take(bytes)
            }
        } catch {
            refuse(at: nil, error.reason == .missing ? .missing : .unreadable(reason: "\(error.reason)"))
        }
    }

    /// Takes the bytes of a file: UTF-8, or UTF-16, with a mark or without.
    package init(_ bytes: [UInt8], of path: String) {
        self.init(path)
        take(bytes)
    }

    private init(_ path: String) { self.path = path }

    private mutating func take(_ bytes: [UInt8]) {
        let text = InputText.unmarked(bytes)
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if let bad = lines.firstIndex(where: { !InputText.isUTF8($0) }) { return refuse(at: bad + 1, .notText) }
        do throws(TOMLFault) {
            // A word processor's spaces are as good as the keyboard's.
            for node in try TOMLNode.parse(InputText.withPlainSpaces(text)) { takeSection(node) }
        } catch {
            refuse(at: error.line, .syntax(column: error.column, reason: error.reason))
        }
        faults.sort { $0.place.line < $1.place.line }
    }

    private mutating func takeSection(_ node: TOMLNode) {
        switch (node.key, node.value) {
        case ("sheet", .table(let nodes)): sheet = section(nodes, .sheet)
        case ("register", .table(let nodes)): (register, registerLine) = (section(nodes, .register), node.line)
        case ("desk", .table(let nodes)):
            for node in nodes { takeDesk(node) }
        case ("sheet", _), ("desk", _), ("register", _): refuse(at: node.line, .notSection(node.key))
        case (let name, .table):
            let nearest = NearestName.of(name, among: ["sheet", "desk", "register"])
            refuse(at: node.line, .unknownSection(name, nearest: nearest))
        case (let name, _):
            refuse(at: node.line, SettingKey(rawValue: name) == nil ? unknown(name) : .outside(name))
        }
    }

    private mutating func takeDesk(_ node: TOMLNode) {
        let name = node.key
        guard case .table(let nodes) = node.value else {
            let isKey = SettingKey(rawValue: name) != nil
            return refuse(at: node.line, isKey ? .namelessDesk(name) : .notSection("desk." + name))
        }
        guard name.contains(where: { !$0.isWhitespace }), !name.unicodeScalars.contains(where: SafeText.isUnsafe)
        else { return refuse(at: node.line, .deskName) }
        desks[name] = section(nodes, .desk)
    }

    private enum Kind {
        case sheet, desk, register

        /// Why a setting may not stand in such a section; `nil` where it may.
        func problem(of key: SettingKey) -> SettingsProblem? {
            switch self {
            case .register: key.isOfRegister ? nil : .notOfRegister(key)
            case .sheet, .desk:
                key.isOfDesk ? self == .desk || key.isOfSheet ? nil : .deskOnly(key) : .registerOnly(key)
            }
        }
    }

    private mutating func section(_ nodes: [TOMLNode], _ kind: Kind) -> Section {
        var section: Section = [:]
        for node in nodes {
            guard let key = SettingKey(rawValue: node.key) else {
                refuse(at: node.line, unknown(node.key))
                continue
            }
            if let problem = kind.problem(of: key) {
                refuse(at: node.line, problem)
                continue
            }
            do throws(SettingsFault) {
                section[key] = try SettingReader(path: path).setting(key, node)
            } catch {
                faults.append(error)
            }
        }
        return section
    }

    private mutating func refuse(at line: Int?, _ problem: SettingsProblem) {
        faults.append(SettingsFault(.file(path, line: line), problem))
    }

    private func unknown(_ name: String) -> SettingsProblem {
        .unknownKey(name, nearest: NearestName.of(name, among: SettingKey.allCases.map(\.rawValue)))
    }
}

extension SettingOrigin {
    /// The line of a file; 0 where it is none.
    fileprivate var line: Int { if case .file(_, let line?) = self { line } else { 0 } }
}
