import Foundation
import RegisterStore
import TestSupport

@testable import RecordSeal

/// A register that is the same in every run, but for what chance gives it.
enum Rings {
    static let root = key(0)
    static let store = id(0xA0)

    static func key(_ first: UInt8) -> RegisterKey { RegisterKey(bytes: (0..<32).map { first &+ $0 }) ?? RegisterKey() }

    static func id(_ first: UInt8) -> RowID { RowID((0..<16).map { first &+ $0 }) ?? .new(at: 0) }

    static func new() -> (Keyring, [SecretRow]) { Keyring.new(root: root, store: store) }
}

/// What opening something gives: the bytes, or why there are none.
func outcome(_ body: () throws -> [UInt8]) -> Result<[UInt8], SealError> {
    do { return .success(try body()) } catch let error as SealError { return .failure(error) } catch {
        preconditionFailure("\(error)")
    }
}
