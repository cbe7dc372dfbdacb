import CardRecord
import DeskConfig
import ThaiIDCard

extension SettingsFault {
    /// What is wrong where, and what to do about it.
    var words: Words {
        if case (.variable(let name), .notText) = (place, problem) {
            return ToolError.usage(Invocation.noText(Bilingual("\(name) ", name))).words
        }
        let clause = problem.clause
        return Words(
            Bilingual("\(place): \(clause.thai)", "\(place): \(clause.english)."), problem.remedy(at: place),
            listing: problem.listing)
    }
}

extension SettingOrigin: CustomStringConvertible {
    public var description: String {
        switch self {
        case .option(let name), .variable(let name): name
        case .file(let path, let line): line.map { "\(path):\($0)" } ?? path
        }
    }
}

extension SettingsProblem {
    /// What is wrong, to follow the place.
    var clause: Bilingual {
        switch self {
        case .unreadable(let reason): Bilingual("อ่านไฟล์ไม่ได้ (\(reason))", "the file cannot be read (\(reason))")
        case .missing: Bilingual("ไม่มีไฟล์นี้", "there is no such file")
        case .notText: Bilingual("ไม่ใช่ข้อความ UTF-8", "this is no UTF-8 text")
        case .syntax(let column, let reason):
            Bilingual("เขียนไม่ถูกรูปแบบ TOML (ตัวที่ \(column): \(reason))", "this is no TOML (column \(column): \(reason))")
        case .unknownSection(let name, _): Bilingual("ไม่มีหมวดชื่อ [\(name)]", "there is no section [\(name)]")
        case .unknownKey(let name, _): Bilingual("ไม่มีการตั้งค่าชื่อ “\(name)”", "there is no setting ‘\(name)’")
        case .outside(let name): Bilingual("“\(name)” ไม่ได้อยู่ในหมวดใด", "‘\(name)’ stands in no section")
        case .namelessDesk(let name):
            Bilingual("“\(name)” อยู่ใน [desk] ซึ่งยังไม่ได้ตั้งชื่อโต๊ะ", "‘\(name)’ stands in [desk], a desk without a name")
        case .deskOnly(let key):
            Bilingual(
                "“\(key.rawValue)” ตั้งได้เฉพาะรายโต๊ะ ไม่ใช่ใน [sheet]",
                "‘\(key.rawValue)’ is for desks, and not for [sheet]")
        case .registerOnly(let key):
            Bilingual(
                "“\(key.rawValue)” ตั้งได้เฉพาะใน [register]", "‘\(key.rawValue)’ is for [register] alone")
        case .notOfRegister(let key):
            Bilingual(
                "“\(key.rawValue)” ไม่ใช่การตั้งค่าของ [register]", "‘\(key.rawValue)’ is not for [register]")
        case .notSection(let name): Bilingual("“\(name)” ต้องเป็นหมวด", "‘\(name)’ has to be a section")
        case .deskName: Bilingual("ชื่อโต๊ะนี้พิมพ์ไม่ได้", "nobody can type the name of this desk")
        case .wrongType(let key, let found):
            Bilingual(
                "“\(key.rawValue)” ต้องเป็น\(key.type.name.thai) แต่ที่เขียนไว้เป็น\(found.name.thai)",
                "‘\(key.rawValue)’ has to be \(key.type.name.english), and this is \(found.name.english)")
        case .empty(let key): Bilingual("“\(key.rawValue)” ไม่มีค่า", "‘\(key.rawValue)’ has no value")
        case .notLine(let key):
            Bilingual(
                "“\(key.rawValue)” มีหลายบรรทัดหรือมีอักขระที่แสดงไม่ได้",
                "‘\(key.rawValue)’ has several lines, or characters that cannot be shown")
        case .notDuration(let key, let text):
            Bilingual(
                "“\(text)” ไม่ใช่ช่วงเวลาสำหรับ “\(key.rawValue)”", "‘\(text)’ is no span of time for ‘\(key.rawValue)’")
        case .outOfRange(let key, let number):
            Bilingual("“\(key.rawValue)” เป็น \(number) ไม่ได้", "‘\(key.rawValue)’ cannot be \(number)")
        case .notChoice(let key, let text, _):
            Bilingual("“\(key.rawValue)” เป็น “\(text)” ไม่ได้", "‘\(key.rawValue)’ cannot be ‘\(text)’")
        case .noDesk(let name, _): Bilingual("ไม่มีโต๊ะชื่อ “\(name)”", "there is no desk ‘\(name)’")
        case .former: Bilingual("ไฟล์ตั้งค่าแบบเดิม โปรแกรมไม่อ่านแล้ว", "settings in this form are read no more")
        }
    }

