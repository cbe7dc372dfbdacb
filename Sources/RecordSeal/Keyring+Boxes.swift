internal import Crypto
package import RegisterStore

extension Keyring {
    private static let (personKeys, blocks) = ("person_key", "block")

    /// A key for somebody new, and the row without which it is lost.
    package func newPersonKey(for person: RowID, block: Int) -> (PersonKey, PersonKeyRow) {
        let bytes = Random.bytes(RegisterKey.count)
        return (personKey(bytes, generation: generation), row(bytes, person: person, block: block))
    }

    package func personKey(_ row: PersonKeyRow) throws(SealError) -> PersonKey {
        personKey(try unwrap(row), generation: row.generation)
    }

    /// The same key in a row of the newest generation.
    package func rewrap(_ row: PersonKeyRow) throws(SealError) -> PersonKeyRow {
        self.row(try unwrap(row), person: row.person, block: row.block)
    }

    /// An index block, padded so that its length says little.
    package func sealBlock(_ bytes: [UInt8], id: Int) -> BlockRow {
        let sealed = newest.block.seal(bytes, .padded, table: Self.blocks, row: Self.bytes(of: id))
        return BlockRow(id: id, generation: generation, sealed: sealed)
    }

    package func openBlock(_ row: BlockRow) throws(SealError) -> [UInt8] {
        let key = try keys(of: row.generation).block
        guard BoxKey.generation(of: row.sealed) == row.generation else { throw .damaged }
        return try key.open(row.sealed, table: Self.blocks, row: Self.bytes(of: row.id))
    }

    private func personKey(_ bytes: [UInt8], generation: Int) -> PersonKey {
        PersonKey(key: BoxKey(key: SymmetricKey(data: bytes), store: store, generation: generation))
    }

    private func row(_ bytes: [UInt8], person: RowID, block: Int) -> PersonKeyRow {
        let wrapped = newest.wrap.seal(bytes, .bare, table: Self.personKeys, row: person.bytes)
        return PersonKeyRow(person: person, generation: generation, wrapped: wrapped, block: block)
    }

    private func unwrap(_ row: PersonKeyRow) throws(SealError) -> [UInt8] {
        let key = try keys(of: row.generation).wrap
        guard BoxKey.generation(of: row.wrapped) == row.generation else { throw .damaged }
        let bytes = try key.open(row.wrapped, table: Self.personKeys, row: row.person.bytes)
        guard bytes.count == RegisterKey.count else { throw .damaged }
        return bytes
    }

    private static func bytes(of id: Int) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: id >> $0) }
    }
}
