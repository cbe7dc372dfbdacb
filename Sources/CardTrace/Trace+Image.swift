internal import SmartCard
public import ThaiIDCard

extension Trace {
    /// What the recording tells of the card's bytes, whichever tool made it and in which order.
    public var image: CardImage {
        var builder = ImageBuilder()
        for event in events {
            switch event {
            case .powered: builder.forgetSelection()
            case .exchange(let exchange): builder.take(exchange)
            }
        }
        return builder.image
    }
}

/// Follows a conversation and collects what the card gave away.
private struct ImageBuilder {
    private(set) var image = CardImage()
    private var selected: Applet?
    private var target = Target.nothing
    private var received = 0

    /// What the data of the answer under way belongs to.
    private enum Target {
        case nothing
        case selection(Applet)
        case bytes(from: Int)
    }

    mutating func forgetSelection() {
        selected = nil
        target = .nothing
    }

    mutating func take(_ exchange: Trace.Exchange) {
        guard case .answer(let bytes) = exchange.outcome, let answer = ResponseAPDU(bytes: bytes),
            let command = try? CommandAPDU(bytes: exchange.command)
        else {
            target = .nothing
            return
        }
        if command.instruction != 0xC0 {
            target = target(of: command)
            received = 0
        }
        switch target {
        case .nothing:
            break
        case .selection(let applet):
            select(applet, answer.status)
        case .bytes(let start):
            guard let selected else { return }
            image[selected].write(answer.data, at: start + received)
            received += answer.data.count
            if answer.status.sw1 > 0x61, answer.status != .success, answer.status.exactLength == nil {
                image.failures[selected] = .refused(answer.status)
            }
        }
    }

    private mutating func select(_ applet: Applet, _ status: StatusWord) {
        if status == .success || status.bytesWaiting != nil {
            selected = applet
        } else if status == .notFound {
            image.absent.insert(applet)
        } else if status.exactLength == nil {
            image.failures[applet] = .refused(status)
        }
    }

    private func target(of command: CommandAPDU) -> Target {
        if command.instruction == 0xA4, command.p1 == 0x04 {
            return Applet.allCases.first { $0.applicationID.bytes == command.data }.map(Target.selection) ?? .nothing
        }
        switch selected?.access {
        case .read: return ReadCommand(command).map { .bytes(from: $0.span.lowerBound) } ?? .nothing
        case .answer(let own, _, _): return own.isSame(as: command) ? .bytes(from: 0) : .nothing
        case nil: return .nothing
        }
    }
}

extension CommandAPDU {
    /// Whether both are the same command, whatever length of answer they ask for.
    func isSame(as other: CommandAPDU) -> Bool {
        (instructionClass, instruction, p1, p2) == (other.instructionClass, other.instruction, other.p1, other.p2)
            && data == other.data
    }
}
