import SmartCard

/// The citizen ID on a card: 13 digits from byte 4 of the storage applet on.
func citizenID(on card: any CardChannel) throws(ChannelError) -> String {
    let channel = ChainingChannel(card)
    _ = try channel.transmit(.select(ApplicationID([0xA0, 0x00, 0x00, 0x00, 0x54, 0x48, 0x00, 0x01])))
    let answer = try channel.transmit(CommandAPDU(0x80, 0xB0, 0x00, 0x04, data: [0x00, 0x0D]))
    return String(decoding: answer.data, as: UTF8.self)
}
