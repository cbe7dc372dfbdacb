import Invention
import Testing
import ThaiIDCard

@testable import CardPortrait
@testable import CardSheet

/// Portraits that are decoded, and what is made of those that are not.
@Suite struct PortraitTests {
    private func jpeg() throws -> [UInt8] { try #require(DrawnPortrait(seed: 7).jpeg(byteCount: 4_929)) }

    @Test func aPortraitIsDecodedToPixels() throws {
        let portrait = try Portrait(jpeg: try jpeg())
        #expect(portrait.pixels.count == portrait.width * portrait.height * 4)
        #expect(Set(portrait.pixels).count > 16)
    }

    @Test func theFileThatGoesOnIsMadeAnew() throws {
        var original = try jpeg()
        original.insert(contentsOf: [0xFF, 0xFE, 0, 9] + Array("CANARY!".utf8), at: 2)
        let portrait = try Portrait(jpeg: original)
        #expect(!String(decoding: portrait.jpeg, as: UTF8.self).contains("CANARY"))
        #expect(try Portrait(jpeg: portrait.jpeg).pixels == portrait.pixels)
    }

    @Test func nothingIsLostOnTheWay() throws {
        let original = try jpeg()
        let size = try JPEGCheck.check(original)
        #expect(try Portrait(jpeg: original).pixels == TurboJPEG.pixels(of: original, size))
    }

    @Test func brokenDataIsDamaged() throws {
        var broken = try jpeg()
        let scan = try #require(broken.indices.dropLast().first { broken[$0] == 0xFF && broken[$0 + 1] == 0xDA })
        broken.removeSubrange((scan + 40)..<(broken.count - 2))
        #expect(throws: PortraitAbsence.damaged) { try Portrait(jpeg: broken) }
    }

    @Test func everyStateWithoutAPhotoHasItsReason() {
        #expect(throws: PortraitAbsence.notOnCard) { try Portrait(.blank) }
        #expect(throws: PortraitAbsence.notRead) { try Portrait(.notRead) }
        #expect(throws: PortraitAbsence.failed) { try Portrait(.failed(.noAnswer)) }
    }

    @Test func everyReasonHasItsOwnWords() {
        for language in Language.allCases {
            #expect(Set(PortraitAbsence.allCases.map { SheetWords.reason($0)[language] }).count == 8)
        }
    }
}
