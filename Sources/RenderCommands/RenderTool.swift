import ArgumentParser

/// `thaiid-render`: draws what `thaiid` read.
struct RenderTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thaiid-render",
        abstract: "Draw a record of a Thai national ID card.",
        discussion: """
            Takes one JSON record, as thaiid read --json prints it, on standard input, and writes the \
            drawing to standard output. It never touches a reader and makes no file.

            A command line can be read by everybody on the machine: with @- alone on it, the arguments are \
            the first line of standard input, as an array of JSON, and the records follow.

            thaiid read --sample --json | thaiid-render sheet --purpose 'library card' \
            --audit A-0001 --at 2026-11-23T09:41:07+07:00 > sheet.pdf
            """,
        version: "0.1.0",
        subcommands: [
            RenderTool.Sheet.self, RenderTool.RR3.self, RenderTool.Portrait.self, RenderTool.XLSX.self,
            RenderTool.Page.self,
        ])
}
