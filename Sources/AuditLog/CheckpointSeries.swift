/// The checkpoints of a register, kept ones and others, looked at by themselves; and what they say of its chains.
struct CheckpointSeries {
    /// What one checkpoint says of one entry: that it was there, and the last.
    struct Claim {
        let size: Int
        let hash: [UInt8]
        let place: CheckpointPlace
        /// Whether chains began anew later.
        let isExcused: Bool
    }

    private(set) var findings: [LogFinding] = []
    /// By chain, then by the size that is said.
    private(set) var claims: [Int: [Int: [Claim]]] = [:]

    private let latest: Int64
    private let step: Int64

    init(publicKey: [UInt8], kept: [String], outside: [String], now: Int64, step: Int64) {
        (latest, self.step) = (now + step, step)
        let own = kept.enumerated().compactMap { index, note in
            read(note, publicKey, at: .kept(index + 1)).map { Known(note, $0, .kept(index + 1)) }
        }
        check(own, areAll: own.count == kept.count)
        let restart = own.lastIndex { $0.checkpoint.remarks.contains(.restarted) }
        for (index, known) in own.enumerated() { add(known, isExcused: restart.map { index < $0 } ?? false) }
        let places = Dictionary(own.enumerated().map { ($0.element.hash, $0.offset) }) { first, _ in first }
        for (index, note) in outside.enumerated() {
            let place = CheckpointPlace.outside(index + 1)
            guard let checkpoint = read(note, publicKey, at: place) else { continue }
            let known = Known(note, checkpoint, place)
            let isBefore =
                if let restart {
                    places[known.hash].map { $0 < restart } ?? (checkpoint.at <= own[restart].checkpoint.at)
                } else {
                    false
                }
            if places[known.hash] == nil, !isBefore { findings.append(.unknown(place)) }
            add(known, isExcused: isBefore)
        }
    }

    private struct Known {
        let checkpoint: Checkpoint
        let hash: [UInt8]
        let place: CheckpointPlace

        init(_ note: String, _ checkpoint: Checkpoint, _ place: CheckpointPlace) {
            (self.checkpoint, hash, self.place) = (checkpoint, Checkpoint.hash(of: note), place)
        }
    }

    private mutating func read(_ note: String, _ key: [UInt8], at place: CheckpointPlace) -> Checkpoint? {
        do throws(CheckpointError) {
            return try Checkpoint(note: note, verifiedBy: key)
        } catch {
            findings.append(.badCheckpoint(place, error))
            return nil
        }
    }

    /// Looks at those that the register keeps, one after another. Where one could not be read, the next cannot follow it.
    private mutating func check(_ own: [Known], areAll: Bool) {
        var before: Known?
        for known in own {
            let isRestart = known.checkpoint.remarks.contains(.restarted)
            if isRestart { findings.append(.restarted(known.place)) }
            let follows = known.checkpoint.previous == before?.hash
            // What a restart follows is what was kept elsewhere.
            if !follows, areAll, !(isRestart && known.checkpoint.previous != nil) {
                findings.append(.unchained(known.place))
            }
            if let before = before?.checkpoint {
                if known.checkpoint.at < before.at - step { findings.append(.misdated(known.place)) }
                if !isRestart, !known.checkpoint.reaches(before) { findings.append(.shrunk(known.place)) }
            }
            if known.checkpoint.at > latest { findings.append(.misdated(known.place)) }
            before = known
        }
    }

    private mutating func add(_ known: Known, isExcused: Bool) {
        for head in known.checkpoint.heads where head.size > 0 {
            let claim = Claim(size: head.size, hash: head.hash, place: known.place, isExcused: isExcused)
            claims[head.writer, default: [:]][head.size, default: []].append(claim)
        }
    }
}

extension Checkpoint {
    /// Whether it says of each chain at least as much as an earlier one.
    fileprivate func reaches(_ earlier: Checkpoint) -> Bool {
        earlier.heads.allSatisfy { head in
            heads.contains {
                $0.writer == head.writer && ($0.size > head.size || ($0.size == head.size && $0.hash == head.hash))
            }
        }
    }
}
