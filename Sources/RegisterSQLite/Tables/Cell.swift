internal import Foundation
internal import GRDB
internal import RegisterStore

/// What a row has in one column, on its way into the store.
protocol Cell {
    var stored: DatabaseValue { get }
}

extension Int: Cell { var stored: DatabaseValue { databaseValue } }
extension Int64: Cell { var stored: DatabaseValue { databaseValue } }
extension Bool: Cell { var stored: DatabaseValue { databaseValue } }
extension String: Cell { var stored: DatabaseValue { databaseValue } }
extension RowID: Cell { var stored: DatabaseValue { Data(bytes).databaseValue } }
extension [UInt8]: Cell { var stored: DatabaseValue { Data(self).databaseValue } }
extension PersonState: Cell { var stored: DatabaseValue { rawValue.databaseValue } }

/// A list of words, none of which has a line's end.
struct WordList: Cell {
    private let text: String

    init(_ words: [String]) { text = words.joined(separator: "\n") }
    init?(_ words: [String]?) {
        guard let words else { return nil }
        self.init(words)
    }

    var stored: DatabaseValue { text.databaseValue }
}

extension StatementArguments {
    init(_ cells: [(any Cell)?]) { self.init(cells.map { $0?.stored ?? .null }) }
}
