/// Why something sealed stays closed.
package enum SealError: Error, Hashable {
    /// The register key opens none of the store's secrets: it is another register's, or an older one.
    case wrongKey
    /// The bytes are not those that were sealed in this place, of this store, under this key.
    case damaged
    /// A secret is gone that the store cannot be without, by its name.
    case missing(String)
    /// It was sealed in a generation whose keys are not in the ring.
    case generation(Int)
    /// It names an algorithm or a form that this version does not know.
    case newer
}
