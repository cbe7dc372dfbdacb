internal import SmartCard

extension ReaderChannel {
    /// What is left of a connection after a call failed.
    enum Remains: Hashable {
        /// Reader, card and service: only the call failed.
        case everything
        /// The card is out, or was.
        case cardGone
        /// The card is in and does not answer to power.
        case cardMute
        case readerGone
        case serviceGone

        /// Why no exchange is possible; `nil` where nothing speaks against one.
        var channelError: ChannelError? {
            switch self {
            case .everything: nil
            case .cardGone: .cardRemoved
            case .cardMute: .cardMute
            case .readerGone: .readerGone
            case .serviceGone: .serviceGone
            }
        }
    }

    /// What a failed call means.
    ///
    /// Most codes leave open what happened: pcscd says "not transacted" of a pulled card until it
    /// has noticed that it is gone, and "invalid value" of an unplugged reader. So the reader is
    /// asked, and the service is given time to notice.
    func verdict(on error: PCSCError) -> ChannelError {
        switch error {
        // The protocol is that of the connection, so a mismatch is a reset that undid it.
        case .resetCard, .protocolMismatch: return .cardReset
        case .sharingViolation: return .cardInUse
        case .insufficientBuffer: return .malformedAnswer(count: SystemCalls.receiveCapacity + 1)
        default: break
        }
        let saysWhatHappened = [.removedCard, .noSmartCard, .readerUnavailable].contains(error)
        let remains = whatIsLeft(patience: saysWhatHappened ? .zero : pacing.removalNotice)
        return remains.channelError ?? error.channelError
    }

    /// What an answer without a status word means: drivers exist that call it a success when the
    /// card is pulled, and hand over nothing.
    func verdict(onShortAnswer count: Int) -> ChannelError {
        whatIsLeft(patience: pacing.removalNotice).channelError ?? .malformedAnswer(count: count)
    }

    /// Asks the reader, and waits for bad news for as long as `patience` lasts.
    func whatIsLeft(patience: Duration) -> Remains {
        let known = connection.state
        let deadline = ContinuousClock.now + patience
        var state = ReaderState(name: known.name)
        while true {
            do {
                let remaining = max(.zero, deadline - .now)
                let states = try calls.waitForChange(connection.context, from: [state], timeout: remaining)
                guard let latest = states.first, !latest.isUnavailable else { return .readerGone }
                state = latest
            } catch .timeout {
                return .everything
            } catch .unknownReader {
                return .readerGone
            } catch {
                return error.meansServiceLost ? whatIsLeftElsewhere() : .everything
            }
            guard state.isCardPresent, state.eventCount == known.eventCount else { return .cardGone }
            if state.isCardMute { return .cardMute }
            guard ContinuousClock.now < deadline else { return .everything }
        }
    }

    /// This connection's context is lost: asks through another whether the reader took it along.
    private func whatIsLeftElsewhere() -> Remains {
        do throws(PCSCError) {
            _ = try calls.withContext { context throws(PCSCError) in
                try calls.state(of: connection.state.name, context)
            }
            return .serviceGone
        } catch {
            return error == .unknownReader ? .readerGone : .serviceGone
        }
    }
}
