import CardTrace
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard

/// The card's side of the conversation: what is attested of real cards, and nothing else.
@Suite struct ImageCardTests {
    private static func card(_ style: ImageCard.Style = .getResponse) -> ImageCard {
        ImageCard(TestTraces.image, style: style)
    }

    /// The same bytes as `emulate` puts them into a reader.
    private static func emulated(_ image: CardImage, _ style: ImageCard.Style = .getResponse) -> ImageCard {
        ImageCard(image.filledUp, style: style, end: .furthest)
    }

    private func talk(_ card: inout ImageCard, _ commands: String...) throws -> [ImageCard.Answer] {
        try commands.map { card.answer(try CommandAPDU(bytes: try #require(Hex.decode($0)))) }
    }

    private func answers(_ card: inout ImageCard, _ commands: String...) throws -> [String] {
        try commands.map { hex in
            switch card.answer(try CommandAPDU(bytes: try #require(Hex.decode(hex)))) {
            case .response(let answer): Hex.encode(answer.bytes)
            case .unknown(_, let span): "unknown \(span)"
            case .notUnderstood(let status): "not understood \(status)"
            }
        }
    }

    @Test func selectAndReadAnnounceWhatWaits() throws {
        var card = Self.card()
        #expect(
            try answers(&card, "00A4040008A000000054480001", "00C000000A", "80B0000402000D", "00C000000D") == [
                "610A", "8408A0000000544800019000", "610D", "313030303030303030303030399000",
            ])
    }

    @Test func readersThatFetchByThemselvesGetItAtOnce() throws {
        var card = Self.card(.atOnce)
        #expect(
            try answers(&card, "00A4040008A000000054480001", "80B0000402000D") == [
                "8408A0000000544800019000", "313030303030303030303030399000",
            ])
    }

    @Test func waitingDataIsHandedOverInPartsAndOnce() throws {
        var card = Self.card()
        #expect(
            try answers(
                &card, "00A4040008A000000054480001", "80B00000020004", "00C0000002", "00C0000004", "00C0000002",
                "00C0000002")
                == ["610A", "6104", "30306102", "6C02", "30339000", "6985"])
    }

    @Test func nextCommandDropsWhatWaited() throws {
        var card = Self.card()
        #expect(
            try answers(&card, "00A4040008A000000054480001", "80B00000020001", "00C0000001", "00C000000A")
                == ["610A", "6101", "309000", "6985"])
    }

    @Test func cardManagerNamesItsLengths() throws {
        var card = Self.card()
        let expected = ["6C12", "8410" + String(repeating: "00", count: 16) + "9000", "6C2D"]
        #expect(try answers(&card, "00A40400", "00A4040012", "80CA9F7F") == expected)
        #expect(try answers(&card, "80CA9F7F2D")[0].hasPrefix("9F7F2A"))
        #expect(try answers(&card, "80CA9F7F2C") == ["6C2D"])
    }

    @Test func cardStockIsAskedWithItsLength() throws {
        var card = Self.card()
        #expect(try answers(&card, "00A4040008A000000084060002", "00C000000A", "80000000")[2] == "6C17")
        #expect(try answers(&card, "8000000017")[0].hasSuffix("4A543939393939393939393920202020" + "9000"))
    }

    @Test func readMayCarryAnLe() throws {
        var card = Self.card()
        #expect(try answers(&card, "00A4040008A000000054480001", "80B0000002000400") == ["610A", "6104"])
    }

    @Test func appletThatTheCardLacksIsNotFound() throws {
        var card = Self.card()
        #expect(try answers(&card, "00A4040008A000000054480083") == ["6A82"])
    }

