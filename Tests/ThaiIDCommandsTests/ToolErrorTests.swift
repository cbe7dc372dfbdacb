import CardFormats
import CardRecord
import CardSources
import CardTrace
import PCSC
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// Every way in which the tool can fail: its exit status, its name, and its words in both languages.
@Suite struct ToolErrorTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let error: ToolError
        let exit: Int32
        let code: String
        var testDescription: String { "\(error)" }

        init(_ error: ToolError, _ exit: Int32, _ code: String) {
            self.error = error
            self.exit = exit
            self.code = code
        }
    }

    static let cases =
        [
            Case(.internal("what"), 1, "internal"), Case(.noService, 10, "no-service"),
            Case(.serviceVersion, 10, "no-service"),
            Case(.noThaiCard(foreign: [], mute: ["A"]), 14, "no-card"),
            Case(.noThaiCard(foreign: ["A"], mute: ["B"]), 16, "card-mute"),
            Case(.noThaiCard(foreign: ["A", "B"], mute: []), 17, "not-thai-id"),
            Case(.accessDenied, 11, "access-denied"), Case(.noReader, 12, "no-reader"),
            Case(.noVirtualReader("why"), 12, "no-reader"),
            Case(.whichReader(asked: nil, there: ["1: A", "2: B"]), 13, "which-reader"),
            Case(.whichReader(asked: "C", there: ["1: A"]), 13, "which-reader"),
            Case(.noCard(waited: false), 14, "no-card"), Case(.noCard(waited: true), 14, "no-card"),
            Case(.cardRemoved(.card), 15, "card-removed"), Case(.cardRemoved(.reader), 15, "card-removed"),
            Case(.cardRemoved(.service), 15, "card-removed"), Case(.cardRemoved(.swapped), 15, "card-removed"),
            Case(.cardMute, 16, "card-mute"), Case(.notThaiID(nil), 17, "not-thai-id"),
            Case(.notThaiID(.notFound), 17, "not-thai-id"), Case(.cardVersion("0002"), 18, "card-version"),
            Case(.cardInUse, 19, "card-in-use"), Case(.cardData(.checkDigit), 20, "card-data"),
            Case(.cardData(.refused(0..<255, .wrongOffset)), 20, "card-data"),
            Case(.cardData(.length(0..<255, count: 3)), 20, "card-data"),
            Case(.cardData(.field("photo")), 20, "card-data"),
            Case(.cardData(.field("citizenID")), 20, "card-data"), Case(.cardData(.answer(count: 1)), 20, "card-data"),
            Case(.cardData(.code(0x8010_0001)), 20, "card-data"),
            Case(.cardData(.badNumbers(2, of: .line, at: [3, 5])), 20, "card-data"),
            Case(.cardData(.badNumbers(1, of: .argument, at: [3])), 20, "card-data"),
            Case(.limit(.rounds), 21, "limit"), Case(.limit(.exchanges), 21, "limit"),
            Case(.limit(.bytes), 21, "limit"),
            Case(.limit(.duration), 21, "limit"),
            Case(.recording(.unreadable(file: "f", reason: "r")), 22, "recording"),
            Case(.recording(.tooLarge(file: "f", limit: 9)), 22, "recording"),
            Case(.recording(.syntax(file: "f", line: 3, column: 4, expected: "atr")), 22, "recording"),
            Case(.recording(.notRecord(file: "f", key: "k")), 22, "recording"),
            Case(.recording(.notEncodable(file: "f", field: "k")), 22, "recording"),
            Case(.recording(.badRecord(file: "f", line: 3, key: "k")), 22, "recording"),
            Case(.recording(.lacksField("photo")), 22, "recording"), Case(.recording(.leftOut(3)), 22, "recording"),
            Case(.refused(.terminal(format: "photo")), 24, "refused"),
            Case(.refused(.severalRecords(format: "photo")), 24, "refused"),
            Case(.recording(.lacks("bytes 0–9")), 22, "recording"),
            Case(.recording(.offScript(step: 7)), 22, "recording"),
            Case(.write(to: "f", reason: "r"), 23, "write"), Case(.refused(.exists("f")), 24, "refused"),
            Case(.refused(.link("f")), 24, "refused"), Case(.refused(.namesHoldCitizenID), 24, "refused"),
            Case(.noCommandLine, 64, "usage"), Case(.document(.brokenRenderer(status: nil)), 23, "write"),
            Case(.document(.brokenRenderer(status: 77)), 23, "write"),
            Case(.refused(.shortKey(file: "f", shortest: 16)), 24, "refused"),
            Case(.refused(.unknownBytes(file: "f", [UnknownBytes(place: .answer(3), count: 12)])), 24, "refused"),
            Case(.refused(.originalFound(file: "f", field: "nameThai")), 24, "refused"),
            Case(.refused(.tooManyCards(file: "f")), 24, "refused"),
            Case(.timeout(seconds: 5), 25, "timeout"), Case(.usage(Bilingual("อะไร", "what")), 64, "usage"),
            Case(.document(.refused(.fontMissing("Loma"))), 64, "usage"),
            Case(.document(.refused(.purposeMissing)), 24, "refused"),
            Case(.document(.notDrawn(exit: 23, words: ["It is full.", "→ Make room."])), 23, "write"),
            Case(.cardData(.status(command: 2, .bytesWaiting(10), expected: .success)), 20, "card-data"),
            Case(.cardData(.status(command: 2, .notFound, expected: .success)), 20, "card-data"),
            Case(.refused(.unsafe(command: 3, header: [0x00, 0x20])), 24, "refused"),
            Case(.document(.noRenderer), 23, "write"), Case(.document(.slowRenderer(seconds: 9)), 21, "limit"),
            Case(.document(.noPrinting), 23, "write"), Case(.document(.slowPrinting(seconds: 9)), 23, "write"),
            Case(.document(.notPrinted("why")), 23, "write"),
            Case(.document(.noPaper("A5", papers: ["A4", "Letter"])), 23, "write"),
            Case(.document(.noKey(file: "f", reason: "r")), 23, "write"),
            Case(.register(.missing), 23, "write"), Case(.register(.notStarted(reason: "r")), 23, "write"),
            Case(.register(.slow(seconds: 30)), 21, "limit"), Case(.register(.broken(status: nil)), 23, "write"),
            Case(.register(.broken(status: 31)), 31, "key"), Case(.register(.broken(status: 77)), 23, "write"),
            Case(
                .register(
                    .refused(
                        ErrorReport(.notAllowed, Words(Bilingual("ไม่ได้", "No."), Bilingual("ขอสิทธิ์", "Ask for it."))))),
                27, "not-allowed"),
            Case(.refused(.purposeMissing), 24, "refused"), Case(.refused(.severalForSheet("f")), 24, "refused"),
            Case(.refused(.logKeyMissing), 24, "refused"), Case(.refused(.logKeyOpen("f")), 24, "refused"),
            Case(.refused(.logKeyShort("f", least: 9)), 24, "refused"), Case(.refused(.notTerminal), 24, "refused"),
            Case(.refused(.plainTerminal), 24, "refused"),
            Case(.refused(.recordingOnTerminal), 24, "refused"), Case(.commandCount(513, longest: 512), 64, "usage"),
        ] + CommandSyntaxError.Expectation.allCases.map { Case(.notation(command: 1, column: 5, $0), 64, "usage") }

    @Test(arguments: cases)
    func errorHasTheContractsStatusAndWord(_ example: Case) {
        #expect(example.error.identity.exit == example.exit)
        #expect(example.error.identity.code == example.code)
    }

    @Test(arguments: cases)
    func errorHasWordsInBothLanguages(_ example: Case) {
        let words = example.error.words
        for text in [words.problem, words.remedy] {
            #expect(text.thai.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) }, "\(text.thai)")
            #expect(!text.english.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) }, "\(text.english)")
            #expect(text.english.utf8.contains { UInt8(ascii: "a") <= $0 && $0 <= UInt8(ascii: "z") })
            #expect(!text.thai.hasPrefix(" ") && !text.thai.hasSuffix(" "))
        }
        #expect(words.problem != words.remedy)
    }

    @Test func wordsTellTheErrorsApart() {
        let words = Self.cases.map(\.error.words)
        #expect(Set(words).count == words.count)
    }

    @Test func tableHasEveryCode() {
        let codes: Set<String> = [
            "internal", "no-service", "access-denied", "no-reader", "which-reader", "no-card", "card-removed",
            "card-mute", "not-thai-id", "card-version", "card-in-use", "card-data", "limit", "recording", "write",
            "refused", "timeout", "usage",
        ]
        // What the register says of a failure is passed on whatever it is: two stand for all of that.
        #expect(Set(Self.cases.map(\.code)) == codes.union(["not-allowed", "key"]))
        #expect(Set(Self.cases.map(\.exit)) == Set([1, 64, 27, 31] + Array(10...25)))
    }

    @Test(arguments: cases)
    func reportIsALineOfJSONOrTwoOfText(_ example: Case) throws {
        let json = ErrorReport(error: example.error, reader: "Reader 00").json
        #expect(json["schema"] == "thaiid.error/1" && json["reader"] == "Reader 00")
        #expect(json["code"]?.string == example.code && json["exit"] == .integer(Int(example.exit)))
        #expect(json["message"]?.string == example.error.words.problem.english)
        #expect(json["remedy"]?.string == example.error.words.remedy.english)
        #expect(ErrorReport(error: example.error).json["reader"] == nil)
        for language in Language.allCases {
            let text = ErrorReport(error: example.error).text(in: language)
            #expect(text.hasSuffix("\n") && text.split(separator: "\n").count == 2)
        }
    }

    @Test func hostileNamesAreShownSafely() {
        let hostile = "\u{1B}]0;x\u{07}\u{202E}\n"
        let errors: [ToolError] = [
            .write(to: hostile, reason: hostile), .recording(.unreadable(file: hostile, reason: hostile)),
            .cardVersion(hostile), .whichReader(asked: hostile, there: [hostile]), .usage(Bilingual(hostile, hostile)),
            .noThaiCard(foreign: [hostile], mute: []), .noThaiCard(foreign: [hostile], mute: [hostile]),
        ]
        for error in errors {
            let report = ErrorReport(error: error, reader: hostile)
            for text in [report.text(in: .thai), report.text(in: .english), report.json.line + "\n"] {
                #expect(!text.unicodeScalars.contains { SafeText.isUnsafe($0) && $0 != "\n" })
            }
            #expect(report.text(in: .thai).split(separator: "\n").count == 2)
        }
    }
}

