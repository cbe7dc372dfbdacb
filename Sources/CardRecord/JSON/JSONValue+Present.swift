extension JSONValue {
    /// An object of those members that are there, in order; `nil` where none is.
    package static func present(_ members: (String, JSONValue?)...) -> JSONValue? {
        let present = members.compactMap { name, value in value.map { Member(name: name, value: $0) } }
        return present.isEmpty ? nil : .object(present)
    }

    /// A list of those values that are there; `nil` where none is.
    package static func present(_ values: [JSONValue?]) -> JSONValue? {
        let present = values.compactMap { $0 }
        return present.isEmpty ? nil : .array(present)
    }
}

extension JSONValue {
    /// An object with more members at its end.
    package func adding(_ more: [Member]) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members + more)
    }
}
