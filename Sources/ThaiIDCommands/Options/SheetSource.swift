import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import DeskConfig
import RecordFiles
import ThaiIDCard

/// Of whom a sheet is made: of a card, or of a record that was read before.
struct SheetSource: ParsableArguments {
    @OptionGroup var card: CardSource

    @Option(
        help: ArgumentHelp(
            "Take a record, as ‘read --json’ prints it, instead of a card; - stands for standard input.",
            valueName: "file"),
        completion: .file())
    var from: String?

    @Flag(help: "Take a citizen ID that contradicts its check digit, with a warning.")
    var acceptBadCheckDigit = false

    func validate() throws {
        let isCard = [card.reader, card.replay, card.card].contains { $0 != nil } || card.wait != nil || card.sample
        guard from == nil || !isCard else {
            throw ValidationError(
                thai: "--from ใช้พร้อมกับ --reader, --wait, --replay, --card หรือ --sample ไม่ได้",
                english: "--from excludes --reader, --wait, --replay, --card and --sample.")
        }
    }

    /// The same, in the desk's reader and within its time where a reader is meant and nobody says which.
    func settled(_ settings: Settings) -> SheetSource {
        var settled = self
        settled.card.timeout = card.timeout ?? settings.number(.timeout)
        guard from == nil, card.replay == nil, card.card == nil, !card.sample else { return settled }
        settled.card.reader = card.reader ?? settings.text(.reader)
        return settled
    }

    /// The record, with no more of the card than these fields.
    func record(_ fields: [Field], telling language: Language) throws -> JSONValue {
        if let from { return try asToolError(records: try RecordInput(files: [from]).only()).json.limited(to: fields) }
        let progress = ReadingProgress(language)
        defer { progress.clear() }
        let request = ReadRequest(fields, acceptsBadCheckDigit: acceptBadCheckDigit)
        let read = try card.read(request, telling: language) { progress.show($0) }.result()
        return Record(read: read.read, card: read.card, fields: fields).json
    }
}

extension JSONValue {
    /// A record with no more of the card than these fields.
    fileprivate func limited(to fields: [Field]) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(
            members.compactMap { member in
                guard let group = Field.Group(rawValue: member.name) else { return member }
                let names = Set(fields.filter { $0.group == group }.map(\.name))
                guard !names.isEmpty, case .object(let values) = member.value else { return nil }
                return Member(name: member.name, value: .object(values.filter { names.contains($0.name) }))
            })
    }
}