/// What a layer's error becomes for whoever uses the tool.
@Suite struct CauseTests {
    @Test(
        arguments: [
            (.cardRemoved, 15), (.readerGone, 15), (.serviceGone, 15), (.cardReset, 19), (.cardMute, 16),
            (.communication, 16), (.cardInUse, 19), (.accessDenied, 11), (.unsupportedProtocol, 16), (.timedOut, 16),
            (.malformedAnswer(count: 1), 20), (.limitExceeded(.rounds), 21), (.limitExceeded(.duration), 21),
            (.notRecorded(application: Applet.storage.applicationID, bytes: 0..<5), 22),
            (.offScript(step: 1, sent: .getResponse(1)), 22), (.other(code: 1), 20),
        ] as [(ChannelError, Int32)])
    func channelErrorHasItsStatus(_ error: ChannelError, _ exit: Int32) {
        #expect(ToolError(error).identity.exit == exit)
        #expect(ToolError(CardError.channel(error)) == ToolError(error))
    }

    @Test(
        arguments: [
            (.notThaiID(.notFound), 17), (.unsupportedVersion("0002"), 18), (.checkDigit, 20),
            (.refused(0..<255, .wrongOffset), 20), (.wrongLength(0..<255, count: 3), 20),
            (.malformed(field: "photo"), 20),
            (.anotherCard, 15),
        ] as [(CardError, Int32)])
    func cardErrorHasItsStatus(_ error: CardError, _ exit: Int32) {
        #expect(ToolError(error).identity.exit == exit)
    }

