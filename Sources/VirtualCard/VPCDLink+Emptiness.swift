extension VPCDLink {
    /// Waits until the service has looked into a virtual reader and found no card in it.
    ///
    /// The service looks every 0.4 s. A card that is changed faster it does not miss: to every
    /// program the new card is the old one. So something that is no card sits in the reader until it
    /// is looked at, and goes without an answer.
    ///
    /// Whatever gives a card power looks, too, at any time, such as the reset after a program that died
    /// in a transaction; but only who looks at regular times tells programs of a card.
    ///
    /// - Parameter isInUse: whether programs may have spoken to the card that went. The reader then
    ///   stays empty for longer than it takes until the service looks at its regular time.
    /// - Throws: `LinkError` where the reader takes no card, or is not looked into within 10 seconds.
    public static func waitUntilEmpty(
        host: String = "127.0.0.1", port: UInt16 = 35963, isInUse: Bool = false
    ) throws(LinkError) {
        let end = ContinuousClock.now + (isInUse ? .milliseconds(500) : .zero)
        repeat {
            let link = try VPCDLink(host: host, port: port)
            link.limitWaits(to: 10)
            try link.overhear()
        } while ContinuousClock.now < end
    }
}
