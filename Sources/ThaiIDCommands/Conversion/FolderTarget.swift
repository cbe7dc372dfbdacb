import CardFormats
import CardRecord
import Host
import ThaiIDCard

/// A folder that gets a file for each record.
///
/// Files that are there are not overwritten unless that was allowed, and never those of the same
/// run. What is wrong with a file is told by the template, since the name may be personal data.
struct FolderTarget: RecordTarget {
    private let formatter: RecordFormatter
    private let folder: String
    private let template: FileNameTemplate
    private let replaces: Bool
    private var count = 0
    private var taken: Set<String> = []

    /// Makes the folder (mode 0700) where it is missing; what it is to lie in must be there.
    init(
        _ formatter: RecordFormatter, folder: String, template: FileNameTemplate, replaces: Bool
    ) throws(ToolError) {
        self.formatter = formatter
        self.folder = folder.hasSuffix("/") ? folder : folder + "/"
        self.template = template
        self.replaces = replaces
        _ = try formatter.head()
        try asToolError(try Folder.make(folder))
    }

    mutating func put(_ record: JSONRecord) throws(ToolError) -> [Bilingual] {
        count += 1
        let formatted = try formatter.bytes(of: record)
        guard let name = template.name(of: record, number: count) else {
            throw .recording(.lacksField(template.text))
        }
        let isTaken = template.isUnique ? false : !taken.insert(name).inserted
        let file = OutputFile(
            path: "\(folder)\(name).\(formatter.format.fileExtension)", replaces: replaces && !isTaken)
        do throws(ToolError) {
            let bytes = try formatter.head() + formatted.bytes
            try asToolError(try file.write(bytes))
        } catch {
            throw named(error)
        }
        return formatted.notes
    }

    mutating func flush() {}
    mutating func finish() {}

    private func named(_ error: ToolError) -> ToolError {
        let name = "\(folder)\(template.text).\(formatter.format.fileExtension) (\(count))"
        return switch error {
        case .refused(.exists): .refused(.exists(name))
        case .write(_, let reason): .write(to: name, reason: reason)
        default: error
        }
    }
}
