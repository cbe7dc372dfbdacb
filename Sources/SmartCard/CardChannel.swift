/// A card under power, and the way to speak to it.
///
/// A channel carries bytes. It reads no meaning into a status word and tries nothing twice: that
/// is for whoever holds the channel. The reader, a replay and a virtual card are channels;
/// chaining and recording are channels around a channel.
///
/// `transmit` blocks until the card has answered, since a card answers one command at a time and
/// two conversations must never mix. A channel therefore belongs to one thread. `PCSC` gives each
/// card a thread of its own, so that nothing else waits for it.
public protocol CardChannel: AnyObject {
    /// What the card answered to its last reset.
    var atr: ATR { get }

    /// Sends one command and waits for its answer, whatever its status word.
    func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU

    /// Powers the card anew, after another program reset it or when its answers cannot be
    /// trusted. No application is selected afterwards.
    func reset() throws(ChannelError)
}
