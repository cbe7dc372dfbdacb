import CardTrace
import Invention
import Pseudonyms
import SmartCard
import ThaiIDCard

/// Recordings of invented people, who play the part of real ones.
enum RecordedPeople {
    /// A key that stays the same.
    static let key = PseudonymKey(Array("a key for tests only".utf8)) ?? PseudonymKey()

    /// A full read of a card, as whoever asks for everything records it.
    static func trace(_ image: CardImage, atr: ATR = ATR([0x3B, 0x00])) -> Trace {
        var card = ImageCard(image)
        var events: [Trace.Event] = [.powered(atr)]
        func send(_ command: CommandAPDU) {
            let answer: ResponseAPDU =
                switch card.answer(command) {
                case .response(let answer): answer
                case .unknown: ResponseAPDU(status: .wrongOffset)
                case .notUnderstood(let status): ResponseAPDU(status: status)
                }
            let time = Duration.microseconds(1000 + 7 * events.count)
            events.append(.exchange(Trace.Exchange(command.bytes, .answer(answer.bytes), duration: time)))
            if let count = answer.status.bytesWaiting { send(.getResponse(count)) }
            if let count = answer.status.exactLength { send(command.expecting(count)) }
        }
        for applet in Applet.allCases where applet != .storage || image.bytes[.storage] != nil {
            send(.select(applet.applicationID))
            guard !image.absent.contains(applet) else { continue }
            switch applet.access {
            case .answer(let command, _, _): send(command)
            case .read:
                for range in image[applet].known.ranges {
                    for start in stride(from: range.lowerBound, to: range.upperBound, by: 255) {
                        send(ReadCommand(start..<min(start + 255, range.upperBound)).command)
                    }
                }
            }
        }
        return Trace(recordedAt: "2026-11-23T09:41:07+07:00", reader: "Reader [Serial 4711] 00 00", events: events)
    }

    /// The text of a card, without the photo, which takes most of the time.
    static func textTrace(_ person: InventedPerson) -> Trace {
        var image = person.image
        let photo = Field.named("photo")?.span ?? 0..<0
        var storage = SparseBytes()
        for range in image[.storage].known.ranges {
            for part in [range.lowerBound..<photo.lowerBound, photo.upperBound..<range.upperBound] {
                if let bytes = image[.storage][part] { storage.write(bytes, at: part.lowerBound) }
            }
        }
        image.bytes[.storage] = storage
        return trace(image, atr: person.atr)
    }
}

extension Trace {
    /// The data of all answers, one after another.
    var data: [UInt8] {
        exchanges.flatMap { exchange -> [UInt8] in
            if case .answer(let bytes) = exchange.outcome { Array(bytes.dropLast(2)) } else { [] }
        }
    }

    /// The same without anything that a card said: commands, lengths, status words, times.
    var shape: [String] {
        exchanges.map { exchange in
            guard case .answer(let bytes) = exchange.outcome else { return "\(exchange)" }
            return "\(exchange.command) \(bytes.count) \(bytes.suffix(2)) \(exchange.duration ?? .zero)"
        }
    }
}
