internal import RegisterStore

private let rows = StoreFiller()

extension StoreCase {
    static let office = [
        StoreCase("a purpose is put by its code") { store in
            func purpose(_ id: Int, days: Int, fields: [String]) -> PurposeRow {
                PurposeRow(
                    id: id, code: "เปิดบัญชี", thai: "เปิดบัญชีเงินฝาก", english: nil, basis: nil, fields: fields, days: days,
                    isActive: days > 1)
            }
            let first = try store.write { try $0.put(purpose(0, days: 1, fields: [])) }
            let other = try store.write {
                try $0.put(
                    PurposeRow(
                        id: first, code: "b", thai: "ข", english: "B", basis: "law", fields: ["x"], days: 2,
                        isActive: false))
            }
            try must(first != other, "numbers are the store's")
            try must(store.write { try $0.put(purpose(99, days: 365, fields: ["a.b", "c"])) }, be: first)
            try must(
                store.read { try $0.purposes() }.filter { $0.id == first },
                be: [purpose(first, days: 365, fields: ["a.b", "c"])])
            try must(store.read { try $0.purposes() }.count, be: 2)
        },
        StoreCase("an officer is put by the account; no list of purposes is not an empty one") { store in
            func officer(_ id: Int, purposes: [String]?) -> OfficerRow {
                OfficerRow(
                    id: id, account: "somchai", cardKey: rows.id(1), roles: 3, purposes: purposes,
                    hours: "mon 08:00-09:00",
                    quota: 5, from: 1, until: nil)
            }
            for purposes in [nil, [], ["a", "b"]] as [[String]?] {
                let id = try store.write { try $0.put(officer(0, purposes: purposes)) }
                try must(store.read { try $0.officers() }, be: [officer(id, purposes: purposes)])
            }
        },
        StoreCase("a desk gets its number when it is first named") { store in
            let first = try store.write { try $0.desk(named: "เคาน์เตอร์ 1") }
            let second = try store.write { try $0.desk(named: "2") }
            try must(store.write { try $0.desk(named: "เคาน์เตอร์ 1") }, be: first)
            try must(
                store.read { try $0.desks() },
                be: [DeskRow(id: first, name: "เคาน์เตอร์ 1"), DeskRow(id: second, name: "2")])
        },
        StoreCase("an approval is open until it is used or has expired") { store in
            func approval(_ number: Int, expires: Int64) -> ApprovalRow {
                ApprovalRow(
                    number: number, act: "erase", digest: [1, 2], requestedBy: 1, at: 5, approvedBy: nil, approved: nil,
                    used: nil, expires: expires)
            }
            let numbers = try store.write { store in
                try [10, 20].map { try store.insert(approval(0, expires: $0)) }
            }
            try must(Set(numbers).count, be: 2)
            try must(store.read { try $0.openApprovals(at: 9) }.map(\.number), be: numbers)
            try must(store.read { try $0.openApprovals(at: 10) }, be: [approval(numbers[1], expires: 20)])
            var used = approval(numbers[1], expires: 20)
            (used.approvedBy, used.approved, used.used) = (2, 11, 12)
            try store.write { try $0.update(used) }
            try must(store.read { try $0.approval(numbers[1]) }, be: used)
            try must(store.read { try $0.openApprovals(at: 10) }, be: [])
            try must(fail: "missing") { try store.write { try $0.update(approval(99, expires: 1)) } }
            try must(store.read { try $0.approval(99) }, be: nil)
        },
        StoreCase("a quota counts by officer and day") { store in
            try must(store.read { try $0.quota(officer: 1, day: 20_000) }, be: 0)
            for n in 1...3 { try must(store.write { try $0.countUp(officer: 1, day: 20_000) }, be: n) }
            try must(store.write { try $0.countUp(officer: 1, day: 20_001) }, be: 1)
            try must(store.write { try $0.countUp(officer: 2, day: 20_000) }, be: 1)
            try must(store.read { try $0.quota(officer: 1, day: 20_000) }, be: 3)
        },
    ]

    static let log = [
        StoreCase("a writer's chain is read from any number on") { store in
            try must(store.read { try $0.lastLog(writer: 1) }, be: nil)
            try must(store.read { try $0.writers() }, be: [])
            try store.write { store in
                for n in 1...20 { try store.append(rows.log(n)) }
                for n in 1...2 { try store.append(rows.log(n, writer: -3)) }
                try store.append(rows.log(0, writer: 7))
            }
            try must(store.read { try $0.lastLog(writer: 1) }, be: rows.log(20))
            try must(store.read { try $0.log(writer: 1, from: 5, limit: 3) }, be: (5...7).map { rows.log($0) })
            try must(store.read { try $0.log(writer: 1, from: 19, limit: 9) }, be: (19...20).map { rows.log($0) })
            try must(store.read { try $0.log(writer: 2, from: 1, limit: 9) }, be: [])
            try must(store.read { try $0.writers() }, be: [-3, 1, 7])
        },
        StoreCase("no entry takes another's place") { store in
            try store.write { try $0.append(rows.log(1)) }
            try must(fail: "exists") { try store.write { try $0.append(rows.log(1)) } }
        },
        StoreCase("a checkpoint is noted as sent") { store in
            try must(store.read { try $0.lastCheckpoint() }, be: nil)
            let note = "thaiid-register/1\n5\nAAAA\n\n— ทะเบียน AAAA\n"
            try store.write { store in
                for n in [2, 1] { try store.insert(CheckpointRow(n: n, note: note, sent: nil)) }
                try store.markSent(n: 1, to: "mail")
            }
            try must(fail: "missing") { try store.write { try $0.markSent(n: 3, to: "") } }
            try must(fail: "exists") { try store.write { try $0.insert(CheckpointRow(n: 1, note: "", sent: nil)) } }
            let (first, second) = (
                CheckpointRow(n: 1, note: note, sent: "mail"), CheckpointRow(n: 2, note: note, sent: nil)
            )
            try must(store.read { try $0.checkpoints() }, be: [first, second])
            try must(store.read { try $0.lastCheckpoint() }, be: second)
        },
    ]
}
