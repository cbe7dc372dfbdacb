import Testing

@testable import CardWorkbook

/// Whatever a card says is text in a cell, and the same text.
@Suite struct CellTextTests {
    @Test(arguments: ["", "ทดสอบ น้ำ", "=1+1", "+1", "-1", "@x", "'=1", "<b>&amp;\"", "0012", "_x_", "_x004_", "x0041_"])
    func textStaysAsItIs(_ text: String) { #expect(CellText.safe(text) == text) }

    @Test(arguments: [
        ("_x0041_", "_x005F_x0041_"), ("a_x000d_b", "a_x005F_x000d_b"), ("__x0041_", "__x005F_x0041_"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ])
    func whatReadsAsAnotherCharacterIsEscaped(_ text: String, _ safe: String) { #expect(CellText.safe(text) == safe) }

    @Test(arguments: ["\u{1B}", "\0", "\t", "\n", "\u{85}", "\u{202E}", "\u{FFFE}", "\u{FFFF}"])
    func whatXMLOrScreensDoNotBearIsReplaced(_ text: String) { #expect(CellText.safe("a\(text)b") == "a\u{FFFD}b") }
}
