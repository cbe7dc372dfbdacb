internal import SmartCard

extension ChannelError {
    /// What a result code of PC/SC in another program's log means; zero means success.
    init(pcscCode code: UInt32) {
        switch code {
        case 0x8010_0068: self = .cardReset
        case 0x8010_0069, 0x8010_000C: self = .cardRemoved
        case 0x8010_0066, 0x8010_0067: self = .cardMute
        case 0x8010_0017, 0x8010_0009, 0x8010_002E, 0x8010_0011: self = .readerGone
        case 0x8010_001D, 0x8010_001E, 0x8010_0018, 0x8010_0003, 0x8010_0013: self = .serviceGone
        case 0x8010_000B: self = .cardInUse
        case 0x8010_006A: self = .accessDenied
        case 0x8010_000F, 0x8010_0065, 0x8010_001C: self = .unsupportedProtocol
        case 0x8010_002F, 0x8010_0016, 0x8010_0010: self = .communication
        case 0x8010_000A: self = .timedOut
        default: self = .other(code: code)
        }
    }
}
