/// A field's value as an officer says that it is, until ended.
package struct CorrectionRow: Hashable, Sendable {
    package let id: RowID
    package let person: RowID
    package let field: String
    package let sealed: [UInt8]
    package let officer: Int
    package let at: Int64
    package var ended: Int64?

    package init(id: RowID, person: RowID, field: String, sealed: [UInt8], officer: Int, at: Int64, ended: Int64?) {
        self.id = id
        self.person = person
        self.field = field
        self.sealed = sealed
        self.officer = officer
        self.at = at
        self.ended = ended
    }
}

/// An officer's word on an observation that did not fit its person.
package struct DecisionRow: Hashable, Sendable {
    package let observation: RowID
    package let person: RowID
    package let accepts: Bool
    package let sealed: [UInt8]
    package let officer: Int
    package let at: Int64

    package init(observation: RowID, person: RowID, accepts: Bool, sealed: [UInt8], officer: Int, at: Int64) {
        self.observation = observation
        self.person = person
        self.accepts = accepts
        self.sealed = sealed
        self.officer = officer
        self.at = at
    }
}
