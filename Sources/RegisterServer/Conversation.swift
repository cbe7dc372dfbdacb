internal import CardRecord
internal import Host

/// Lines of JSON in both directions over a local socket.
final class Conversation {
    /// Longer than any record with its photo.
    static let longest = 1 << 20

    let descriptor: Int32
    private var held: [UInt8] = []

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { Descriptor.close(descriptor) }

    /// What the other end says next.
    enum Heard {
        case value(JSONValue)
        /// No JSON, or too long a line: nothing that follows can be trusted.
        case noise
        /// It has gone, or said nothing for too long.
        case nothing
    }

    func hear() -> Heard {
        var searched = 0
        while true {
            if let end = held[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(held[..<end])
                held.removeSubrange(...end)
                return JSONValue(parsing: line).map(Heard.value) ?? .noise
            }
            searched = held.count
            guard held.count <= Self.longest else { return .noise }
            guard let part = Descriptor.read(descriptor, capacity: 1 << 16), !part.isEmpty else { return .nothing }
            held += part
        }
    }

    /// Says something; `false` where nobody hears it any more.
    func say(_ value: JSONValue) -> Bool { Descriptor.write(value.utf8Line, to: descriptor) }
}

/// What stands between the ends, by names: a request, or what came of one.
enum Telegram {
    static let item = "item"
    static let answer = "answer"
    static let error = "error"

    static func of(_ name: String, _ value: JSONValue) -> JSONValue { .object([.init(name: name, value: value)]) }
}
