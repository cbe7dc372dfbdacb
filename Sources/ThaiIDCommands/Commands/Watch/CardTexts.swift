import CardFormats
import CardRecord
import CardSources
import FrontDesk
import Host
import ThaiIDCard

/// Tells people where no screen can be drawn: what is on each card, one below the other.
struct CardTexts: DeskTeller {
    let shown: ShownFields
    let language: Language

    /// They want to know what is on a card, not that it is in.
    func tell(_ event: CardEvent) throws(ToolError) {
        switch event.kind {
        case .cardRead(let card): try Output.write(shown.record(of: card).text(in: language) + "\n")
        case .cardFailed(let error):
            Output.tell(
                ErrorReport(error: ReaderFailure(error).error, reader: event.reader).text(in: language) + "\n")
        case .readerAttached, .readerDetached, .cardInserted, .cardRemoved: break
        }
    }

    func tell(_ report: ActionReport) { tell(DeskWords.line(report)) }

    func tell(_ exception: FilingRules.Exception, _ event: CardEvent) { tell(DeskWords.line(exception)) }

    func tell(_ notice: Notices.Name, isGiven: Bool, of read: ReadID, _ event: CardEvent) {
        if !isGiven { tell(ToolError.desk(.noNotice(notice)).words.problem) }
    }

    func tell(spoolFailure: FileFailure) { tell(ToolError.desk(.spool(.folder(spoolFailure))).words.problem) }

    private func tell(_ line: Bilingual) { Output.tell(SafeText.clean(line[language]) + "\n") }
}
