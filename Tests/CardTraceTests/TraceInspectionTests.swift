import CardTrace
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// What can be told of a recording: what each exchange means, what is wrong, how two differ.
@Suite struct TraceInspectionTests {
    private static let whole = TestTraces.record(TestTraces.fields, over: VirtualCard(TestTraces.image)).trace

    private func trace(_ exchanges: String) throws -> Trace { try Trace("thaiid-trace 1\natr 3B00\n" + exchanges) }

    private let select = "> 00A4040008A000000054480001\n< 9000\n"

    @Test func everyFieldIsCompletedByOneExchange() {
        let completed = Self.whole.steps.flatMap(\.completed).map(\.key)
        #expect(completed.count == Set(completed).count)
        #expect(Set(completed) == Set(TestTraces.fields.map(\.key)).union(["unknownDigits"]))
    }

    @Test func stepsAreNumberedAndMeanSomething() throws {
        let steps = try trace(
            select
                + "> 80B00004020002\n< 6102\n> 00C0000002\n< 31329000\natr 3B00\n> 80B00004020002\n< 6D00\n> 0102\n< 6D00\n"
                .replacing("> 0102\n", with: "> 00112233\n")
        ).steps
        #expect(steps.map(\.number) == [nil, 1, 2, 3, nil, 4, 5])
        #expect(
            steps.map(\.meaning) == [
                .powered, .select(Applet.storage.applicationID), .bytes(.storage, asked: 4..<6, came: 4..<4),
                .moreBytes(.storage, asked: 4..<6, came: 4..<6), .powered, .unknown, .unknown,
            ])
    }

    @Test func wholeRecordingHasNothingWrong() {
        #expect(Self.whole.findings == [])
    }

    @Test func whatIsMissingIsNamed() {
        let text = TestTraces.fields.filter { $0.applet == .storage && $0.key != "photo" }
        let trace = TestTraces.record(text, over: VirtualCard(TestTraces.image)).trace
        #expect(trace.findings == [.missing([0x0179..<0x1579])])
        #expect(TraceFinding.missing([0..<1]).isContradiction == false)
    }

    @Test(arguments: [
        ("> 80B00004020002\n! card-reset\n", TraceFinding.failure(step: 2, .cardReset), false),
        ("> 80B00004020002\n< 6B00\n", .refused(step: 2, .wrongOffset), false),
        ("> 80B00004020002\n< 319000\n", .wrongLength(step: 2, asked: 2, came: 1), true),
        ("> 80B00004020002\n< 6102\n> 00C0000001\n< 319000\n", .wrongLength(step: 3, asked: 2, came: 1), true),
        ("> 80B00004020002\n< 6102\n> 80B00004020002\n< 31329000\n", .notFetched(step: 2), true),
        ("> 80B00004020002\n< 6102\n", .notFetched(step: 2), true),
    ])
    func whatIsWrongIsFound(_ exchanges: String, _ finding: TraceFinding, _ isContradiction: Bool) throws {
        let findings = try trace(select + exchanges).findings
        #expect(findings.contains(finding))
        #expect(finding.isContradiction == isContradiction)
    }

    @Test func oddFieldsAreFound() throws {
        var image = TestTraces.image
        image[.storage].write(Array("1000000000008".utf8), at: 4)
        let trace = TestTraces.record(TestTraces.fields, over: VirtualCard(image)).trace
        #expect(trace.findings.contains(.odd(Warning(.checkDigit, field: "citizenID"))))
        #expect(TraceFinding.odd(Warning(.checkDigit, field: "citizenID")).isContradiction)
        #expect(TraceFinding.odd(Warning(.nameSlots(3), field: "nameThai")).isContradiction == false)
    }

    @Test func otherOrderIsNoDifference() throws {
        let recorder = RecordingChannel(
            VirtualCard(TestTraces.image, style: .atOnce), recordedAt: "2026-11-24T09:41:07+07:00",
            reader: "Other 00 00")
        for applet in [Applet.cardManager, .cardStock, .storage] {
            _ = try ChainingChannel(recorder).transmit(.select(applet.applicationID))
            switch applet.access {
            case .answer(let command, _, _): _ = try recorder.transmit(command)
            case .read where applet == .storage:
                for start in stride(from: 5670, through: 0, by: -7) {
                    _ = try recorder.transmit(ReadCommand(start..<min(start + 7, 5671)).command)
                }
            case .read: break
            }
        }
        #expect(
            Self.whole.differences(from: recorder.trace).filter { $0 != .onlyIn(first: false, field: "unknownDigits") }
                == [])
    }

    @Test func appletThatNobodyAskedForIsNoDifference() {
        let asked = TestTraces.record(Field.all, over: VirtualCard(TestTraces.image)).trace
        let differences = Self.whole.differences(from: asked)
        #expect(!differences.contains(.applet(.health, inFirst: true)))
    }

    /// One span that is refused says nothing of the others.
    @Test func refusalOfOneSpanIsNoneOfAllFields() throws {
        let findings = try trace(select + "> 80B00004020002\n< 31329000\n> 80B0162702000A\n< 6B00\n").findings
        #expect(!findings.contains { if case .odd = $0 { true } else { false } })
    }

    @Test func differencesAreNamedNotTold() throws {
        var image = TestTraces.image
        image[.storage].write(Array("25671231".utf8), at: 0x167)
        image.absent = [.health, .cardManager]
        let fields = TestTraces.fields.filter { $0.key != "photo" }
        let other = TestTraces.record(fields, over: VirtualCard(image, atr: ATR([0x3B, 0x00]))).trace
        let first = TestTraces.record(
            TestTraces.fields + Field.all.filter { $0.applet == .health }, over: VirtualCard(TestTraces.image)
        ).trace
        let differences = first.differences(from: other)
        #expect(differences.contains(.atr(VirtualCard.usualATR, ATR([0x3B, 0x00]))))
        #expect(differences.contains(.applet(.cardManager, inFirst: true)))
        #expect(differences.contains(.field("issueDate")))
        #expect(differences.contains(.onlyIn(first: true, field: "photo")))
        #expect(!differences.contains(.field("citizenID")))
        #expect(first.differences(from: first) == [])
    }
}
