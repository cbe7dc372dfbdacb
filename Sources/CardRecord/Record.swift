public import ThaiIDCard

/// One card as it is reported: what was read, how it was read, and for whom.
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
            at: String, source: Source, reader: String?, atr: String, exchanges: Int, milliseconds: Int
        ) {
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
    public var read: Read
    /// What was read.
    public var card: IDCard
    /// The fields to report, in the order of the table.
    public var fields: [Field]
    /// Whether numbers that identify a person show their last digits only.
    public var isMasked: Bool

    /// Reports fields of a card. Dates that nobody can have are noted, by the day of reading.
    public init(read: Read, card: IDCard, fields: [Field], isMasked: Bool = false) {
        self.read = read
        self.card = card
        self.card.noteDoubtfulDates(on: read.day)
        let asked = Set(fields.map(\.key))
        self.fields = Field.all.filter { asked.contains($0.key) }
        self.isMasked = isMasked
    }

    /// The card's dates, judged by the day on which it was read.
    public var dates: CardDates { CardDates(card, on: read.day) }

    /// A field's state with what is to be hidden already hidden.
    package func state(of field: Field) -> FieldState<FieldValue> {
        let state = field.state(in: card)
        guard isMasked, field.sensitivity == .identifier else { return state }
        return state.map { value in
            switch value {
            case .citizenID(let citizenID): .text(citizenID.masked)
            case .text(let text): .text(CitizenID.mask(text))
            default: value
            }
        }
    }
}
