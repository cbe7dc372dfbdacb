import ArgumentParser
import CardFormats
import CardRecord
import HelpText
import RecordFiles
import SheetRequest
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// Help texts are literals, since every start would pay for putting them together; here they are put
/// together of the tables that they speak of.
@Suite struct HelpTableTests {
    @Test func convertNamesEveryFormat() {
        let formats = OutputFormat.all.map { "\($0.name): \($0.summary.english)" }.joined(separator: "; ")
        #expect(Tool.Convert.configuration.discussion.hasSuffix("\n\n\(formats)."))
    }

    @Test func sheetNamesEveryPreset() {
        let discussion = Tool.Sheet.configuration.discussion
        let presets = SheetPreset.allCases.map { preset in
            "\(preset.rawValue): \(preset.sections.map(\.rawValue).joined(separator: " "))"
        }
        #expect(discussion.contains("Presets: \(presets.joined(separator: "; ")). They are"))
    }

    @Test func sheetNamesThemInThai() throws {
        let sheet = try #require(Tool.help.command(in: .thai)?.path(["sheet"]).last)
        let presets = SheetPreset.allCases.map { preset in
            "\(preset.rawValue): \(preset.sections.map(\.rawValue).joined(separator: " "))"
        }
        #expect(sheet.discussion.contains(" \(presets.joined(separator: "; ")) ชุดเหล่านี้"))
        let sections = SheetSection.allCases.map(\.rawValue).joined(separator: ",")
        #expect(sheet.option(named: "--sections")?.abstract.contains(" \(sections) ถ้าไม่ระบุ") == true)
    }

    @Test func sheetNamesEverySection() {
        let sections = SheetSection.allCases.map(\.rawValue).joined(separator: ",")
        let help = Tool.helpMessage(for: Lamplit<Tool.Sheet>.self, columns: 1_000)
        #expect(help.contains(" \(sections). By default all but sex."))
    }
}
