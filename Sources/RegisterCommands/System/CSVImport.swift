import CardRecord
import Host
import RecordFiles
import ThaiIDCard

/// Records out of a table of an older tool, whose columns somebody has named.
struct CSVImport {
    private static let largest = 1 << 28

    /// Which column is which part of a record.
    private let columns: [(target: String, column: String)]

    /// - Parameter map: `citizenID=CID,nameThai.first=FNAME,…`
    init(map: String) throws {
        columns = try map.split(separator: ",").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).trimmingBlanks }
            guard parts.count == 2, Self.targets.contains(parts[0]) else {
                throw CommandFault.badOption("--map \(pair)")
            }
            return (parts[0], parts[1])
        }
        guard columns.contains(where: { $0.target == Field.citizenID.key }) else {
            throw CommandFault.badOption("--map citizenID=…")
        }
    }

    private static let targets = [
        "citizenID", "nameThai.title", "nameThai.first", "nameThai.middle", "nameThai.last", "nameEnglish.title",
        "nameEnglish.first", "nameEnglish.middle", "nameEnglish.last", "birthDate", "sex", "read.at",
    ]

    /// All records, once every line of every file has been found good.
    func records(in files: [String]) throws -> [JSONRecord] {
        var (records, faults) = ([JSONRecord](), [Bilingual]())
        for file in files {
            guard let bytes = InputText.utf8(try InputFile.read(file, limit: Self.largest)) else {
                throw CommandFault.noRecord
            }
            var rows = CSVRows(bytes)
            guard let head = rows.next()?.cells else { continue }
            let places = try columns.map { column in
                guard let place = head.firstIndex(of: column.column) else {
                    throw CommandFault.badOption("--map \(column.column)")
                }
                return (column.target, place)
            }
            while let row = rows.next() {
                do {
                    records.append(try record(row.cells, places))
                } catch let error as CommandFault {
                    let problem = error.report.words.problem
                    faults.append(
                        Bilingual(
                            "\(file) บรรทัด \(row.line): \(problem.thai)",
                            "\(file), line \(row.line): \(problem.english)"))
                }
            }
        }
        guard faults.isEmpty else { throw CommandFault.badLines(faults) }
        return records
    }

    private func record(_ cells: [String], _ places: [(String, Int)]) throws -> JSONRecord {
        func cell(_ target: String) -> String? {
            guard let place = places.first(where: { $0.0 == target })?.1, cells.indices.contains(place) else {
                return nil
            }
            let text = cells[place].trimmingBlanks
            return text.isEmpty ? nil : text
        }
        func name(_ key: String) -> String? {
            let parts = ["title", "first", "middle", "last"].map { cell("\(key).\($0)") ?? "" }
            return parts.allSatisfy(\.isEmpty) ? nil : parts.joined(separator: ",")
        }
        guard let citizenID = cell("citizenID").flatMap({ CitizenID($0) }), citizenID.hasValidCheckDigit else {
            throw CommandFault.notCitizenID
        }
        let sex = cell("sex").map {
            ["1", "m", "male", "ชาย"].contains($0.lowercased())
                ? "male" : ["2", "f", "female", "หญิง"].contains($0.lowercased()) ? "female" : $0
        }
        let typed = try TypedRecord(
            citizenID: citizenID.digits, nameThai: name("nameThai") ?? ",,,", nameEnglish: name("nameEnglish"),
            born: cell("birthDate"), sex: sex)
        return try JSONRecord(json: typed.json(at: cell("read.at")))
    }
}

/// The rows of a CSV (RFC 4180), one after another.
struct CSVRows {
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes }

    /// A row, and the line on which it begins; `nil` after the last.
    mutating func next() -> (cells: [String], line: Int)? {
        while place < bytes.endIndex, bytes[place] == UInt8(ascii: "\n") || bytes[place] == UInt8(ascii: "\r") {
            skip()
        }
        guard place < bytes.endIndex else { return nil }
        let first = line
        var (cells, cell, isQuoted) = ([String](), [UInt8](), false)
        while place < bytes.endIndex {
            let byte = bytes[place]
            if isQuoted {
                if byte == UInt8(ascii: "\"") {
                    isQuoted = place + 1 < bytes.endIndex && bytes[place + 1] == byte
                    if isQuoted {
                        cell.append(byte)
                        skip()
                    }
                } else {
                    cell.append(byte)
                }
            } else if byte == UInt8(ascii: "\""), cell.isEmpty {
                isQuoted = true
            } else if byte == UInt8(ascii: ",") {
                cells.append(String(decoding: cell, as: UTF8.self))
                cell = []
            } else if byte == UInt8(ascii: "\n") {
                break
            } else if byte != UInt8(ascii: "\r") {
                cell.append(byte)
            }
            skip()
        }
        return (cells + [String(decoding: cell, as: UTF8.self)], first)
    }

    private mutating func skip() {
        if bytes[place] == UInt8(ascii: "\n") { line += 1 }
        place += 1
    }
}
