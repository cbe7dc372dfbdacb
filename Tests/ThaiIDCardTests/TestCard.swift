import CardTrace
import SmartCard
import ThaiIDCard
import VirtualCard

/// An invented card with every applet, and ways to read it.
enum TestCard {
    /// The sample, with health data and, where one is given, another photo.
    static func card(photo: Photo? = nil) -> IDCard {
        var card = SampleCard.card
        if let photo { card.photo = .value(photo) }
        card.health.mainEntitlement = .value("สิทธิตัวอย่าง")
        card.health.subEntitlement = .blank
        card.health.mainHospital = .value("โรงพยาบาลตัวอย่าง")
        card.health.subHospital = .value("สถานีอนามัยตัวอย่าง")
        card.health.paidType = .value("1")
        card.health.issueDate = .value(PartialDate(raw: "25660101"))
        card.health.expiryDate = .value(PartialDate(raw: "25671231"))
        card.health.updateDate = .value(PartialDate(raw: "25660102"))
        card.health.hospitalChanges = .value("0")
        return card
    }

    /// The bytes of such a card.
    static func image(photo: Photo? = nil) throws -> CardImage { try card(photo: photo).image() }

    /// The bytes of a card on which a part of the storage applet is overwritten.
    static func image(writing bytes: [UInt8], at offset: Int) throws -> CardImage {
        var image = try image()
        image[.storage].write(bytes, at: offset)
        return image
    }

    /// A file that begins and ends as JPEG files do, with the byte that pads the card all over it.
    static func photo(_ count: Int) -> Photo {
        let start: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
        let end: [UInt8] = [0x20, 0x20, 0xFF, 0xD9]
        let inner = (0..<max(0, count - 8)).map { UInt8($0.isMultiple(of: 3) ? 0x20 : $0 & 0x7F) }
        return Photo(jpeg: start + inner + end)
    }

    /// What `thaiid read` asks for by itself.
    static let usual = Field.all.filter { $0.group == .card && $0.sensitivity != .guarded }
    /// The same without the photo.
    static let text = usual.filter { $0.key != "photo" }
    /// Everything but the two digits of unknown meaning.
    static let everything = Field.all.filter { $0.sensitivity != .guarded }

    /// Fields by their keys.
    static func fields(_ keys: String...) -> [Field] { keys.compactMap(Field.named) }
}

/// What became of a read.
enum Reading {
    /// Reads a card and keeps the conversation.
    static func read(
        _ fields: [Field], over channel: any CardChannel, acceptingBadCheckDigit: Bool = false,
        limits: ChannelLimits = ChannelLimits()
    ) -> (result: Result<CardReading, CardError>, trace: Trace) {
        let recorder = RecordingChannel(channel, recordedAt: nil, reader: nil)
        let request = ReadRequest(fields, acceptsBadCheckDigit: acceptingBadCheckDigit, limits: limits)
        do throws(CardError) {
            return (.success(try CardReader.read(request, over: recorder)), recorder.trace)
        } catch {
            return (.failure(error), recorder.trace)
        }
    }
}

extension Trace {
    /// The commands that were sent.
    var commands: [String] {
        events.compactMap { if case .exchange(let exchange) = $0 { Hex.encode(exchange.command) } else { nil } }
    }
}

extension Result {
    /// Why it failed, `nil` where it did not.
    var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
    /// What came of it, `nil` where it failed.
    var success: Success? { if case .success(let value) = self { value } else { nil } }
}
