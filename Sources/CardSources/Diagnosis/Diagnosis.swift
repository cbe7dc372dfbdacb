package import Host
internal import PCSC
internal import SmartCard
internal import ThaiIDCard

/// Looks at everything that stands between a card and a record, from the service inwards, and
/// stops at the first thing that is wrong.
package struct Diagnosis: Sendable {
    private let cards: Cards
    private let clock: WallClock

    package init(_ cards: Cards, by clock: WallClock = .system) { (self.cards, self.clock) = (cards, clock) }

    /// What was found, in order.
    package func facts() async -> [Fact] {
        let today = clock.today
        let day = CalendarDay(year: today.year, month: today.month, day: today.day)
        var facts = [Self.fact(of: day)].compactMap { $0 }
        for look in [lookAtService, lookAtReaders, lookAtCards] {
            facts += await look()
            if facts.contains(where: \.keepsCardsFromBeingRead) { break }
        }
        return facts
    }

    /// Cards are read all the same, but ages, validity and the dates on sheets are 543 years off.
    static func fact(of day: CalendarDay) -> Fact? {
        day.isProbablyBuddhist ? .buddhistClock(year: day.year) : nil
    }

    private func lookAtService() async -> [Fact] { Self.facts(of: await cards.probeService()) }

    static func facts(of probe: ServiceProbe) -> [Fact] {
        let place = probe.socketPath ?? "PC/SC"
        return switch (probe.establishError, probe.socket) {
        case (nil, _): [.serviceRuns(place), .accessGranted]
        case (.securityViolation?, _): [.serviceRuns(place), .accessRefused]
        case (.serviceStopped?, _): [.serviceOfAnotherVersion(place)]
        case (_, .missing?): [.noService(place)]
        case (_, .forbidden?): [.serviceOutOfReach(place)]
        default: [.serviceMute(place)]
        }
    }

    private func lookAtReaders() async -> [Fact] {
        let names = ((try? await cards.readers()) ?? []).map(\.name)
        guard names.isEmpty else { return [.driverWorks, .readers(names)] }
        guard let plugged = Self.readersOnUSB, plugged > 0 else { return [.noReader] }
        return [.noDriver(plugged: plugged)]
    }

    /// How many interfaces of the USB class for chip cards (0x0B) are plugged in, whether or not a driver takes
    /// them; `nil` where the system does not show its bus in sysfs.
    private static var readersOnUSB: Int? {
        let bus = "/sys/bus/usb/devices"
        guard let devices = Folder.names(bus) else { return nil }
        return devices.count { device in
            guard let bytes = try? InputFile.read("\(bus)/\(device)/bInterfaceClass", limit: 16) else { return false }
            return bytes.starts(with: "0b".utf8)
        }
    }

    private func lookAtCards() async -> [Fact] {
        let states = (try? await cards.readers()) ?? []
        let state: ReaderState
        do throws(CardSourceError) {
            state = try await cards.reader(among: states, within: Self.limit)
        } catch {
            return [.noCard(error.cause)]
        }
        guard !state.isCardMute else { return [.noCard(.mute)] }
        let isAmongSeveral = states.count(where: \.isCardPresent) > 1
        let present = Fact.card(atr: state.atr?.description, reader: isAmongSeveral ? state.name : nil)
        do throws(CardSourceError) {
            try await cards.probeCard(in: state.name, within: Self.limit)
            return [present, .thaiID]
        } catch {
            return [present, .noThaiID(error.cause)]
        }
    }

    /// How long a card may take to say what it is.
    private static let limit = Duration.seconds(10)
}
