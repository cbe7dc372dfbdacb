internal import AreaCodes
internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// The blocks in which people are found by name: where a new one comes, and how one is written anew.
struct IndexPlace {
    let tx: any StoreWriting
    let keyring: Keyring

    /// The block that takes the next person.
    func next() throws -> Int {
        guard let last = try tx.lastBlock() else { return 1 }
        guard let row = try tx.block(last), try !block(row).isFull else { return last + 1 }
        return last
    }

    /// Puts what a person is found by into a block, in place of what stood there.
    func put(_ view: CurrentView, of person: RowID, in number: Int) throws {
        let entry = IndexEntry(person: person, record: view.record, area: Self.area)
        try change(number) { block in
            guard block.put(entry) else { throw RegisterError(.failed, "block \(number)") }
        }
    }

    /// Takes a person out.
    func remove(_ person: RowID, from number: Int) throws { try change(number) { _ = $0.remove(person) } }

    private func change(_ number: Int, _ body: (inout IndexBlock) throws -> Void) throws {
        var block = try tx.block(number).map(block) ?? IndexBlock()
        try body(&block)
        try tx.put(keyring.sealBlock(block.bytes, id: number))
    }

    private func block(_ row: BlockRow) throws -> IndexBlock {
        guard let block = IndexBlock(bytes: try keyring.openBlock(row)) else { throw RegisterError(.boxDamaged) }
        return block
    }

    /// The code of an address, as at the day on which it was printed.
    private static func area(_ province: String, _ district: String, _ subdistrict: String, _ day: CalendarDay?)
        -> String?
    {
        AreaCodes.match(province: province, district: district, subdistrict: subdistrict, on: day).code
    }
}
