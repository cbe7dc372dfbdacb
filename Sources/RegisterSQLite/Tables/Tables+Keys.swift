internal import RegisterStore

/// The tables of the other file: keys, and what is searched by name.
extension Tables {
    static let personKey = Table<PersonKeyRow>(
        "person_key", ["person", "generation", "wrapped", "block"], key: ["person"],
        read: { (row: inout Columns) throws(StoreError) in
            PersonKeyRow(
                person: try row.id(), generation: try row.int(), wrapped: try row.bytes(), block: try row.int())
        },
        cells: { [$0.person, $0.generation, $0.wrapped, $0.block] })

    static let block = Table<BlockRow>(
        "block", ["id", "generation", "sealed"], key: ["id"],
        read: { (row: inout Columns) throws(StoreError) in
            BlockRow(id: try row.int(), generation: try row.int(), sealed: try row.bytes())
        },
        cells: { [$0.id, $0.generation, $0.sealed] })

    static let erasure = Table<ErasureRow>(
        "erasure", ["subject", "at", "writer", "n"], key: ["subject", "at"],
        read: { (row: inout Columns) throws(StoreError) in
            ErasureRow(subject: try row.id(), at: try row.number(), writer: try row.int(), n: try row.int())
        },
        cells: { [$0.subject, $0.at, $0.writer, $0.n] })

    static let secret = Table<SecretRow>(
        "secret", ["name", "wrapped"], key: ["name"],
        read: { (row: inout Columns) throws(StoreError) in
            SecretRow(name: try row.text(), wrapped: try row.bytes())
        },
        cells: { [$0.name, $0.wrapped] })
}
