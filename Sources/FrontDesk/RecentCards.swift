internal import Crypto
package import Host
internal import SmartCard
internal import Synchronization

/// Which cards were dealt with a short time ago, of whom nothing is kept but a keyed hash and a time.
///
/// It lasts over a restart: a card that is still in then is not dealt with again.
package final class RecentCards: Sendable {
    private struct Seen: Sendable {
        /// On the clock that nobody sets; `nil` of what was found in the file.
        let instant: ContinuousClock.Instant?
        /// On the wall, in seconds since 1970.
        let seconds: Int
    }

    private let span: Duration
    private let key: SymmetricKey
    private let file: OutputFile
    private let clock: WallClock
    private let seen: Mutex<[String: Seen]>

    /// - Parameter span: how long a card counts as dealt with.
    package init(within span: Duration, of spool: Spool, clock: WallClock = .system) {
        (self.span, self.clock) = (span, clock)
        key = spool.key(for: "thaiid recent cards")
        file = OutputFile(path: spool.fileOfRecentCards, replaces: true)
        seen = Mutex(Self.read(file.path))
    }

    /// Whether the holder of a number was dealt with a short time ago.
    package func holds(_ citizenID: String) -> Bool {
        let hash = hash(of: citizenID)
        return seen.withLock { $0[hash].map(isRecent) ?? false }
    }

    /// Notes that the holder of a number was dealt with now.
    package func note(_ citizenID: String) {
        let hash = hash(of: citizenID)
        seen.withLock { seen in
            seen = seen.filter { isRecent($0.value) }
            seen[hash] = Seen(instant: .now, seconds: clock.secondsSince1970)
            // Where there is no room for it, it holds until the next start.
            try? file.write(Self.bytes(seen))
        }
    }

    private func hash(of citizenID: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(citizenID.utf8), using: key)
        return Hex.encode(Array(code).prefix(16)).lowercased()
    }

    private func isRecent(_ seen: Seen) -> Bool {
        if let instant = seen.instant { return ContinuousClock.now - instant < span }
        // A clock that was set back says nothing.
        return (0..<Int(span.components.seconds)).contains(clock.secondsSince1970 - seen.seconds)
    }

    private static func bytes(_ seen: [String: Seen]) -> [UInt8] {
        Array(seen.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.seconds)\n" }.joined().utf8)
    }

    private static func read(_ path: String) -> [String: Seen] {
        let bytes = (try? InputFile.read(path, limit: 1 << 20, followsLinks: false)) ?? []
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return lines.reduce(into: [:]) { seen, line in
            let words = line.split(separator: " ")
            guard words.count == 2, let seconds = Int(words[1]) else { return }
            seen[String(words[0])] = Seen(instant: nil, seconds: seconds)
        }
    }
}
