import CardFormats
import CardRecord
import SheetRequest
import Testing
import ThaiIDCard

@testable import DeskScreen

@Suite struct ScreenPainterTests {
    private static let size = (columns: 80, rows: 24)

    private func picture(_ model: DeskModel) -> DeskLayout.Picture {
        DeskLayout(words: TestDesk.words, showsPortraits: true)
            .picture(of: model, columns: Self.size.columns, rows: Self.size.rows)
    }

    private static let changes: [Change] = [
        .attached(reader: "A"), .attached(reader: "B"), .detached(reader: "B"), .inserted(reader: "A"),
        .inserted(reader: "B"), .progress(reader: "A", share: 0.5, text: nil),
        .progress(reader: "A", share: 0.7, text: TestDesk.record()), .read(reader: "A", TestDesk.record()),
        .read(reader: "B", TestDesk.record(expiry: "25660414")), .removed(reader: "A"), .removed(reader: "B"),
        .failed(reader: "A", problem: "ไม่ตอบสนอง", remedy: "หงายชิป", outlasts: false), .clear(reader: "A", turn: 1),
        .done(reader: "A", read: TestDesk.reads[0], text: "saved", isGood: true),
        .day(at: "2026-11-23T09:41:07+07:00", outcome: "read"),
    ]

    /// Whatever happens, in whatever order: the terminal has what the layout says.
    @Test(arguments: 0..<40)
    func whatIsWrittenMakesTheTerminalShowTheLayout(_ seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        var model = DeskModel()
        var painter = ScreenPainter(isColoured: seed.isMultiple(of: 2), mode: nil)
        var terminal = TestTerminal(columns: Self.size.columns, rows: Self.size.rows)
        for _ in 0..<60 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            model.apply(Self.changes[Int(state >> 33) % Self.changes.count])
            let lines = picture(model).lines
            terminal.take(painter.bytes(showing: lines, [])) { TerminalColumns.count(String($0)) }
            #expect(terminal.text == lines.map(\.text))
            #expect(painter.bytes(showing: lines, []).isEmpty)
        }
    }

    @Test func onlyLinesThatAreOthersAreWritten() {
        var painter = ScreenPainter(isColoured: true, mode: nil)
        var model = TestDesk.model(.inserted(reader: "A"), .progress(reader: "A", share: 0.1, text: nil))
        _ = painter.bytes(showing: picture(model).lines, [])
        model.apply(.progress(reader: "A", share: 0.6, text: nil))
        let bytes = String(decoding: painter.bytes(showing: picture(model).lines, []), as: UTF8.self)
        #expect(bytes.hasPrefix("\u{1B}[2;1H") && bytes.count { $0 == "H" } == 1)
    }

    @Test func withoutColourNoneIsWritten() {
        var painter = ScreenPainter(isColoured: false, mode: nil)
        var terminal = TestTerminal(columns: Self.size.columns, rows: Self.size.rows)
        let model = TestDesk.model([.attached(reader: "C")] + Self.changes)
        terminal.take(painter.bytes(showing: picture(model).lines, [])) { TerminalColumns.count(String($0)) }
        #expect(Set(terminal.styles).isSubset(of: ["0", "1", "7", "1;7"]))
    }

    private let place = PortraitPlace(reader: "A", turn: 1, row: 1, column: 50, columns: 20, rows: 2)
    private let plain = Array(repeating: ScreenLine("x"), count: 4)

    @Test func aPictureIsDrawnOnceAndAgainWhereALineWentOverIt() {
        let picture = ScreenPainter.Portrait(place: place, bytes: Array("SIXEL\n".utf8))
        var painter = ScreenPainter(isColoured: true, mode: .sixel)
        func drawn(_ lines: [ScreenLine], _ pictures: [ScreenPainter.Portrait]) -> String {
            String(decoding: painter.bytes(showing: lines, pictures), as: UTF8.self)
        }
        #expect(drawn(plain, [picture]).hasSuffix("\u{1B}[2;51HSIXEL"))
        #expect(drawn(plain, [picture]) == "")
        var other = plain
        other[3] = ScreenLine("y")
        #expect(!drawn(other, [picture]).contains("SIXEL"))
        other[2] = ScreenLine("y")
        #expect(drawn(other, [picture]).contains("SIXEL"))
        // It goes with the lines that it stood on, which are written anew.
        let gone = drawn(other, [])
        #expect(gone.contains("\u{1B}[2;1H") && gone.contains("\u{1B}[3;1H") && !gone.contains("\u{1B}[1;1H"))
    }

    @Test func kittyIsToldToForgetItsPictures() {
        let picture = ScreenPainter.Portrait(place: place, bytes: Array("KITTY".utf8))
        var painter = ScreenPainter(isColoured: true, mode: .kitty)
        _ = painter.bytes(showing: plain, [picture])
        let bytes = painter.bytes(showing: plain, [])
        #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(ScreenPainter.noPictures))
    }

    @Test func halfBlocksAreLinesOfTheirOwn() {
        let picture = ScreenPainter.Portrait(place: place, bytes: Array("▄▄\n▄▄\n".utf8))
        var painter = ScreenPainter(isColoured: true, mode: .blocks)
        let bytes = String(decoding: painter.bytes(showing: plain, [picture]), as: UTF8.self)
        #expect(bytes.hasSuffix("\u{1B}[2;51H▄▄\u{1B}[0m\u{1B}[3;51H▄▄\u{1B}[0m"))
    }
}
