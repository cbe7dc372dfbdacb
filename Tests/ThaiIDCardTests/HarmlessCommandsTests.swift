import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// Which commands are sent without a second thought.
@Suite struct HarmlessCommandsTests {
    private func isHarmless(_ hex: String) throws -> Bool {
        HarmlessCommands.contains(try CommandAPDU(bytes: try #require(Hex.decode(hex))))
    }

    @Test(arguments: [
        "00A4040008A000000054480001", "00A40400", "80B0000402000D", "00B000000A", "00B2010400",
        "00C000000A", "00CA9F7F2D", "80CA9F7F",
    ])
    func commandsThatOnlyReadAreHarmless(_ hex: String) throws {
        #expect(try isHarmless(hex))
    }

    @Test(arguments: [
        "002000810431323334", "802001000431323334", "002400810431323334", "002C0081", "00D6000001FF",
        "00DA000001FF", "00E2000001FF", "00E00000", "000E0000", "8000000017", "80E6000000", "00B10000", "80A40400",
        "80C000000A", "00000000",
    ])
    func commandsThatMayWriteOrCostATryAreNot(_ hex: String) throws {
        #expect(try !isHarmless(hex))
    }

    /// ISO/IEC 7816-4 §5.4.1: chaining (bit 5), secure messaging (bits 4 and 3), channels (bits 2 and 1).
    @Test(arguments: Set<UInt8>(0...255).subtracting([0x00, 0x80]).sorted())
    func noOtherClassCarriesAnythingPastTheRule(_ instructionClass: UInt8) {
        for instruction in UInt8.min...UInt8.max {
            #expect(!HarmlessCommands.contains(CommandAPDU(instructionClass, instruction, 0, 0)))
        }
    }

    @Test func everythingThatAReadSendsIsHarmlessButForTheLaserNumber() throws {
        let (_, trace) = Reading.read(Field.all, over: VirtualCard(try TestCard.image()))
        let others = try trace.commands.filter { try !isHarmless($0) }
        #expect(others == ["8000000017"])
    }
}
