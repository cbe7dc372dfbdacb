public import ThaiIDCard

/// The JSON Schemas of what the programs print (draft 2020-12). The raw values are their names on the command
/// line: those of the commands, where a command has one shape of its own.
public enum Schema: String, CaseIterable, Sendable {
    case record
    case event
    case error
    case readers
    case doctor
    case checkID = "check-id"
    case apdu
    case sheetLog = "sheet-log"
    case sheetLayout = "sheet-layout"
    case page
    case spool
    case config
    case configCheck = "config-check"
    case registerLog = "register-log"
    case register

    /// What JSON of this shape carries as its `schema`.
    public var id: String {
        switch self {
        case .record: "thaiid.record/1"
        case .event: "thaiid.event/1"
        case .error: "thaiid.error/1"
        case .readers: "thaiid.readers/1"
        case .doctor: "thaiid.doctor/1"
        case .checkID: "thaiid.check-id/1"
        case .apdu: "thaiid.exchange/1"
        case .sheetLog: "thaiid.sheet-log/1"
        case .sheetLayout: "thaiid.sheet-layout/1"
        case .page: "thaiid.page/1"
        case .spool: "thaiid.spool/1"
        case .config: "thaiid.config/1"
        case .configCheck: "thaiid.config-check/1"
        case .registerLog: "thaiid.register-log/1"
        case .register: "thaiid.register/1"
        }
    }

    /// What it describes.
    public var subject: Bilingual {
        switch self {
        case .record:
            Bilingual(
                "บัตรหนึ่งใบ: read --json, invent และแต่ละบรรทัดที่ convert อ่าน",
                "one card: read --json, invent, and each line that convert reads")
        case .event:
            Bilingual("เหตุการณ์ที่เครื่องอ่าน: watch --ndjson", "something that happened at a reader: watch --ndjson")
        case .error:
            Bilingual(
                "สาเหตุที่ไม่สำเร็จ: stderr เมื่อใช้ --json หรือ --ndjson",
                "why there is nothing: standard error with --json or --ndjson")
        case .readers: Bilingual("เครื่องอ่าน: readers --json", "the readers: readers --json")
        case .doctor:
            Bilingual("สิ่งที่ขัดขวางการอ่าน: doctor --json", "what keeps a card from being read: doctor --json")
        case .checkID: Bilingual("เลขประจำตัวหนึ่งเลข: check-id --json", "one citizen ID: check-id --json")
        case .apdu: Bilingual("คำสั่งกับคำตอบหนึ่งคู่: apdu --json", "one command and its answer: apdu --json")
        case .sheetLog:
            Bilingual(
                "เอกสารหนึ่งแผ่น: sheet --json และแต่ละบรรทัดของบันทึก", "one sheet: sheet --json, and each line of the log")
        case .sheetLayout:
            Bilingual(
                "ตำแหน่งต่าง ๆ บนเอกสาร: thaiid-render --layout",
                "where everything on a page stands: thaiid-render --layout")
        case .page:
            Bilingual("เอกสารที่จะวาด: thaiid-render page", "a document that is to be drawn: thaiid-render page")
        case .spool: Bilingual("งานที่ยังค้างอยู่: spool list --json", "what is still to be done: spool list --json")
        case .config:
            Bilingual("การตั้งค่า: config show --json", "what is settled: config show --json")
        case .configCheck:
            Bilingual("สิ่งที่ผิดในไฟล์ตั้งค่า: config check --json", "what is wrong with settings: config check --json")
        case .registerLog:
            Bilingual(
                "การใช้งานทะเบียนหนึ่งครั้ง: แต่ละบรรทัดของบันทึกการใช้งาน",
                "one use of the register: each line of its log")
        case .register:
            Bilingual("คำตอบของทะเบียน: thaiid register … --json", "what the register answers: thaiid register … --json")
        }
    }

    /// The schema's text.
    public var text: String {
        let bytes =
            switch self {
            case .record: PackageResources.record_json
            case .event: PackageResources.event_json
            case .error: PackageResources.error_json
            case .readers: PackageResources.readers_json
            case .doctor: PackageResources.doctor_json
            case .checkID: PackageResources.check_id_json
            case .apdu: PackageResources.apdu_json
            case .sheetLog: PackageResources.sheet_log_json
            case .sheetLayout: PackageResources.sheet_layout_json
            case .page: PackageResources.page_json
            case .spool: PackageResources.spool_json
            case .config: PackageResources.config_json
            case .configCheck: PackageResources.config_check_json
            case .registerLog: PackageResources.register_log_json
            case .register: PackageResources.register_json
            }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether JSON says that it has this shape.
    package func isClaimed(by json: JSONValue) -> Bool { json["schema"]?.string == id }
}

extension JSONValue.Member {
    /// The member by which JSON says what shape it has.
    package init(_ schema: Schema) { self.init(name: "schema", value: .string(schema.id)) }
}
