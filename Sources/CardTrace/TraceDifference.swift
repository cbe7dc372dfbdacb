public import SmartCard
public import ThaiIDCard

/// What two recordings say differently. Order, chunks and times of the reads are no difference.
public enum TraceDifference: Hashable, Sendable {
    /// The cards answer differently to reset.
    case atr(ATR, ATR)
    /// One card has an applet that the other lacks.
    case applet(Applet, inFirst: Bool)
    /// A field that only one of them holds.
    case onlyIn(first: Bool, field: String)
    /// A field that says something else, or is of another state.
    case field(String)
}

extension Trace {
    /// What another recording says differently.
    public func differences(from other: Trace) -> [TraceDifference] {
        let (own, others) = (image, other.image)
        var differences: [TraceDifference] = atr == other.atr ? [] : [.atr(atr, other.atr)]
        for applet in Applet.allCases {
            if own.bytes[applet] != nil, others.absent.contains(applet) {
                differences.append(.applet(applet, inFirst: true))
            } else if own.absent.contains(applet), others.bytes[applet] != nil {
                differences.append(.applet(applet, inFirst: false))
            }
        }
        let (card, otherCard) = (IDCard(own), IDCard(others))
        for field in Field.all where !own.absent.union(others.absent).contains(field.applet) {
            let (state, otherState) = (field.state(in: card), field.state(in: otherCard))
            switch (state, otherState) {
            case (.notRead, .notRead): break
            case (.notRead, _): differences.append(.onlyIn(first: false, field: field.key))
            case (_, .notRead): differences.append(.onlyIn(first: true, field: field.key))
            default: if state != otherState { differences.append(.field(field.key)) }
            }
        }
        return differences
    }
}
