import Testing

@testable import Host

/// Which files the tool may clear away.
@Suite struct SpareNameTests {
    @Test(arguments: [".thaiid-0123456789abcdef.tmp", ".thaiid-0000000000000000.tmp", ".thaiid-ffffffffffffffff.tmp"])
    func nameOfADraftIsOne(_ name: String) { #expect(SpareName.isOne(name)) }

    @Test(arguments: [
        "", ".thaiid-.tmp", ".thaiid-0123456789abcde.tmp", ".thaiid-0123456789abcdef0.tmp",
        ".thaiid-0123456789abcdeg.tmp",
        ".thaiid-0123456789ABCDEF.tmp", "thaiid-0123456789abcdef.tmp", ".thaiid-0123456789abcdef.tm",
        ".thaiid-0123456789abcdef.tmp ", ".thaiid-๐๑๒๓๔๕๖๗๘๙abcdef.tmp", ".thaiid-.tmp.tmp", ".thaiid-12-34.tmp",
    ])
    func anotherNameIsNone(_ name: String) { #expect(!SpareName.isOne(name)) }
}
