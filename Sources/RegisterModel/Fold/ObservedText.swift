package import CardRecord
internal import ThaiIDCard

/// What of a record is kept, and by what two records say the same.
package enum ObservedText {
    /// What makes two observations the same: fields and states, in one order. How the card was read, what a photo's
    /// bytes are beside their digest, and remarks on the fields are left out.
    package static func canonical(_ record: JSONValue) -> [UInt8] {
        let groups: [JSONValue.Member] = Field.Group.allCases.compactMap { group in
            guard let value = record[group.rawValue] else { return nil }
            let first = Field.all.filter { $0.group == group }.map(\.name)
            let ordered = value.ordered(by: first).changing(Field.photo.name) { $0.leaving(base64) }
            return JSONValue.Member(name: group.rawValue, value: ordered)
        }
        let states = (record["states"] ?? .object([])).ordered(by: Field.all.map(\.key))
        return Array(JSONValue.object(groups + [JSONValue.Member(name: "states", value: states)]).line.utf8)
    }

    /// The record with these fields alone and what goes with them; nothing that the table does not know.
    ///
    /// The citizen ID and the day of issue are always kept: without them nobody is found again, and nothing tells which
    /// card is the newer.
    package static func reduced(_ record: JSONValue, to fields: [String]) -> JSONValue {
        let kept = Set(fields + [Field.citizenID.key, Field.issueDate.key])
        guard case .object(let members) = record else { return record }
        return .object(
            members.compactMap { member in
                switch member.name {
                case "schema", "read": return member
                case "states":
                    return .init(name: member.name, value: member.value.keeping { kept.contains($0) })
                case "warnings":
                    return .init(name: member.name, value: remarks(member.value, on: kept))
                default:
                    guard let group = Field.Group(rawValue: member.name) else { return nil }
                    let own = Field.all.filter { $0.group == group && kept.contains($0.key) }.map(\.name)
                    guard !own.isEmpty || group == .card else { return nil }
                    return .init(name: member.name, value: member.value.keeping { own.contains($0) })
                }
            })
    }

    private static func remarks(_ warnings: JSONValue, on fields: Set<String>) -> JSONValue {
        guard case .array(let all) = warnings else { return warnings }
        return .array(all.filter { $0["field"]?.string.map(fields.contains) ?? false })
    }

    private static let base64 = Photo.Part.base64.rawValue

    /// The record without its photo's bytes, and those in base64.
    package static func detachingPhoto(_ record: JSONValue) -> (record: JSONValue, base64: String?) {
        let text = record[Field.photo]?[base64]?.string
        return (changingPhoto(of: record) { $0.leaving(base64) }, text)
    }

    /// The record with its photo's bytes in base64; a record without a photo gets none. Without bytes the photo is left
    /// out, as if nobody had asked for it: no record has half of one.
    package static func attachingPhoto(_ text: String?, to record: JSONValue) -> JSONValue {
        guard case .object? = record[Field.photo] else { return record }
        guard let text else {
            return record.changing(Field.photo.group.rawValue) { $0.leaving(Field.photo.name) }
                .changing("states") { $0.leaving(Field.photo.key) }
        }
        return changingPhoto(of: record) { $0.leaving(base64).adding([.init(name: base64, value: .string(text))]) }
    }

    private static func changingPhoto(of record: JSONValue, _ change: (JSONValue) -> JSONValue) -> JSONValue {
        record.changing(Field.photo.group.rawValue) { $0.changing(Field.photo.name, change) }
    }
}

extension JSONValue {
    /// An object's members in a given order, then the others by name; all else as it is.
    fileprivate func ordered(by names: [String]) -> JSONValue {
        guard case .object(let members) = self else { return self }
        let place = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        return .object(
            members.sorted { one, other in
                let (first, second) = (place[one.name] ?? names.count, place[other.name] ?? names.count)
                return first == second ? one.name < other.name : first < second
            })
    }

    /// An object with another value in the place of one that it has.
    fileprivate func changing(_ name: String, _ change: (JSONValue) -> JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.map { $0.name == name ? Member(name: name, value: change($0.value)) : $0 })
    }

    fileprivate func leaving(_ name: String) -> JSONValue { keeping { $0 != name } }

    fileprivate func keeping(_ isKept: (String) -> Bool) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { isKept($0.name) })
    }
}
