internal import RegisterStore

private let rows = StoreFiller()

extension StoreCase {
    static let decided = [
        StoreCase("a correction is ended, and stays") { store in
            var first = CorrectionRow(
                id: rows.id(5), person: rows.id(0), field: "name.thai", sealed: [1], officer: 2, at: 20, ended: nil)
            let second = CorrectionRow(
                id: rows.id(4), person: rows.id(0), field: "address", sealed: [], officer: 2, at: 10, ended: 11)
            try must(fail: "missing") { try store.write { try $0.update(first) } }
            try store.write { store in
                try store.insert(rows.person(0))
                try store.insert(first)
                try store.insert(second)
            }
            first.ended = 30
            try store.write { try $0.update(first) }
            try must(store.read { try $0.corrections(of: rows.id(0)) }, be: [second, first])
            try must(fail: "exists") { try store.write { try $0.insert(first) } }
        },
        StoreCase("decisions come in the order in which they were made") { store in
            let decisions = [
                DecisionRow(
                    observation: rows.id(3), person: rows.id(0), accepts: true, sealed: [1], officer: 1, at: 1),
                DecisionRow(
                    observation: rows.id(3), person: rows.id(0), accepts: false, sealed: [2], officer: 2, at: 2),
            ]
            try store.write { store in
                try store.insert(rows.person(0))
                for decision in decisions.reversed() { try store.insert(decision) }
            }
            try must(store.read { try $0.decisions(of: rows.id(0)) }, be: decisions)
        },
        StoreCase("who is deleted leaves visits of nobody") { store in
            var rows = rows
            rows.photo = 100
            let person = rows.id(0)
            try store.write { store in
                for n in 0..<2 { try rows.save(n, into: store) }
                try store.insert(
                    CorrectionRow(
                        id: rows.id(5), person: person, field: "f", sealed: [1], officer: 2, at: 20, ended: nil))
                try store.insert(
                    DecisionRow(
                        observation: rows.observation(0).id, person: person, accepts: true, sealed: [1], officer: 1,
                        at: 1))
                try store.deleteContents(of: person)
            }
            try store.read { store in
                try must(store.person(person), be: rows.person(0))
                try must(store.personKey(person), be: rows.key(0))
                try must(store.observations(of: person), be: [])
                try must(store.photos(of: person), be: [])
                try must(store.corrections(of: person), be: [])
                try must(store.decisions(of: person), be: [])
                try must(store.visits(of: person, limit: 10), be: [])
                try must(store.visitCount(), be: 2)
                let visit = try store.visit(rows.visit(0).id)
                try must(visit?.at, be: rows.time(0))
                try must(visit?.person, be: .some(nil))
                try must(visit?.observation, be: .some(nil))
                try must(store.observations(of: rows.id(1)), be: [rows.observation(1)])
                try must(store.photos(of: rows.id(1)), be: [rows.photo(1)])
            }
        },
    ]
}
