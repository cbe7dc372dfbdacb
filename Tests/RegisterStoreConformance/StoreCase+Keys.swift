internal import RegisterStore

private let rows = StoreFiller()

extension StoreCase {
    static let keys = [
        StoreCase("a person's key is put, replaced and gone") { store in
            let other = PersonKeyRow(person: rows.id(0), generation: 2, wrapped: [9], block: 3)
            try store.write { try $0.put(rows.key(0)) }
            try must(store.read { try $0.personKey(rows.id(0)) }, be: rows.key(0))
            try store.write { try $0.put(other) }
            try must(store.read { try $0.personKey(rows.id(0)) }, be: other)
            for _ in 0..<2 { try store.write { try $0.deletePersonKey(rows.id(0)) } }
            try must(store.read { try $0.personKey(rows.id(0)) }, be: nil)
        },
        StoreCase("keys and blocks of older generations come page by page") { store in
            try store.write { store in
                for n in 0..<6 {
                    try store.put(PersonKeyRow(person: rows.id(n), generation: n % 2 + 1, wrapped: [], block: 0))
                    try store.put(BlockRow(id: n, generation: n % 2 + 1, sealed: [UInt8(n)]))
                }
            }
            try store.read { store in
                let first = try store.personKeys(generationBelow: 2, after: nil, limit: 2)
                try must(first.map(\.person), be: [0, 2].map(rows.id))
                let rest = try store.personKeys(generationBelow: 2, after: first.last?.person, limit: 2)
                try must(rest.map(\.person), be: [rows.id(4)])
                let blocks = try store.blocks(generationBelow: 2, after: nil, limit: 2)
                try must(blocks.map(\.id), be: [0, 2])
                try must(store.blocks(generationBelow: 2, after: 2, limit: 2).map(\.id), be: [4])
            }
        },
        StoreCase("blocks are handed over by number, until the reader has enough") { store in
            try must(store.read { try $0.lastBlock() }, be: nil)
            try store.write { for n in [5, 0, 3] { try $0.put(BlockRow(id: n, generation: 1, sealed: [UInt8(n)])) } }
            try store.write { try $0.put(BlockRow(id: 3, generation: 2, sealed: [])) }
            var seen: [BlockRow] = []
            try store.read { try $0.forEachBlock { seen.append($0) } }
            try must(
                seen,
                be: [
                    BlockRow(id: 0, generation: 1, sealed: [0]), BlockRow(id: 3, generation: 2, sealed: []),
                    BlockRow(id: 5, generation: 1, sealed: [5]),
                ])
            try must(store.read { try $0.lastBlock() }, be: 5)
            try must(store.read { try $0.block(3) }, be: seen[1])
            try must(store.read { try $0.block(4) }, be: nil)
            var count = 0
            do {
                try store.read { store in
                    try store.forEachBlock { _ in
                        count += 1
                        throw Breach(description: "enough")
                    }
                }
            } catch is Breach {}
            try must(count, be: 1)
        },
        StoreCase("an erasure is kept once") { store in
            let rows = [
                ErasureRow(subject: rows.id(2), at: 1, writer: 1, n: 5),
                ErasureRow(subject: rows.id(1), at: 2, writer: 1, n: 6),
            ]
            try store.write { store in for row in rows.reversed() + rows { try store.insert(row) } }
            try must(store.read { try $0.erasures() }, be: rows)
            let again = ErasureRow(subject: rows[0].subject, at: 7, writer: 1, n: 9)
            try store.write { try $0.insert(again) }
            try must(store.read { try $0.lastErasure(of: again.subject) }, be: again)
            try must(store.read { try $0.lastErasure(of: RowID.new(at: 1)) }, be: nil)
        },
        StoreCase("a secret is put, replaced and gone") { store in
            try store.write { store in
                for name in ["log", "generation/1"] { try store.put(SecretRow(name: name, wrapped: [1])) }
                try store.put(SecretRow(name: "log", wrapped: [2]))
            }
            try must(
                store.read { try $0.secrets() },
                be: [SecretRow(name: "generation/1", wrapped: [1]), SecretRow(name: "log", wrapped: [2])])
            try store.write { try $0.deleteSecret("log") }
            try must(store.read { try $0.secrets() }.map(\.name), be: ["generation/1"])
        },
    ]
}
