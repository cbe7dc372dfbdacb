/// What somebody is to the register; one may be several things. The raw values are those of the store.
package struct Role: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Saves cards and looks at who stands before the desk.
    package static let desk = Role(rawValue: 1)
    /// Looks for people, corrects, gives a person what is held of them.
    package static let officer = Role(rawValue: 2)
    /// Looks after officers, purposes, keys and backups; decides and approves.
    package static let `super` = Role(rawValue: 4)
    /// Looks at who looked, and at no person.
    package static let auditor = Role(rawValue: 8)

    /// Every role, as in an office of one.
    package static let all: Role = [.desk, .officer, .super, .auditor]

    /// Each role with its name, which is also the end of its group's.
    private static let named: [(role: Role, name: String)] = [
        (.desk, "desk"), (.officer, "officer"), (.super, "super"), (.auditor, "auditor"),
    ]

    /// The names, in order.
    package var names: [String] { Self.named.filter { contains($0.role) }.map(\.name) }

    /// Takes names; `nil` where one of them is none.
    package init?(names: [String]) {
        self = []
        for name in names {
            guard let role = Self.named.first(where: { $0.name == name })?.role else { return nil }
            insert(role)
        }
    }
}
