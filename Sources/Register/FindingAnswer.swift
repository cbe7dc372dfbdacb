internal import AuditLog
internal import CardRecord

/// What is not as it was written in a log, as an answer has it: a word, and where.
enum FindingAnswer {
    static func json(_ finding: LogFinding) -> JSONValue {
        let (code, n, detail) = parts(finding)
        return .object(
            [.init(name: "code", value: .string(code)), .init(name: "damage", value: .bool(finding.isDamage))]
                + (n.map { [.init(name: "n", value: .integer($0))] } ?? [])
                + (detail.map { [.init(name: "detail", value: .string($0))] } ?? []))
    }

    private static func parts(_ finding: LogFinding) -> (code: String, n: Int?, detail: String?) {
        switch finding {
        case .gap(_, let after, let found): ("gap", after, "\(found)")
        case .passed(_, let n): ("passed", n, nil)
        case .fork(_, let n): ("fork", n, nil)
        case .changed(_, let n): ("changed", n, nil)
        case .misplaced(_, let n): ("misplaced", n, nil)
        case .older(_, let n, let by): ("older", n, "\(by / 1_000_000) s")
        case .ahead(_, let n): ("ahead", n, nil)
        case .cut(_, let entries, let said, let place): ("cut", entries, "\(said), \(name(place))")
        case .otherHead(_, let n, let place): ("other-head", n, name(place))
        case .noCheckpoint(_, let day): ("no-checkpoint", nil, day)
        case .badCheckpoint(let place, let error): ("bad-checkpoint", nil, "\(name(place)): \(error)")
        case .unchained(let place): ("unchained", nil, name(place))
        case .shrunk(let place): ("shrunk", nil, name(place))
        case .misdated(let place): ("misdated", nil, name(place))
        case .unknown(let place): ("unknown-checkpoint", nil, name(place))
        case .restarted(let place): ("restarted", nil, name(place))
        case .lost(_, let entries, let said): ("lost", entries, "\(said)")
        }
    }

    private static func name(_ place: CheckpointPlace) -> String {
        switch place {
        case .kept(let number): "checkpoint \(number)"
        case .outside(let number): "outside \(number)"
        }
    }
}
