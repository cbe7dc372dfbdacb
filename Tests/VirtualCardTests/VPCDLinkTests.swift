import CardTrace
import Foundation
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// The link to a virtual reader, message by message.
@Suite struct VPCDLinkTests {
    /// Puts the sample into a reader of the test's own, and lets the test be the reader. The card
    /// gets a thread: both sides block, and the threads of the test's tasks are few.
    private func serve(
        style: ImageCard.Style = .getResponse, faults: [Fault] = [], ending: VPCDLink.Service = .readerClosed,
        _ body: (FakeReader) throws -> Void
    ) throws {
        let reader = try FakeReader()
        let card = CardThread(
            try VPCDLink(port: reader.port), VirtualCard(try SampleCard.card.image(), style: style, faults: faults))
        reader.waitForCard()
        try body(reader)
        reader.hangUp()
        let ended = try card.end()
        #expect(ended == ending)
    }

    @Test func cardTellsItsATR() throws {
        try serve { reader in
            reader.say([0])
            reader.say([1])
            reader.say([4])
            #expect(reader.hear() == VirtualCard.usualATR.bytes)
        }
    }

    @Test func commandsAreAnswered() throws {
        try serve { reader in
            reader.say(CommandAPDU.select(Applet.storage.applicationID).bytes)
            #expect(reader.hear() == [0x61, 0x0A])
            reader.say(ReadCommand(0..<4).command.bytes)
            #expect(reader.hear() == [0x61, 0x04])
            reader.say(CommandAPDU.getResponse(4).bytes)
            #expect(reader.hear() == Array("0003".utf8) + [0x90, 0x00])
        }
    }

    @Test(arguments: [[0], [1], [2]] as [[UInt8]])
    func powerAndResetForgetTheSelection(_ control: [UInt8]) throws {
        try serve(style: .atOnce) { reader in
            reader.say(CommandAPDU.select(Applet.storage.applicationID).bytes)
            #expect(reader.hear()?.suffix(2) == [0x90, 0x00])
            reader.say(control)
            reader.say(ReadCommand(0..<4).command.bytes)
            #expect(reader.hear() == [0x6D, 0x00])
        }
    }

    @Test func messageInPiecesIsOneMessage() throws {
        try serve { reader in
            for byte in [0x00, 0x01, 0x04] as [UInt8] { reader.send([byte]) }
            #expect(reader.hear() == VirtualCard.usualATR.bytes)
        }
    }

    @Test(arguments: [
        [], [3], [0xFF], [0x00, 0xA4], [UInt8](repeating: 0, count: 6), [UInt8](repeating: 0x41, count: 65_535),
    ])
    func whatIsNoCommandIsRefused(_ message: [UInt8]) throws {
        try serve { reader in
            reader.say(message)
            #expect(reader.hear() == [0x67, 0x00])
        }
    }

    @Test func cardIsPulledBeforeTheCommandThatWasNamed() throws {
        try serve(faults: [.removal(before: 2)], ending: .cardPulled) { reader in
            reader.say([4])
            #expect(reader.hear() != nil)
            reader.say(CommandAPDU.select(Applet.storage.applicationID).bytes)
            #expect(reader.hear() == [0x61, 0x0A])
            reader.say(CommandAPDU.getResponse(10).bytes)
            #expect(reader.hear() == nil)
        }
    }

    @Test func muteCardGivesNoATR() throws {
        try serve(faults: [.mute]) { reader in
            reader.say([1])
            reader.say([4])
            let answer = try #require(reader.hear())
            #expect(answer.count > 33)
        }
    }

    @Test(arguments: [1, 2, 300])
    func noiseIsAsLongAsItWasToBe(_ count: Int) throws {
        try serve(faults: [.garbage(at: 1, count: count)]) { reader in
            reader.say(CommandAPDU.select(Applet.storage.applicationID).bytes)
            #expect(reader.hear()?.count == count)
            reader.say(CommandAPDU.select(Applet.storage.applicationID).bytes)
            #expect(reader.hear() == [0x61, 0x0A])
        }
    }

    @Test(arguments: [.reset(at: 2), .failure(.communication, at: 2), .garbage(at: 2, count: 0)] as [Fault])
    func lostExchangeBreaksTheLinkAndAnotherIsThere(_ fault: Fault) throws {
        try serve(style: .atOnce, faults: [fault]) { reader in
            let select = CommandAPDU.select(Applet.storage.applicationID).bytes
            reader.say(select)
            #expect(reader.hear()?.suffix(2) == [0x90, 0x00])
            reader.say(ReadCommand(0..<4).command.bytes)
            #expect(reader.hear() == nil)
            reader.hangUp()
            reader.waitForCard()
            reader.say([1])
            reader.say(select)
            #expect(reader.hear()?.suffix(2) == [0x90, 0x00])
        }
    }

