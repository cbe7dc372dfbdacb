import Foundation
import RegisterModel
import Testing

/// The auditor's page tells who may do what, as the one table of rights has it.
struct RightsPageTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../Documentation/register")
    private static let roles: [Role] = [.desk, .officer, .super, .auditor]

    static func table(_ heads: String) -> String {
        let rows = Act.allCases.map { act in
            let cells =
                roles.map { act.isAllowed(to: $0) } + [act.needsFourEyes, act.needsPurpose, act.countsAgainstQuota]
            return "| `\(act.rawValue)` | " + cells.map { $0 ? "✓" : " " }.joined(separator: " | ") + " |"
        }
        return ([heads, "|---|---|---|---|---|---|---|---|"] + rows).joined(separator: "\n")
    }

    @Test(arguments: [
        ("auditor.md", "| act | desk | officer | super | auditor | four eyes | purpose | quota |"),
        ("auditor.th.md", "| การกระทำ | desk | officer | super | auditor | สองคน | วัตถุประสงค์ | นับโควตา |"),
    ])
    func thePageHasTheProgramsTable(page: String, heads: String) throws {
        let file = Self.folder.appending(path: page)
        let text = try String(contentsOf: file, encoding: .utf8)
        let (start, end) = ("<!-- rights -->\n", "\n<!-- end -->")
        let from = try #require(text.range(of: start)).upperBound
        let to = try #require(text.range(of: end)).lowerBound
        let (written, made) = (from <= to ? String(text[from..<to]) : "", Self.table(heads))
        if written != made, ProcessInfo.processInfo.environment["THAIID_REWRITE_GOLDEN"] == "1" {
            let rest = text[text.range(of: end)!.lowerBound...]
            try (text[..<from] + made + rest).write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(written == made)
    }
}
