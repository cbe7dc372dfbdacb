package import SmartCard

extension ATR {
    /// Whether the historical bytes begin with `TH NID `, as on every Thai ID card observed.
    ///
    /// A hint for people: what decides is whether the storage applet can be selected. New
    /// generations get new numbers after these letters.
    package var looksLikeThaiID: Bool { historicalBytes.starts(with: "TH NID ".utf8) }
}
