package import SmartCard

/// The commands that can neither change a card nor cost its holder a try at a PIN.
///
/// Only what is certain is listed, and always class and instruction together. A class byte that
/// announces command chaining, secure messaging or another logical channel (ISO/IEC 7816-4 §5.4.1)
/// is in no row, so that none of them carries another command past the rule. A command may well be
/// harmless and not be here, as the one that asks for the laser number (`80 00 00 00`): under a
/// proprietary class only the card knows what an instruction does.
package enum HarmlessCommands {
    /// One kind of command.
    package struct Row: Hashable, Sendable {
        /// CLA.
        package let instructionClass: UInt8
        /// INS.
        package let instruction: UInt8
        /// What the standard, or the card, calls it.
        package let name: String
    }

    /// All of them.
    package static let all = [
        Row(instructionClass: 0x00, instruction: 0xA4, name: "SELECT"),
        Row(instructionClass: 0x00, instruction: 0xB0, name: "READ BINARY"),
        Row(instructionClass: 0x80, instruction: 0xB0, name: "READ"),
        Row(instructionClass: 0x00, instruction: 0xB2, name: "READ RECORD"),
        Row(instructionClass: 0x00, instruction: 0xC0, name: "GET RESPONSE"),
        Row(instructionClass: 0x00, instruction: 0xCA, name: "GET DATA"),
        Row(instructionClass: 0x80, instruction: 0xCA, name: "GET DATA"),
    ]

    /// Whether a command is one of them.
    package static func contains(_ command: CommandAPDU) -> Bool {
        all.contains { $0.instructionClass == command.instructionClass && $0.instruction == command.instruction }
    }
}
