internal import RegisterStore

/// The tables of the office: what for, who, and what was noted of it. The store numbers purposes, officers and approvals,
/// so their numbers are not among what is written.
extension Tables {
    static let purpose = Table<PurposeRow>(
        "purpose", ["code", "thai", "english", "basis", "fields", "days", "active", "id"], key: ["code"],
        read: { (row: inout Columns) throws(StoreError) in
            let (code, thai, english, basis) = (
                try row.text(), try row.text(), try row.textIfAny(), try row.textIfAny()
            )
            let (fields, days, isActive) = (try row.list(), try row.int(), try row.flag())
            return PurposeRow(
                id: try row.int(), code: code, thai: thai, english: english, basis: basis, fields: fields, days: days,
                isActive: isActive)
        },
        cells: { [$0.code, $0.thai, $0.english, $0.basis, WordList($0.fields), $0.days, $0.isActive] }, numbered: "id")

    static let officer = Table<OfficerRow>(
        "officer", ["account", "card_key", "roles", "purposes", "hours", "quota", "from", "until", "id"],
        key: ["account"],
        read: { (row: inout Columns) throws(StoreError) in
            let (account, cardKey, roles) = (try row.text(), try row.idIfAny(), try row.int())
            let (purposes, hours, quota) = (try row.listIfAny(), try row.textIfAny(), try row.intIfAny())
            let (from, until) = (try row.numberIfAny(), try row.numberIfAny())
            return OfficerRow(
                id: try row.int(), account: account, cardKey: cardKey, roles: roles, purposes: purposes, hours: hours,
                quota: quota, from: from, until: until)
        },
        cells: {
            [$0.account, $0.cardKey, $0.roles, WordList($0.purposes), $0.hours, $0.quota, $0.from, $0.until]
        }, numbered: "id")

    static let desk = Table<DeskRow>(
        "desk", ["name", "id"], key: ["name"],
        read: { (row: inout Columns) throws(StoreError) in
            let name = try row.text()
            return DeskRow(id: try row.int(), name: name)
        },
        cells: { [$0.name] }, numbered: "id")

    static let approval = Table<ApprovalRow>(
        "approval",
        ["act", "digest", "requested_by", "at", "approved_by", "approved", "used", "expires", "number"],
        key: ["number"],
        read: { (row: inout Columns) throws(StoreError) in
            let (act, digest, requestedBy, at) = (try row.text(), try row.bytes(), try row.int(), try row.number())
            let (approvedBy, approved) = (try row.intIfAny(), try row.numberIfAny())
            let (used, expires) = (try row.numberIfAny(), try row.number())
            return ApprovalRow(
                number: try row.int(), act: act, digest: digest, requestedBy: requestedBy, at: at,
                approvedBy: approvedBy, approved: approved, used: used, expires: expires)
        },
        cells: {
            [$0.act, $0.digest, $0.requestedBy, $0.at, $0.approvedBy, $0.approved, $0.used, $0.expires]
        }, numbered: "number")

    static let log = Table<LogRow>(
        "log", ["writer", "n", "at", "previous", "hash", "entry"], key: ["writer", "n"],
        read: { (row: inout Columns) throws(StoreError) in
            LogRow(
                writer: try row.int(), n: try row.int(), at: try row.number(), previous: try row.bytes(),
                hash: try row.bytes(), entry: try row.text())
        },
        cells: { [$0.writer, $0.n, $0.at, $0.previous, $0.hash, $0.entry] })

    static let checkpoint = Table<CheckpointRow>(
        "checkpoint", ["n", "note", "sent"], key: ["n"],
        read: { (row: inout Columns) throws(StoreError) in
            CheckpointRow(n: try row.int(), note: try row.text(), sent: try row.textIfAny())
        },
        cells: { [$0.n, $0.note, $0.sent] })
}