    @Test(
        arguments: [
            (.service(.noService), nil, 10), (.service(.securityViolation), nil, 11), (.service(.timeout), nil, 10),
            (.service(.serviceStopped), nil, 10), (.anotherInsertion, nil, 15),
            (.noSuchReader("A"), nil, 13), (.noCard, nil, 14), (.notConnected(.cardMute), nil, 16),
            (.notConnected(.cardInUse), nil, 19), (.timedOut, nil, 21), (.timedOut, 5, 25),
        ] as [(CardSessionError, Int?, Int32)])
    func sessionErrorHasItsStatus(_ error: CardSessionError, _ timeout: Int?, _ exit: Int32) {
        #expect(ToolError(CardSourceError.Cause(error, timeLimit: timeout.map { .seconds($0) })).identity.exit == exit)
    }

    /// Starting it again mends nothing.
    @Test func serviceOfAnotherVersionIsNotOneThatStopped() {
        let words = ToolError(CardSourceError.Cause.service(.serviceStopped)).words
        #expect(words != ToolError.noService.words)
        for text in [words.problem, words.remedy] {
            #expect(!text.english.contains("running") && !text.english.contains("systemctl"))
            #expect(!text.thai.contains("ไม่ทำงาน") && !text.thai.contains("systemctl"))
        }
        #expect(ToolError(CardSourceError.Cause.service(.noService)) == .noService)
    }

    @Test func missingBytesAreNamed() {
        func message(_ application: ApplicationID, _ bytes: Range<Int>) -> String {
            ToolError(ChannelError.notRecorded(application: application, bytes: bytes)).words.problem.english
        }
        #expect(message(Applet.storage.applicationID, 255..<510).contains("identity data, bytes 255–509"))
        #expect(message(Applet.health.applicationID, 0..<0).hasSuffix("health entitlement."))
        #expect(message(ApplicationID([0xA0, 0x01]), 0..<0).contains("A001"))
    }
}
