import ArgumentParser
import Foundation
import SheetRequest
import Testing

@testable import RenderCommands

/// What `--help` of the drawing program and of each of its commands prints.
@Suite struct RenderHelpTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Golden/help")

    private static var helps: [String: (Int) -> String] {
        var helps: [String: (Int) -> String] = ["thaiid-render": { RenderTool.helpMessage(columns: $0) }]
        for command in RenderTool.configuration.subcommands {
            helps["thaiid-render-\(command.configuration.commandName ?? "?")"] = {
                RenderTool.helpMessage(for: command, columns: $0)
            }
        }
        return helps
    }

    @Test func helpIsAsItWas() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasPrefix("thaiid-render") }
        #expect(names.sorted() == Self.helps.keys.map { "\($0).txt" }.sorted())
        for (name, help) in Self.helps {
            let kept = try String(contentsOf: Self.folder.appendingPathComponent("\(name).txt"), encoding: .utf8)
            #expect(help(100) + "\n" == kept, "\(name)")
        }
    }

    @Test func helpFitsATerminal() {
        for help in Self.helps.values {
            let lines = help(80).split(separator: "\n")
            let text = lines.drop { !$0.hasPrefix("OVERVIEW:") }.prefix { !$0.hasPrefix("USAGE:") }
            #expect(text.filter { $0.count > 80 } == [])
        }
    }

    @Test func sheetNamesEverySection() {
        let sections = SheetSection.allCases.map(\.rawValue).joined(separator: ",")
        let help = RenderTool.helpMessage(for: RenderTool.Sheet.self, columns: 1_000)
        #expect(help.contains(" \(sections). By default all but sex."))
    }
}
