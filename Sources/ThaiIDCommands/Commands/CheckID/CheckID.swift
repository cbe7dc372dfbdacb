import ArgumentParser
import Host
import ThaiIDCard

extension Tool {
    /// `thaiid check-id`: judge citizen IDs by their digits.
    struct CheckID: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check-id", abstract: "Check citizen IDs: check digit, category, registrar.",
            discussion: """
                Prints a line for each number, tab-separated: the number, ‘valid’ or what is wrong, the \
                registrar's four digits, the category's digit and what it stands for; of a wrong one also \
                which line of standard input it is, or which argument. Exits with 20 where one is wrong. \
                Spaces and dashes within a number are passed over. Numbers on the \
                command line can be seen by other users of the machine: prefer standard input.
                """)

        @Argument(help: "Citizen IDs; without any, standard input is read, one a line.")
        var numbers: [String] = []

        @Flag(help: "Print a line of JSON for each.")
        var json = false

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            var report = IDReport(
                language: languageOption.language, isJSON: json, of: numbers.isEmpty ? .line : .argument)
            if numbers.isEmpty {
                try readInput(&report)
            } else {
                for (index, number) in numbers.enumerated() { report.check(Array(number.utf8)[...], at: index + 1) }
            }
            try report.flush()
            guard report.wrong == 0 else { throw report.error }
        }

        /// No number is that long: such a line is wrong before all of it has come.
        private static let longest = 1 << 16

        private func readInput(_ report: inout IDReport) throws {
            var text = InputTextStream()
            var rest: [UInt8] = []
            var (number, isPassedOver, isAtEnd) = (1, false, false)
            while !isAtEnd {
                let chunk = Descriptor.read(0, capacity: 1 << 16) ?? []
                isAtEnd = chunk.isEmpty
                rest += text.take(chunk)
                var start = rest.startIndex
                while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                    if !isPassedOver { report.check(rest[start..<end], at: number) }
                    (number, isPassedOver) = (number + 1, false)
                    start = end + 1
                }
                rest.removeFirst(start)
                if rest.count > Self.longest {
                    if !isPassedOver { report.refuse(at: number) }
                    (rest, isPassedOver) = ([], true)
                }
                try report.flush()
            }
            if !rest.isEmpty, !isPassedOver { report.check(rest[...], at: number) }
        }
    }
}
