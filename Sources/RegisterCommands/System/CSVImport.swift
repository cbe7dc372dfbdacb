import CardRecord
import Host
import RecordFiles
import ThaiIDCard

/// Records out of a table in text: one of an older tool, whose columns somebody has named, or one that thaiid wrote.
struct CSVImport {
    private static let largest = 1 << 28
    private static let separators = Array(",;\t".utf8)

    /// Which column is which part of a record; `nil` where the head says so itself.
    private let columns: [(target: TableColumn.Target, name: String)]?

    /// - Parameter map: `citizenID=CID,nameThai.first=FNAME,…`
    init(map: String?) throws {
        columns = try map?.split(separator: ",").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).trimmingBlanks }
            guard parts.count == 2, let target = TableColumn.target(parts[0]) else {
                throw CommandFault.badOption("--map \(pair)")
            }
            return (target, parts[1])
        }
        if let columns, !columns.contains(where: { Self.isCitizenID($0.target) }) {
            throw CommandFault.badOption("--map citizenID=…")
        }
    }

    /// Whether a file is a table, by its name, where nobody has named columns.
    static func isTable(_ file: String) -> Bool {
        file.lowercased().hasSuffix(".csv") || file.lowercased().hasSuffix(".tsv")
    }

    /// Hands out what the rows say.
    func handOut(
        in file: String, bad: (Bilingual) -> Void, _ body: (JSONRecord, _ isDated: Bool) throws -> Void
    ) throws {
        let bytes = try InputFile.read(file, limit: Self.largest)
        guard let text = InputText.utf8(bytes) else { throw CommandFault(.badRecord(file: file, line: 1, key: "text")) }
        var (rows, places) = try opened(text, file)
        while let row = rows.next() {
            let read: (record: JSONRecord, isDated: Bool)
            do throws(CommandFault) {
                guard let cells = row.cells else { throw .badCell("\"") }
                read = try TableRow(places, cells).record()
            } catch {
                let problem = error.report.words.problem
                bad(
                    Bilingual(
                        "\(file) บรรทัด \(row.line): \(problem.thai)", "\(file), line \(row.line): \(problem.english)"))
                continue
            }
            try body(read.record, read.isDated)
        }
    }

    /// The rows behind the head, and where the columns stand: by the first separator with which the head has them.
    private func opened(_ text: [UInt8], _ file: String) throws -> (CSVRows, [TableColumn]) {
        var missing = Field.citizenID.key
        for separator in Self.separators {
            var rows = CSVRows(text, separator: separator)
            guard let head = rows.next()?.cells?.map(\.trimmingBlanks) else { continue }
            if let columns {
                if let absent = columns.first(where: { !head.contains($0.name) }) {
                    missing = absent.name
                } else {
                    return (
                        rows, columns.map { TableColumn(target: $0.target, place: head.firstIndex(of: $0.name) ?? 0) }
                    )
                }
            } else {
                let own = head.enumerated().compactMap { place, name in
                    TableColumn.target(name).map { TableColumn(target: $0, place: place) }
                }
                if own.contains(where: { Self.isCitizenID($0.target) }) { return (rows, own) }
            }
        }
        throw CommandFault.noColumn(missing, of: file)
    }

    private static func isCitizenID(_ target: TableColumn.Target) -> Bool {
        if case .field(let field, _) = target { field.key == Field.citizenID.key } else { false }
    }
}
