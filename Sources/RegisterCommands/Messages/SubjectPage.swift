import CardRecord
import SheetRequest
import ThaiIDCard

/// A person's copy of what is held of them, as a page.
struct SubjectPage {
    private let answer: JSONValue
    private let language: Language

    init(_ answer: JSONValue, _ language: Language) { (self.answer, self.language) = (answer, language) }

    var document: PageDocument {
        let record = answer["record"] ?? .null
        var blocks: [PageDocument.Block] = []
        if let photo = (try? JSONRecord(json: record))?.photo {
            blocks.append(.photo(photo, caption: record[Field.nameThai]?["full"]?.string ?? ""))
        }
        blocks.append(.heading(Bilingual("ข้อมูลที่เก็บไว้", "What is held")[language]))
        blocks.append(
            .fields(
                Field.all.filter { $0.kind != .photo && record[$0.group.rawValue]?[$0.name] != nil }.map { field in
                    .init(
                        field.label[language],
                        ValueText.of(record[field.group.rawValue]?[field.name], field.key, language))
                }))
        blocks.append(.heading(Bilingual("ที่มา", "Where it comes from")[language]))
        blocks.append(
            .list(
                HistoryWords.history(answer, language).dropFirst().prefix { $0.hasPrefix("  ") }.map {
                    String($0.dropFirst(2))
                }, isNumbered: false))
        let corrections = HistoryWords.corrections(answer, language)
        if !corrections.isEmpty {
            blocks.append(.heading(HistoryWords.correctedHeading[language]))
            blocks.append(.list(corrections, isNumbered: false))
        }
        blocks.append(.heading(Bilingual("การมาติดต่อ และเก็บถึงเมื่อใด", "Visits, and until when they are kept")[language]))
        blocks.append(
            .list(
                (answer["visits"]?.values ?? []).map { visit in
                    "\(TimeText.moment(visit["at"]?.string, language)) · \(visit["purpose"]?.string ?? "–") · "
                        + Bilingual("เก็บถึง ", "kept until ")[language]
                        + TimeText.day(visit["keptUntil"]?.string, language)
                }, isNumbered: false))
        blocks.append(.heading(Bilingual("ใครดูข้อมูลของท่าน", "Who looked at your data")[language]))
        blocks.append(.list(HistoryWords.usage(answer, language), isNumbered: false))
        return PageDocument(
            title: Bilingual("สำเนาข้อมูลส่วนบุคคลของท่าน", "A copy of your personal data")[language],
            subtitle: "\(answer["office"]?.string ?? "") · \(TimeText.moment(answer["at"]?.string, language))",
            at: answer["at"]?.string.flatMap { Moment(iso: $0) } ?? Drawn.now, blocks: blocks)
    }
}
