internal import CardRecord
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// What an officer sees of people: the fields of the purpose, and of identifying numbers the last digits, unless
/// they may see and asked for more.
struct Shown {
    /// What a line of people says.
    static let summaryFields = Field.rows(
        Field.citizenID, Field.nameThai, Field.nameEnglish, Field.birthDate, Field.address
    ).map(\.key)

    private let purpose: PurposeRow?
    private let masks: Bool

    init(_ session: Session, masks: Bool) { (purpose, self.masks) = (session.purpose, masks) }

    /// Whether the purpose allows a field; without a purpose, whether anybody may see it.
    func allows(_ field: Field) -> Bool {
        purpose?.fields.contains(field.key) ?? true || field.key == Field.citizenID.key
    }

    /// One line of a list.
    func summary(of person: OpenPerson) -> JSONValue? {
        guard let view = person.view,
            let record = try? record(
                of: view, fields: Field.all.filter { Self.summaryFields.contains($0.key) }, photo: nil)
        else { return nil }
        return [
            "person": .string(person.row.id.text), "citizenID": record[Field.citizenID] ?? .null,
            "nameThai": record[Field.nameThai] ?? .null, "nameEnglish": record[Field.nameEnglish] ?? .null,
            "birthDate": record[Field.birthDate] ?? .null, "address": record[Field.address] ?? .null,
            "flags": Self.flags(of: view), "updated": .string(RegisterTime(micros: person.row.updated).text),
        ]
    }

    static func flags(of view: CurrentView) -> JSONValue {
        .array(view.flags.map(\.rawValue).sorted().map { .string($0) })
    }

    /// A record as it may be seen.
    ///
    /// - Parameter photo: the picture's file, where it is to be there.
    func record(of view: CurrentView, fields: [Field], photo: [UInt8]?) throws(RegisterError) -> JSONValue {
        let allowed = fields.filter(allows)
        do throws(RecordSyntaxError) {
            let whole = ObservedText.whole(view.record, photo: photo)
            let model = try JSONRecord(json: whole).model()
            return Record(
                read: model.read, card: model.card,
                fields: allowed.filter { field in model.fields.contains { $0.key == field.key } },
                for: masks ? .masked : .desk
            ).json
        } catch {
            throw .init(.boxDamaged)
        }
    }
}
