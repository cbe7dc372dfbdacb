import SmartCard
import ThaiIDCard

extension ToolError {
    /// What a failed read means for whoever asked for it.
    init(_ error: CardError) {
        switch error {
        case .channel(let cause): self.init(cause)
        case .notThaiID(let status): self = .notThaiID(status)
        case .unsupportedVersion(let version): self = .cardVersion(version)
        case .checkDigit: self = .cardData(.checkDigit)
        case .refused(let span, let status): self = .cardData(.refused(span, status))
        case .wrongLength(let span, let count): self = .cardData(.length(span, count: count))
        case .malformed(let field): self = .cardData(.field(field))
        case .anotherCard: self = .cardRemoved(.swapped)
        }
    }

    /// What a broken exchange means for whoever asked for it.
    init(_ error: ChannelError) {
        switch error {
        case .cardRemoved: self = .cardRemoved(.card)
        case .readerGone: self = .cardRemoved(.reader)
        case .serviceGone: self = .cardRemoved(.service)
        case .cardReset, .cardInUse: self = .cardInUse
        case .cardMute, .communication, .unsupportedProtocol, .timedOut: self = .cardMute
        case .accessDenied: self = .accessDenied
        case .malformedAnswer(let count): self = .cardData(.answer(count: count))
        case .limitExceeded(let kind): self = .limit(kind)
        case .notRecorded(let application, let bytes): self = .recording(.lacks(Self.name(application, bytes)))
        case .offScript(let step, _): self = .recording(.offScript(step: step))
        case .other(let code): self = .cardData(.code(code))
        }
    }

    private static func name(_ application: ApplicationID, _ bytes: Range<Int>) -> String {
        let applet = Applet.allCases.first { $0.applicationID == application }
        let name = applet?.label.english ?? application.description
        return bytes.isEmpty ? name : "\(name), bytes \(bytes.lowerBound)–\(bytes.upperBound - 1)"
    }
}
