package import Host
import ThaiIDCard

/// Why settings are not written down.
package enum SettingsWriteError: Error, Hashable {
    /// The file is not understood, and so left alone.
    case fault(SettingsFault)
    /// It has a section `[register]` already, at this place.
    case isThere(SettingOrigin)
    /// What it says of the register stands in no section of its own, and is to be changed by hand.
    case notPlain(String)
    case file(FileFailure)
}

extension RegisterSettings {
    private static let longest = 1 << 16

    /// Writes the section into a file of settings, of which everything else stays as it is; the file is made where
    /// there is none.
    ///
    /// - Parameter replacing: whether a section that is there is replaced.
    package func write(to path: String, replacing: Bool) throws(SettingsWriteError) {
        let old = try Self.file { () throws(FileFailure) in
            Folder.holds(path) ? try InputFile.read(path, limit: Self.longest) : []
        }
        let new = try text(into: InputText.unmarked(old), of: path, replacing: replacing)
        try Self.file { () throws(FileFailure) in
            try Folder.makeAll(Folder.holding(path))
            try OutputFile(path: path, replaces: true).write(new)
        }
    }

    /// The text of a file with the section in it.
    func text(into old: [UInt8], of path: String, replacing: Bool) throws(SettingsWriteError) -> [UInt8] {
        let before = SettingsFile(old, of: path)
        if let fault = before.faults.first { throw .fault(fault) }
        var lines = old.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        var place = lines.count
        if let line = before.registerLine {
            guard replacing else { throw .isThere(.file(path, line: line)) }
            guard let section = Self.section(in: lines) else { throw .notPlain(path) }
            lines.removeSubrange(section)
            place = section.lowerBound
        }
        let own = [TOMLText.register] + settings.map { key, text in "\(key.rawValue) = \(TOMLText.quoted(text))" }
        var added = own.map { Array($0.utf8)[...] }
        if place > 0, !Self.isBlank(lines[place - 1]) { added.insert([], at: 0) }
        if place < lines.count, !Self.isBlank(lines[place]) { added.append([]) }
        lines.insert(contentsOf: added, at: place)
        let new = Array(lines.map { $0 + [UInt8(ascii: "\n")] }.joined())
        // Whatever stood in between, what was said is said still, and nothing else.
        let after = SettingsFile(new, of: path)
        guard after.faults.isEmpty, after.says(before), RegisterSettings(after.register) == whole(beside: path) else {
            throw .notPlain(path)
        }
        return new
    }

    /// The lines of the section, but for what stands before the next one and belongs to it.
    private static func section(in lines: [ArraySlice<UInt8>]) -> Range<Int>? {
        let heads = lines.indices.filter { lines[$0].first { !isSpace($0) } == UInt8(ascii: "[") }
        let own = Array(TOMLText.register.utf8)
        guard let start = heads.first(where: { lines[$0].filter { !isSpace($0) }.starts(with: own) }) else {
            return nil
        }
        var end = heads.first { $0 > start } ?? lines.endIndex
        while end > start + 1,
            isBlank(lines[end - 1]) || lines[end - 1].first(where: { !isSpace($0) }) == UInt8(ascii: "#")
        {
            end -= 1
        }
        return start..<end
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x09, 0x0D, 0x20].contains(byte) }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy(isSpace) }

    /// As it is read again: names of files are relative to the folder of the file that has them.
    private func whole(beside path: String) -> RegisterSettings {
        var whole = self
        for (key, text) in settings where key.type == .path && !text.hasPrefix("/") {
            if let member = Self.members[key] { whole[keyPath: member] = "\(Folder.holding(path))/\(text)" }
        }
        return whole
    }

    private static func file<Result>(_ work: () throws(FileFailure) -> Result) throws(SettingsWriteError) -> Result {
        do throws(FileFailure) { return try work() } catch { throw .file(error) }
    }
}

extension SettingsFile {
    /// Whether it says the same as another, but for the register, on whatever lines.
    fileprivate func says(_ other: SettingsFile) -> Bool {
        func values(_ section: Section) -> [SettingKey: SettingValue] { section.mapValues(\.value) }
        return values(sheet) == values(other.sheet) && desks.mapValues(values) == other.desks.mapValues(values)
    }
}
