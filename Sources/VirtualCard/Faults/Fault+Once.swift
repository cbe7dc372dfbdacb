public import SmartCard

/// What goes wrong at one exchange. Exchanges count from 1 since the card was put in, GET RESPONSE
/// included.
extension Fault {
    /// The command does not get to the card, and this happens instead. After `cardReset` the card
    /// has forgotten what was selected and what waited.
    public static func failure(_ error: ChannelError, at exchange: Int) -> Fault {
        Fault("\(error)", at: exchange) { _ throws(ChannelError) in throw error }
    }

    /// The card is pulled instead of answering.
    public static func removal(before exchange: Int) -> Fault { failure(.cardRemoved, at: exchange) }

    /// Another program resets the card before it answers.
    public static func reset(at exchange: Int) -> Fault { failure(.cardReset, at: exchange) }

    /// The command does not get to the card, and is answered with this.
    public static func answer(_ answer: ResponseAPDU, at exchange: Int) -> Fault {
        Fault("\(answer)", at: exchange) { _ in answer }
    }

    /// The command does not get to the card, and is answered with this status word.
    public static func status(_ status: StatusWord, at exchange: Int) -> Fault {
        answer(ResponseAPDU(status: status), at: exchange)
    }

    /// The command does not get to the card, and is answered with noise: the same bytes every time,
    /// ending in what is no status word (ISO/IEC 7816-3 §10.3.3 has them begin with 6 or 9).
    ///
    /// - Parameter count: bytes of the whole answer; 0 and 1 are too few for a status word.
    public static func garbage(at exchange: Int, count: Int = 64) -> Fault {
        Fault("\(count) bytes of noise", at: exchange) { _ throws(ChannelError) in
            let noise = (0..<count).map { UInt8(truncatingIfNeeded: ($0 + exchange) * 0x9D + $0 * $0 * 0x35) }
            guard var answer = ResponseAPDU(bytes: noise) else { throw .malformedAnswer(count: count) }
            answer.status = StatusWord(answer.status.sw1 | 0xC0, answer.status.sw2)
            return answer
        }
    }

    /// The answer's last byte of data is missing.
    public static func shortAnswer(at exchange: Int) -> Fault {
        Fault("short answer", at: exchange) { turn throws(ChannelError) in
            var answer = try turn.passOn()
            answer.data = answer.data.dropLast()
            return answer
        }
    }

    /// The answer has a byte of data too many.
    public static func longAnswer(at exchange: Int) -> Fault {
        Fault("long answer", at: exchange) { turn throws(ChannelError) in
            var answer = try turn.passOn()
            answer.data.append(0x20)
            return answer
        }
    }
}
