internal import CPCSCLite
internal import SmartCard

/// The platform's PC/SC. `DWORD` and `LONG` have 64 bits with pcsc-lite on Linux and 32 on macOS,
/// and so do its numbers for contexts and cards: all are converted here.
struct SystemCalls: PCSCCalls {
    /// Room for an answer in bytes. A short APDU's longest answer takes 258; readers that chain by
    /// themselves may hand over more.
    static let receiveCapacity = 4096

    /// The one door through which a result code becomes an error.
    func check(_ code: LONG) throws(PCSCError) {
        if let failure = failure(code) { throw failure }
    }

    private func failure(_ code: LONG) -> PCSCError? {
        code == 0 ? nil : PCSCError(rawValue: UInt32(truncatingIfNeeded: code))
    }

    func establishContext() throws(PCSCError) -> ContextID {
        var context = SCARDCONTEXT()
        do {
            try check(SCardEstablishContext(DWORD(SCARD_SCOPE_SYSTEM), nil, nil, &context))
        } catch .serviceStopped {
            // What pcscd answers to a library that speaks another version of their protocol, and
            // says nowhere else. Where nobody listens who could answer so, it means what it says.
            let socket = ServiceProbe.systemSocketPath.map(ServiceProbe.Socket.init(knockingAt:))
            throw socket == .listening ? .serviceStopped : .noService
        }
        return ContextID(rawValue: Int(context))
    }

    func releaseContext(_ context: ContextID) -> PCSCError? { failure(SCardReleaseContext(context.handle)) }

    func cancel(_ context: ContextID) -> PCSCError? { failure(SCardCancel(context.handle)) }

    func connect(
        _ context: ContextID, _ reader: String, over protocols: TransmissionProtocol?
    ) throws(PCSCError) -> (card: CardID, protocol: TransmissionProtocol) {
        var card = SCARDHANDLE()
        var active = DWORD()
        try check(
            SCardConnect(
                context.handle, reader, DWORD(protocols == nil ? SCARD_SHARE_DIRECT : SCARD_SHARE_SHARED),
                DWORD(protocols?.rawValue ?? 0), &card, &active))
        return (CardID(rawValue: Int(card)), TransmissionProtocol(active))
    }

    func reconnect(
        _ card: CardID, _ disposition: CardDisposition, over protocols: TransmissionProtocol
    ) throws(PCSCError) -> TransmissionProtocol {
        var active = DWORD()
        try check(
            SCardReconnect(
                card.handle, DWORD(SCARD_SHARE_SHARED), DWORD(protocols.rawValue),
                DWORD(disposition.rawValue), &active))
        return TransmissionProtocol(active)
    }

    func disconnect(_ card: CardID, _ disposition: CardDisposition) -> PCSCError? {
        failure(SCardDisconnect(card.handle, DWORD(disposition.rawValue)))
    }

    func beginTransaction(_ card: CardID) throws(PCSCError) { try check(SCardBeginTransaction(card.handle)) }

    func endTransaction(_ card: CardID, _ disposition: CardDisposition) -> PCSCError? {
        failure(SCardEndTransaction(card.handle, DWORD(disposition.rawValue)))
    }

    func atr(_ card: CardID) throws(PCSCError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Int(MAX_ATR_SIZE))
        var count = DWORD(bytes.count)
        try check(SCardStatus(card.handle, nil, nil, nil, nil, &bytes, &count))
        return Array(bytes.prefix(Int(count)))
    }

    func transmit(
        _ card: CardID, _ command: [UInt8], over protocol: TransmissionProtocol
    ) throws(PCSCError) -> [UInt8] {
        // What SCARD_PCI_T0 and SCARD_PCI_T1 point to, which Swift does not see as constants.
        let size = MemoryLayout<SCARD_IO_REQUEST>.size
        var sending = SCARD_IO_REQUEST()
        sending.dwProtocol = .init(`protocol`.rawValue)
        sending.cbPciLength = .init(size)
        var receiving = sending
        var count = DWORD(Self.receiveCapacity)
        var code = LONG()
        let answer = [UInt8](unsafeUninitializedCapacity: Self.receiveCapacity) { room, filled in
            code = SCardTransmit(
                card.handle, &sending, command, DWORD(command.count), &receiving, room.baseAddress, &count)
            filled = code == 0 ? min(Int(count), room.count) : 0
        }
        try check(code)
        return answer
    }
}

extension TransmissionProtocol {
    fileprivate init(_ active: DWORD) { self.init(rawValue: UInt32(truncatingIfNeeded: active)) }
}

extension ContextID {
    var handle: SCARDCONTEXT { SCARDCONTEXT(truncatingIfNeeded: rawValue) }
}

extension CardID {
    fileprivate var handle: SCARDHANDLE { SCARDHANDLE(truncatingIfNeeded: rawValue) }
}
