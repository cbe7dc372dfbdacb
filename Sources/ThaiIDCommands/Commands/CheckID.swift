import ArgumentParser
import ProcessIO
import ThaiIDCard

extension Tool {
    /// `thaiid check-id`: judge citizen IDs by their digits.
    struct CheckID: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check-id", abstract: "Check citizen IDs: check digit, category, registrar.",
            discussion: """
                Prints a line for each number, tab-separated: the number, ‘valid’ or what is wrong, the \
                registrar's four digits, the category's digit and what it stands for. Exits with 20 \
                where one is wrong. Spaces and dashes within a number are passed over. Numbers on the \
                command line can be seen by other users of the machine: prefer standard input.
                """)

        @Argument(help: "Citizen IDs; without any, standard input is read, one a line.")
        var numbers: [String] = []

        @Flag(help: "Print a line of JSON for each.")
        var json = false

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            var report = IDReport(language: languageOption.language, isJSON: json)
            if numbers.isEmpty {
                try readInput(&report)
            } else {
                for number in numbers { report.check(Array(number.utf8)[...], isLine: false) }
            }
            try report.flush()
            guard report.wrong == 0 else { throw ToolError.cardData(.badNumbers(report.wrong)) }
        }

        private func readInput(_ report: inout IDReport) throws {
            var rest: [UInt8] = []
            while let chunk = Descriptor.read(0, capacity: 1 << 16), !chunk.isEmpty {
                rest += chunk
                var start = rest.startIndex
                while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                    report.check(rest[start..<end])
                    start = end + 1
                }
                rest.removeFirst(start)
                // No number is that long: judge the line now rather than hold it.
                if rest.count > 1 << 16 {
                    report.check(rest[...])
                    rest = []
                }
                try report.flush()
            }
            if !rest.isEmpty { report.check(rest[...]) }
        }
    }
}
