package import ThaiIDCard

/// Why a program came to nothing, as it says so on standard error: in words, or to scripts as JSON.
package struct ErrorReport: Hashable, Sendable {
    /// What went wrong, for programs.
    package let kind: FailureKind
    /// What went wrong, for people.
    package let words: Words
    /// Name of the reader concerned, where one is.
    package let reader: String?

    /// What the words were made of, for a program that says it in its own.
    private let detail: JSONValue?

    /// Reports a failure.
    package init(_ kind: FailureKind, _ words: Words, reader: String? = nil) {
        (self.kind, self.words, self.reader, detail) = (kind, words, reader, nil)
    }

    /// Reports that nothing was drawn.
    package init(_ failure: DrawingFailure) {
        (kind, words, reader, detail) = (failure.kind, failure.words, nil, failure.detail)
    }

    /// The report in the shape of its schema. Always English, whatever people are told.
    package var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init(.error),
            .init(name: "code", value: .string(kind.code)),
            .init(name: "exit", value: .integer(Int(kind.exit))),
            .init(name: "message", value: .string(words.problem.english)),
            .init(name: "remedy", value: .string(([words.remedy.english] + words.listing).joined(separator: "\n"))),
        ]
        if let reader { members.append(.init(name: "reader", value: .string(reader))) }
        if let detail { members.append(.init(name: "detail", value: detail)) }
        return .object(members)
    }

    /// The report with what it says in Thai beside it, for a program that passes it on to people.
    package var bilingualJSON: JSONValue {
        guard case .object(let members) = json else { return json }
        let thai: JSONValue = ["message": .string(words.problem.thai), "remedy": .string(words.remedy.thai)]
        return .object(members + [.init(name: "thai", value: thai)])
    }

    /// Reads a line of standard error in which another program of this project reports; `nil` for any other. What it
    /// does not say in Thai is said in the clause that all failures of its kind share.
    package init?(line: some Collection<UInt8>) {
        guard let json = JSONValue(parsing: Array(line)), Schema.error.isClaimed(by: json),
            let kind = json["code"]?.string.flatMap(FailureKind.init(rawValue:)),
            json["exit"]?.integer == Int(kind.exit), let message = json["message"]?.string
        else { return nil }
        let remedy = (json["remedy"]?.string ?? "").split(separator: "\n").map(String.init)
        let thai = json["thai"]
        self.init(
            kind,
            Words(
                Bilingual(thai?["message"]?.string ?? kind.meaning.thai, message),
                Bilingual(thai?["remedy"]?.string ?? remedy.first ?? "", remedy.first ?? ""),
                listing: Array(remedy.dropFirst())),
            reader: json["reader"]?.string)
    }

    /// Two lines for people, and below them what is to be copied.
    package func text(in language: Language) -> String {
        SafeText.clean(words.problem[language]) + "\n→ " + SafeText.clean(words.remedy[language]) + "\n"
            + words.listing.map { SafeText.clean($0) + "\n" }.joined()
    }
}

/// What a person reads of a failure: what happened, and what to do about it.
package struct Words: Hashable, Sendable {
    /// What happened.
    package let problem: Bilingual
    /// What to do about it.
    package let remedy: Bilingual
    /// Lines that the remedy speaks of, to be copied as they are; nearly always none.
    package let listing: [String]

    /// Says what happened and what to do about it.
    package init(_ problem: Bilingual, _ remedy: Bilingual, listing: [String] = []) {
        (self.problem, self.remedy, self.listing) = (problem, remedy, listing)
    }
}
