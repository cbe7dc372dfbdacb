import SmartCard

/// Whether a card has an application.
func has(_ application: ApplicationID, on card: any CardChannel) throws(ChannelError) -> Bool {
    try ChainingChannel(card).transmit(.select(application)).status != .notFound
}
