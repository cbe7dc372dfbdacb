import CardRecord
import Host
import RecordSeal
import SheetRequest
import ThaiIDCard

/// The paper that brings a register's key back.
struct RecoverySheet {
    private let root: RegisterKey
    private let office: String

    init(_ root: RegisterKey, office: String) { (self.root, self.office) = (root, office) }

    /// Writes it: drawn, or as text where the file's name says so.
    func write(to path: String) throws {
        let bytes = path.hasSuffix(".txt") ? Array(text.utf8) : try Drawn.page(document)
        try OutputFile(path: path, replaces: false).write(bytes)
    }

    private var words: [String] { root.words.enumerated().map { "\($0.offset + 1). \($0.element)" } }

    private var text: String {
        (RecoveryWords.heading(office) + [""] + words + [""] + RecoveryWords.advice).map { $0 + "\n" }.joined()
    }

    private var document: PageDocument {
        PageDocument(
            title: "\(RecoveryWords.title.thai) · \(RecoveryWords.title.english)", subtitle: office,
            footer: RecoveryWords.foot(root.id), at: Drawn.now,
            blocks: RecoveryWords.advice.map { .paragraph($0) } + [
                .groups(root.words), .code(root.words.joined(separator: "-"), caption: RecoveryWords.codeCaption),
            ])
    }

    /// Has three of the words typed back, off the paper.
    static func prove(_ root: RegisterKey, at path: String) throws {
        Streams.tell(lines: [RecoveryWords.printed(path)[RegisterMain.language]])
        var places = Array(root.words.indices).shuffled().prefix(3).sorted()
        while let place = places.first {
            let typed = try Prompt.ask(RecoveryWords.question(place + 1))
            if typed.uppercased() == root.words[place] {
                places.removeFirst()
            } else {
                Streams.tell(lines: [RecoveryWords.mistyped[RegisterMain.language]])
            }
        }
    }
}
