import ArgumentParser
import CardSources
import CardTrace
import Host
import Pseudonyms
import ThaiIDCard

extension Tool.Trace {
    /// `thaiid trace pseudonymise`: recordings that can be published.
    struct Pseudonymise: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pseudonymise",
            abstract: "Put somebody who does not exist in the place of a recording's holder.",
            discussion: """
                Names, numbers, dates, address and portrait become invented ones of the same length; \
                padding, separators, odd bytes, status words and times stay, so that programs behave as \
                they do with the original. Time and reader are not named. What is written is searched for \
                every value of the original, in the encodings that are in use, and not left if one is found.

                One person has one pseudonym in all files of a run, and in other runs with the same key. \
                Whoever has the key can find out who was meant. Several files are named by number in the \
                order in which they are given, since a file's name can name a person.
                """)

        @Argument(
            help: ArgumentHelp("Recordings; - stands for standard input.", valueName: "file"), completion: .file())
        var files: [String]

        @Option(
            name: .shortAndLong, help: ArgumentHelp("Where to; by default standard output.", valueName: "file"),
            completion: .file())
        var output: String?

        @Option(
            help: ArgumentHelp("Where to with several: an existing folder.", valueName: "folder"),
            completion: .directory)
        var folder: String?

        @Option(
            help: ArgumentHelp(
                "A file whose bytes are the key, at least 16 of them; by default a key that nobody keeps.",
                valueName: "file"), completion: .file())
        var keyFile: String?

        @Flag(help: "Overwrite bytes of which nobody knows what they say, instead of refusing the recording.")
        var blankUnknown = false

        @Flag(help: "Let --output and --folder overwrite files.")
        var force = false

        func validate() throws {
            guard output == nil || folder == nil else {
                throw ValidationError(
                    thai: "ใช้ --output หรือ --folder เพียงอย่างเดียว", english: "--output and --folder exclude one another."
                )
            }
            guard files.count == 1 || folder != nil else {
                throw ValidationError(
                    thai: "ไฟล์บันทึกหลายไฟล์ต้องระบุ --folder", english: "Several recordings need a --folder.")
            }
            guard files.count == 1 || !files.contains("-") else {
                throw ValidationError(
                    thai: "ถ้าอ่านจากอินพุตมาตรฐาน ต้องเป็นไฟล์บันทึกเดียว", english: "Standard input can be the only recording.")
            }
        }

        func run() throws {
            var pseudonymiser = Pseudonymiser(key: try key(), blankingUnknown: blankUnknown)
            for target in targets.compactMap({ $0 }) { try target.check() }
            if files.count > 1 {
                for file in files { pseudonymiser.note(try CardFile.trace(file)) }
            }
            for (file, target) in zip(files, targets) {
                let original = try CardFile.trace(file)
                let pseudonym: Trace
                do throws(PseudonymError) {
                    pseudonym = try pseudonymiser.pseudonymise(original)
                } catch {
                    throw ToolError(error, file: file)
                }
                try write(Array(pseudonym.text.utf8), to: target, OriginalScanner([original]), file)
            }
        }

        private func key() throws(ToolError) -> PseudonymKey {
            guard let keyFile else { return PseudonymKey() }
            try asToolError(try OutputFile.refuseLink(keyFile))
            let bytes = try asToolError(try InputFile.read(keyFile, limit: Self.longestKey, followsLinks: false))
            guard let key = PseudonymKey(bytes) else {
                throw .refused(.shortKey(file: keyFile, shortest: PseudonymKey.shortest))
            }
            return key
        }

        /// Where each recording goes to; `nil` stands for standard output.
        private var targets: [OutputFile?] {
            guard let folder else { return [OutputFile.named(output, replaces: force)] }
            let width = "\(files.count)".count
            return (1...files.count).map { number in
                OutputFile(path: "\(folder)/\(number.padded(to: width)).trace", replaces: force)
            }
        }

        /// Writes a recording, and looks at what stands in the file: it goes away again if it says anything
        /// of the original.
        private func write(
            _ bytes: [UInt8], to target: OutputFile?, _ scanner: OriginalScanner, _ file: String
        ) throws(ToolError) {
            if let field = scanner.find(in: bytes) { throw ToolError(.originalFound(field: field), file: file) }
            guard let target else { return try Output.write(bytes) }
            try asToolError(try target.write(bytes))
            // What has gone into a stream cannot be looked at again.
            guard target.stream == nil else { return }
            let written = try asToolError(try InputFile.read(target.path, limit: Trace.longestText))
            guard let field = scanner.find(in: written) else { return }
            target.remove()
            throw ToolError(.originalFound(field: field), file: file)
        }

        /// More than any key has.
        private static let longestKey = 1 << 16
    }
}

extension ToolError {
    /// Why a recording gets no pseudonym.
    init(_ error: PseudonymError, file: String) {
        switch error {
        case .unknownBytes(let bytes): self = .refused(.unknownBytes(file: file, bytes))
        case .originalFound(let field): self = .refused(.originalFound(file: file, field: field))
        case .tooManyCards: self = .refused(.tooManyCards(file: file))
        }
    }
}
