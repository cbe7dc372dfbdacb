import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import DeskConfig
import FrontDesk
import Host
import ThaiIDCard

extension Tool {
    /// `thaiid watch`: read every card that is put in, and do what is to be done with it.
    struct Watch: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "watch", abstract: "Read every card that is put into a reader, until interrupted.",
            discussion: """
                Readers may come and go, and the PC/SC service may restart, meanwhile.

                What is to be done with a card is kept, sealed, until it is done, and tried again where it fails, after \
                a restart, too: thaiid spool lists it. Files get each card once; a program of --exec may get one again \
                after a crash, with the same read.id; the register knows which it has; a sheet goes to the printer once at most.

                What a desk does all day stands in config.toml, in [desk.NAME]: see thaiid config.
                """)

        @OptionGroup var deskOptions: DeskOptions

        @Option(
            help: ArgumentHelp("Watch this reader alone: part of its name.", valueName: "reader"), completion: .readers)
        var reader: String?

        @OptionGroup var selection: FieldSelection

        @OptionGroup var timeoutOption: TimeoutOption

        @Flag(help: "Print a line of JSON for everything that happens.")
        var ndjson = false

        @Flag(help: "Show only the last three digits of numbers that identify a person.")
        var mask = false

        @OptionGroup var filing: FilingOptions

        @OptionGroup var sheets: DeskSheetOptions

        @OptionGroup var view: ViewOptions

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let settings = try deskOptions.settings()
            let language = languageOption.lang ?? settings.choice(.lang) ?? Invocation.localeLanguage
            let filing = try filing.settled(settings)
            let plan = try plan(filing, settings, language)
            let teller = teller(of: plan.shown, settings, language)
            let events = Cards.here.watch(
                ReadRequest(plan.fields), in: reader ?? settings.text(.reader),
                within: (timeoutOption.timeout ?? settings.number(.timeout)).map { .seconds($0) },
                progress: teller.tell)
            let spool =
                plan.isEmpty && filing.oncePer == nil ? nil : try asToolError(spool: try FrontDesk.Spool.usual())
            let recent = filing.oncePer.flatMap { span in spool.map { RecentCards(within: span.duration, of: $0) } }
            let clerk = spool.map { spool in
                Clerk(spool, speaking: language, codeOf: { ToolError($0).identity.code }) { report in
                    DeskObservation.tell(DeskWords.line(report))
                    teller.tell(report)
                }
            }
            try DeskWatch(
                plan: plan, rules: FilingRules(requiresValid: filing.requireValid, recent: recent),
                notices: filing.notices, teller: teller, language: language, clerk: clerk
            ).run(events)
        }

        /// Scripts are told in JSON: those who ask for it, and whatever reads a pipe.
        private func teller(of shown: ShownFields, _ settings: Settings, _ language: Language) -> any DeskTeller {
            if ndjson || !Process.isTerminal(Descriptor.output) { return EventLines(shown) }
            let isColoured = view.isColoured
            let limit = view.limit(settings)
            return WatchScreen(shown, in: language, isColoured: isColoured, clearAfter: limit)
                ?? CardTexts(shown: shown, language: language)
        }

        /// What is done with each card.
        private func plan(
            _ filing: FilingOptions, _ settings: Settings, _ language: Language
        ) throws(ToolError) -> DeskPlan {
            let selection = selection.settled(settings)
            let isMasked = mask || settings.flag(.mask) == true
            var options = filing.details.options(language)
            options.fields = selection.selected
            return DeskPlan(
                shown: ShownFields(selection.selected, for: isMasked ? .masked : .desk),
                saves: filing.saves(options), appends: filing.appends(options), run: try filing.run(),
                sheet: try sheets.settled(settings).plan(
                    settings, folder: filing.save, mask: isMasked, hasPhoto: !selection.noPhoto),
                register: filing.register.map {
                    RegisterAction(purpose: $0, desk: settings.desk, config: deskOptions.config.map(Path.absolute))
                })
        }
    }
}

/// Opens a spool; what keeps it from being opened is thrown as the tool's own error.
func asToolError<Result>(spool work: @autoclosure () throws(SpoolError) -> Result) throws(ToolError) -> Result {
    do throws(SpoolError) { return try work() } catch { throw ToolError(error) }
}
