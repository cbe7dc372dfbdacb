/// What records are kept and looked at for, and how long.
package struct PurposeRow: Hashable, Sendable {
    /// The store's number; not looked at where a row is put.
    package let id: Int
    /// Unique in the store.
    package let code: String
    package let thai: String
    package let english: String?
    package let basis: String?
    package let fields: [String]
    package let days: Int
    package let isActive: Bool

    package init(
        id: Int, code: String, thai: String, english: String?, basis: String?, fields: [String], days: Int,
        isActive: Bool
    ) {
        self.id = id
        self.code = code
        self.thai = thai
        self.english = english
        self.basis = basis
        self.fields = fields
        self.days = days
        self.isActive = isActive
    }
}

/// Who may do what.
package struct OfficerRow: Hashable, Sendable {
    /// The store's number; not looked at where a row is put.
    package let id: Int
    /// Unique in the store.
    package let account: String
    package let cardKey: RowID?
    package let roles: Int
    /// All, where there is no list.
    package let purposes: [String]?
    package let hours: String?
    /// A day's.
    package let quota: Int?
    package let from: Int64?
    package let until: Int64?

    package init(
        id: Int, account: String, cardKey: RowID?, roles: Int, purposes: [String]?, hours: String?, quota: Int?,
        from: Int64?, until: Int64?
    ) {
        self.id = id
        self.account = account
        self.cardKey = cardKey
        self.roles = roles
        self.purposes = purposes
        self.hours = hours
        self.quota = quota
        self.from = from
        self.until = until
    }
}

/// Where cards are read.
package struct DeskRow: Hashable, Sendable {
    package let id: Int
    /// Unique in the store.
    package let name: String

    package init(id: Int, name: String) {
        self.id = id
        self.name = name
    }
}

/// An act that a second officer must agree to, once.
package struct ApprovalRow: Hashable, Sendable {
    /// The store's; not looked at where a row is inserted.
    package let number: Int
    package let act: String
    /// Of what exactly is to be done.
    package let digest: [UInt8]
    package let requestedBy: Int
    package let at: Int64
    package var approvedBy: Int?
    package var approved: Int64?
    package var used: Int64?
    package let expires: Int64

    package init(
        number: Int, act: String, digest: [UInt8], requestedBy: Int, at: Int64, approvedBy: Int?, approved: Int64?,
        used: Int64?, expires: Int64
    ) {
        self.number = number
        self.act = act
        self.digest = digest
        self.requestedBy = requestedBy
        self.at = at
        self.approvedBy = approvedBy
        self.approved = approved
        self.used = used
        self.expires = expires
    }
}
