internal import CardRecord
internal import RegisterModel
internal import RegisterStore
internal import SmartCard

/// `pending` and `approve`: what waits for somebody else's word, and that word.
struct Approve: RegisterAct {
    private let request: Request

    init(_ request: Request) throws(RegisterError) { self.request = request }

    func perform(in session: Session) throws -> Outcome {
        guard request.act == .approve else { return try pending(session) }
        let tx = try session.writing()
        let number = try request.number("number") ?? 0
        guard var approval = try tx.approval(number), approval.used == nil, approval.approvedBy == nil,
            approval.expires > session.now.micros
        else { throw RegisterError(.entryNotFound, "\(number)") }
        guard approval.requestedBy != session.officer.id else { throw RegisterError(.ownApproval, "\(number)") }
        approval.approvedBy = session.officer.id
        approval.approved = session.now.micros
        try tx.update(approval)
        return Outcome(
            Answer.of("approve", [("number", .integer(number)), ("approves", .string(approval.act))]),
            LogTrace(count: 1, digest: Hex.encode(approval.digest).lowercased()))
    }

    private func pending(_ session: Session) throws -> Outcome {
        let officers = Dictionary(try session.reading.officers().map { ($0.id, $0.account) }) { first, _ in first }
        let lines = try session.reading.openApprovals(at: session.now.micros).map { approval -> JSONValue in
            [
                "number": .integer(approval.number), "approves": .string(approval.act),
                "requestedBy": JSONValue(officers[approval.requestedBy]),
                "at": .string(RegisterTime(micros: approval.at).text),
                "expires": .string(RegisterTime(micros: approval.expires).text),
                "approvedBy": JSONValue(approval.approvedBy.flatMap { officers[$0] }),
            ]
        }
        return Outcome(Answer.of("pending", [("requests", .array(lines))]), LogTrace(count: lines.count))
    }
}
