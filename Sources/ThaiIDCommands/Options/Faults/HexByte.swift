import ArgumentParser
import SmartCard

/// A byte in two hex digits.
struct HexByte: Hashable, ExpressibleByArgument {
    let value: UInt8

    init?(argument: String) {
        guard let bytes = Hex.decode(argument), bytes.count == 1 else { return nil }
        value = bytes[0]
    }
}