    /// What to do about it.
    func remedy(at place: SettingOrigin) -> Bilingual {
        switch self {
        case .unreadable: Bilingual("ตรวจไฟล์และสิทธิ์การอ่าน", "Check the file and who may read it.")
        case .missing:
            Bilingual("ตรวจชื่อไฟล์ที่ให้ไว้ใน --config หรือ THAIID_CONFIG", "Check the name in --config or THAIID_CONFIG.")
        case .notText: Bilingual("บันทึกไฟล์ใหม่เป็น UTF-8", "Save the file as UTF-8.")
        case .syntax:
            Bilingual(
                "แก้บรรทัดนั้น — ข้อความต้องอยู่ในเครื่องหมาย \" \" เช่น purpose = \(SettingKey.purpose.example)",
                "Mend that line. A text stands between quotation marks: purpose = \(SettingKey.purpose.example)")
        case .unknownSection(_, let nearest):
            Self.meant(
                nearest.map { $0 == "desk" ? "[desk.NAME]" : "[\($0)]" }, of: ["[sheet]", "[desk.NAME]", "[register]"])
        case .unknownKey(_, let nearest?):
            Bilingual(
                "น่าจะเป็น \(nearest) — ดูทั้งหมดด้วย: thaiid config example",
                "Did you mean \(nearest)? All that there are: thaiid config example")
        case .unknownKey(_, nil): Self.meant(nil, of: SettingKey.allCases.map(\.rawValue))
        case .outside:
            Bilingual(
                "ย้ายไปไว้ใต้บรรทัด [sheet], [desk.ชื่อโต๊ะ] หรือ [register]",
                "Put it below a line [sheet], [desk.NAME] or [register].")
        case .namelessDesk: Bilingual("ตั้งชื่อโต๊ะ เช่น [desk.counter]", "Give the desk a name, as in [desk.counter].")
        case .deskOnly: Bilingual("ย้ายไปไว้ใต้บรรทัด [desk.ชื่อโต๊ะ]", "Put it below a line [desk.NAME].")
        case .registerOnly: Bilingual("ย้ายไปไว้ใต้บรรทัด [register]", "Put it below a line [register].")
        case .notOfRegister:
            Bilingual("ย้ายไปไว้ใต้บรรทัด [sheet] หรือ [desk.ชื่อโต๊ะ]", "Put it below a line [sheet] or [desk.NAME].")
        case .notSection:
            Bilingual(
                "เขียน [sheet], [desk.ชื่อโต๊ะ] หรือ [register] ไว้ในบรรทัดของตัวเอง",
                "Write [sheet], [desk.NAME] or [register] in a line of its own.")
        case .deskName:
            Bilingual("ใช้ตัวอักษร ตัวเลข และ - เช่น [desk.counter-2]", "Use letters, digits and -, as in [desk.counter-2].")
        case .wrongType(let key, _), .empty(let key), .notLine(let key), .notDuration(let key, _):
            Bilingual("เขียนเช่น \(key.rawValue) = \(key.example)", "Write it as in: \(key.rawValue) = \(key.example)")
        case .outOfRange(let key, _):
            if case .number(let range) = key.type {
                Bilingual(
                    "ใช้ได้ \(range.lowerBound) ถึง \(range.upperBound)",
                    "It can be \(range.lowerBound) to \(range.upperBound).")
            } else {
                Bilingual(
                    "เขียนเช่น \(key.rawValue) = \(key.example)", "Write it as in: \(key.rawValue) = \(key.example)")
            }
        case .notChoice(let key, _, let nearest): Self.meant(nearest, of: key.type.choices)
        case .noDesk(_, let there):
            if there.isEmpty {
                Bilingual(
                    "ยังไม่มีโต๊ะใดในไฟล์ตั้งค่า ดูตัวอย่างด้วย: thaiid config example",
                    "No file settles any. thaiid config example shows how to.")
            } else {
                Bilingual("โต๊ะที่มี: \(there.joined(separator: ", "))", "There are: \(there.joined(separator: ", ")).")
            }
        case .former:
            Bilingual(
                "เขียนตามนี้ลงในไฟล์ config.toml ในโฟลเดอร์เดียวกัน แล้วลบไฟล์เดิม",
                "Write this into config.toml in the same folder, and take the old file away:")
        }
    }

    /// What is to be copied.
    var listing: [String] { if case .former(let lines) = self { lines } else { [] } }

    private static func meant(_ nearest: String?, of names: [String]) -> Bilingual {
        let list = names.joined(separator: ", ")
        guard let nearest else { return Bilingual("ที่ใช้ได้: \(list)", "There are: \(list).") }
        return Bilingual("น่าจะเป็น \(nearest) — ที่ใช้ได้: \(list)", "Did you mean \(nearest)? There are: \(list).")
    }
}
