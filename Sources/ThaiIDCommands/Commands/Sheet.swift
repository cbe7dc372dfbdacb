import ArgumentParser
import AuditLog
import CardFormats
import CardRecord
import DeskConfig
import DrawingProgram
import Host
import Printing
import SheetRequest
import ThaiIDCard

extension Tool {
    /// `thaiid sheet`: the page that stands in for a photocopy.
    struct Sheet: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sheet", abstract: "Make the page that stands in for a photocopy of the card.",
            discussion: """
                Reads a card, or takes a record, and has the page drawn by thaiid-render. Each sheet gets \
                a random number, which is told on standard error; the same record, number (--audit) and \
                time (--at) give the same bytes.

                Presets: hotel: id names address issuer; clinic: id names birth sex address; school: id \
                names birth address; bank: photo id names birth validity address issuer request; \
                municipality: photo id names birth validity address. They are the least that such an office \
                needs on paper; what the law has yours keep is for you to know.

                The log gets its line once the sheet is drawn and before it is printed or written, and a \
                second one (failed) where that comes to nothing. Without the line there is no sheet. With \
                --json the line is printed, too, whether there is a log or not: thaiid schema sheet-log.

                Defaults stand in config.toml, in a section [sheet], and of one desk in [desk.NAME]: see \
                thaiid config. A desk's printer takes the sheet where neither -o nor --print is said.
                """)

        @OptionGroup var source: SheetSource
        @OptionGroup var options: SheetOptions
        @OptionGroup var output: SheetOutput
        @OptionGroup var logOptions: LogOptions
        @OptionGroup var deskOptions: DeskOptions

        func validate() throws {
            guard let contradiction = output.contradiction, !deskOptions.isNamed else { return }
            throw ValidationError(words: contradiction)
        }

        func run() throws {
            let settings = try deskOptions.settings()
            let job = try options.job(settings)
            let language = options.language(settings)
            let output = output.settled(settings)
            if let contradiction = output.contradiction { throw ToolError.usage(contradiction) }
            let delivery = try output.delivery(on: job.request.paper)
            let renderer = try Renderer(speaking: language)
            let log = try logOptions.log(settings)
            let record = try source.settled(settings).record(job.fields, telling: language)
            // The drawing program looks at what stands on the sheet; these are for the log alone.
            if let citizenID = record[Field.citizenID]?.string.flatMap({ CitizenID($0) }) {
                let names = [job.operator, delivery.printer?.name.description].compactMap { $0 }
                guard !names.contains(where: citizenID.isRepeated) else { throw ToolError.refused(.namesHoldCitizenID) }
            }
            var drawn: [PageFormat: [UInt8]] = [:]
            let deadline = ContinuousClock.now + Renderer.limit
            for format in delivery.formats {
                drawn[format] = try asToolError(
                    drawing: try renderer.draw(record, job.request(format), until: deadline))
            }
            let issued = IssuedSheet(
                job, copies: delivery.copies, printer: delivery.printer?.name.description, file: delivery.fileFormat,
                holder: log?.holder(of: record))
            let line = SheetLogLine.issued(issued).json(at: WallClock.system.now).line
            if let log { try asToolError(try log.append(line)) }
            let news: [Bilingual]
            do throws(ToolError) {
                news = try delivery.deliver(drawn, job, printing: output.json ? line + "\n" : "")
            } catch {
                let failed = SheetLogLine.failed(audit: job.request.audit.description, code: error.identity.code)
                if let log { try asToolError(try log.append(failed.json(at: WallClock.system.now).line)) }
                throw error
            }
            if !output.json { Output.tell(news.map { $0[language] + "\n" }.joined()) }
        }
    }
}
