internal import AreaCodes
package import CardRecord
package import ThaiIDCard

/// A card with what its checks need beside it.
package struct CheckedCard: Sendable {
    package var card: IDCard
    /// The day from which ages and validity are judged: that of reading.
    package var day: CalendarDay?
    /// Whether another person has the same photo, byte by byte; only who has all people can tell.
    package var isPhotoElsewhere = false
    /// Whether another person's card has the same chip.
    package var isChipElsewhere = false
    /// What is known of a photo whose bytes are elsewhere.
    private var storedPhoto: PhotoFacts?

    /// Takes a record as its reader sees it: what is masked there is not looked at.
    package init(_ record: Record) {
        card = record.card
        day = record.read.day
    }

    /// Takes a record whose photo may have been put elsewhere, so that no `base64` is left of it.
    ///
    /// - Throws: `RecordSyntaxError` naming what does not fit the schema.
    package init(json: JSONValue, on day: CalendarDay?) throws(RecordSyntaxError) {
        self.day = day
        let photo = json[Field.photo.group.rawValue]?[Field.photo.name]
        if let photo, photo != .null, photo[Photo.Part.base64.rawValue]?.string == nil {
            storedPhoto = PhotoFacts(json: photo)
            card = try IDCard(record: json.without(Field.photo))
        } else {
            card = try IDCard(record: json)
        }
    }

    /// All that the checks find, in their order.
    package var findings: [Finding] { Check.all.compactMap { $0.finding(in: self) } }

    var dates: CardDates { CardDates(card, on: day) }

    /// The first and the last day on which the card can have been issued, where nothing speaks against them.
    var issueDays: ClosedRange<CalendarDay>? { soundDays(card.issueDate.value, Field.issueDate) }

    /// The first and the last day on which the holder can have been born, where nothing speaks against them.
    var birthDays: ClosedRange<CalendarDay>? { soundDays(card.birthDate.value, Field.birthDate) }

    /// The last days of the card, where it has any and nothing speaks against them.
    var expiryDays: ClosedRange<CalendarDay>? { soundDays(card.expiryDate.value, Field.expiryDate) }

    /// What the list says of the address, as at the day of issue.
    var area: AreaMatch? { card.address.value.map { AreaCodes.match($0, on: issueDays?.lowerBound) } }

    var photo: PhotoFacts? { storedPhoto ?? card.photo.value.map(PhotoFacts.init) }

    /// Whether a field has a warning of this kind, as its reading noted it.
    func isWarned<Value>(_ field: Field.Handle<Value>, _ matches: (Warning.Kind) -> Bool) -> Bool {
        card.warnings.contains { $0.field == field.key && matches($0.kind) }
    }

    private func soundDays(
        _ date: PartialDate?, _ field: Field.Handle<PartialDate>
    ) -> ClosedRange<CalendarDay>? {
        dates.doubt(about: field) == nil ? date?.possibleDays : nil
    }
}

/// What a check needs to know of a photo.
struct PhotoFacts: Sendable {
    let width: Int?
    let height: Int?
    let count: Int
    /// The file, where it is there.
    let jpeg: [UInt8]?

    init(_ photo: Photo) {
        (width, height) = (photo.header?.width, photo.header?.height)
        count = photo.jpeg.count
        jpeg = photo.jpeg
    }

    init(json: JSONValue) {
        func number(_ part: Photo.Part) -> Int? { json[part.rawValue]?.integer }
        (width, height) = (number(.width), number(.height))
        count = number(.bytes) ?? 0
        jpeg = nil
    }
}

extension FieldState {
    /// Whether the card has nothing there, which is known.
    var isBlank: Bool { if case .blank = self { true } else { false } }
}

extension JSONValue {
    /// A record without one of its fields.
    fileprivate func without<Value>(_ field: Field.Handle<Value>) -> JSONValue {
        guard case .object(let groups) = self else { return self }
        return .object(
            groups.map { group in
                guard group.name == field.group.rawValue, case .object(let fields) = group.value else { return group }
                return Member(name: group.name, value: .object(fields.filter { $0.name != field.name }))
            })
    }
}
