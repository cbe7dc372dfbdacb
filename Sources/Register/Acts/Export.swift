internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import SmartCard
internal import ThaiIDCard

/// `export`: the records of all, with the fields of the purpose, one a line.
struct Export: RegisterAct {
    private static let page = 500
    private let request: Request

    init(_ request: Request) throws(RegisterError) { self.request = request }

    func perform(in session: Session) throws -> Outcome {
        let shown = Shown(session, masks: false)
        let fields = Field.all.filter(shown.allows)
        let (keyring, day) = (session.keyring, session.day)
        let count = try session.reading.personCount()
        let hasPhotos = fields.contains { $0.kind == .photo }
        return Outcome(
            Answer.of("export", [("people", .integer(count)), ("fields", .array(fields.map { .string($0.key) }))]),
            LogTrace(
                fields: fields.map(\.key), count: count,
                digest: Hex.encode(Rights.digest(request, keyring)).lowercased())
        ) { tx, emit in
            let people = People(reading: tx, keyring: keyring, day: day)
            var last: RowID?
            while true {
                let rows = try tx.persons(after: last, limit: Self.page)
                guard let end = rows.last else { break }
                last = end.id
                for row in rows where row.state == .active {
                    let person = try people.open(row)
                    guard let view = person.view else { continue }
                    let photo = hasPhotos ? try view.photo.flatMap { try tx.photo($0) } : nil
                    let picture = try photo.map { try person.key.open($0.sealed, table: Table.photo, row: $0.id) }
                    try emit(try shown.record(of: view, fields: fields, photo: picture))
                }
            }
        }
    }
}
