package import CardRecord
package import RegisterStore
package import ThaiIDCard

/// What an officer says of a field in place of what the card says, until a newer card comes.
package struct Correction: Hashable, Sendable {
    /// Its name.
    package let id: RowID
    /// The field's key.
    package let field: String
    /// The field's value in the record's shape; `null` says that there is none.
    package let value: JSONValue
    /// Why.
    package let reason: String
    /// Who says so.
    package let officer: String
    /// Since when, in microseconds since 1970 UTC.
    package let at: Int64
    /// When an officer took it back.
    package let ended: Int64?

    package init(
        id: RowID, field: String, value: JSONValue, reason: String, officer: String, at: Int64, ended: Int64? = nil
    ) {
        self.id = id
        self.field = field
        self.value = value
        self.reason = reason
        self.officer = officer
        self.at = at
        self.ended = ended
    }

    /// The same before it was taken back.
    var withoutEnd: Correction {
        Correction(id: id, field: field, value: value, reason: reason, officer: officer, at: at)
    }

    /// What may be corrected: facts of the person. Numbers and dates of a card are what the card says, its photo is
    /// what the card shows, and another citizen ID is another person, who is linked.
    package static let fields = Field.rows(
        Field.nameThai, Field.nameEnglish, Field.birthDate, Field.sex, Field.address)
}
