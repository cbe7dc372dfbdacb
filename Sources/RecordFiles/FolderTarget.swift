import CardFormats
package import CardRecord
import Host
package import ThaiIDCard

/// A folder that gets a file for each record.
///
/// Files that are there are not overwritten unless that was allowed, and never those of the same
/// run. What is wrong with a file is told by the template, since the name may be personal data.
package struct FolderTarget: RecordTarget {
    private let formatter: RecordFormatter
    private let folder: String
    private let template: FileNameTemplate
    private let replaces: Bool
    private var count = 0
    private var taken: Set<String> = []

    /// Makes the folder (mode 0700) where it is missing; what it is to lie in must be there.
    package init(
        _ formatter: RecordFormatter, folder: String, template: FileNameTemplate, replaces: Bool
    ) throws(RecordFilesError) {
        self.formatter = formatter
        self.folder = folder.hasSuffix("/") ? folder : folder + "/"
        self.template = template
        self.replaces = replaces
        _ = try formatter.head()
        try asRecordFilesError(try Folder.make(folder))
    }

    package mutating func put(_ record: JSONRecord) throws(RecordFilesError) -> [Bilingual] {
        count += 1
        let formatted = try formatter.bytes(of: record)
        guard let name = template.name(of: record, number: count) else {
            throw .nameless(template: template.text)
        }
        let isTaken = template.isUnique ? false : !taken.insert(name).inserted
        let file = OutputFile(
            path: "\(folder)\(name).\(formatter.format.fileExtension)", replaces: replaces && !isTaken)
        do throws(RecordFilesError) {
            let bytes = try formatter.head() + formatted.bytes
            try asRecordFilesError(try file.write(bytes))
        } catch {
            throw named(error)
        }
        return formatted.notes
    }

    package mutating func flush() {}
    package mutating func finish() {}

    private func named(_ error: RecordFilesError) -> RecordFilesError {
        let name = "\(folder)\(template.text).\(formatter.format.fileExtension) (\(count))"
        return switch error {
        case .file(.exists): .file(.exists(name))
        case .file(.notFile): .file(.notFile(name))
        case .file(.unwritable(_, let reason)): .file(.unwritable(name, reason))
        default: error
        }
    }
}
