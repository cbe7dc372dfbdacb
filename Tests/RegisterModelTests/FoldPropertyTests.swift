import CardRecord
import Foundation
import RegisterModel
import RegisterStore
import TestSupport
import Testing
import ThaiIDCard

/// R11: no order and no repetition of the same observations makes another view.
@Suite struct FoldPropertyTests {
    /// `THAIID_FOLD_ORDERS=100000` for the promise in full.
    private let orders = ProcessInfo.processInfo.environment["THAIID_FOLD_ORDERS"].flatMap { Int($0) } ?? 2000

    @Test func anyOrderAndAnyRepetitionGiveTheSameBytes() throws {
        var generator = SeededGenerator(seed: 11)
        let today = Given.day("2026-11-26")
        let ordersOfOne = 50
        for _ in 0..<(orders / ordersOfOne) {
            let life = RandomLife(using: &generator)
            let expected = CurrentView.fold(
                life.observations, corrections: life.corrections, decisions: life.decisions, on: today)
            let line = expected?.record.line
            let changes = Change.all(life.observations, decisions: life.decisions)
            for _ in 0..<ordersOfOne {
                let repeated = life.observations + life.observations.filter { _ in Bool.random(using: &generator) }
                let shuffled = repeated.shuffled(using: &generator)
                let (corrections, decisions) = (
                    life.corrections.shuffled(using: &generator), life.decisions.shuffled(using: &generator)
                )
                let view = CurrentView.fold(shuffled, corrections: corrections, decisions: decisions, on: today)
                guard view == expected, view?.record.line == line, Change.all(shuffled, decisions: decisions) == changes
                else {
                    Issue.record("Another order made another view of \(life.observations.map(\.record.line)).")
                    return
                }
            }
        }
    }

    /// What the fold shows is said by an observation that belongs, or by a correction, word for word.
    @Test func nothingIsInvented() throws {
        var generator = SeededGenerator(seed: 12)
        let today = Given.day("2026-11-26")
        for _ in 0..<200 {
            let life = RandomLife(using: &generator)
            guard
                let view = CurrentView.fold(
                    life.observations, corrections: life.corrections, decisions: life.decisions, on: today)
            else { continue }
            let byID = Dictionary(life.observations.map { ($0.id, $0) }) { first, _ in first }
            for field in Field.all {
                let shown = view.record[field.group.rawValue]?[field.name]
                switch view.origins[field.key] {
                case nil: #expect(shown == nil)
                case .observation(let id)?:
                    #expect(!view.conflicts.contains(id))
                    let source = try #require(byID[id])
                    #expect((shown ?? .null) == (source.record[field.group.rawValue]?[field.name] ?? .null))
                    let isOwn = source.issueDigits == byID[view.leading]?.issueDigits
                    if field.key == Field.issueDate.key { #expect(isOwn) }
                case .correction(let id)?:
                    #expect(shown == life.corrections.first { $0.id == id }?.value)
                }
            }
        }
    }
}

extension Observation {
    fileprivate var issueDigits: JSONValue? { record["card"]?["issueDate"]?["raw"] }
}

/// What may be observed of one number: re-issues, renames, strangers, bad reads, files and typing, with times that repeat.
private struct RandomLife {
    var observations: [Observation] = []
    var corrections: [Correction] = []
    var decisions: [Decision] = []

    private static let years = (2019...2026).map(String.init)

    init(using generator: inout SeededGenerator) {
        func pick<Value>(_ values: [Value]) -> Value {
            values.randomElement(using: &generator) ?? values[0]
        }
        func day() -> String { "\(pick(Self.years))-0\(pick([3, 6]))-15" }
        for number in 1...pick([1, 2, 4, 6, 8]) {
            var record = Given.record(
                issued: pick(["25600101", "25630601", "25630601", "25670301", "25670000", "29990101", nil]),
                first: pick(["ทดสอบ", "ทดสอบ", "จำลอง"]), last: pick(["ตัวอย่าง", "สมมติ"]),
                title: pick(["นาย", "นางสาว"]), birth: pick(["25330415", "25330415", "25330000", "25400101", nil]),
                soi: pick(["ซอย 1", "ซอย 2"]), request: pick(["00000512345/01234567", "00000512345/07654321", nil]),
                without: pick([[], [], ["sex"], ["address", "nameThai"]]))
            let field = pick(["address", "sex", "nameThai", "expiryDate"])
            switch pick(["", "", "partial", "failed", "blank"]) {
            case "": break
            case "partial": record = record.stating("partial", of: field)
            case let word: record = record.replacing(field, by: .null).stating(word, of: field)
            }
            if pick([true, false]) {
                record = record.adding([
                    .init(
                        name: "chip", value: pick([.null, ["laserNumber": "JT9-9999999-99"], ["laserNumber": .null]]))
                ])
            }
            observations.append(
                Given.observation(
                    number, record, on: day(), received: day(),
                    kind: pick([.card, .card, .card, .imported, .typed, .gateway]),
                    photo: pick([nil, Given.id(100)])))
        }
        for number in 0..<pick([0, 0, 1, 3]) {
            corrections.append(
                Given.correction(
                    200 + number, pick(["address", "sex", "nameThai"]), pick([.null, "แก้"]), on: day(),
                    ended: pick([nil, nil, day()])))
        }
        for _ in 0..<pick([0, 0, 1, 3]) {
            decisions.append(
                Given.decision(pick(Array(1...8)), accepts: pick([true, false]), on: day()))
        }
    }
}

extension JSONValue {
    fileprivate func replacing(_ field: String, by value: JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(
            members.map { member in
                guard member.name == "card", case .object(let own) = member.value else { return member }
                return .init(
                    name: "card", value: .object(own.map { $0.name == field ? .init(name: field, value: value) : $0 }))
            })
    }

    fileprivate func stating(_ word: String, of field: String) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(
            members.map { $0.name == "states" ? .init(name: "states", value: [field: .string(word)]) : $0 })
    }
}
