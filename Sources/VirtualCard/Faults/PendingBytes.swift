internal import SmartCard

/// A card that does not forget what nobody fetched: GET RESPONSE hands out the oldest answer first.
struct PendingBytes {
    private var waiting: [[UInt8]] = []

    /// Puts the answer that should come behind those that were never fetched.
    mutating func swap(_ answer: ResponseAPDU, for command: CommandAPDU) -> ResponseAPDU {
        guard command.instruction == 0xC0, !answer.data.isEmpty else {
            if let count = answer.status.bytesWaiting { waiting.append([UInt8](repeating: 0, count: count)) }
            return answer
        }
        if waiting.last?.count == answer.data.count { waiting[waiting.count - 1] = answer.data }
        let oldest = waiting.isEmpty ? answer.data : waiting.removeFirst()
        return ResponseAPDU(oldest, status: answer.status)
    }
}
