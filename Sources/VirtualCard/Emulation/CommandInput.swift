internal import Host
internal import ThaiIDCard

/// Standard input as a source of commands: keys of a terminal, lines of anything else.
package final class CommandInput {
    /// Standard input; `nil` once nothing more comes.
    private(set) var descriptor: Int32?
    /// Whether commands are keys.
    package let hasKeys: Bool
    private let keyboard: Keyboard?
    private var text = InputTextStream()
    private var line: [UInt8] = []

    /// Longer lines than this are no commands.
    private static let longestLine = 256

    package init() {
        keyboard = Process.isTerminal(Descriptor.input) ? Keyboard() : nil
        hasKeys = keyboard != nil
        // A job in the background must not touch the terminal.
        descriptor = hasKeys || !Process.isTerminal(Descriptor.input) ? Descriptor.input : nil
    }

    /// The commands that are there by now: to be called when the descriptor can be read from.
    func read() -> [EmulationCommand] {
        guard let descriptor, let bytes = Descriptor.read(descriptor, capacity: 4096), !bytes.isEmpty else {
            descriptor = nil
            line += text.take([])
            return line.isEmpty ? [] : [endLine()]
        }
        // What a terminal hands over at once is one key, such as an arrow with its three bytes.
        if hasKeys { return [EmulationCommand(key: bytes[0])] }
        var commands: [EmulationCommand] = []
        for byte in text.take(bytes) {
            if byte == UInt8(ascii: "\n") {
                commands.append(endLine())
            } else if line.count <= Self.longestLine {
                line.append(byte)
            }
        }
        return commands
    }

    private func endLine() -> EmulationCommand {
        defer { line = [] }
        let text = String(decoding: line, as: UTF8.self)
        return line.count > Self.longestLine ? .unknown(text) : EmulationCommand(line: text)
    }
}
