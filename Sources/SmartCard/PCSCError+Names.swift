extension PCSCError: CustomStringConvertible {
    /// The name that `winscard.h` and every search engine know, or the number in hex.
    public var description: String { Self.names[self] ?? "0x" + hexCode }

    /// The code's eight hex digits, as in `8010001D`.
    package var hexCode: String {
        Hex.encode([24, 16, 8, 0].map { UInt8(truncatingIfNeeded: rawValue >> $0) })
    }

    static let names: [PCSCError: String] = [
        internalFailure: "SCARD_F_INTERNAL_ERROR",
        cancelled: "SCARD_E_CANCELLED",
        invalidHandle: "SCARD_E_INVALID_HANDLE",
        invalidParameter: "SCARD_E_INVALID_PARAMETER",
        noMemory: "SCARD_E_NO_MEMORY",
        insufficientBuffer: "SCARD_E_INSUFFICIENT_BUFFER",
        unknownReader: "SCARD_E_UNKNOWN_READER",
        timeout: "SCARD_E_TIMEOUT",
        sharingViolation: "SCARD_E_SHARING_VIOLATION",
        noSmartCard: "SCARD_E_NO_SMARTCARD",
        protocolMismatch: "SCARD_E_PROTO_MISMATCH",
        notReady: "SCARD_E_NOT_READY",
        invalidValue: "SCARD_E_INVALID_VALUE",
        communicationFailure: "SCARD_F_COMM_ERROR",
        unknownFailure: "SCARD_F_UNKNOWN_ERROR",
        notTransacted: "SCARD_E_NOT_TRANSACTED",
        readerUnavailable: "SCARD_E_READER_UNAVAILABLE",
        shutdown: "SCARD_P_SHUTDOWN",
        cardUnsupported: "SCARD_E_CARD_UNSUPPORTED",
        noService: "SCARD_E_NO_SERVICE",
        serviceStopped: "SCARD_E_SERVICE_STOPPED",
        unexpected: "SCARD_E_UNEXPECTED",
        noReadersAvailable: "SCARD_E_NO_READERS_AVAILABLE",
        communicationDataLost: "SCARD_E_COMM_DATA_LOST",
        serverTooBusy: "SCARD_E_SERVER_TOO_BUSY",
        unsupportedCard: "SCARD_W_UNSUPPORTED_CARD",
        unresponsiveCard: "SCARD_W_UNRESPONSIVE_CARD",
        unpoweredCard: "SCARD_W_UNPOWERED_CARD",
        resetCard: "SCARD_W_RESET_CARD",
        removedCard: "SCARD_W_REMOVED_CARD",
        securityViolation: "SCARD_W_SECURITY_VIOLATION",
    ]
}
