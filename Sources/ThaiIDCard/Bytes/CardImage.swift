/// What is known of a card's bytes, applet by applet.
///
/// An image comes from a read, from a recording made by any tool, or from an encoder. It does not
/// know which, and it knows nothing of what the bytes mean.
public struct CardImage: Hashable, Sendable {
    /// The bytes of each applet that were seen.
    package var bytes: [Applet: SparseBytes] = [:]
    /// Applets that the card says it does not have (`6A82` to SELECT).
    package var absent: Set<Applet> = []
    /// Applets that could not be read, and why.
    package var failures: [Applet: FieldFailure] = [:]

    /// Makes an image in which nothing is known.
    public init() {}

    /// The bytes of one applet.
    package subscript(applet: Applet) -> SparseBytes {
        get { bytes[applet] ?? SparseBytes() }
        _modify { yield &bytes[applet, default: SparseBytes()] }
    }
}

extension CardImage: CustomReflectable {
    /// How much is known of each applet, never what.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: bytes.map { applet, bytes in
                (label: applet.rawValue, value: bytes.known as Any)
            })
    }
}
