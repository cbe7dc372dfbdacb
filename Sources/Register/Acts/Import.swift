internal import CardRecord
internal import RecordSeal
internal import RegisterModel

/// `import`: records of elsewhere, some at a time, all of them or none. Each has its own line in the log.
///
/// A file outlives the erasure of somebody who is in it: they are left out, and everybody else is taken.
struct Import: RegisterAct {
    private static let most = 100
    private let saves: [Save]

    init(_ request: Request) throws(RegisterError) {
        guard case .array(let items)? = request.arguments["records"], (1...Self.most).contains(items.count) else {
            throw .init(.badArgument, "records")
        }
        saves = try items.map { item throws(RegisterError) in
            try Save(item["record"], kind: .imported, isDated: item["undated"] != .bool(true))
        }
    }

    func perform(in session: Session) throws -> Outcome {
        let tx = try session.writing()
        var counts: [String: Int] = [:]
        for save in saves {
            do {
                let saved = try save.perform(in: session)
                try session.note(saved.trace, in: tx)
                counts[saved.answer["outcome"]?.string ?? "", default: 0] += 1
            } catch let error as RegisterError where error.problem == .erasedSince {
                try session.note(LogTrace(subject: save.subject(session.keyring), result: error.kind.code), in: tx)
                counts["erased", default: 0] += 1
            }
        }
        return Outcome(
            Answer.of(
                "import",
                [("records", .integer(saves.count))]
                    + counts.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) }),
            LogTrace(count: saves.count))
    }
}
