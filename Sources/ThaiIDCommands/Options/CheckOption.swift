import ArgumentParser
import RecordFiles

/// Whether to tell what the checks find in records.
struct CheckOption: ParsableArguments {
    @Flag(
        help: """
            Also tell what is wrong with the record, to be looked at or good to know; areas by GeoThai (CC BY 4.0).
            """)
    var checks = false

    /// Refuses the option for a format that has no place for what is found.
    func check(_ format: OutputFormat) throws {
        guard checks, !format.showsChecks else { return }
        throw ValidationError(
            thai: "--checks ใช้ได้กับรูปแบบ text, json และ ndjson เท่านั้น",
            english: "--checks goes with the formats text, json and ndjson alone.")
    }
}
