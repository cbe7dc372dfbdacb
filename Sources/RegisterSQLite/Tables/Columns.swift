internal import Foundation
internal import GRDB
internal import RegisterStore

/// A row's columns, taken one after the other; what does not fit has been tampered with or is broken.
struct Columns {
    private let row: Row
    private let table: String
    private var next = 0

    init(_ row: Row, of table: String) {
        self.row = row
        self.table = table
    }

    private mutating func value() -> DatabaseValue.Storage {
        defer { next += 1 }
        return (row[next] as DatabaseValue).storage
    }

    private var damage: StoreError { .damaged("\(table), column \(next)") }

    mutating func id() throws(StoreError) -> RowID {
        guard let id = try idIfAny() else { throw damage }
        return id
    }

    mutating func idIfAny() throws(StoreError) -> RowID? {
        guard let bytes = try bytesIfAny() else { return nil }
        guard let id = RowID(bytes) else { throw damage }
        return id
    }

    mutating func bytes() throws(StoreError) -> [UInt8] {
        guard let bytes = try bytesIfAny() else { throw damage }
        return bytes
    }

    private mutating func bytesIfAny() throws(StoreError) -> [UInt8]? {
        switch value() {
        case .null: return nil
        case .blob(let data): return [UInt8](data)
        default: throw damage
        }
    }

    mutating func number() throws(StoreError) -> Int64 {
        guard let number = try numberIfAny() else { throw damage }
        return number
    }

    mutating func numberIfAny() throws(StoreError) -> Int64? {
        switch value() {
        case .null: return nil
        case .int64(let number): return number
        default: throw damage
        }
    }

    mutating func int() throws(StoreError) -> Int { Int(try number()) }
    mutating func intIfAny() throws(StoreError) -> Int? { try numberIfAny().map { Int($0) } }
    mutating func flag() throws(StoreError) -> Bool { try number() != 0 }

    mutating func text() throws(StoreError) -> String {
        guard let text = try textIfAny() else { throw damage }
        return text
    }

    mutating func textIfAny() throws(StoreError) -> String? {
        switch value() {
        case .null: return nil
        case .string(let text): return text
        default: throw damage
        }
    }

    mutating func list() throws(StoreError) -> [String] { Self.list(try text()) }
    mutating func listIfAny() throws(StoreError) -> [String]? { try textIfAny().map(Self.list) }

    private static func list(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    mutating func state() throws(StoreError) -> PersonState {
        guard let state = PersonState(rawValue: try int()) else { throw damage }
        return state
    }
}
