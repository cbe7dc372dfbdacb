import Host
import Register
import RegisterSQLite
import RegisterStore

/// Files that change places: either all are in theirs, or all are back.
final class RestoreMoves {
    private let places: RegisterPlaces
    private var moved: [String] = []
    private var put: [String] = []

    init(_ places: RegisterPlaces) { self.places = places }

    /// Puts copies where the store's files are.
    func put(people: String, keys: String?, replaces: Bool) throws {
        let targets: [(source: String, target: String, kind: StoreFile.Kind)] =
            [(people, places.people, .people)] + (keys.map { [($0, places.keys, .keys)] } ?? [])
        for (_, target, _) in targets where Folder.holds(target) && !replaces {
            throw RegisterError(.storeExists, target)
        }
        do {
            for (source, target, kind) in targets {
                for companion in StoreFile.companions where Folder.holds(target + companion) {
                    guard Folder.rename(target + companion, to: target + companion + StoreFile.replaced) else {
                        throw FileFailure.unwritable(target, .last)
                    }
                    moved.append(target + companion)
                }
                try StoreFile(source, kind).restore(to: target)
                put.append(target)
            }
        } catch {
            try undo()
            throw error
        }
    }

    /// Whom the keys in place know as erased, where a copy is to take their place: the copy may be from before.
    func erasures(before keys: String?) throws(StoreError) -> [ErasureRow] {
        guard let keys, let old = try? StoreFile(places.keys, .keys), let new = try? StoreFile(keys, .keys),
            old.store == new.store
        else { return [] }
        return try old.erasures()
    }

    /// Brings everything back.
    func undo() throws {
        for path in put { for companion in StoreFile.companions { Folder.remove(path + companion) } }
        for path in moved.reversed() { _ = Folder.rename(path + StoreFile.replaced, to: path) }
        (put, moved) = ([], [])
    }
}
