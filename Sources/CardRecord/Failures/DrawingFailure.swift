/// Why the drawing program drew nothing, in one table for itself and for whoever started it.
///
/// Between the two it is the `detail` of an error: no sentence is read by a program.
package struct DrawingFailure: Error, Hashable, Sendable {
    /// What kept it. The raw values are those of `detail`.
    package enum Problem: String, Hashable, Sendable, CaseIterable {
        case `internal`
        case noCommandLine = "no-command-line"
        case notArguments = "not-arguments"
        case argumentNotText = "argument-not-text"
        case usage
        case notRecord = "not-record"
        case badLine = "bad-line"
        case unreadable
        case tooLarge = "too-large"
        case noPortrait = "no-portrait"
        case write
        case purposeMissing = "purpose-missing"
        case purposeTooLong = "purpose-too-long"
        case holdsCitizenID = "holds-citizen-id"
        case fontMissing = "font-missing"
        case issuerUnreadable = "issuer-unreadable"
        case issuerNotText = "issuer-not-text"
        case issuerTooLong = "issuer-too-long"
        case notPage = "not-page"
        case tooManyPages = "too-many-pages"
        case tooManyRecords = "too-many-records"
        case tooManyPhotos = "too-many-photos"
        case cellTooLong = "cell-too-long"
        case workbookNotWritten = "workbook-not-written"
    }

    /// Why there is no portrait. The raw values are those of `detail`.
    package enum Absence: String, Hashable, Sendable, CaseIterable {
        case notOnCard = "not-on-card"
        case notRead = "not-read"
        case notRecorded = "not-recorded"
        case failed, damaged, progressive, refused
    }

    package let problem: Problem
    /// What is named: a key, a file, a family of letters, the system's reason. Nothing of the card.
    package let texts: [String]
    package let numbers: [Int]

    package init(_ problem: Problem, _ texts: [String] = [], numbers: [Int] = []) {
        (self.problem, self.texts, self.numbers) = (problem, texts, numbers)
    }

    /// What the contract calls it.
    package var kind: FailureKind {
        switch problem {
        case .internal: .internal
        case .notRecord, .notPage, .badLine, .unreadable, .tooLarge, .noPortrait, .cellTooLong: .recording
        case .tooManyRecords, .tooManyPhotos, .tooManyPages: .limit
        case .write, .workbookNotWritten: .write
        case .purposeMissing, .holdsCitizenID: .refused
        case .noCommandLine, .notArguments, .argumentNotText, .usage, .purposeTooLong, .fontMissing,
            .issuerUnreadable, .issuerNotText, .issuerTooLong:
            .usage
        }
    }

    /// It as members of an error.
    package var detail: JSONValue {
        [
            "problem": .string(problem.rawValue), "texts": .array(texts.map(JSONValue.string)),
            "numbers": .array(numbers.map(JSONValue.integer)),
        ]
    }

    /// Reads a line of standard error that is an error with such members; `nil` for any other.
    package init?(line: some Collection<UInt8>) {
        guard let json = JSONValue(parsing: Array(line)), let detail = json["detail"],
            let problem = detail["problem"]?.string.flatMap(Problem.init(rawValue:)),
            case .array(let texts)? = detail["texts"], case .array(let numbers)? = detail["numbers"]
        else { return nil }
        self.init(
            problem, texts.compactMap(\.string),
            numbers: numbers.compactMap { if case .integer(let number) = $0 { number } else { nil } })
        guard json["code"]?.string == kind.code else { return nil }
    }
}

extension DrawingFailure {
    package static func `internal`(_ what: String) -> Self { Self(.internal, [what]) }
    package static let noCommandLine = Self(.noCommandLine)
    package static let notArguments = Self(.notArguments)
    package static func argumentNotText(_ number: Int) -> Self { Self(.argumentNotText, numbers: [number]) }
    package static func usage(_ message: String) -> Self { Self(.usage, [message]) }
    package static func notRecord(key: String) -> Self { Self(.notRecord, [key]) }
    package static func notPage(key: String) -> Self { Self(.notPage, [key]) }
    package static func badLine(_ line: Int, key: String) -> Self { Self(.badLine, [key], numbers: [line]) }
    package static func unreadable(reason: String) -> Self { Self(.unreadable, [reason]) }
    package static func tooLarge(limit: Int) -> Self { Self(.tooLarge, numbers: [limit]) }
    package static func noPortrait(_ absence: Absence) -> Self { Self(.noPortrait, [absence.rawValue]) }
    package static func write(reason: String) -> Self { Self(.write, [reason]) }
    package static let purposeMissing = Self(.purposeMissing)
    package static func purposeTooLong(limit: Int) -> Self { Self(.purposeTooLong, numbers: [limit]) }
    package static let holdsCitizenID = Self(.holdsCitizenID)
    package static func fontMissing(_ family: String) -> Self { Self(.fontMissing, [family]) }
    package static func issuerUnreadable(file: String, reason: String) -> Self {
        Self(.issuerUnreadable, [file, reason])
    }
    package static func issuerNotText(file: String) -> Self { Self(.issuerNotText, [file]) }
    package static func issuerTooLong(lines: Int, columns: Int) -> Self {
        Self(.issuerTooLong, numbers: [lines, columns])
    }
}
