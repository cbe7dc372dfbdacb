import CardFormats
import CardRecord
import CardTrace
import Pseudonyms
import SmartCard
import ThaiIDCard

/// Puts the steps of a recording into words.
struct TraceExplanation {
    private let trace: Trace
    /// Where the values come from, `nil` where they are not to be shown.
    private let card: IDCard?
    private let language: Language
    /// The table's rows of each applet, as their bytes lie.
    private let rows = Dictionary(
        grouping: Field.all.sorted { $0.span.lowerBound < $1.span.lowerBound }, by: \.applet)

    init(_ trace: Trace, showsValues: Bool, _ language: Language) {
        self.trace = trace
        card = showsValues ? IDCard(trace.image) : nil
        self.language = language
    }

    /// A line for each event, and one for each field that is complete with it.
    var lines: some Sequence<String> { trace.steps.lazy.flatMap(lines) }

    private func lines(_ step: TraceStep) -> [String] {
        switch step.event {
        case .powered(let atr):
            let kind =
                atr.looksLikeThaiID
                ? Bilingual("บัตรประชาชนไทย", "looks like a Thai ID card") : Bilingual("บัตรอื่น", "another card")
            return ["ATR \(atr): \(kind[language])"]
        case .exchange(let exchange):
            let head = "\(step.number ?? 0)  \(subject(step.meaning)) → \(result(exchange.outcome))"
            return [head] + step.completed.map { "     " + line($0) }
        }
    }

    private func subject(_ meaning: Conversation.Meaning) -> String {
        switch meaning {
        case .powered: ""
        case .select(let application): Bilingual("เลือก", "SELECT")[language] + " " + name(application)
        case .moreOfSelection(let application): "GET RESPONSE (\(name(application)))"
        case .bytes(let applet, let asked, _): "\(verb(applet)) \(place(asked)): \(fields(applet, asked))"
        case .moreBytes(_, _, let came): "GET RESPONSE \(place(came))"
        case .unknown: Bilingual("คำสั่งที่ไม่รู้จัก", "a command that is not known here")[language]
        }
    }

    private func verb(_ applet: Applet) -> String {
        switch applet.access {
        case .read: "READ"
        case .answer: Bilingual("อ่าน", "ask for")[language] + " " + applet.label[language]
        }
    }

    private func name(_ application: ApplicationID) -> String {
        let applet = Applet.allCases.first { $0.applicationID == application }
        return applet?.label[language] ?? application.description
    }

    private func place(_ span: Range<Int>) -> String {
        "0x\(Hex.encode([UInt8(span.lowerBound >> 8 & 0xFF), UInt8(span.lowerBound & 0xFF)]))+\(span.count)"
    }

    /// The fields that a span holds; of those it holds in part, which part.
    private func fields(_ applet: Applet, _ span: Range<Int>) -> String {
        let names = (rows[applet] ?? []).filter { $0.span.overlaps(span) }.map { field in
            let part = field.span.clamped(to: span)
            guard part != field.span else { return field.label[language] }
            let start = part.lowerBound - field.span.lowerBound
            return "\(field.label[language]) [\(start)–\(start + part.count - 1)]"
        }
        return names.isEmpty
            ? Bilingual("นอกตาราง", "bytes outside the table")[language] : names.joined(separator: ", ")
    }

    private func result(_ outcome: Trace.Outcome) -> String {
        switch outcome {
        case .failure(let error): return Bilingual(error)[language]
        case .answer(let bytes):
            guard let answer = ResponseAPDU(bytes: bytes) else {
                return Bilingual("คำตอบผิดรูปแบบ", "a malformed answer")[language]
            }
            return Bilingual(answer)[language]
        }
    }

    private func line(_ field: Field) -> String {
        let label = field.label[language]
        guard let card, field.sensitivity != .guarded else { return "✓ \(label)" }
        switch field.state(in: card) {
        case .value(let value), .partial(let value): return "✓ \(label): \(value.text(in: language))"
        case .blank: return "✓ \(label): \(Bilingual("(ว่างบนบัตร)", "(blank on the card)")[language])"
        case .failed, .notRead: return "✗ \(label)"
        }
    }
}