    @Test func askingForTheATRIsNoReset() throws {
        try serve(style: .atOnce) { reader in
            reader.say(CommandAPDU.select(Applet.storage.applicationID).bytes)
            #expect(reader.hear()?.suffix(2) == [0x90, 0x00])
            reader.say([4])
            #expect(reader.hear() == VirtualCard.usualATR.bytes)
            reader.say(ReadCommand(0..<4).command.bytes)
            #expect(reader.hear()?.suffix(2) == [0x90, 0x00])
        }
    }

    /// The service asks whether a card is there, powers it and asks again, and only then tells of it.
    @Test(
        arguments: [
            ([[4], [1], [4]], false), ([[4], [1], [4], [4]], true), ([[4], [1], [4], [0]], true),
            ([[4], [4], [4]], false),
            ([[1], [4]], false), ([[4], [1], [1], [2]], false), ([[0x00, 0xC0, 0x00, 0x00, 0x01]], true),
        ] as [([[UInt8]], Bool)])
    func cardIsKnownOnceTheServiceTurnsToSomethingElse(_ messages: [[UInt8]], _ isKnown: Bool) throws {
        let reader = try FakeReader()
        let link = try VPCDLink(port: reader.port)
        reader.waitForCard()
        let card = VirtualCard(try SampleCard.card.image())
        for message in messages {
            reader.say(message)
            _ = try link.serveNext(card)
        }
        #expect(link.isKnown == isKnown)
    }

    @Test func emptinessIsSeenOnceTheReaderLooks() throws {
        let reader = try FakeReader()
        let (waiting, seen) = (DispatchQueue(label: "waiting"), DispatchSemaphore(value: 0))
        waiting.async {
            try? VPCDLink.waitUntilEmpty(port: reader.port)
            seen.signal()
        }
        reader.waitForCard()
        reader.say([4])
        #expect(reader.hear() == nil)
        seen.wait()
    }

    /// Looks may come at any time: the regular one comes within half a second.
    @Test func emptinessIsSeenOnceTheReaderLooksAtItsTime() throws {
        let reader = try FakeReader()
        let (looking, waiting) = (DispatchQueue(label: "looking"), DispatchQueue(label: "waiting"))
        let seen = DispatchSemaphore(value: 0)
        looking.async {
            while true {
                reader.waitForCard()
                reader.say([4])
                _ = reader.hear()
                reader.hangUp()
                Thread.sleep(forTimeInterval: 0.05)
            }
        }
        let start = ContinuousClock.now
        waiting.async {
            try? VPCDLink.waitUntilEmpty(port: reader.port, isInUse: true)
            seen.signal()
        }
        seen.wait()
        #expect(ContinuousClock.now - start > .milliseconds(500))
    }

    @Test func readerThatHangsUpInTheMiddleEndsTheService() throws {
        try serve { reader in reader.send([0x00]) }
        try serve { reader in reader.send([0x00, 0x05, 0x00]) }
        try serve { _ in }
    }

    @Test func missingReaderIsAnErrorWithItsReason() throws {
        let port = try FakeReader().port
        let error = #expect(throws: VPCDLink.LinkError.self) { try VPCDLink(port: port) }
        #expect(error?.description.contains("connect to the virtual reader") == true)
        #expect(throws: VPCDLink.LinkError.self) { try VPCDLink(host: "localhost") }
        #expect(throws: VPCDLink.LinkError.self) { try VPCDLink(host: "") }
    }
}

/// The card's side of a link, on a thread of its own.
private final class CardThread: @unchecked Sendable {
    private let queue = DispatchQueue(label: "card")
    private let finished = DispatchSemaphore(value: 0)
    private var outcome = Result<VPCDLink.Service, VPCDLink.LinkError>.success(.goesOn)

    /// Serves a card until either side hangs up.
    init(_ link: VPCDLink, _ card: VirtualCard) {
        let serving = Serving(link: link, card: card)
        queue.async { [self] in
            outcome = serving.run()
            finished.signal()
        }
    }

    /// Waits for the end, and tells which it was.
    func end() throws -> VPCDLink.Service {
        finished.wait()
        return try outcome.get()
    }

    /// Holds the link alone, so that the link is closed once it is served.
    private struct Serving: @unchecked Sendable {
        let link: VPCDLink
        let card: VirtualCard

        func run() -> Result<VPCDLink.Service, VPCDLink.LinkError> {
            Result { () throws(VPCDLink.LinkError) in try link.serve(card) }
        }
    }
}
