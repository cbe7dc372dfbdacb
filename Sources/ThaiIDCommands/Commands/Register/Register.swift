import ArgumentParser
import CardRecord
import CardSources
import Host
import RegisterProgram
import ThaiIDCard

extension Tool {
    /// `thaiid register`: what `thaiid-register` does, which takes this program's place.
    struct Register: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "register", abstract: "Keep an office's own people, found by their citizen IDs.",
            discussion: """
                Starts thaiid-register, and all options are its own: thaiid register --help.

                With --from-card this program reads the card, and hands over what says who it is: citizen ID \
                and names, or to ‘save’ the whole card. Then it takes --reader, --wait, --timeout, --replay, \
                --card and --sample as ‘thaiid read’ does.
                """)

        @Argument(
            parsing: .captureForPassthrough,
            help: ArgumentHelp("What thaiid-register is to do.", valueName: "arguments"))
        var words: [String] = []

        /// The command line is passed on byte for byte, as the process has it.
        func run() throws {
            guard let executable = RegisterKeeper.executable else { throw ToolError.register(.missing) }
            let line = RegisterLine(Array(Process.arguments.dropFirst()))
            let reason = Process.become(executable, arguments: try line.arguments { try Self.read($0, for: line) })
            throw ToolError.register(.notStarted(reason: "\(reason)"))
        }

        /// Reads the card that is meant.
        ///
        /// - Returns: the descriptor of its record.
        private static func read(_ place: [String], for line: RegisterLine) throws -> Int32 {
            let invocation = Invocation(line.texts)
            guard let source = (try Read.parseAsRoot(place) as? Read)?.source else { throw ToolError.internal("place") }
            let progress = ReadingProgress(invocation.language)
            defer { progress.clear() }
            let fields = line.keepsRecord ? FieldSelection.usual : line.identity
            let attempt = try source.read(
                ReadRequest(fields), telling: invocation.wantsJSON ? nil : invocation.language
            ) { progress.show($0) }
            let card = try attempt.result()
            let record = Record(read: card.read, card: card.card, fields: fields, for: .desk)
            do throws(SystemError) {
                return try MemoryFile.make(named: "record", holding: record.json.utf8Line)
            } catch {
                throw ToolError.register(.notStarted(reason: "\(error)"))
            }
        }
    }
}
