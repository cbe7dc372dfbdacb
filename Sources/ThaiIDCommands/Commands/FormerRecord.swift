import ArgumentParser

extension Tool {
    /// `thaiid record`, which is `thaiid trace record` now: a record is one card as JSON, and nothing else.
    struct FormerRecord: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "record", abstract: "Say what trace record was called.", shouldDisplay: false)

        @Argument(parsing: .captureForPassthrough)
        var words: [String] = []

        func validate() throws {
            throw ValidationError(
                thai: "คำสั่งบันทึกบัตรเปลี่ยนชื่อแล้ว: ใช้ thaiid trace record แทน thaiid record",
                english: "A recording is a trace now: thaiid trace record instead of thaiid record.")
        }
    }
}
