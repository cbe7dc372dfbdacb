package import SmartCard

/// A call of the platform's PC/SC library that has returned. It holds no byte that went to a card or
/// came from one.
package struct LibraryCall: Observation, Hashable {
    /// Which function, and of its arguments those that tell calls apart.
    package enum Function: Hashable, Sendable {
        case establishContext
        case releaseContext
        case cancel
        case listReaders
        case waitForChange(readers: [String], timeout: Duration)
        /// To a card, or (`isDirect`) to its reader alone.
        case connect(reader: String, isDirect: Bool)
        case reconnect(CardDisposition)
        case disconnect(CardDisposition)
        case beginTransaction
        case endTransaction(CardDisposition)
        case status
        case transmit
    }

    package let function: Function
    /// What it returned; `nil` for success.
    package let failure: PCSCError?
    package let duration: Duration

    package init(_ function: Function, _ failure: PCSCError?, _ duration: Duration) {
        self.function = function
        self.failure = failure
        self.duration = duration
    }
}

extension LibraryCall.Function {
    /// The name that `winscard.h` has for it.
    package var name: String {
        switch self {
        case .establishContext: "SCardEstablishContext"
        case .releaseContext: "SCardReleaseContext"
        case .cancel: "SCardCancel"
        case .listReaders: "SCardListReaders"
        case .waitForChange: "SCardGetStatusChange"
        case .connect: "SCardConnect"
        case .reconnect: "SCardReconnect"
        case .disconnect: "SCardDisconnect"
        case .beginTransaction: "SCardBeginTransaction"
        case .endTransaction: "SCardEndTransaction"
        case .status: "SCardStatus"
        case .transmit: "SCardTransmit"
        }
    }
}
