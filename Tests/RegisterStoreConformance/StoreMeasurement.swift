package import RegisterStore

/// What a store takes for what a register asks of it most.
package struct StoreMeasurement {
    /// One figure a line.
    package private(set) var lines: [String] = []

    /// Fills an empty store with people, then asks it.
    package init(_ store: any RegisterStore, people count: Int) throws {
        let rows = StoreFiller()
        try note("filling, each person", times: count) { try rows.fill(store, 0..<count) }
        let looks = 20_000
        try note("look-up: citizen key, person, observations, key", times: looks) {
            for look in 0..<looks {
                let n = look &* 7_919 % count
                try store.read { store in
                    guard let person = try store.person(citizenKeys: [rows.citizenKey(n)]) else {
                        throw Breach(description: "\(n) is not there")
                    }
                    _ = try store.observations(of: person.id)
                    _ = try store.personKey(person.id)
                }
            }
        }
        let saves = 2_000
        try note("save: a transaction with key, block, person, observation, visit, log", times: saves) {
            for n in count..<count + saves { try store.write { try rows.save(n, into: $0) } }
        }
        try note("entry of the log alone: a transaction", times: saves) {
            for n in 0..<saves { try store.write { try $0.append(rows.log(n, writer: 2)) } }
        }
        for _ in 0..<3 {
            var bytes = 0
            try note("every block", times: 1) {
                try store.read { try $0.forEachBlock { bytes += $0.sealed.count } }
            }
            lines[lines.count - 1] += " (\(bytes / 1_000_000) MB)"
        }
        try note("counting people and visits", times: 1) {
            _ = try store.read { ($0, try $0.personCount(), try $0.visitCount()).1 }
        }
    }

    private mutating func note(_ what: String, times: Int, _ body: () throws -> Void) rethrows {
        let clock = ContinuousClock()
        let time = try clock.measure(body)
        let micros = Double(time.components.seconds) * 1e6 + Double(time.components.attoseconds) / 1e12
        lines.append("\(what): \(Double(Int(micros / Double(max(1, times)) * 10)) / 10) µs")
    }
}
