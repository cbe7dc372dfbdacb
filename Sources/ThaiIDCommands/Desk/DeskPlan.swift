import CardFormats
import CardRecord
import CardSources
import FrontDesk
import RecordFiles
import ThaiIDCard

/// What is done with each card that is read at a desk.
struct DeskPlan: Sendable {
    let shown: ShownFields
    let saves: [SaveAction]
    let appends: [AppendAction]
    let run: RunAction?
    let sheet: SheetPlan?
    let register: RegisterAction?

    /// Whether anything is done at all.
    var isEmpty: Bool { saves.isEmpty && appends.isEmpty && run == nil && sheet == nil && register == nil }

    /// What has to be read of each card: what is shown, and what one of the actions needs.
    var fields: [Field] {
        let registered = register == nil ? [] : registeredFields
        let keys = Set((shown.fields + formats.flatMap(fields) + (sheet?.job.fields ?? []) + registered).map(\.key))
        return Field.all.filter { keys.contains($0.key) }
    }

    /// What is to be done with a card.
    func orders(for card: ReadCard) -> [Clerk.Order] {
        let files =
            saves.map { (Action.save($0), fields(of: $0.format)) }
            + appends.map { (Action.append($0), fields(of: $0.format)) }
            + (run.map { [(Action.run($0), shown.fields)] } ?? [])
        var orders = files.map { action, fields in
            (action: action, record: JSONRecord(shown.record(of: card, fields)))
        }
        if let register {
            // Whom it does not show whole it has to know all the same.
            let record = Record(read: card.read, card: card.card, fields: registeredFields)
            orders.append((action: .register(register), record: JSONRecord(record)))
        }
        guard let sheet, let action = sheet.action(at: card.read.at) else { return orders }
        // The drawing program hides what the sheet hides; the log needs the number.
        let record = Record(read: card.read, card: card.card, fields: sheet.job.fields)
        return orders + [(action: .sheet(action), record: JSONRecord(record))]
    }

    private var registeredFields: [Field] { FieldSelection.registered(shown.fields) }

    private var formats: [FileFormat] { saves.map(\.format) + appends.map(\.format) }

    private func fields(of format: FileFormat) -> [Field] { format.format.fields(format.options) ?? shown.fields }
}
