import Testing

@testable import CardPortrait
@testable import CardSheet

/// Which JPEG files are decoded at all.
@Suite struct JPEGCheckTests {
    private static let start: [UInt8] = [0xFF, 0xD8]
    private static let end: [UInt8] = [0xFF, 0xD9]
    private static let scan = scan(components: 3)

    private static func scan(components: UInt8) -> [UInt8] {
        [0xFF, 0xDA, 0, 6 + 2 * components, components] + (0..<components).flatMap { [$0 + 1, 0x11] }
            + [0, 63, 0, 0x55, 0xFF, 0x00, 0x55]
    }

    private static func frame(
        _ marker: UInt8 = 0xC0, precision: UInt8 = 8, width: Int = 148, height: Int = 178, components: UInt8 = 3
    ) -> [UInt8] {
        let sizes = [UInt8(height >> 8), UInt8(height & 0xFF), UInt8(width >> 8), UInt8(width & 0xFF)]
        return [0xFF, marker, 0, 8 + 3 * components, precision] + sizes + [components]
            + (0..<components).flatMap { [$0 + 1, 0x11, 0] }
    }

    private static let plain = start + frame() + scan + end

    @Test func aPlainFilePasses() throws {
        let passed = try JPEGCheck.check(Self.plain)
        #expect(passed == JPEGCheck.Passed(width: 148, height: 178))
    }

    static let harmless: [[UInt8]] = [
        start + [0xFF, 0xE0, 0, 4, 1, 2] + [0xFF, 0xFE, 0, 3, 7] + frame() + scan + end,
        start + [0xFF, 0xFF] + frame() + scan + end,
        start + frame() + scan + [0xFF, 0xD0, 0x55, 0xFF, 0xD7, 0x55] + end,
        start + frame() + scan + [0xFF, 0xFE, 0, 4, 32, 32] + end,
        start + frame(width: 1_024, height: 1_024) + scan + end,
        start + frame(components: 1) + scan(components: 1) + end, ofSize(65_536),
    ]

    /// A plain file of so many bytes.
    private static func ofSize(_ count: Int) -> [UInt8] {
        start + frame() + scan + [UInt8](repeating: 0, count: count - plain.count) + end
    }

    @Test(arguments: harmless)
    func whatCardsHoldPasses(_ jpeg: [UInt8]) throws { _ = try JPEGCheck.check(jpeg) }

    @Test(arguments: [0xC2, 0xC6, 0xCA, 0xCE] as [UInt8])
    func progressiveFileIsCalledSo(_ marker: UInt8) {
        let jpeg = Self.start + Self.frame(marker) + Self.scan + Self.end
        #expect(throws: PortraitAbsence.progressive) { try JPEGCheck.check(jpeg) }
    }

    /// Extended, lossless, differential, arithmetic; deep; large; without size; other colours.
    static let refused: [[UInt8]] =
        [0xC1, 0xC3, 0xC5, 0xC7, 0xC8, 0xC9, 0xCB, 0xCC, 0xCD, 0xCF, 0xDC, 0xDE].map {
            start + frame($0) + scan + end
        } + [
            start + frame(precision: 12) + scan + end, start + frame(width: 1_025) + scan + end,
            start + frame(height: 1_025) + scan + end, start + frame(width: 65_535, height: 65_535) + scan + end,
            start + frame(width: 0) + scan + end, start + frame(height: 0) + scan + end,
            start + frame(components: 4) + scan(components: 4) + end,
            start + frame(components: 2) + scan(components: 2) + end,
            start + frame(components: 1) + scan + end, start + frame() + scan + scan + end,
            start + frame() + scan + [0xFF, 0xC4, 0, 2] + end,
            ofSize(65_537),
        ]

    @Test(arguments: refused)
    func whatNoCardHoldsIsRefused(_ jpeg: [UInt8]) {
        #expect(throws: PortraitAbsence.refused) { try JPEGCheck.check(jpeg) }
    }

    static let damaged: [[UInt8]] = [
        [], [0xFF], start, start + end, start + scan + end, start + frame(), start + frame() + scan,
        start + frame() + scan + end + [0], start + frame() + frame() + scan + end, start + [0xFF, 0xE0, 0, 1] + end,
        start + [0xFF, 0xE0, 0xFF, 0xFF] + end, start + [0x00] + frame() + scan + end,
        start + [UInt8](repeating: 0xFF, count: 60_000), start + start + frame() + scan + end,
        [0x89, 0x50, 0x4E, 0x47],
        start + [0xFF, 0xC0, 0, 8, 8, 0, 178, 0, 148, 3] + scan + end,
    ]

    @Test(arguments: damaged)
    func whatIsNoWholeFileIsDamaged(_ jpeg: [UInt8]) {
        #expect(throws: PortraitAbsence.damaged) { try JPEGCheck.check(jpeg) }
    }

    @Test func noBeginningOfAFilePasses() {
        for count in 0..<Self.plain.count {
            #expect(throws: PortraitAbsence.self) { try JPEGCheck.check(Array(Self.plain.prefix(count))) }
        }
    }
}
