import DeskConfig
import ThaiIDCard

/// What `thaiid config` says to people.
enum ConfigWords {
    /// There is no file.
    static func nothing(_ places: [String]) -> Bilingual {
        let list = places.joined(separator: ", ")
        return Bilingual(
            "ไม่พบไฟล์ตั้งค่า — ที่ค้นหา: \(list)", "There is no file of settings. They are looked for in: \(list).")
    }

    /// Nothing is wrong with a file.
    static func good(_ file: SettingsFile) -> Bilingual {
        Bilingual(
            "\(file.path): ใช้ได้ · การตั้งค่า \(file.count) รายการ · โต๊ะ \(file.desks.count)",
            "\(file.path): in order · settings: \(file.count) · desks: \(file.desks.count)")
    }

    /// A file of the former form stands beside today's.
    static func passedOver(_ former: String) -> Bilingual {
        Bilingual("\(former): ไฟล์แบบเดิม ไม่มีผลแล้ว ลบได้", "\(former): of the former form, and without effect; it may go.")
    }

    /// What stands at the head of the example, in both languages.
    static let exampleHead = [
        "# การตั้งค่าของ thaiid — คัดลอกไปไว้ที่ ~/.config/thaiid/config.toml หรือ /etc/xdg/thaiid/config.toml",
        "# เอาเครื่องหมาย # หน้ารายการที่ต้องการออก แล้วตรวจด้วย: thaiid config check",
        "# ชื่อไฟล์ที่ไม่ขึ้นต้นด้วย / นับจากโฟลเดอร์ของไฟล์นี้",
        "#",
        "# Settings of thaiid: copy this to ~/.config/thaiid/config.toml or /etc/xdg/thaiid/config.toml, take the",
        "# mark # before what you want away, and try: thaiid config check",
        "# Names of files that do not begin with / are relative to the folder of this file.",
        "",
        "# เอกสารของทุกโต๊ะ",
        "# The sheets of all desks.",
    ]

    /// What stands above the register's section.
    static let exampleRegister = [
        "# ทะเบียนของหน่วยงาน (thaiid register) ซึ่ง thaiid register init เขียนให้",
        "# The office's register (thaiid register); thaiid register init writes this section.",
    ]

    /// What stands above its desk.
    static let exampleDesk = [
        "# โต๊ะหนึ่งตัว เรียกด้วย --desk hotel-lobby ทุกรายการใน [sheet] ตั้งเฉพาะโต๊ะได้ และมาก่อน [sheet]",
        "# A desk, called by --desk hotel-lobby. All that stands in [sheet] may stand here, too, and comes before it.",
    ]
}
