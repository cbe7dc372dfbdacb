package import ThaiIDCard

/// What help says around the texts of commands: headings, and what stands before values.
package struct HelpWords: Sendable {
    let overview, usage, arguments, options, subcommands: String
    let values, defaultValue, defaultAsFlag: String
    /// Stands around a command line that tells more.
    let more: (before: String, after: String)

    /// The words of a language.
    package init(_ language: Language) {
        switch language {
        case .english:
            (overview, usage, arguments) = ("OVERVIEW", "USAGE", "ARGUMENTS")
            (options, subcommands) = ("OPTIONS", "SUBCOMMANDS")
            (values, defaultValue, defaultAsFlag) = ("values: ", "default: ", "default as flag: ")
            more = ("See '", "' for detailed help.")
        case .thai:
            (overview, usage, arguments) = ("ภาพรวม", "วิธีใช้", "อาร์กิวเมนต์")
            (options, subcommands) = ("ตัวเลือก", "คำสั่งย่อย")
            (values, defaultValue, defaultAsFlag) = ("ค่าที่ใช้ได้: ", "ถ้าไม่ระบุ: ", "ถ้าไม่ใส่ค่า: ")
            more = ("ดูรายละเอียดด้วย '", "'")
        }
    }

    /// What an option can be and is, in brackets; empty where nothing is to be said.
    func values(of option: OptionHelp) -> String {
        let values = option.values.isEmpty ? [] : [values + option.values.joined(separator: ", ")]
        let defaults = option.defaultValue.map {
            [(option.kind == .optionalValue ? defaultAsFlag : defaultValue) + $0]
        }
        let all = values + (defaults ?? [])
        return all.isEmpty ? "" : "(\(all.joined(separator: "; ")))"
    }
}
