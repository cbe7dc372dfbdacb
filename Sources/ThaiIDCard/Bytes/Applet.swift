public import SmartCard

/// An application on the card, and how its bytes are fetched.
///
/// No public specification of the card exists. The identifiers and layouts here come from
/// comparing published readers of independent origin; a field's row in the table says the rest.
public enum Applet: String, Hashable, Sendable, CaseIterable {
    /// The Ministry of Interior's storage applet: the holder's data, address and photo.
    case storage
    /// The applet that knows the laser number on the card's back.
    case cardStock
    /// The Java Card manager, which knows the chip's production data (CPLC).
    case cardManager
    /// The National Health Security Office's snapshot of an entitlement.
    case health

    /// What SELECT takes.
    public var applicationID: ApplicationID {
        switch self {
        case .storage: ApplicationID([0xA0, 0x00, 0x00, 0x00, 0x54, 0x48, 0x00, 0x01])
        case .cardStock: ApplicationID([0xA0, 0x00, 0x00, 0x00, 0x84, 0x06, 0x00, 0x02])
        case .cardManager: ApplicationID([])
        case .health: ApplicationID([0xA0, 0x00, 0x00, 0x00, 0x54, 0x48, 0x00, 0x83])
        }
    }

    /// How an applet hands over its bytes.
    package enum Access: Hashable, Sendable {
        /// Any span of a byte space of this size, by READ.
        case read(size: Int)
        /// All at once, `count` bytes that begin with `tag`, as the answer to one command.
        case answer(to: CommandAPDU, count: Int, tag: [UInt8])
    }

    /// How this applet hands over its bytes.
    ///
    /// The card stock applet is asked with its exact Le. The card manager is asked without one,
    /// as published readers do, and names the length itself (`6C2D`).
    package var access: Access {
        switch self {
        case .storage: .read(size: 5671)
        case .health: .read(size: 350)
        case .cardStock: .answer(to: CommandAPDU(0x80, 0x00, 0x00, 0x00, expecting: 23), count: 23, tag: [])
        case .cardManager: .answer(to: CommandAPDU(0x80, 0xCA, 0x9F, 0x7F), count: 45, tag: [0x9F, 0x7F, 0x2A])
        }
    }

    /// How many bytes a field can be within.
    package var size: Int {
        switch access {
        case .read(let size): size
        case .answer(_, let count, _): count
        }
    }

    /// Where it is no use to read on: one published program gets 5,950 bytes of the storage applet,
    /// 279 more than the table explains, and none is known to get more.
    package var furthestEnd: Int { self == .storage ? 5950 : size }

    /// How many bytes from the start of its answer an applet gives alone where no more are asked for,
    /// announcing the rest: several programs in use ask the card stock applet for the seven bytes of
    /// version and state, and fetch the laser number by GET RESPONSE.
    package var headCount: Int? { self == .cardStock ? 7 : nil }

    /// Whether a card may lack the applet, or fail to read it, and still be read.
    package var isOptional: Bool { self != .storage }

    /// The applet's name for people.
    public var label: Bilingual {
        switch self {
        case .storage: Bilingual("ข้อมูลบัตรประชาชน", "identity data")
        case .cardStock: Bilingual("หมายเลขหลังบัตร", "card stock")
        case .cardManager: Bilingual("หมายเลขชิป", "chip production data")
        case .health: Bilingual("สิทธิประกันสุขภาพ", "health entitlement")
        }
    }
}
