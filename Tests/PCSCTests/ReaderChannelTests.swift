import SmartCard
import Testing

@testable import PCSC

@Suite struct ReaderChannelTests {
    let calls = FakeCalls([.occupied])
    var service: PCSCService { PCSCService(calls) }

    /// Sends one command after `mishap`, and gives back how it failed.
    func failure(
        _ error: PCSCError, _ mishap: @escaping @Sendable (inout sending FakeCalls.World) -> Void = { _ in }
    ) async throws -> ChannelError? {
        calls.script("transmit", .fails(error))
        return try await service.withCard { [calls] channel in
            calls.change(mishap)
            do throws(ChannelError) {
                _ = try channel.transmit(.any)
                return nil
            } catch {
                return error
            }
        }
    }

    @Test(arguments: [
        (PCSCError.resetCard, ChannelError.cardReset),
        (.protocolMismatch, .cardReset),
        (.sharingViolation, .cardInUse),
        (.insufficientBuffer, .malformedAnswer(count: 4097)),
        (.notTransacted, .communication),
        (.communicationDataLost, .communication),
        (.removedCard, .cardRemoved),
        (.unexpected, .other(code: 0x8010_001F)),
    ])
    func codeTellsWhereEverythingIsInPlace(_ error: PCSCError, _ meaning: ChannelError) async throws {
        #expect(try await failure(error) == meaning)
    }

    static let vague: [PCSCError] = [
        .notTransacted, .communicationDataLost, .unexpected, .invalidValue, .removedCard, .noSmartCard,
    ]

    @Test(arguments: vague)
    func pulledCardIsSaidToBePulled(_ error: PCSCError) async throws {
        #expect(try await failure(error) { $0.readers = [.empty] } == .cardRemoved)
    }

    @Test func cardThatCameBackWasPulledAllTheSame() async throws {
        let reinserted = ReaderState.occupied.with(.present, eventCount: 3)
        #expect(try await failure(.notTransacted) { $0.readers = [reinserted] } == .cardRemoved)
    }

    @Test(arguments: vague + [.readerUnavailable])
    func unpluggedReaderIsSaidToBeGone(_ error: PCSCError) async throws {
        #expect(try await failure(error) { $0.readers = [] } == .readerGone)
    }

    @Test func readerThatFailsIsSaidToBeGone() async throws {
        let failing = ReaderState.occupied.with(.unavailable)
        #expect(try await failure(.notTransacted) { $0.readers = [failing] } == .readerGone)
    }

    @Test(arguments: [PCSCError.communicationFailure, .noService, .invalidHandle, .securityViolation])
    func stoppedServiceIsSaidToBeGone(_ error: PCSCError) async throws {
        #expect(try await failure(error) { $0.isServiceUp = false } == .serviceGone)
    }

    @Test func restartedServiceIsNotMistakenForTheOldOne() async throws {
        calls.script("wait", .works, .fails(.communicationFailure))
        #expect(try await failure(.communicationFailure) == .serviceGone)
    }

    @Test func readerThatTookTheConnectionAlongIsSaidToBeGone() async throws {
        calls.script("wait", .works, .fails(.communicationFailure))
        #expect(try await failure(.communicationFailure) { $0.readers = [] } == .readerGone)
    }

    @Test func cardThatLostItsTongueIsMute() async throws {
        let mute = ReaderState.occupied.with([.present, .mute])
        #expect(try await failure(.notTransacted) { $0.readers = [mute] } == .cardMute)
    }

    @Test func removalIsWaitedForAWhile() async throws {
        calls.script("transmit", .fails(.notTransacted))
        var pacing = PauseLog().pacing(limit: .seconds(20))
        pacing.removalNotice = .seconds(5)
        let service = PCSCService(calls: calls, pacing: pacing)
        let error = try await service.withCard { [calls] channel in
            OwnThread.start("test") {
                Pacing().pause(.milliseconds(20))
                calls.change { $0.readers = [.occupied.with([.present, .inUse])] }
                Pacing().pause(.milliseconds(20))
                calls.change { $0.readers = [.empty] }
            }
            return #expect(throws: ChannelError.self) { try channel.transmit(.any) }
        }
        #expect(error == .cardRemoved)
    }

    @Test(arguments: [[], [0x90]] as [[UInt8]])
    func answerWithoutStatusWordIsAnErrorNotACrash(_ answer: [UInt8]) async throws {
        calls.change { $0.answers = [answer] }
        await #expect(throws: ChannelError.malformedAnswer(count: answer.count)) {
            try await service.withCard { _ = try $0.transmit(.any) }
        }
    }

    @Test func emptyAnswerOfAPulledCardIsARemoval() async throws {
        await #expect(throws: ChannelError.cardRemoved) {
            try await service.withCard { [calls] channel in
                calls.change { world in
                    world.answers = [[]]
                    world.readers = [.empty]
                }
                _ = try channel.transmit(.any)
            }
        }
    }
}
