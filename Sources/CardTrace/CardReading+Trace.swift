internal import SmartCard
public import ThaiIDCard

extension CardReading {
    /// What a recording says, whoever made it and with whatever plan; see
    /// `init(recorded:isBrokenOff:_:phases:)`.
    ///
    /// Nothing is sent: for a recording that answers the commands of this project's own plan, replay it
    /// (`ReplayChannel`), which gives every failure at its place.
    ///
    /// - Returns: `nil` where the recording lacks what was asked for because it breaks off within its own
    ///   plan.
    public init?(of trace: Trace, _ request: ReadRequest) throws(CardError) {
        let plan = RecordedPlan(trace)
        let isBrokenOff = plan.isBrokenOff
        do throws(CardError) {
            try self.init(recorded: plan.image, isBrokenOff: isBrokenOff, request, phases: plan.costs)
        } catch {
            if isBrokenOff, case .channel(.notRecorded) = error { return nil }
            throw error
        }
    }
}
