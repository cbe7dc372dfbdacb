/// Records as small as deflate makes them (RFC 1951) with a dictionary of what most of them hold.
///
/// The dictionary is frozen: boxes cannot be opened with another. A better one is a file and a `BoxForm` of its own.
enum Packing {
    /// More than any record: what unpacks to more was not packed here.
    private static let longest = 1 << 26

    static func pack(_ bytes: [UInt8]) -> [UInt8] {
        Deflate.packed(bytes, dictionary: PackageResources.packing_1_dictionary)
    }

    static func unpack(_ bytes: [UInt8]) -> [UInt8]? {
        Deflate.unpacked(bytes, dictionary: PackageResources.packing_1_dictionary, limit: longest)
    }
}
