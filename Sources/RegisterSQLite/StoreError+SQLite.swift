internal import GRDB
internal import RegisterStore

extension StoreError {
    /// What SQLite's result codes mean here (sqlite.org/rescode.html). Its messages name tables and columns, never values.
    init(_ error: DatabaseError) {
        let message = error.message ?? "\(error.extendedResultCode.rawValue)"
        self =
            switch error.extendedResultCode {
            case .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_ROWID: .exists(message)
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .missing(message)
            // The memory that processes share is a file, too, and the first to find no room.
            case .SQLITE_IOERR_SHMSIZE: .full
            default:
                switch error.resultCode {
                case .SQLITE_BUSY: .busy
                case .SQLITE_LOCKED: .locked
                case .SQLITE_FULL: .full
                case .SQLITE_READONLY: .readOnly
                case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: .damaged(message)
                default: .failed(message)
                }
            }
    }

    /// The one door through which what GRDB throws becomes an error of the store.
    static func mapping<R>(_ body: () throws -> R) throws(StoreError) -> R {
        do {
            return try body()
        } catch let error as StoreError {
            throw error
        } catch let error as DatabaseError {
            throw StoreError(error)
        } catch {
            throw .failed("\(type(of: error))")
        }
    }
}