    @Test func failedSelectionKeepsTheOneBefore() throws {
        var card = Self.card()
        #expect(
            try answers(&card, "00A4040008A000000054480001", "00A4040008A000000054480083", "80B00000020001")
                == ["610A", "6A82", "6101"])
    }

    @Test func resetForgetsSelectionAndWaitingData() throws {
        var card = Self.card()
        _ = try answers(&card, "00A4040008A000000054480001", "80B00000020004")
        card.reset()
        #expect(try answers(&card, "00C0000004", "80B00000020004") == ["6985", "not understood 6D00"])
    }

    @Test func nothingIsInvented() throws {
        var image = TestTraces.image
        image[.storage] = SparseBytes()
        image[.storage].write(Array("0003".utf8), at: 0)
        for var card in [ImageCard(image), Self.emulated(image)] {
            #expect(
                try answers(&card, "00A4040008A000000054480001", "80B00000020005", "80B00001020003", "80B00179020002")
                    == ["610A", "unknown 0..<5", "6103", "unknown 377..<379"])
            #expect(try answers(&card, "00A4040008A000000054480084") == ["unknown 0..<0"])
        }
        var replayed = ImageCard(image)
        #expect(try answers(&replayed, "00A4040008A000000054480001", "80B01627020001")[1] == "unknown 5671..<5672")
    }

    @Test func readPastTheEndOfAWholeFileIsRefused() throws {
        var card = Self.emulated(TestTraces.image)
        #expect(
            try answers(
                &card, "00A4040008A000000054480001", "80B01626020001", "80B01626020002", "80B01627020001",
                "00C0000001", "80B0173D020001", "80B0173D0200FF", "00C0000001", "80B0173E020001", "80B0FFFF0200FF")
                == ["610A", "6101", "6102", "6101", "009000", "6101", "6101", "009000", "6B00", "6B00"])
        var replayed = ImageCard(TestTraces.image)
        #expect(
            try answers(&replayed, "00A4040008A000000054480001", "80B01626020001", "80B01626020002", "80B0173E020001")
                == ["610A", "6101", "6B00", "6B00"])
    }

    /// What is not known of the photo's area is padding once it is known where the photo ends, and only then.
    @Test(arguments: [
        (0, [Range<Int>]()), (1, []), (4928, []), (4929, [5308..<5497]), (4930, [5309..<5497]), (5118, []),
    ])
    func photoAreaIsFilledUpBehindThePhoto(_ known: Int, _ filled: [Range<Int>]) throws {
        let whole = try #require(TestTraces.image[.storage][0..<5671])
        var image = CardImage()
        image[.storage].write(whole[..<(0x17B + known)], at: 0)
        image[.storage].write(whole[0x1579...], at: 0x1579)
        let storage = image.filledUp[.storage]
        #expect(image[.storage].known.missing(in: 0..<5497).flatMap { storage.known.within($0) } == filled)
        for gap in filled { #expect(storage[gap]?.allSatisfy { $0 == 0x20 } == true) }
        #expect(storage[5671..<5950]?.allSatisfy { $0 == 0 } == true)
    }

    @Test func noPhotoFillsItsWholeArea() throws {
        var image = CardImage()
        image[.storage].write([UInt8](repeating: 0x20, count: 135), at: 0x179)
        #expect(image.filledUp[.storage].known.ranges == [0x179..<0x1579, 5671..<5950])
        #expect(CardImage().filledUp == CardImage())
    }

    @Test func bytesThatAreKnownStayAsTheyAre() throws {
        var image = TestTraces.image
        image[.storage].write([1, 2, 3], at: 5700)
        image[.storage].write([0xFF], at: 5400)
        let storage = image.filledUp[.storage]
        #expect(storage[5699..<5704] == [0, 1, 2, 3, 0] && storage[5400..<5401] == [0xFF])
    }

    /// Four programs in use ask for the laser number so.
    @Test func laserNumberComesAfterItsHeadToo() throws {
        var card = Self.card()
        let laser = "4A543939393939393939393920202020"
        #expect(
            try answers(&card, "00A4040008A000000084060002", "8000000007", "00C0000010", "00C0000010", "8000000006")
                == ["610A", "000000000000006110", laser + "9000", "6985", "6C17"])
        var fetching = Self.card(.atOnce)
        #expect(
            try answers(&fetching, "00A4040008A000000084060002", "8000000007")[1]
                == "00000000000000" + laser + "9000")
    }

    @Test(arguments: [
        "80B00000", "80B0000001", "80B00000020100", "00B0000004",
        "8020010020" + String(repeating: "00", count: 32),
        "00D60000013F", "80CA9F7F2D", "8000000017", "00A4000C023F00",
    ])
    func commandThatTheStorageAppletDoesNotTakeIsNotUnderstood(_ command: String) throws {
        var card = Self.card()
        _ = try answers(&card, "00A4040008A000000054480001")
        let answer = try talk(&card, command)
        guard case .notUnderstood = answer[0] else {
            Issue.record("answered \(answer[0])")
            return
        }
    }
}
