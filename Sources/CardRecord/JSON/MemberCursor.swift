/// Looks members of an object up, fast where they are asked for in their order, which is how
/// records are written: the one that follows the last is looked at first.
package struct MemberCursor {
    private let members: [JSONValue.Member]
    private var next = 0

    /// - Parameter json: an object; anything else has no members.
    package init(_ json: JSONValue?) {
        if case .object(let members)? = json { self.members = members } else { members = [] }
    }

    /// The value of a member, `nil` where there is none of the name.
    package mutating func value(_ name: String) -> JSONValue? {
        if next < members.count, members[next].name == name {
            next += 1
            return members[next - 1].value
        }
        for index in members.indices where members[index].name == name {
            next = index + 1
            return members[index].value
        }
        return nil
    }
}
