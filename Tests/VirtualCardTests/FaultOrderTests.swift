import CardTrace
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// Several faults of one card: the first in the list stands nearest the reader.
@Suite struct FaultOrderTests {
    private let select = CommandAPDU.select(Applet.storage.applicationID)

    private func answers(_ faults: [Fault], _ commands: [CommandAPDU]) throws -> [ResponseAPDU] {
        let card = VirtualCard(FaultTests.image, faults: faults)
        return try commands.map { try card.transmit($0) }
    }

    @Test func firstOfTwoThatAnswerWins() throws {
        #expect(try answers([.endlessWaiting, .endlessLengths], [select])[0].status == .bytesWaiting(255))
        #expect(try answers([.endlessLengths, .endlessWaiting], [select])[0].status == .exactLength(2))
        #expect(try answers([.status(.notFound, at: 1), .endlessLengths], [select])[0].status == .notFound)
    }

    @Test func faultBehindAnswersWhereTheOneBeforeHasNothingToSay() throws {
        let statuses = try answers([.status(.notFound, at: 1), .endlessWaiting], [select, select]).map(\.status)
        #expect(statuses == [.notFound, .bytesWaiting(255)])
    }

    @Test func faultBeforeSeesTheAnswerOfTheOneBehind() throws {
        let noise = try answers([.garbage(at: 1, count: 10)], [select])[0]
        let cut = try answers([.shortAnswer(at: 1), .garbage(at: 1, count: 10)], [select])[0]
        #expect(cut.data == noise.data.dropLast() && cut.status == noise.status)
        #expect(try answers([.garbage(at: 1, count: 10), .shortAnswer(at: 1)], [select])[0] == noise)
    }

    /// Every fault counts what the reader sent, also where one before it let nothing through.
    @Test func exchangesAreCountedOnce() throws {
        let faults: [Fault] = [.status(.notFound, at: 1), .exactLengthOnRead, .status(.wrongOffset, at: 4)]
        let commands = [select, select, ReadCommand(0..<4).command.expecting(4), ReadCommand(0..<4).command]
        let statuses = try answers(faults, commands + [select]).map(\.status)
        #expect(statuses == [.notFound, .bytesWaiting(10), .success, .exactLength(4), .bytesWaiting(10)])
    }

    @Test func shortAndLongCancelOut() throws {
        #expect(try FaultTests.read([.shortAnswer(at: 4), .longAnswer(at: 4)]) == FaultTests.truth)
    }

    @Test func refusedGetResponseLeavesWhatWaits() throws {
        let read = ReadCommand(0..<4).command
        let faults: [Fault] = [.getResponse(p2: 0x01), .keepsPending]
        let got = try answers(
            faults, [select, .getResponse(10, p2: 1), read, .getResponse(4), .getResponse(4, p2: 1)])
        #expect(got[3].status == .wrongParameters)
        #expect(got[4] == ResponseAPDU(Array("0003".utf8)))
    }

    /// Odd cards that can be read one by one can be read together, whatever their order.
    @Test(arguments: [ImageCard.Style.getResponse, .atOnce])
    func whatIsOnlyOddIsReadInAnyOrder(_ style: ImageCard.Style) throws {
        let odd: [Fault] = [
            .getResponse(p2: 0x00), .longestRead(255), .exactLengthOnRead, .keepsPending, .reset(at: 9),
            .latency(Latency()),
        ]
        for first in odd.indices {
            for second in odd.indices where second != first {
                let card = try FaultTests.read([odd[first], odd[second]], style: style)
                #expect(card == FaultTests.truth, "\(odd[first]), \(odd[second])")
            }
        }
        #expect(try FaultTests.read(odd, style: style) == FaultTests.truth)
        #expect(try FaultTests.read(odd.reversed(), style: style) == FaultTests.truth)
    }
}
