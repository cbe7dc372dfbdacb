internal import RegisterStore

private let rows = StoreFiller()

extension StoreCase {
    static let people = [
        StoreCase("a setting is what was last set, and none before") { store in
            try must(store.read { try $0.setting("mode") }, be: nil)
            try store.write { try $0.setSetting("mode", to: [1, 2]) }
            try store.write { try $0.setSetting("mode", to: []) }
            try must(store.read { try $0.setting("mode") }, be: [])
        },
        StoreCase("a store has an id from the start") { store in
            try must(store.read { try $0.setting("id") }?.count, be: 16)
        },
        StoreCase("a person is found by id and by each of the keys, the first first") { store in
            try store.write { for n in 0..<3 { try $0.insert(rows.person(n)) } }
            try store.read { store in
                try must(store.person(rows.id(1)), be: rows.person(1))
                try must(store.person(rows.id(9)), be: nil)
                try must(store.person(citizenKeys: [rows.citizenKey(2)]), be: rows.person(2))
                try must(
                    store.person(citizenKeys: [rows.citizenKey(9), rows.citizenKey(1), rows.citizenKey(0)]),
                    be: rows.person(1))
                try must(store.person(citizenKeys: []), be: nil)
                try must(store.personCount(), be: 3)
            }
        },
        StoreCase("no two persons have one key, but any number has none") { store in
            try store.write { try $0.insert(rows.person(0)) }
            var other = rows.person(1)
            other.citizenKey = rows.citizenKey(0)
            try must(fail: "exists") { try store.write { try $0.insert(other) } }
            try must(fail: "exists") { try store.write { try $0.insert(rows.person(0)) } }
            try store.write { store in
                for n in 1..<4 {
                    var nobody = rows.person(n)
                    (nobody.citizenKey, nobody.state) = (nil, .erased)
                    try store.insert(nobody)
                }
            }
            try must(store.read { try $0.persons(after: nil, limit: 10).count }, be: 4)
            try must(store.read { try $0.personCount() }, be: 1)
            try must(store.read { try $0.person(citizenKeys: [rows.citizenKey(0)]) }, be: rows.person(0))
        },
        StoreCase("a person is updated whole, where there is one") { store in
            var person = rows.person(0)
            try must(fail: "missing") { try store.write { try $0.update(person) } }
            try store.write { try $0.insert(person) }
            (person.citizenKey, person.state, person.generation, person.updated) = (nil, .replaced, 7, .max)
            try store.write { try $0.update(person) }
            try must(store.read { try $0.person(person.id) }, be: person)
            try must(store.read { try $0.person(citizenKeys: [rows.citizenKey(0)]) }, be: nil)
        },
        StoreCase("people come page by page, by id") { store in
            try store.write { for n in (0..<25).reversed() { try $0.insert(rows.person(n)) } }
            var (seen, last): ([RowID], RowID?) = ([], nil)
            while true {
                let page = try store.read { try $0.persons(after: last, limit: 10) }
                guard let end = page.last else { break }
                seen += page.map(\.id)
                last = end.id
            }
            try must(seen, be: (0..<25).map(rows.id))
            try must(store.read { try $0.persons(after: nil, limit: 0) }, be: [])
        },
        StoreCase("people of older keys come page by page, but those without any") { store in
            try store.write { store in
                for n in 0..<10 {
                    var person = rows.person(n)
                    person.generation = n % 3
                    if n == 0 { (person.citizenKey, person.state) = (nil, .erased) }
                    try store.insert(person)
                }
            }
            let first = try store.read { try $0.persons(generationBelow: 2, after: nil, limit: 3) }
            try must(first.map(\.id), be: [1, 3, 4].map(rows.id))
            let rest = try store.read { try $0.persons(generationBelow: 2, after: first.last?.id, limit: 10) }
            try must(rest.map(\.id), be: [6, 7, 9].map(rows.id))
        },
        StoreCase("a link is found from both ends, and undone") { store in
            var link = LinkRow(
                person: rows.id(0), replacedBy: rows.id(1), sealed: [1], officer: 4, at: 5, undone: nil)
            try store.write { store in
                for n in 0..<2 { try store.insert(rows.person(n)) }
                try must(fail: "missing") { try store.update(link) }
                try store.insert(link)
            }
            link.undone = 9
            try store.write { try $0.update(link) }
            try must(store.read { try $0.links(from: rows.id(0)) }, be: [link])
            try must(store.read { try $0.links(to: rows.id(1)) }, be: [link])
            try must(store.read { try $0.links(to: rows.id(0)) }, be: [])
        },
    ]
}
