internal import RegisterStore
internal import Synchronization

private let rows = StoreFiller()

extension StoreCase {
    static let transactions = [
        StoreCase("what a body throws undoes all of it, in keys and data, and comes out as it was") { store in
            try store.write { try rows.save(0, into: $0) }
            do {
                try store.write { store in
                    try rows.save(1, into: store)
                    try store.deletePersonKey(rows.id(0))
                    try store.deleteContents(of: rows.id(0))
                    throw Breach(description: "mine")
                }
            } catch let breach as Breach {
                try must(breach.description, be: "mine")
            }
            try store.read { store in
                try must(store.personCount(), be: 1)
                try must(store.personKey(rows.id(0)), be: rows.key(0))
                try must(store.personKey(rows.id(1)), be: nil)
                try must(store.observations(of: rows.id(0)), be: [rows.observation(0)])
                try must(store.lastLog(writer: 1), be: rows.log(0))
            }
        },
        StoreCase("a refusal by the store leaves the transaction to its body") { store in
            try store.write { try $0.insert(rows.person(0)) }
            try store.write { store in
                try must(fail: "exists") { try store.insert(rows.person(0)) }
                try store.insert(rows.person(1))
            }
            try must(store.read { try $0.personCount() }, be: 2)
        },
        StoreCase("a writer sees what it has written, others only once it has returned") { store in
            try store.write { writing in
                try rows.save(0, into: writing)
                try must(writing.personCount(), be: 1)
                try must(writing.person(citizenKeys: [rows.citizenKey(0)]), be: rows.person(0))
            }
            try must(store.read { try $0.personCount() }, be: 1)
        },
        StoreCase("a reader's snapshot stands still, and writers do not wait for it") { store in
            try store.write { try rows.save(0, into: $0) }
            try store.read { snapshot in
                try must(snapshot.personCount(), be: 1)
                try onAnotherThread { try store.write { try rows.save(1, into: $0) } }
                try must(snapshot.personCount(), be: 1)
                try must(snapshot.personKey(rows.id(1)), be: nil)
            }
            try must(store.read { try $0.personCount() }, be: 2)
        },
        StoreCase("a reader waits for no writer, and sees nothing of what it has not finished") { store in
            try store.write { try rows.save(0, into: $0) }
            try store.write { writing in
                try rows.save(1, into: writing)
                try onAnotherThread { try must(store.read { try $0.personCount() }, be: 1) }
            }
        },
        StoreCase("keys and data of a snapshot are of one transaction") { store in
            try store.write { try rows.save(0, into: $0) }
            try besides(
                { n in
                    try store.write { store in
                        var person = rows.person(0)
                        person.generation = n
                        try store.put(PersonKeyRow(person: rows.id(0), generation: n, wrapped: [], block: 0))
                        try store.update(person)
                    }
                },
                look: {
                    try store.read { store in
                        let (person, key) = (try store.person(rows.id(0)), try store.personKey(rows.id(0)))
                        try must(person?.generation, be: key?.generation)
                    }
                })
        },
    ]
}
