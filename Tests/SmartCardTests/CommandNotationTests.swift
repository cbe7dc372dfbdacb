import SmartCard
import TestSupport
import Testing

/// `[CLA]INS[P1P2][:DATA][/LE][=SW]`, read and written.
@Suite struct CommandNotationTests {
    @Test(arguments: [
        ("a4", CommandAPDU(0x00, 0xA4, 0x00, 0x00)),
        ("80b0", CommandAPDU(0x80, 0xB0, 0x00, 0x00)),
        ("a40400", CommandAPDU(0x00, 0xA4, 0x04, 0x00)),
        ("80CA9F7F", CommandAPDU(0x80, 0xCA, 0x9F, 0x7F)),
        ("c0/0A", CommandAPDU(0x00, 0xC0, 0x00, 0x00, expecting: 10)),
        ("c0/00", CommandAPDU(0x00, 0xC0, 0x00, 0x00, expecting: 256)),
        ("80b01579:00ae", CommandAPDU(0x80, 0xB0, 0x15, 0x79, data: [0x00, 0xAE])),
        ("a40400:A000/0a", CommandAPDU(0x00, 0xA4, 0x04, 0x00, data: [0xA0, 0x00], expecting: 10)),
    ])
    func commandIsRead(_ text: String, _ command: CommandAPDU) throws {
        #expect(try CommandNotation(parsing: text) == CommandNotation(command))
    }

    @Test(
        arguments: [
            ("a4", nil), ("a4=", .success), ("a4=9000", .success), ("a4=6a82", .notFound),
            ("80b0:0001/01=6B00", .wrongOffset),
        ] as [(String, StatusWord?)])
    func statusWordIsExpectedWhereOneIsNamed(_ text: String, _ expected: StatusWord?) throws {
        #expect(try CommandNotation(parsing: text).expected == expected)
    }

    @Test(
        arguments: [
            ("", 1, .header), ("a", 1, .header), ("xy", 1, .header), ("a4040", 5, .header), ("00a404000", 9, .header),
            (" a4", 1, .header), ("a4 ", 3, .end), ("a4;", 3, .end), ("a4:", 4, .data), ("a4:a", 4, .data),
            ("a4:zz", 4, .data), ("a4:a000a", 8, .data), ("a4/", 4, .length), ("a4/1", 4, .length),
            ("a4/100", 6, .length),
            ("a4/01:00", 6, .end), ("a4=9000/01", 8, .end), ("a4=9", 4, .status), ("a4=900", 6, .status),
            ("a4=90001", 8, .status), ("a4==", 4, .status), ("a4=9000=", 8, .end), ("a4:00:00", 6, .end),
            ("ก4", 1, .header),
        ] as [(String, Int, CommandSyntaxError.Expectation)])
    func faultNamesColumnAndWhatWasExpected(_ text: String, _ column: Int, _ expected: CommandSyntaxError.Expectation) {
        let error = #expect(throws: CommandSyntaxError.self) { try CommandNotation(parsing: text) }
        #expect(error?.column == column && error?.expected == expected)
    }

    @Test func dataHasAtMost255Bytes() throws {
        let longest = "a4:" + String(repeating: "20", count: 255)
        #expect(try CommandNotation(parsing: longest + "/00").command.bytes.count == 261)
        let error = #expect(throws: CommandSyntaxError.self) { try CommandNotation(parsing: longest + "20") }
        #expect(error?.column == 514 && error?.expected == .data)
    }

    @Test(arguments: ["00A40400", "00C000000A", "80B015790200AE", "00A4040002A0000A"])
    func wholeCommandIsReadAsItGoesOut(_ hex: String) throws {
        #expect(try CommandNotation(wholeCommand: hex).command.description == hex)
    }

    @Test(arguments: [
        ("", 1), ("00A404", 7), ("00A404000", 9), ("00A40400=", 9), ("80B000000200", 9), ("00A4040000A0", 9),
    ])
    func whatIsNoWholeCommandIsRefused(_ text: String, _ column: Int) {
        let error = #expect(throws: CommandSyntaxError.self) { try CommandNotation(wholeCommand: text) }
        #expect(error?.column == column && error?.expected == .wholeCommand)
    }

    @Test func whateverIsWrittenIsReadBack() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<5000 {
            let header = random.bytes(4)
            let command = CommandAPDU(
                header[0], header[1], header[2], header[3],
                data: random.bytes(Bool.random(using: &random) ? 0 : Int.random(in: 1...255, using: &random)),
                expecting: Bool.random(using: &random) ? nil : Int.random(in: 1...256, using: &random))
            let status = Bool.random(using: &random) ? nil : StatusWord(header[2], header[1])
            let notation = CommandNotation(command, expecting: status)
            #expect(try CommandNotation(parsing: notation.description) == notation)
            #expect(try CommandNotation(wholeCommand: command.description).command == command)
        }
    }

    @Test func everyPrefixIsReadOrRefused() {
        let text = "00A40400:A000000054480001/0A=9000"
        let read = (0...text.count).filter { (try? CommandNotation(parsing: String(text.prefix($0)))) != nil }
        #expect(read == [2, 4, 6, 8] + Array(stride(from: 11, through: 25, by: 2)) + [28, 29, 33])
    }
}
