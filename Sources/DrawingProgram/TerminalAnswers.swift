package import SheetRequest

/// What a terminal answers when it is asked what pictures it can show.
package struct TerminalAnswers {
    /// The questions: whether it would take a picture of kitty's protocol (which is not shown);
    /// whether it is iTerm2; and last what it is (DA1), which nearly every terminal answers.
    package static let question = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\" + "\u{1B}[1337n" + "\u{1B}[c"

    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether the last question is answered: nothing more is to come.
    package var isComplete: Bool { attributes != nil }

    /// Whether it says that it can show pictures so.
    package func names(_ mode: PortraitMode) -> Bool {
        switch mode {
        case .kitty: position(after: "\u{1B}_Gi=31;OK") != nil
        case .iterm: position(after: "\u{1B}[ITERM2 ") != nil
        // Attribute 4 of a terminal of the VT family: sixel graphics.
        case .sixel: attributes?.contains("4") == true
        case .blocks: false
        }
    }

    /// The parameters of the answer to DA1, `ESC [ ? 62 ; 4 c`, without the first, which is its family.
    private var attributes: [String]? {
        guard let start = position(after: "\u{1B}[?") else { return nil }
        let parameters = bytes[start...].prefix { (UInt8(ascii: "0")...UInt8(ascii: ";")).contains($0) }
        guard parameters.endIndex < bytes.endIndex, bytes[parameters.endIndex] == UInt8(ascii: "c") else { return nil }
        return String(decoding: parameters, as: UTF8.self).split(separator: ";").dropFirst().map(String.init)
    }

    private func position(after text: String) -> Int? {
        bytes.indices.first { bytes[$0...].starts(with: text.utf8) }.map { $0 + text.utf8.count }
    }
}
