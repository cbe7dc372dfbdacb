/// The JSON Schemas of what the tool prints (draft 2020-12).
public enum Schema: String, CaseIterable, Sendable {
    /// One card.
    case record
    /// Why there is none.
    case error
    /// Something that happened at a reader.
    case event
    /// A sheet that was made: a line of the log, and what `sheet --json` prints.
    case sheetLog = "sheet-log"

    /// The schema's text.
    public var text: String {
        let bytes =
            switch self {
            case .record: PackageResources.record_json
            case .error: PackageResources.error_json
            case .event: PackageResources.event_json
            case .sheetLog: PackageResources.sheet_log_json
            }
        return String(decoding: bytes, as: UTF8.self)
    }
}
