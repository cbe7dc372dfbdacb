internal import RegisterStore

private let rows = StoreFiller()

extension StoreCase {
    static let observed = [
        StoreCase("what was observed is kept once, oldest first") { store in
            try store.write { store in
                try store.insert(rows.person(0))
                for n in [3, 1, 2] { try must(store.insert(rows.observation(n, of: rows.id(0))), be: true) }
                try must(store.insert(rows.observation(2, of: rows.id(0))), be: false)
            }
            try must(
                store.read { try $0.observations(of: rows.id(0)) },
                be: [1, 2, 3].map { rows.observation($0, of: rows.id(0)) })
            try must(store.read { try $0.observations(of: rows.id(1)) }, be: [])
            try must(
                store.read { try $0.observation(rows.observation(1).id) }, be: rows.observation(1, of: rows.id(0)))
        },
        StoreCase("an observation that is there is not overwritten") { store in
            let first = rows.observation(0)
            let other = ObservationRow(
                id: first.id, person: first.person, kind: 2, observed: 1, received: 2, desk: nil, officer: nil,
                fieldsKey: 3, contentKey: rows.id(5), photo: nil, sealed: [])
            try store.write { store in
                try store.insert(rows.person(0))
                try store.insert(first)
                try must(store.insert(other), be: false)
            }
            try must(store.read { try $0.observation(first.id) }, be: first)
        },
        StoreCase("the newest of a kind and of the same fields is the one received last") { store in
            func row(_ n: Int, kind: Int, received: Int64, fieldsKey: Int64) -> ObservationRow {
                ObservationRow(
                    id: rows.id(n), person: rows.id(0), kind: kind, observed: 0, received: received, desk: nil,
                    officer: nil, fieldsKey: fieldsKey, contentKey: rows.id(n), photo: nil, sealed: [])
            }
            let kept = [
                row(1, kind: 1, received: 30, fieldsKey: .min), row(2, kind: 1, received: 20, fieldsKey: .min),
                row(3, kind: 2, received: 40, fieldsKey: .min), row(4, kind: 1, received: 50, fieldsKey: .max),
            ]
            try store.write { store in
                try store.insert(rows.person(0))
                for row in kept { try store.insert(row) }
            }
            try store.read { store in
                try must(store.newestObservation(of: rows.id(0), kind: 1, fieldsKey: .min), be: kept[0])
                try must(store.newestObservation(of: rows.id(0), kind: 2, fieldsKey: .min), be: kept[2])
                try must(store.newestObservation(of: rows.id(0), kind: 1, fieldsKey: .max), be: kept[3])
                try must(store.newestObservation(of: rows.id(0), kind: 3, fieldsKey: .min), be: nil)
            }
        },
        StoreCase("nobody is observed who is not there") { store in
            try must(fail: "missing") { _ = try store.write { try $0.insert(rows.observation(0)) } }
            try must(fail: "missing") { _ = try store.write { try $0.insert(rows.photo(0)) } }
            try must(store.read { try $0.observation(rows.observation(0).id) }, be: nil)
        },
        StoreCase("a record of a megabyte and an empty one come back as they were") { store in
            var large = rows
            large.record = 1 << 20
            let (first, second) = (
                large.observation(0),
                ObservationRow(
                    id: rows.id(7), person: rows.id(0), kind: .max, observed: .min, received: .max, desk: nil,
                    officer: nil,
                    fieldsKey: 0, contentKey: rows.id(7), photo: nil, sealed: [])
            )
            try store.write { store in
                try store.insert(rows.person(0))
                try store.insert(first)
                try store.insert(second)
            }
            try must(store.read { try $0.observation(first.id) }, be: first)
            try must(store.read { try $0.observation(second.id) }, be: second)
        },
        StoreCase("a visit counts once, newest first") { store in
            try store.write { store in
                try store.insert(rows.person(0))
                for n in 0..<5 { try must(store.insert(rows.visit(n, of: rows.id(0))), be: true) }
                try must(store.insert(rows.visit(3, of: rows.id(0))), be: false)
            }
            try must(store.read { try $0.visitCount() }, be: 5)
            try must(
                store.read { try $0.visits(of: rows.id(0), limit: 2) },
                be: [4, 3].map { rows.visit($0, of: rows.id(0)) })
            try must(store.read { try $0.visit(rows.visit(1).id) }, be: rows.visit(1, of: rows.id(0)))
        },
        StoreCase("retention sees the newest visit of each purpose") { store in
            try store.write { store in
                try store.insert(rows.person(0))
                for n in 0..<6 { try store.insert(rows.visit(n, of: rows.id(0), purpose: n % 2 + 1)) }
            }
            let last = try store.read { try $0.lastVisits(of: rows.id(0)) }
            try must(last.map(\.purpose), be: [1, 2])
            try must(last.map(\.at), be: [rows.time(4), rows.time(5)])
            try must(store.read { try $0.lastVisits(of: rows.id(1)) }.isEmpty, "nobody was here")
        },
        StoreCase("a photo is kept once") { store in
            var rows = rows
            rows.photo = 5_000
            try store.write { store in
                try store.insert(rows.person(0))
                try must(store.insert(rows.photo(2, of: rows.id(0))), be: true)
                try must(store.insert(rows.photo(1, of: rows.id(0))), be: true)
                try must(store.insert(rows.photo(2, of: rows.id(0))), be: false)
            }
            try must(store.read { try $0.photo(rows.photo(1).id) }, be: rows.photo(1, of: rows.id(0)))
            try must(
                store.read { try $0.photos(of: rows.id(0)) }, be: [2, 1].map { rows.photo($0, of: rows.id(0)) })
        },
    ]
}
