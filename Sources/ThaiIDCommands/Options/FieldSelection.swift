import ArgumentParser
import DeskConfig
import ThaiIDCard

/// Which fields are wanted.
struct FieldSelection: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only these fields, by their names in the record: citizenID,nameThai,chip.laserNumber,…",
            valueName: "a,b,…"))
    var fields: String?

    @Flag(help: "Leave the photo out: the rest takes a second instead of three.")
    var noPhoto = false

    @Flag(help: "Also read the laser number and the chip's serial number.")
    var chip = false

    @Flag(help: "Also read the health office's data.")
    var health = false

    func validate() throws {
        for name in names where Self.fields(named: name).isEmpty {
            let all = (Field.all.map(\.key) + ["chip", "health"]).joined(separator: ", ")
            throw ValidationError(
                thai: "ไม่มีข้อมูลชื่อ ‘\(name)’ ชื่อที่ใช้ได้: \(all)", english: "There is no field ‘\(name)’. Fields: \(all).")
        }
        guard !selected.isEmpty else {
            throw ValidationError(thai: "ไม่เหลือข้อมูลที่จะอ่าน", english: "No field is left to read.")
        }
    }

    /// The same, with what is settled where nothing is said.
    func settled(_ settings: Settings) -> FieldSelection {
        var selection = self
        selection.fields = fields ?? settings.list(.fields)?.joined(separator: ",")
        selection.noPhoto = noPhoto || settings.flag(.noPhoto) == true
        selection.chip = chip || settings.flag(.chip) == true
        selection.health = health || settings.flag(.health) == true
        return selection
    }

    /// What is read where nothing is said.
    static var usual: [Field] { Field.all.filter { $0.group == .card && $0.sensitivity != .guarded } }

    /// What a register gets where these are selected: the number, too, by which it knows whose they are.
    static func registered(_ selected: [Field]) -> [Field] {
        let keys = Set(selected.map(\.key) + [Field.citizenID.key])
        return Field.all.filter { keys.contains($0.key) }
    }

    /// The rows of the table that were asked for.
    var selected: [Field] {
        var selected = fields == nil ? Self.usual : names.flatMap(Self.fields(named:))
        if chip { selected += Self.fields(named: "chip") }
        if health { selected += Self.fields(named: "health") }
        var taken: Set<String> = noPhoto ? [Field.photo.key] : []
        return selected.filter { taken.insert($0.key).inserted }
    }

    /// Keys of the fields that were named one by one, without which a recording is of no use.
    var required: Set<String> { Set(names.flatMap(Self.fields(named:)).map(\.key)) }

    private var names: [String] { fields?.split(separator: ",").map(String.init) ?? [] }

    /// A field by its key, or all fields of the chip or the health group.
    private static func fields(named name: String) -> [Field] {
        let group = name == "card" ? [] : Field.all.filter { $0.group.rawValue == name }
        return group + [Field.named(name)].compactMap { $0 }
    }
}
