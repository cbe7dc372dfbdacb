import CardRecord
import CardSources
import ThaiIDCard

extension Finding {
    /// Says what was found.
    init(_ fact: Diagnosis.Fact) {
        switch fact {
        case .buddhistClock(let year): self = Self.clock(year)
        case .serviceRuns(let place):
            self.init(subject: .service, text: Bilingual("ทำงานอยู่ (\(place))", "running (\(place))"))
        case .serviceOfAnotherVersion(let place):
            self.init(
                subject: .service,
                text: Bilingual(
                    "ทำงานอยู่ แต่เป็นคนละรุ่นกับไลบรารี (\(place))",
                    "running, but of another version than the library (\(place))"),
                cause: .serviceVersion, command: "dpkg -l pcscd libpcsclite1\npcscd --version")
        case .noService(let place):
            self.init(
                subject: .service,
                text: Bilingual(
                    "ไม่พบ \(place): ยังไม่ได้ติดตั้งหรือยังไม่ได้เริ่ม", "no \(place): not installed, or not started"),
                cause: .noService,
                command: "sudo apt-get install pcscd libccid\nsudo systemctl enable --now pcscd.socket")
        case .serviceOutOfReach(let place):
            self.init(
                subject: .service, text: Bilingual("เข้าถึง \(place) ไม่ได้", "\(place) cannot be reached by this user"),
                cause: .accessDenied, command: "sudo systemctl restart pcscd.socket")
        case .serviceMute(let place):
            self.init(
                subject: .service, text: Bilingual("ไม่ตอบ (\(place))", "does not answer (\(place))"),
                cause: .noService, command: "sudo systemctl restart pcscd.socket pcscd.service")
        case .accessGranted: self.init(subject: .access, text: Bilingual("ใช้ได้", "granted"))
        case .accessRefused: self = Self.refused
        case .driverWorks: self.init(subject: .driver, text: Bilingual("ใช้ได้", "works"))
        case .noDriver(let plugged):
            self.init(
                subject: .driver,
                text: Bilingual(
                    "เสียบเครื่องอ่านอยู่ \(plugged) เครื่อง แต่ไม่มีไดรเวอร์รองรับ",
                    "\(plugged) plugged in on USB, none taken by a driver"),
                cause: .noReader, command: "sudo apt-get install libccid && sudo systemctl restart pcscd.service")
        case .readers(let names):
            let list = names.joined(separator: ", ")
            self.init(subject: .reader, text: Bilingual(list, list))
        case .noReader:
            self.init(
                subject: .reader, text: Bilingual("ไม่พบเครื่องอ่านบัตร", "none attached"), cause: .noReader,
                command: "lsusb")
        case .card(let atr, let reader):
            let text = (reader.map { "\($0): " } ?? "") + "ATR \(atr ?? "?")"
            self.init(subject: .card, text: Bilingual(text, text))
        case .noCard(let cause): self = Self.noCard(ToolError(cause))
        case .thaiID: self.init(subject: .thaiID, text: Bilingual("ใช่", "yes"))
        case .noThaiID(let cause):
            let error = ToolError(cause)
            self.init(subject: .thaiID, text: error.words.problem, cause: error)
        }
    }

    private static func noCard(_ error: ToolError) -> Finding {
        switch error {
        case .noCard:
            Finding(
                subject: .card, text: Bilingual("ไม่มีบัตร", "none inserted"), cause: error, command: "thaiid read --wait")
        case .cardMute: Finding(subject: .card, text: Bilingual("ไม่ตอบสนอง", "does not answer"), cause: error)
        default: Finding(subject: .card, text: error.words.problem, cause: error)
        }
    }

    private static func clock(_ year: Int) -> Finding {
        Finding(
            subject: .clock,
            text: Bilingual(
                "ปีของเครื่องคือ \(year) ซึ่งเป็นปี พ.ศ. เครื่องต้องใช้ปี ค.ศ.",
                "the year is \(year), of the Buddhist era; a computer counts Gregorian years"),
            command: "sudo timedatectl set-ntp true",
            advice: Bilingual(
                "ตั้งปีเป็น \(year - 543) ระหว่างนี้อายุ วันหมดอายุ และวันที่บนเอกสารจะผิดไป 543 ปี",
                "Set it to \(year - 543). Until then ages, validity and the dates on sheets are 543 years off."))
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
}
