internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// What of a record is kept for a purpose.
struct Kept {
    /// The record, without what the purpose does not need, and without the photo's bytes.
    let record: JSONValue
    let photo: [UInt8]?
    /// Keys of the fields that are in it.
    let fields: [String]
    private let keyring: Keyring
    private let canonical: [UInt8]

    init(_ record: JSONRecord, purpose: PurposeRow, keepsPhoto: Bool, _ keyring: Keyring) {
        // Without the number nobody would be found again.
        var keys = purpose.fields + [Field.citizenID.key]
        if keepsPhoto { keys.append(Field.photo.key) }
        let reduced = ObservedText.reduced(record.json, to: keys)
        photo = keys.contains(Field.photo.key) ? record.photo : nil
        self.record = reduced
        self.keyring = keyring
        fields = Field.all.filter { reduced[$0.group.rawValue]?[$0.name] != nil }.map(\.key)
        canonical = ObservedText.canonical(reduced)
    }

    /// What two observations share that say the same.
    var contentKey: RowID { keyring.contentKey(canonical) }
    /// What two observations share that speak of the same fields.
    var fieldsKey: Int64 { keyring.fieldsKey(fields) }

    /// What names a read that has no name; nor a time, where there is none.
    func contentKey(at moment: RegisterTime?) -> RowID {
        keyring.contentKey(canonical + Array("\n\(moment.map { "\($0.micros)" } ?? "")".utf8))
    }
}

/// A person's place: their row, key and block, made where there is none.
struct PersonPlace {
    /// A person who is there for sure.
    struct Found {
        let row: PersonRow
        let key: PersonKey
        let block: Int
        let isNew: Bool
    }

    private let session: Session

    init(_ session: Session) { self.session = session }

    /// Whose number it is.
    func forSave(_ citizenID: String) throws -> Found {
        let tx = try session.writing()
        let keys = session.keyring.citizenKeys(of: citizenID)
        if let row = try tx.person(citizenKeys: keys), row.state != .erased {
            let (key, keyRow) = try People(session).key(of: row.id)
            return Found(row: row, key: key, block: keyRow.block, isNew: false)
        }
        let id = RowID.new(at: session.now.micros)
        let row = PersonRow(
            id: id, citizenKey: keys.first, state: .active, generation: session.keyring.generation,
            created: session.now.micros, updated: session.now.micros)
        let block = try IndexPlace(tx: tx, keyring: session.keyring).next()
        // The key first: a person without one cannot be told from damage.
        let (key, keyRow) = session.keyring.newPersonKey(for: id, block: block)
        try tx.put(keyRow)
        try tx.insert(row)
        return Found(row: row, key: key, block: block, isNew: true)
    }
}

/// Puts an observation into the store, unless it says what the newest of its kind has said.
struct Observing {
    /// Where what was said stands.
    struct Put {
        let id: RowID
        let isNew: Bool
    }

    private let session: Session
    private let person: PersonPlace.Found

    init(_ session: Session, _ person: PersonPlace.Found) { (self.session, self.person) = (session, person) }

    func put(_ kept: Kept, kind: SourceKind, at read: RegisterTime, reason: String?) throws -> Put {
        let tx = try session.writing()
        let photo = try kept.photo.map { try put(photo: $0, in: tx) }
        let newest = try tx.newestObservation(of: person.row.id, kind: kind.rawValue, fieldsKey: kept.fieldsKey)
        if let newest, newest.contentKey == kept.contentKey, newest.photo == photo {
            return Put(id: newest.id, isNew: false)
        }
        let id = RowID.new(at: session.now.micros)
        let body = reason.map {
            kept.record.adding([
                .init(name: "typed", value: ["reason": .string($0), "officer": .string(session.officer.account)])
            ])
        }
        try tx.insert(
            ObservationRow(
                id: id, person: person.row.id, kind: kind.rawValue, observed: read.micros,
                received: session.now.micros, desk: try session.desk(), officer: session.officer.id,
                fieldsKey: kept.fieldsKey, contentKey: kept.contentKey, photo: photo,
                sealed: person.key.seal(
                    Array((body ?? kept.record).line.utf8), table: Table.observation, row: id, packing: true)))
        return Put(id: id, isNew: true)
    }

    /// A photo is kept once for each person who has it.
    private func put(photo: [UInt8], in tx: any StoreWriting) throws -> RowID {
        let id = session.keyring.photoID(photo, of: person.row.id)
        let sealed = person.key.seal(photo, table: Table.photo, row: id, packing: false)
        try tx.insert(PhotoRow(id: id, person: person.row.id, sealed: sealed))
        return id
    }
}

extension RowID {
    /// A read's name: a ULID is sixteen bytes in Crockford's base 32.
    init?(_ read: ReadID) {
        var (high, low): (UInt64, UInt64) = (0, 0)
        let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        for character in read.description.utf8 {
            guard let value = digits.firstIndex(of: character) else { return nil }
            high = high << 5 | low >> 59
            low = low << 5 | UInt64(value)
        }
        self.init(
            [high, low].flatMap { half in (0..<8).reversed().map { UInt8(truncatingIfNeeded: half >> ($0 * 8)) } })
    }
}
