package import CardRecord
package import RegisterModel

/// What somebody asks of the register, in one line of JSON, the same whether it is opened in this process or asked
/// over a socket.
package struct Request: Sendable {
    package let act: Act
    /// The code of the purpose, where the act needs one.
    package var purpose: String?
    /// What the office files it under: a case, a counter's ticket.
    package var reference: String?
    /// The desk's name.
    package var desk: String?
    /// What the act alone needs, by names.
    package var arguments: JSONValue

    package init(
        _ act: Act, purpose: String? = nil, reference: String? = nil, desk: String? = nil,
        _ arguments: KeyValuePairs<String, JSONValue?> = [:]
    ) {
        (self.act, self.purpose, self.reference, self.desk) = (act, purpose, reference, desk)
        self.arguments = .object(
            arguments.compactMap { name, value in value.map { JSONValue.Member(name: name, value: $0) } })
    }

    /// As it travels.
    package var json: JSONValue {
        [
            "act": .string(act.rawValue), "purpose": JSONValue(purpose), "reference": JSONValue(reference),
            "desk": JSONValue(desk), "arguments": arguments,
        ]
    }

    /// The way back; `nil` where it is none.
    package init?(json: JSONValue) {
        guard let act = json["act"]?.string.flatMap(Act.init(rawValue:)), case .object? = json["arguments"],
            let arguments = json["arguments"]
        else { return nil }
        self.init(
            act, purpose: json["purpose"]?.string, reference: json["reference"]?.string, desk: json["desk"]?.string)
        self.arguments = arguments
    }
}

extension Request {
    /// The same with something more said; nothing where there is nothing to say.
    package func saying(_ name: String, _ text: String?) -> Request {
        var request = self
        if let text { request.arguments = arguments.adding([.init(name: name, value: .string(text))]) }
        return request
    }
}

// MARK: - What acts ask of it

extension Request {
    private static let longestText = 4_096

    /// A text, as long as any may be.
    func text(_ name: String) throws(RegisterError) -> String? {
        guard let value = arguments[name], value != .null else { return nil }
        guard let text = value.string, text.utf8.count <= Self.longestText else { throw .init(.badArgument, name) }
        return text
    }

    /// A text that has to be there.
    func needed(_ name: String) throws(RegisterError) -> String {
        guard let text = try text(name), text.contains(where: { !$0.isWhitespace }) else {
            throw .init(.badArgument, name)
        }
        return text
    }

    /// A number.
    func number(_ name: String) throws(RegisterError) -> Int? {
        guard let value = arguments[name], value != .null else { return nil }
        guard let number = value.integer else { throw .init(.badArgument, name) }
        return number
    }

    /// Whether something is switched on.
    func flag(_ name: String) -> Bool { arguments[name] == .bool(true) }

    /// Some texts; `nil` where none was said.
    func texts(_ name: String) throws(RegisterError) -> [String]? {
        guard let value = arguments[name], value != .null else { return nil }
        guard case .array(let values) = value, values.count <= 100 else { throw .init(.badArgument, name) }
        let texts = values.compactMap(\.string)
        guard texts.count == values.count else { throw .init(.badArgument, name) }
        return texts
    }
}
