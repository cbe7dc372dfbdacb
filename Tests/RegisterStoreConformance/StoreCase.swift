package import RegisterStore

/// One thing that a store must do, whichever it is: run on a new one.
package struct StoreCase: Sendable, CustomStringConvertible {
    package let description: String
    package let run: @Sendable (any RegisterStore) throws -> Void

    init(_ description: String, _ run: @escaping @Sendable (any RegisterStore) throws -> Void) {
        self.description = description
        self.run = run
    }

    /// Everything.
    package static let all = people + observed + decided + office + log + keys + transactions
}

/// What a store did not do.
package struct Breach: Error, CustomStringConvertible {
    package let description: String
}

func must(_ holds: Bool, _ what: String, line: Int = #line) throws {
    guard holds else { throw Breach(description: "line \(line): \(what)") }
}

func must<Value: Equatable>(_ found: Value, be wanted: Value, line: Int = #line) throws {
    guard found == wanted else { throw Breach(description: "line \(line): \(found) is not \(wanted)") }
}

func must(fail kind: String, line: Int = #line, _ body: () throws -> Void) throws {
    do {
        try body()
    } catch let error as StoreError where "\(error)".hasPrefix(kind) {
        return
    } catch {
        throw Breach(description: "line \(line): \(error) and not \(kind)")
    }
    throw Breach(description: "line \(line): nothing was thrown")
}
