import CardRecord
import Foundation
import RecordSeal
import Register
import RegisterModel
import RegisterSQLite
import Synchronization
import TestSupport
import ThaiIDCard

/// An office with a register of its own, and a clock that a test sets.
final class Office {
    static let clerk = "clerk"
    static let (service, survey) = ("service", "survey")
    /// A Monday, at nine in Thailand.
    static let opening = "2026-03-02T09:00:00+07:00"

    /// What time it is there.
    final class Clock: Sendable {
        private let micros: Mutex<Int64>
        init(_ text: String) { micros = Mutex(RegisterTime(record: text)?.micros ?? 0) }
        var now: RegisterTime { RegisterTime(micros: micros.withLock { $0 }) }
        func set(_ text: String) { micros.withLock { $0 = RegisterTime(record: text)?.micros ?? $0 } }
        func pass(days: Int = 0, seconds: Int = 0) {
            micros.withLock { $0 += (Int64(days) * 86_400 + Int64(seconds)) * 1_000_000 }
        }
    }

    let folder: TemporaryFolder
    let clock: Clock
    private(set) var root: RegisterKey
    private(set) var store: SQLiteStore
    private(set) var register: Register

    /// - Parameter isOpen: one clerk's office; otherwise `clerk` is an officer, `chief` and `deputy` are super users, and
    ///   `auditor` is one.
    init(isOpen: Bool = true, at time: String = opening) throws {
        (folder, clock, root) = (try TemporaryFolder(), Clock(time), RegisterKey())
        store = try SQLiteStore(
            people: folder.path("people.sqlite"), keys: folder.path("keys.sqlite"), creates: true)
        let clock = clock
        register = try Register.create(
            in: store, root: root,
            mode: .init(office: "สำนักงานตัวอย่าง", officeNumber: "0000000000000", isOpen: isOpen),
            account: isOpen ? Self.clerk : "chief", clock: { clock.now })
        let maker = isOpen ? Self.clerk : "chief"
        for (code, days) in [(Self.service, 365), (Self.survey, 30)] {
            try ask(.purposeAdd, as: maker, ["code": .string(code), "thai": "บริการ", "days": .integer(days)])
        }
        guard !isOpen else { return }
        for (account, role) in [("deputy", "super"), (Self.clerk, "officer"), ("window", "desk")] {
            let arguments: KeyValuePairs<String, JSONValue?> = [
                "account": .string(account), "roles": .array([.string(role)]),
            ]
            if account == "deputy" {
                try ask(.officer, as: maker, arguments)
            } else {
                try approved(.officer, arguments)
            }
        }
    }

    deinit { store.close() }

    @discardableResult
    func ask(
        _ act: Act, for purpose: String? = nil, as account: String = clerk, reference: String? = nil,
        _ arguments: KeyValuePairs<String, JSONValue?> = [:]
    ) throws(RegisterError) -> JSONValue {
        try lines(act, for: purpose, as: account, reference: reference, arguments).answer
    }

    /// An answer with the lines that come before it.
    func lines(
        _ act: Act, for purpose: String? = nil, as account: String = clerk, reference: String? = nil,
        _ arguments: KeyValuePairs<String, JSONValue?> = [:]
    ) throws(RegisterError) -> (answer: JSONValue, lines: [JSONValue]) {
        let request = Request(
            act, purpose: purpose ?? (act.needsPurpose ? Self.service : nil), reference: reference, desk: "1", arguments
        )
        var lines: [JSONValue] = []
        let answer = try register.perform(request, as: account) { lines.append($0) }
        return (answer, lines)
    }

    /// What is in the way; `nil` where nothing is.
    func problem(
        _ act: Act, for purpose: String? = nil, as account: String = clerk, reference: String? = nil,
        _ arguments: KeyValuePairs<String, JSONValue?> = [:]
    ) -> RegisterError.Problem? {
        do throws(RegisterError) {
            try ask(act, for: purpose, as: account, reference: reference, arguments)
            return nil
        } catch {
            return error.problem
        }
    }

    /// Asks as `chief`, has `deputy` agree, and asks again.
    @discardableResult
    func approved(
        _ act: Act, for purpose: String? = nil, _ arguments: KeyValuePairs<String, JSONValue?>
    ) throws(RegisterError) -> JSONValue {
        do throws(RegisterError) {
            return try ask(act, for: purpose, as: "chief", arguments)
        } catch {
            guard error.problem == .needsApproval else { throw error }
            try ask(.approve, as: "deputy", ["number": .integer(Int(error.detail[0]) ?? 0)])
            return try ask(act, for: purpose, as: "chief", arguments)
        }
    }

    /// Saves a card as read at this moment, or at a given one.
    @discardableResult
    func save(
        _ card: IDCard, _ act: Act = .save, for purpose: String? = nil, as account: String = clerk, at: String? = nil,
        id: ReadID? = ReadID(milliseconds: 0), photo: Bool = false,
        fields: [Field] = Field.all.filter { $0.kind != .photo }
    ) throws(RegisterError) -> JSONValue {
        try ask(
            act, for: purpose, as: account,
            [
                "record": card.record(at: at ?? clock.now.text, id: id, fields: photo ? Field.all : fields),
                "keepPhoto": photo ? .bool(true) : nil, "reason": act == .add ? "ลืมบัตร" : nil,
            ])
    }

    /// A person's record as it is shown, not masked.
    func shown(_ card: IDCard, at day: String? = nil) throws(RegisterError) -> JSONValue {
        try ask(.show, ["citizenID": .string(card.digits), "unmask": .bool(true), "at": JSONValue(day)])
    }

    /// Every line of the log, oldest first.
    func log(as account: String = clerk) throws -> [JSONValue] {
        try lines(.logShow, as: account, ["limit": .integer(100_000)]).lines
    }

    /// Copies the people's file; gives where to.
    func copyPeople() throws -> String {
        let copy = folder.path("copy.sqlite")
        try store.backUp(people: copy)
        return copy
    }

    /// A store of its own on the same files, as another program has one.
    func anotherStore() throws -> SQLiteStore {
        try SQLiteStore(people: folder.path("people.sqlite"), keys: folder.path("keys.sqlite"))
    }

    /// Puts a copy of the people in place of what there is; the keys stay.
    func goBack(to copy: String, root: RegisterKey? = nil) throws {
        store.close()
        for end in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: folder.path("people.sqlite") + end)
        }
        try StoreFile(copy, .people).restore(to: folder.path("people.sqlite"))
        try reopen(root, isRestored: true)
    }

    /// Lets go of the store, and opens it again as another program would.
    func reopen(_ root: RegisterKey? = nil, isRestored: Bool = false) throws {
        store.close()
        store = try anotherStore()
        if let root { self.root = root }
        let clock = clock
        register = try Register.open(store, root: self.root, isRestored: isRestored, clock: { clock.now })
    }
}
