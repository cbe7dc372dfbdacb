internal import CardRecord
internal import Host
internal import RecordSeal
internal import Register
internal import RegisterModel
internal import RegisterSQLite

/// A register full of people, and what is measured of it.
final class RegisterFigures {
    private static let account = "clerk"
    private static let purpose = "counter"
    private static let together = 500
    private static let samples = 1_000

    private let places: (people: String, keys: String, key: String, store: String)
    private let people: Int
    private let records = InventedRecords()
    private let clock = ContinuousClock()
    private var store: SQLiteStore
    private var register: Register

    /// Opens the register of a folder, once it is full.
    init(in folder: String, people: Int) throws {
        let store = folder + "/store"
        places = (store + "/people.sqlite", store + "/keys.sqlite", folder + "/register.key", store)
        self.people = people
        let isNew = !Folder.holds(places.people)
        self.store = try SQLiteStore(people: places.people, keys: places.keys, creates: isNew)
        if isNew {
            let root = RegisterKey()
            try KeyPlace.file(places.key).keep(root)
            let mode = Register.Mode(office: "Figures", officeNumber: nil, isOpen: true)
            register = try Register.create(in: self.store, root: root, mode: mode, account: Self.account)
            _ = try ask(Request(.purposeAdd, ["code": .string(Self.purpose), "thai": "ทดสอบ", "days": .integer(365)]))
            try fill()
        } else {
            register = try Register.open(self.store, root: try KeyPlace.file(places.key).load())
        }
    }

    private func ask(_ request: Request) throws -> JSONValue {
        try register.perform(request, as: Self.account) { _ in }
    }

    private func saving(_ record: JSONValue, keepsPhoto: Bool = false) -> Request {
        Request(.save, purpose: Self.purpose, ["record": record, "keepPhoto": .bool(keepsPhoto)])
    }

    private func fill() throws {
        let time = try clock.measure {
            for first in stride(from: 0, to: people, by: Self.together) {
                let some = (first..<min(first + Self.together, people)).map { saving(records.record($0, photo: false)) }
                _ = try register.perform(together: some, as: Self.account)
            }
        }
        figure("fill, ms a person", milliseconds(time) / Double(people))
        let before = try size()
        let again = min(people, 5_000)
        for first in stride(from: 0, to: again, by: Self.together) {
            let some = (first..<min(first + Self.together, again)).map {
                saving(records.record($0, photo: false, day: 2))
            }
            _ = try register.perform(together: some, as: Self.account)
        }
        let visit = (try size() - before) / Double(again)
        figure("bytes a visit", visit)
        figure("bytes a person", before / Double(people) - visit)
        figure("bytes a person and visit", before / Double(people))
    }

    /// What both files take, once their logs are taken in.
    private func size() throws -> Double {
        try store.scrub()
        return [places.people, places.keys].map { Double(FileStatus(behind: $0)?.size ?? 0) }.reduce(0, +)
    }

    /// R1: one person after another, with a photo, each on the disk before the next.
    func saving() throws {
        let first = people + Int(WallClock.milliseconds) % 1_000_000
        let requests = (first..<first + Self.samples).map { saving(records.record($0, photo: true), keepsPhoto: true) }
        try measure("save", requests)
    }

    /// R2: by number; each look is in the log before it is told.
    func lookingUp() throws {
        try measure(
            "find by number",
            (0..<Self.samples).map { look in
                Request(
                    .findByNumber, purpose: Self.purpose,
                    ["citizenID": .string(records.citizenID(look &* 7_919 % people))])
            })
    }

    private func measure(_ name: String, _ requests: [Request]) throws {
        let times = try requests.map { request in milliseconds(try clock.measure { _ = try ask(request) }) }.sorted()
        figure("\(name), p50 ms", times[times.count / 2])
        figure("\(name), p99 ms", times[times.count * 99 / 100])
    }

    /// R3: a part of a name, first after opening and then again.
    func searching() throws {
        register = try reopened()
        let names = ["สอบสุข", "ตัวอย่าง", "ไม่มีใคร", "somebody"]
        for (round, name) in names.enumerated() {
            let request = Request(.findByName, purpose: Self.purpose, ["name": .string(name)])
            figure(
                round == 0 ? "find by name, first ms" : "find by name, after ms",
                milliseconds(try clock.measure { _ = try ask(request) }))
        }
        let request = Request(.findByName, purpose: Self.purpose, ["name": "ตัวอย่าง", "like": .bool(true)])
        figure("find by sound, ms", milliseconds(try clock.measure { _ = try ask(request) }))
    }

    private func reopened() throws -> Register {
        store.close()
        store = try SQLiteStore(people: places.people, keys: places.keys)
        return try Register.open(store, root: try KeyPlace.file(places.key).load())
    }

    /// R10: the whole log.
    func verifying() throws {
        var answer = JSONValue.null
        let time = try clock.measure { answer = try ask(Request(.logVerify)) }
        guard answer["whole"] == .bool(true) else { throw RegisterError(.logBroken) }
        figure("verify, s", milliseconds(time) / 1_000)
        figure("verify, entries", Double(answer["entries"]?.integer ?? 0))
    }

    /// R13: everything under a new key, which is on the disk before the first box is sealed under it.
    func rekeying() throws {
        let root = RegisterKey()
        try KeyPlace.file(places.key + ".next").keep(root, replaces: true)
        let time = try clock.measure { try register.rekey(to: root, by: Self.account) { _, _ in } }
        figure("rekey, s", milliseconds(time) / 1_000)
        try KeyPlace.file(places.key).keep(root, replaces: true)
    }

    private func milliseconds(_ time: Duration) -> Double {
        Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15
    }
}
