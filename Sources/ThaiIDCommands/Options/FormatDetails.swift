public import ArgumentParser
public import CardFormats
import CardRecord
package import RecordFiles
import ThaiIDCard

extension TextEncoding: ExpressibleByArgument {
    // As with `Language`: no reflection at every start.
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
    public static var allValueDescriptions: [String: String] { [:] }
}

extension OutputFormat: ExpressibleByArgument {
    package init?(argument: String) {
        guard let format = Self.all.first(where: { $0.name == argument }) else { return nil }
        self = format
    }

    package static var allValueStrings: [String] { all.map(\.name) }
}

/// What an operator may say about a format.
struct FormatDetails: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Columns of a table, by their paths in the record: citizenID,nameThai.first,birthDate.iso,read.at,…",
            valueName: "a,b,…"))
    var columns: String?

    @Option(help: "Put words above the columns of a table instead of their paths, in this language.")
    var headings: Language?

    @Option(help: "How a table's text becomes bytes.")
    var encoding = TextEncoding.utf8

    @Option(
        help: ArgumentHelp(
            "The five digits by which the health ministry knows the hospital, for person43.", valueName: "digits"))
    var hospitalCode: String?

    @Flag(help: "Show the photo in a last column of a workbook.")
    var withPhoto = false

    func validate() throws {
        if let hospitalCode,
            hospitalCode.utf8.count != 5 || !hospitalCode.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        {
            throw ValidationError(
                thai: "--hospital-code ต้องเป็นตัวเลขห้าหลัก", english: "--hospital-code takes five digits.")
        }
        for name in names where Column.named(name) == nil {
            let all = Column.all.map(\.name).joined(separator: ", ")
            throw ValidationError(
                thai: "ไม่มีคอลัมน์ ‘\(name)’ คอลัมน์ที่ใช้ได้: \(all)", english: "There is no column ‘\(name)’. Columns: \(all)."
            )
        }
        if columns != nil, names.isEmpty {
            throw ValidationError(thai: "--columns ไม่ได้ระบุคอลัมน์", english: "--columns names no column.")
        }
    }

    /// The options for a format.
    func options(_ language: Language) -> FormatOptions {
        var options = FormatOptions()
        options.language = language
        options.encoding = encoding
        options.headings = headings
        options.hasPhotos = withPhoto
        options.hospitalCode = hospitalCode
        if columns != nil { options.columns = names.compactMap(Column.named) }
        return options
    }

    private var names: [String] { columns?.split(separator: ",").map(String.init) ?? [] }
}
