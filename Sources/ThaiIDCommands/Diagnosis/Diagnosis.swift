import CardRecord
import CardSources
import Host
import PCSC
import SmartCard
import ThaiIDCard

/// Looks at everything that stands between a card and a record, from the service inwards, and
/// stops at the first thing that is wrong.
struct Diagnosis: Sendable {
    private let cards = Cards.here
    /// What the machine's clock says.
    var clock = WallClock.system

    /// What was found, in order.
    func findings() async -> [Finding] {
        let today = clock.today
        let day = CalendarDay(year: today.year, month: today.month, day: today.day)
        var findings = [Finding.clock(day)].compactMap { $0 }
        for look in [lookAtService, lookAtReaders, lookAtCards] {
            findings += await look()
            if findings.contains(where: { $0.cause != nil }) { break }
        }
        return findings
    }

    private func lookAtService() async -> [Finding] {
        let probe = await cards.probeService()
        let place = probe.socketPath ?? "PC/SC"
        let running = Finding(subject: .service, text: Bilingual("ทำงานอยู่ (\(place))", "running (\(place))"))
        switch (probe.establishError, probe.socket) {
        case (nil, _):
            return [running, Finding(subject: .access, text: Bilingual("ใช้ได้", "granted"))]
        case (.securityViolation?, _):
            return [running, Self.refused]
        case (.serviceStopped?, _):
            return [
                Finding(
                    subject: .service,
                    text: Bilingual(
                        "ทำงานอยู่ แต่เป็นคนละรุ่นกับไลบรารี (\(place))",
                        "running, but of another version than the library (\(place))"),
                    cause: .serviceVersion, command: "dpkg -l pcscd libpcsclite1\npcscd --version")
            ]
        case (_, .missing?):
            return [
                Finding(
                    subject: .service,
                    text: Bilingual(
                        "ไม่พบ \(place): ยังไม่ได้ติดตั้งหรือยังไม่ได้เริ่ม", "no \(place): not installed, or not started"),
                    cause: .noService,
                    command: "sudo apt-get install pcscd libccid\nsudo systemctl enable --now pcscd.socket")
            ]
        case (_, .forbidden?):
            return [
                Finding(
                    subject: .service,
                    text: Bilingual("เข้าถึง \(place) ไม่ได้", "\(place) cannot be reached by this user"),
                    cause: .accessDenied, command: "sudo systemctl restart pcscd.socket")
            ]
        default:
            return [
                Finding(
                    subject: .service, text: Bilingual("ไม่ตอบ (\(place))", "does not answer (\(place))"),
                    cause: .noService, command: "sudo systemctl restart pcscd.socket pcscd.service")
            ]
        }
    }

    private static let refused = Finding(
        subject: .access,
        text: Bilingual(
            "polkit ไม่อนุญาตผู้ใช้ที่ไม่ได้อยู่หน้าเครื่อง", "polkit refuses this session (not at the machine's console)"),
        cause: .accessDenied,
        command: """
            sudo groupadd --force thaiid && sudo usermod --append --groups thaiid "$(id -un)"
            sudo tee /etc/polkit-1/rules.d/50-thaiid.rules <<'RULE'
            polkit.addRule(function(action, subject) {
                if ((action.id == "org.debian.pcsc-lite.access_pcsc" ||
                     action.id == "org.debian.pcsc-lite.access_card") &&
                    subject.isInGroup("thaiid")) { return polkit.Result.YES; }
            });
            RULE
            """)

    private func lookAtReaders() async -> [Finding] {
        let names = ((try? await cards.readers()) ?? []).map(\.name)
        let list = names.joined(separator: ", ")
        let plugged = USBReaders.count
        switch (names.isEmpty, plugged) {
        case (false, _):
            return [
                Finding(subject: .driver, text: Bilingual("ใช้ได้", "works")),
                Finding(subject: .reader, text: Bilingual(list, list)),
            ]
        case (true, let count?) where count > 0:
            return [
                Finding(
                    subject: .driver,
                    text: Bilingual(
                        "เสียบเครื่องอ่านอยู่ \(count) เครื่อง แต่ไม่มีไดรเวอร์รองรับ",
                        "\(count) plugged in on USB, none taken by a driver"),
                    cause: .noReader,
                    command: "sudo apt-get install libccid && sudo systemctl restart pcscd.service")
            ]
        default:
            return [
                Finding(
                    subject: .reader, text: Bilingual("ไม่พบเครื่องอ่านบัตร", "none attached"), cause: .noReader,
                    command: "lsusb")
            ]
        }
    }

    private func lookAtCards() async -> [Finding] {
        let states = (try? await cards.readers()) ?? []
        let state: ReaderState
        do throws(CardSourceError) {
            state = try await cards.reader(among: states, within: Self.limit)
        } catch {
            return [Self.finding(of: ToolError(error.cause))]
        }
        guard !state.isCardMute else {
            return [Finding(subject: .card, text: Bilingual("ไม่ตอบสนอง", "does not answer"), cause: .cardMute)]
        }
        let atr = state.atr?.description ?? "?"
        let place = states.count(where: \.isCardPresent) > 1 ? "\(state.name): " : ""
        let present = Finding(subject: .card, text: Bilingual("\(place)ATR \(atr)", "\(place)ATR \(atr)"))
        return [present, await select(in: state.name)]
    }

    private static func finding(of error: ToolError) -> Finding {
        switch error {
        case .noCard:
            Finding(
                subject: .card, text: Bilingual("ไม่มีบัตร", "none inserted"), cause: error, command: "thaiid read --wait")
        case .cardMute: Finding(subject: .card, text: Bilingual("ไม่ตอบสนอง", "does not answer"), cause: error)
        default: Finding(subject: .card, text: error.words.problem, cause: error)
        }
    }

    /// How long a card may take to say what it is.
    private static let limit = Duration.seconds(10)

    private func select(in reader: String) async -> Finding {
        do throws(CardSourceError) {
            try await cards.probeCard(in: reader, within: Self.limit)
            return Finding(subject: .thaiID, text: Bilingual("ใช่", "yes"))
        } catch {
            let cause = ToolError(error.cause)
            return Finding(subject: .thaiID, text: cause.words.problem, cause: cause)
        }
    }
}
