internal import RegisterStore

/// The tables of people, and of what was seen and said of them.
enum Tables {
    static let person = Table<PersonRow>(
        "person", ["id", "citizen_key", "state", "generation", "created", "updated"], key: ["id"],
        read: { (row: inout Columns) throws(StoreError) in
            PersonRow(
                id: try row.id(), citizenKey: try row.idIfAny(), state: try row.state(), generation: try row.int(),
                created: try row.number(), updated: try row.number())
        },
        cells: { [$0.id, $0.citizenKey, $0.state, $0.generation, $0.created, $0.updated] })

    static let link = Table<LinkRow>(
        "link", ["person", "replaced_by", "sealed", "officer", "at", "undone"], key: ["person", "at"],
        read: { (row: inout Columns) throws(StoreError) in
            LinkRow(
                person: try row.id(), replacedBy: try row.id(), sealed: try row.bytes(), officer: try row.int(),
                at: try row.number(), undone: try row.numberIfAny())
        },
        cells: { [$0.person, $0.replacedBy, $0.sealed, $0.officer, $0.at, $0.undone] })

    static let observation = Table<ObservationRow>(
        "observation",
        [
            "id", "person", "kind", "observed", "received", "desk", "officer", "fields_key", "content_key", "photo",
            "sealed",
        ], key: ["id"],
        read: { (row: inout Columns) throws(StoreError) in
            ObservationRow(
                id: try row.id(), person: try row.id(), kind: try row.int(), observed: try row.number(),
                received: try row.number(), desk: try row.intIfAny(), officer: try row.intIfAny(),
                fieldsKey: try row.number(), contentKey: try row.id(), photo: try row.idIfAny(),
                sealed: try row.bytes())
        },
        cells: {
            [
                $0.id, $0.person, $0.kind, $0.observed, $0.received, $0.desk, $0.officer, $0.fieldsKey, $0.contentKey,
                $0.photo, $0.sealed,
            ]
        })

    static let visit = Table<VisitRow>(
        "visit", ["id", "person", "observation", "at", "desk", "purpose", "officer", "outcome"], key: ["id"],
        read: { (row: inout Columns) throws(StoreError) in
            VisitRow(
                id: try row.id(), person: try row.idIfAny(), observation: try row.idIfAny(), at: try row.number(),
                desk: try row.intIfAny(), purpose: try row.int(), officer: try row.intIfAny(), outcome: try row.int())
        },
        cells: { [$0.id, $0.person, $0.observation, $0.at, $0.desk, $0.purpose, $0.officer, $0.outcome] })

    static let photo = Table<PhotoRow>(
        "photo", ["id", "person", "sealed"], key: ["id"],
        read: { (row: inout Columns) throws(StoreError) in
            PhotoRow(id: try row.id(), person: try row.id(), sealed: try row.bytes())
        },
        cells: { [$0.id, $0.person, $0.sealed] })

    static let correction = Table<CorrectionRow>(
        "correction", ["id", "person", "field", "sealed", "officer", "at", "ended"], key: ["id"],
        read: { (row: inout Columns) throws(StoreError) in
            CorrectionRow(
                id: try row.id(), person: try row.id(), field: try row.text(), sealed: try row.bytes(),
                officer: try row.int(), at: try row.number(), ended: try row.numberIfAny())
        },
        cells: { [$0.id, $0.person, $0.field, $0.sealed, $0.officer, $0.at, $0.ended] })

    static let decision = Table<DecisionRow>(
        "decision", ["observation", "person", "accepts", "sealed", "officer", "at"], key: ["observation", "at"],
        read: { (row: inout Columns) throws(StoreError) in
            DecisionRow(
                observation: try row.id(), person: try row.id(), accepts: try row.flag(), sealed: try row.bytes(),
                officer: try row.int(), at: try row.number())
        },
        cells: { [$0.observation, $0.person, $0.accepts, $0.sealed, $0.officer, $0.at] })
}

extension Tables {
    /// What a store notes of itself, with the people.
    static let setting = Table<(key: String, value: [UInt8])>(
        "people.store", ["key", "value"], key: ["key"],
        read: { (row: inout Columns) throws(StoreError) in (key: try row.text(), value: try row.bytes()) },
        cells: { [$0.key, $0.value] })
}
