import CardRecord
import Host
import SheetRequest
import ThaiIDCard

/// What the program is told to do.
///
/// A command line can be read by everybody on the machine. So `@-` alone on it says that the arguments
/// are the first line of standard input, a JSON array of texts, and what is to be drawn the rest.
enum ProgramArguments {
    /// The longest line: a purpose, a few file names, and the columns of a table.
    private static let longest = 1 << 16

    static func all() throws(DrawingFailure) -> [String] {
        guard !CommandLine.arguments.isEmpty else { throw .noCommandLine }
        var arguments: [String] = []
        for word in Process.arguments {
            guard let text = InputText.string(word) else { throw .argumentNotText(arguments.count + 1) }
            arguments.append(text)
        }
        return arguments == [ArgumentLine.mark] ? try parse(try firstLine()) : arguments
    }

    static func parse(_ line: [UInt8]) throws(DrawingFailure) -> [String] {
        guard let arguments = ArgumentLine.arguments(line) else { throw .notArguments }
        return arguments
    }

    /// Byte by byte: what follows is for whoever reads the records.
    private static func firstLine() throws(DrawingFailure) -> [UInt8] {
        var line: [UInt8] = []
        while line.count < longest {
            guard let byte = Descriptor.read(Descriptor.input, capacity: 1) else {
                throw .unreadable(reason: "\(SystemError.last)")
            }
            guard byte != [UInt8(ascii: "\n")], !byte.isEmpty else { return line }
            line += byte
        }
        throw .notArguments
    }
}
