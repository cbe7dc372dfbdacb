import SmartCard
import Testing

@testable import PCSC

/// Result codes as the service gives them.
@Suite struct ResultCodeTests {
    @Test func successIsNoError() throws {
        try SystemCalls().check(0)
    }

    @Test(arguments: [0x8010_001D, -0x7FEF_FFE3])
    func comesFromNarrowAndWideResultCodes(_ code: Int) {
        #expect(throws: PCSCError.noService) { try SystemCalls().check(.init(truncatingIfNeeded: code)) }
    }
}
