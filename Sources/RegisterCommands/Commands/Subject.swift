import ArgumentParser
import CardRecord
import DrawingProgram
import Host
import Register
import RegisterModel
import RegisterServer
import SheetRequest
import ThaiIDCard

extension RegisterTool {
    /// `thaiid-register subject`: a person's copy of everything that is held.
    struct Subject: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "subject", abstract: "Write everything that is held of a person, for that person.",
            discussion:
                "One file for programs (JSON) and one to hand over (PDF, drawn by thaiid-render), into a folder.")

        @Option(name: .shortAndLong, help: ArgumentHelp("The folder.", valueName: "folder"), completion: .directory)
        var output: String?

        @OptionGroup var person: PersonOptions
        @OptionGroup var store: StoreOptions

        func run() throws {
            guard output != nil || store.json else { throw CommandFault.badOption("--output") }
            let asked = try person.asked(Request(.subject))
            let answer = try store.door().ask(asked) { _ in }
            if store.json { try Streams.write(answer) }
            guard let output else { return }
            try Folder.makeAll(output)
            let name = "\(output)/subject-\(answer["person"]?.string ?? "")"
            let page = SubjectPage(answer, RegisterMain.language).document
            let pdf = try Drawn.page(page)
            try OutputFile(path: name + ".json", replaces: false).write(answer.utf8Line)
            try OutputFile(path: name + ".pdf", replaces: false).write(pdf)
            Streams.tell(lines: [name + ".json", name + ".pdf"])
        }
    }

    /// `thaiid-register usage`: who looked.
    struct Usage: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "usage", abstract: "Tell who looked at a person, when and why.",
            discussion: "Time, reason, and the office with its number; officers' names stay with the office.")

        @OptionGroup var person: PersonOptions
        @OptionGroup var store: StoreOptions

        func run() throws {
            try store.ask(person.asked(Request(.usage)), telling: HistoryWords.usage)
        }
    }
}
