import CardExport
import SmartCard

/// A log and the key under which it names holders.
struct SheetRegister {
    let log: SheetLog
    let key: LogKey

    /// Notes that a sheet is about to leave. Where that fails, it must not.
    func issue(_ job: SheetJob, of record: JSONValue, by delivery: SheetDelivery) throws(ToolError) {
        let citizenID = record["card"]?["citizenID"]?.string
        // What masking leaves of a number names nobody.
        let holder = citizenID.flatMap { $0.count == 13 && !$0.contains("x") ? key.hash($0) : nil }
        try append(
            .issued(
                job, copies: delivery.copies, printer: delivery.printer?.name.description, file: delivery.fileFormat,
                holder: holder))
    }

    /// Notes that a sheet did not get where it was to go.
    func fail(_ job: SheetJob, _ error: ToolError) throws(ToolError) {
        try append(.failed(job.audit, code: error.identity.code))
    }

    private func append(_ line: SheetLogLine) throws(ToolError) {
        try log.append(line.json(at: LocalTime.now).line)
    }
}
