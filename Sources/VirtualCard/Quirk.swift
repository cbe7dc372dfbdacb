/// A way in which a virtual card behaves unlike an ordinary one, from its first command on.
///
/// Each has been reported of real cards and stacks, or is what a hostile card would do.
public enum Quirk: Hashable, Sendable {
    /// Every answer takes so long, and so much more for each byte sent or received. A card at 9,600
    /// baud needs about 1.1 ms a byte, a fast one 0.05 ms.
    case latency(perExchange: Duration, perByte: Duration)
    /// No command is answered.
    case mute
    /// Every answer says that 255 more bytes wait (`61FF`).
    case endlessWaiting
    /// Every answer wants the command again, with another length each time (`6Cxx`).
    case endlessLengths
    /// GET RESPONSE is taken with this P2 only.
    case getResponseP2(UInt8)
    /// READ without Le is answered by `6Cxx`, and with that Le by the data.
    case exactLengthOnRead
    /// READs of more bytes than this are refused (`6700`).
    case longestRead(Int)
    /// What SELECT left waiting answers the next command in its place, and so on from there, where
    /// nobody fetches it.
    case keepsPending
}
