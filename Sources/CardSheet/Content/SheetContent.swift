internal import CardRecord
internal import SheetRequest
internal import ThaiIDCard

/// Everything that a sheet says, in the order in which it is read. Knows no places.
struct SheetContent {
    let record: SheetRecord
    let options: SheetOptions

    var language: SheetLanguage { options.language }

    /// The card's data, one or two cells a row.
    var rows: [[Cell]] {
        let rows: [[Cell]] = [
            [section(.id) { number }],
            [
                section(.names) {
                    cell(Field.nameThai, \.full, SheetWords.nameThai, kind: .name)
                }
            ],
            [
                section(.names) {
                    cell(Field.nameEnglish, \.full, SheetWords.nameEnglish, kind: .name)
                }
            ],
            [section(.birth) { date(Field.birthDate) }, section(.sex) { sex }],
            [
                section(.validity) { date(Field.issueDate) },
                section(.validity) { expiry },
            ],
            [section(.address) { cell(Field.address, \.full, SheetWords.addressAtIssue) }],
            [section(.issuer) { cell(Field.issuer, \.self) }],
            [section(.request) { cell(Field.requestNumber, \.self) }],
        ].map { $0.compactMap { $0 } }
        return rows.filter { !$0.isEmpty }
    }

    /// What stands beside the data: which sheet this is and how it came about.
    var origin: [Cell] {
        let reader = record.record.read.reader.map(PrintedText.clean) ?? language.text(SheetWords.noReader)
        return [
            Cell(
                name: "audit", label: language.text(SheetWords.auditNumber), value: options.audit.description,
                kind: .small),
            Cell(
                name: "readAt", label: language.text(SheetWords.readAt), value: record.readAt.text(in: language.main),
                kind: .small),
            Cell(
                name: "drawnAt", label: language.text(SheetWords.drawnAt), value: options.at.text(in: language.main),
                kind: .small),
            Cell(
                name: "reader", label: language.text(SheetWords.reader),
                value: "\(reader)\nthaiid \(options.toolVersion)", kind: .small),
        ]
    }

    /// Who signs: the holder, and whoever saw the card, where one was seen.
    var signers: [Signer] {
        let seen = record.record.read.source == .reader
        let statement = seen ? SheetWords.officerStatement : SheetWords.unseenStatement
        return [
            Signer(name: "holder", who: SheetWords.holder, statement: SheetWords.holderStatement),
            Signer(name: "officer", who: SheetWords.officer, statement: statement),
        ]
    }

    /// What the QR code holds: which sheet, when, and what for. Nothing of the card.
    var code: String { "THAIID-SHEET/1\n\(options.audit.description)\n\(options.at.iso)\n\(options.purpose.text)" }

    /// The document's title, which nothing of the card may enter.
    var documentTitle: String { "\(SheetWords.title[language.main]) \(options.audit.description)" }

    private func section(_ section: SheetSection, _ cell: () -> Cell) -> Cell? {
        options.sections.contains(section) ? cell() : nil
    }
}

// MARK: - Cells

extension SheetContent {
    private var number: Cell {
        let shown = record.record.state(of: Field.citizenID.row).map { value in
            if options.isMasked, case .citizenID(let citizenID) = value { return citizenID.masked }
            return value.text(in: language.main)
        }
        return cell(Field.citizenID, shown, kind: .number)
    }

    private var sex: Cell {
        cell(Field.sex, state(Field.sex).map { language.text(Bilingual($0)) })
    }

    private func state<Value>(_ field: Field.Handle<Value>) -> FieldState<Value> { field.state(in: record.record.card) }

    private func date(_ field: Field.Handle<PartialDate>) -> Cell {
        let state = state(field)
        var made = cell(field, state.map { DateLines($0, language).value })
        let isDoubtful = record.record.dates.doubt(about: field) != nil
        let notes = [state.value.flatMap { DateLines($0, language).note }, language.text(SheetWords.doubtful)]
        made.note = Self.joined(isDoubtful ? notes : Array(notes.prefix(1)))
        made.isNoteStrong = isDoubtful
        return made
    }

    private static func joined(_ notes: [String?]) -> String? {
        let notes = notes.compactMap { $0 }
        return notes.isEmpty ? nil : notes.joined(separator: " · ")
    }

    private var expiry: Cell {
        let card = record.record.card
        var made = date(Field.expiryDate)
        guard let expiry = card.expiryDate.value, expiry.year != nil, record.validity != .valid,
            let words = record.validity.words(expiry: expiry)
        else { return made }
        made.note = Self.joined([made.note, language.text(words)])
        made.isNoteStrong = made.isNoteStrong || record.validity == .expired
        return made
    }

    /// A cell for a text of a field.
    private func cell<Value>(
        _ field: Field.Handle<Value>, _ text: KeyPath<Value, String>, _ label: Bilingual? = nil,
        kind: Cell.Kind = .plain
    ) -> Cell {
        cell(field, state(field).map { $0[keyPath: text] }, label, kind: kind)
    }

    /// A cell for a field; what it has instead of a value is said in words.
    private func cell<Value>(
        _ field: Field.Handle<Value>, _ state: FieldState<String>, _ label: Bilingual? = nil,
        kind: Cell.Kind = .plain
    ) -> Cell {
        let label = language.text(label ?? field.row.label)
        let instead: Bilingual
        switch state {
        case .value(let text), .partial(let text):
            return Cell(name: field.key, label: label, value: PrintedText.clean(text), kind: kind)
        case .blank: instead = SheetWords.blank
        case .failed(.notRecorded): instead = SheetWords.notRecorded
        case .failed: instead = SheetWords.failed
        case .notRead: instead = SheetWords.notRead
        }
        return Cell(name: field.key, label: label, value: language.text(instead), isValue: false)
    }
}

extension Bilingual {
    fileprivate init(_ sex: Sex) {
        let value = FieldValue.sex(sex)
        self.init(PrintedText.clean(value.text(in: .thai)), PrintedText.clean(value.text(in: .english)))
    }
}
