internal import CardTrace
internal import SmartCard
internal import ThaiIDCard

/// What may be said of bytes that belong to no field.
enum OutsideFields {
    /// What becomes of a byte.
    enum Fate {
        /// It says nothing of the holder and stays.
        case kept
        /// Its meaning is published and may tell one card from others: it becomes zero.
        case cleared
        /// Nobody knows what it says.
        case unknown
    }

    /// What becomes of a byte of an applet.
    ///
    /// The card manager answers in the chip's production data (CPLC, 42 bytes after tag and length,
    /// GlobalPlatform): maker, type and system come before the serial number and are the same for
    /// every chip of a kind; dates, batches and machines come after it. The card stock applet begins
    /// with version, state and way of authorising. The rest is not published.
    static func fate(of offset: Int, in applet: Applet, of image: CardImage) -> Fate {
        switch (applet, offset) {
        case (.cardManager, 0..<45) where image[applet].prefix(of: 0..<3).elementsEqual(tag.prefix(3)):
            return offset < 13 ? .kept : .cleared
        case (.cardStock, 0..<4): return .kept
        case (.health, 0..<4) where image[applet][0..<4].map(isVersion) ?? false: return .kept
        default: return .unknown
        }
    }

    /// Whether these are a data version, such as `0003`, or the beginning of one.
    static func isVersion(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.prefix(3).allSatisfy { $0 == UInt8(ascii: "0") } && bytes.allSatisfy { TextByte($0) == .digit }
    }

    /// Whether bytes are the same throughout, and such as fill memory up: nothing is said.
    static func isFilling(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return true }
        return [0x00, 0x20, 0xFF].contains(first) && bytes.allSatisfy { $0 == first }
    }

    /// Whether bytes are a part of what any card may answer to a SELECT: the application's identifier
    /// under its tag (ISO/IEC 7816-4 §7.4.3), for the card manager what GlobalPlatform has it say.
    static func isUsual(_ bytes: ArraySlice<UInt8>, fileControlOf application: ApplicationID) -> Bool {
        let names =
            application.bytes.isEmpty
            ? [[UInt8](repeating: 0, count: 16)] + registeredManagers : [application.bytes]
        return names.contains { name in
            let named = [0x84, UInt8(truncatingIfNeeded: name.count)] + name
            return [named, wrapped(named), wrapped(named + longestData)].contains { holds($0, bytes) }
        }
    }

    private static func holds(_ whole: [UInt8], _ part: ArraySlice<UInt8>) -> Bool {
        whole.indices.contains { whole[$0...].starts(with: part) }
    }

    private static func wrapped(_ content: [UInt8]) -> [UInt8] {
        [0x6F, UInt8(truncatingIfNeeded: content.count)] + content
    }

    /// The longest command, 255 bytes: the one proprietary item of a card manager's answer.
    private static let longestData: [UInt8] = [0xA5, 0x04, 0x9F, 0x65, 0x01, 0xFF]
    private static let registeredManagers: [[UInt8]] = [
        [0xA0, 0x00, 0x00, 0x00, 0x03, 0x00, 0x00, 0x00], [0xA0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00, 0x00],
    ]

    /// How the card manager's answer begins.
    private static let tag: [UInt8] = {
        if case .answer(_, _, let tag) = Applet.cardManager.access { tag } else { [] }
    }()
}
