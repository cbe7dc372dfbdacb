public import ThaiIDCard

/// One card as it is reported: what was read, how it was read, and for whom.
///
/// What the audience may not see is not here either: of a masked field `state(of:)` has what is shown, and the
/// card nothing.
public struct Record: Sendable {
    /// How a card was read.
    public struct Read: Hashable, Sendable {
        /// Where the card was. The raw values are those of the record.
        public enum Source: String, Hashable, Sendable {
            /// In a reader.
            case reader
            /// In a recording.
            case replay
            /// Nowhere: made by this project.
            case virtual
        }

        /// Its name, and no other's; `nil` of a record that nobody read, or that is older than such names.
        public var id: ReadID?
        /// When, as `2026-11-23T09:41:07+07:00`.
        public var at: String
        /// Where the card was.
        public var source: Source
        /// Name of the reader, where there was one.
        public var reader: String?
        /// Answer to reset, in hex.
        public var atr: String
        /// Commands sent.
        public var exchanges: Int
        /// Time from the first command to the last answer.
        public var milliseconds: Int

        /// States how a card was read.
        public init(
            id: ReadID? = nil, at: String, source: Source, reader: String?, atr: String, exchanges: Int,
            milliseconds: Int
        ) {
            self.id = id
            self.at = at
            self.source = source
            self.reader = reader
            self.atr = atr
            self.exchanges = exchanges
            self.milliseconds = milliseconds
        }

        /// The day, by which ages and validity are judged; `nil` where `at` names none.
        public var day: CalendarDay? { CalendarDay(startOf: at) }
    }

    /// How it was read.
    public let read: Read
    /// What was read, without what is hidden or masked.
    public private(set) var card: IDCard
    /// The fields to report, in the order of the table.
    public let fields: [Field]
    /// What is shown of fields that are masked, by their keys.
    private var masked: [String: FieldState<FieldValue>] = [:]

    /// Reports fields of a card. Dates that nobody can have are noted, by the day of reading.
    public init(read: Read, card: IDCard, fields: [Field], for audience: Audience = .desk) {
        let asked = Set(fields.map(\.key))
        self.read = read
        self.card = card
        self.fields = Field.all.filter { asked.contains($0.key) && audience.sight(of: $0) != .hidden }
        self.card.noteDoubtfulDates(on: read.day)
        for field in Field.all {
            switch audience.sight(of: field) {
            case .whole: continue
            case .masked: masked[field.key] = field.state(in: self.card).map(\.masked)
            case .hidden: self.card.warnings.removeAll { $0.field == field.key }
            }
            field.forget(in: &self.card)
        }
    }

    /// Reports a card whose citizen ID was masked before it came here.
    init(read: Read, card: IDCard, fields: [Field], citizenID: FieldState<MaskedCitizenID>?) {
        self.init(read: read, card: card, fields: fields)
        masked[Field.citizenID.key] = citizenID?.map(FieldValue.maskedCitizenID)
    }

    /// The card's dates, judged by the day on which it was read.
    package var dates: CardDates { CardDates(card, on: read.day) }

    /// A field's state with what is to be hidden already hidden.
    package func state(of field: Field) -> FieldState<FieldValue> { masked[field.key] ?? field.state(in: card) }
}
