/// Why a store could not be opened, read or written.
package enum StoreError: Error, Hashable {
    /// There is no such file, folder or row.
    case missing(String)
    /// It is there already.
    case exists(String)
    /// A newer program has made the store.
    case newer(found: Int, known: Int)
    /// Somebody else was writing for longer than one waits.
    case busy
    /// The disk, or what one may take of it.
    case full
    case readOnly
    /// Where no lock and no sync can be trusted; with the kind of file system.
    case networkFileSystem(String)
    /// Not a store's files, not two of one store, or not whole; with what was seen.
    case damaged(String)
    /// Somebody else has the store to themselves.
    case locked
    case failed(String)
}
