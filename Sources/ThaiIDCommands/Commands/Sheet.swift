import ArgumentParser
import AuditLog
import CardFormats
import CardRecord
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

                Defaults stand in $XDG_CONFIG_HOME/thaiid/config and /etc/xdg/thaiid/config, a line each: \
                key = value; or in the environment as THAIID_KEY. Keys: \
                purpose, operator, issuerBlock, log, logKey, paper, font, preset.
                """)

        @OptionGroup var source: SheetSource
        @OptionGroup var options: SheetOptions
        @OptionGroup var output: SheetOutput
        @OptionGroup var logOptions: LogOptions

        func run() throws {
            let configuration = try Configuration.load()
            let job = try options.job(configuration)
            let delivery = try output.delivery(on: job.request.paper)
            let renderer = try Renderer(speaking: options.language)
            let log = try logOptions.log(configuration)
            let record = try source.record(job.fields, telling: options.language)
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
            if !output.json { Output.tell(news.map { $0[options.language] + "\n" }.joined()) }
        }
    }
}
