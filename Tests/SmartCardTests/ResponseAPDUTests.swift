import SmartCard
import TestSupport
import Testing

@Suite struct ResponseAPDUTests {
    @Test(arguments: [[], [0x90]] as [[UInt8]])
    func answerWithoutAStatusWordIsNone(_ bytes: [UInt8]) {
        #expect(ResponseAPDU(bytes: bytes) == nil)
    }

    @Test func lastTwoBytesAreTheStatusWord() throws {
        let answer = try #require(ResponseAPDU(bytes: [0x31, 0x32, 0x61, 0x0A]))
        #expect(answer.data == [0x31, 0x32])
        #expect(answer.status == StatusWord(0x61, 0x0A))
    }

    @Test func whateverIsReadIsWrittenTheSame() throws {
        var random = SeededGenerator(seed: 2)
        for count in Array(2...300) + [65_538] {
            let bytes = random.bytes(count)
            #expect(try #require(ResponseAPDU(bytes: bytes)).bytes == bytes)
        }
    }

    @Test func answerIsPrintedWithoutItsData() {
        let answer = ResponseAPDU(Array("1000000000009".utf8))
        var dumped = ""
        dump(answer, to: &dumped)
        for text in ["\(answer)", String(reflecting: answer), dumped] {
            #expect(!text.contains("1000000000009"))
            #expect(!text.contains("49"))
            #expect(text.contains("13"))
        }
    }
}

@Suite struct StatusWordTests {
    @Test func everyStatusWordSaysWhatWaits() {
        for rawValue in UInt16.min...UInt16.max {
            let status = StatusWord(rawValue: rawValue)
            let low = Int(rawValue & 0xFF)
            let count = low == 0 ? 256 : low
            #expect(status.bytesWaiting == (rawValue >> 8 == 0x61 ? count : nil))
            #expect(status.exactLength == (rawValue >> 8 == 0x6C ? count : nil))
            #expect(StatusWord(status.sw1, status.sw2) == status)
        }
    }

    @Test(arguments: 1...256)
    func countIsWrittenAndReadBack(_ count: Int) {
        #expect(StatusWord.bytesWaiting(count).bytesWaiting == count)
        #expect(StatusWord.exactLength(count).exactLength == count)
    }

    @Test func printsAsFourDigits() {
        #expect(StatusWord(0x6A, 0x82).description == "6A82")
        #expect(StatusWord(0x00, 0x0F).description == "000F")
        #expect(StatusWord.success.description == "9000")
        #expect(StatusWord.notFound.description == "6A82")
    }
}
