import ArgumentParser
import CardFormats
import CardRecord
import Host
import Invention
import ThaiIDCard

extension Tool {
    /// `thaiid invent`: print people who do not exist.
    struct Invent: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "invent", abstract: "Invent people, as records or as recordings of their cards.",
            discussion: """
                A seed gives ten million people, the same ones for ever and on every machine; no two \
                have the same citizen ID. Nobody can take one for real: the registrar code is 0000, \
                names are words such as ‘test’ and ‘example’, portraits are drawn. They come one by \
                one: a million take no more memory than a hundred.

                thaiid invent --count 1000 --odd | jq -r .card.nameThai.full
                thaiid invent --count 100 --as traces -o cards
                """)

        @Option(help: ArgumentHelp("How many.", valueName: "n"))
        var count = 1

        @Option(help: ArgumentHelp("Which ten million: 0 to 18446744073709551615.", valueName: "number"))
        var seed: UInt64 = 1

        @Option(help: ArgumentHelp("Leave out the first so many of them.", valueName: "n"))
        var skip = 0

        @Flag(help: "Some in odd ways that cards have been seen to be: names, dates, addresses, photos, chips, bytes.")
        var odd = false

        @Flag(help: "Leave the photo out: drawing it takes most of the time.")
        var noPhoto = false

        @Option(name: .customLong("as"), help: "records, a line of JSON each, or traces.")
        var form = InventedForm.records

        @Option(
            name: .shortAndLong,
            help: ArgumentHelp(
                "Where traces go, as 000001.trace and so on. One alone may go to standard output.",
                valueName: "folder"), completion: .directory)
        var output: String?

        @Flag(help: "Let --output overwrite files.")
        var force = false

        func validate() throws {
            let most = InventedPeople().count
            guard (1...most).contains(count), (0...(most - count)).contains(skip) else {
                throw ValidationError(
                    thai: "มี \(most) คน: --count รับตั้งแต่ 1 และเมื่อรวมกับ --skip ต้องไม่เกินนี้",
                    english: "There are \(most) people: --count takes 1 and up, with --skip no more than these.")
            }
            guard form == .traces || output == nil else {
                throw ValidationError(
                    thai: "--output ใช้กับ traces; ส่วน records ออกทางเอาต์พุตมาตรฐาน บรรทัดละหนึ่งระเบียน",
                    english: "--output takes traces; records go to standard output, one a line.")
            }
            guard form == .records || count == 1 || output != nil else {
                throw ValidationError(
                    thai: "ไฟล์บันทึกมากกว่าหนึ่งไฟล์ต้องระบุโฟลเดอร์ด้วย --output",
                    english: "More than one trace needs a folder: --output.")
            }
        }

        func run() throws {
            let people = InventedPeople(seed: seed, odd: odd, portraits: !noPhoto)
            let fields = Field.all.filter { $0.sensitivity != .guarded && !(noPhoto && $0.key == Field.photo.key) }
            let chosen = people.dropFirst(skip).prefix(count)
            if let output {
                try write(chosen, fields, into: output)
            } else {
                try print(chosen, fields)
            }
        }

        /// Prints as it goes, some at a time: no more than these are ever held.
        private func print(_ people: Slice<InventedPeople>, _ fields: [Field]) throws(ToolError) {
            var pending: [UInt8] = []
            for person in people {
                pending += form.text(of: person, fields).utf8
                guard pending.count >= 1 << 16 else { continue }
                try Output.write(pending)
                pending.removeAll(keepingCapacity: true)
            }
            try Output.write(pending)
        }

        private func write(
            _ people: Slice<InventedPeople>, _ fields: [Field], into folder: String
        ) throws(ToolError) {
            try asToolError(try Folder.make(folder))
            for index in people.indices { try asToolError(try file(index, in: folder).check()) }
            for person in people {
                let bytes = Array(form.text(of: person, fields).utf8)
                try asToolError(try file(person.index, in: folder).write(bytes))
            }
        }

        /// The file of a person: named by place among the seed's people, from 1, and by nothing else.
        private func file(_ index: Int, in folder: String) -> OutputFile {
            OutputFile(path: "\(folder)/\((index + 1).padded(to: 6)).trace", replaces: force)
        }
    }
}
