import CardRecord
import CardSources
import PCSC
import SmartCard
import ThaiIDCard
import VirtualCard

/// The lines of `--log-level`. Names of calls and codes are the same in both languages.
struct LampText: Sendable {
    let language: Language

    /// A whole line, safe to show whatever a reader calls itself.
    static func line(_ text: String, at time: Duration) -> String {
        let milliseconds = time.milliseconds
        return "[\(milliseconds / 1000).\((milliseconds % 1000).padded(to: 3))] \(SafeText.clean(text))\n"
    }

    /// What is told of anything but an exchange; `nil` for what is not known here.
    func whatToTell(of observation: any Observation) -> String? {
        switch observation {
        case let call as LibraryCall: text(of: call)
        case let report as ReaderReport: text(of: report)
        case let report as SlotReport: text(of: report)
        case let reset as ObservedChannel.Reset:
            say("จ่ายไฟบัตรใหม่", "card powered anew")
                + " → \(reset.failure.map { Bilingual($0)[language] } ?? say("สำเร็จ", "done")), \(Self.text(of: reset.duration))"
        case let desk as DeskObservation: desk.text[language]
        case let control as VPCDLink.Control: say("เครื่องอ่าน: ", "the reader: ") + text(of: control)
        default: nil
        }
    }

    private func text(of call: LibraryCall) -> String {
        let arguments = arguments(of: call.function).map { " " + $0 } ?? ""
        let result = call.failure.map { "\($0)" } ?? "OK"
        return "\(call.function.name)\(arguments) → \(result) \(Self.text(of: call.duration))"
    }

    private func arguments(of function: LibraryCall.Function) -> String? {
        switch function {
        case .connect(let reader, let isDirect):
            quoted(reader) + (isDirect ? say(" โดยไม่ใช้บัตร", " without the card") : "")
        case .waitForChange(let readers, let timeout):
            readers.map(quoted).joined(separator: " ") + say(", ไม่เกิน ", ", at most ") + Self.text(of: timeout)
        case .reconnect(let disposition), .disconnect(let disposition), .endTransaction(let disposition):
            "\(disposition)"
        case .establishContext, .releaseContext, .cancel, .listReaders, .beginTransaction, .status, .transmit: nil
        }
    }

    private func text(of report: ReaderReport) -> String {
        let event = say("เหตุการณ์ที่ \(report.eventCount)", "event \(report.eventCount)")
        return switch report.event {
        case .readerAttached(let reader): say("เสียบเครื่องอ่าน: ", "reader attached: ") + quoted(reader)
        case .readerDetached(let reader): say("ถอดเครื่องอ่าน: ", "reader detached: ") + quoted(reader)
        case .cardRemoved(let reader): say("ถอดบัตร: ", "card removed: ") + "\(quoted(reader)), \(event)"
        case .cardInserted(let reader, let atr, let isFresh):
            say("เสียบบัตร: ", "card inserted: ") + "\(quoted(reader)), \(event), "
                + (isFresh ? say("เพิ่งเสียบ", "just now") : say("เสียบอยู่ก่อนแล้ว", "already there")) + ", "
                + (atr.map { "ATR \($0)" } ?? say("ไม่ตอบ", "mute"))
        }
    }

    private func text(of report: SlotReport) -> String {
        switch report {
        case .found(let states) where states.isEmpty: return say("ไม่มีเครื่องอ่าน", "no reader")
        case .found(let states):
            let readers = states.enumerated().map { "\($0 + 1) \(quoted($1.name)) \(text(of: $1))" }
            return say("เครื่องอ่าน: ", "readers: ") + readers.joined(separator: ", ")
        case .asked(let reader, let answer):
            return say("ถามบัตรใน", "asked the card in") + " \(quoted(reader)): \(text(of: answer))"
        case .chosen(let reader, let reason):
            return say("เลือก: ", "chosen: ") + "\(quoted(reader)), \(text(of: reason))"
        }
    }

    private func text(of state: ReaderState) -> String {
        if state.isUnavailable { return say("ใช้ไม่ได้", "out of order") }
        guard state.isCardPresent else { return say("ว่าง", "empty") }
        return (state.isCardMute ? say("บัตรไม่ตอบ", "mute card") : say("มีบัตร", "card"))
            + (state.isInUse ? say(" กำลังใช้อยู่", " in use") : "")
    }

    private func text(of answer: CardSearch.Answer) -> String {
        switch answer {
        case .thaiID: say("เป็นบัตรประชาชน", "a Thai ID card")
        case .foreign(let status): say("เป็นบัตรอื่น", "another card") + (status.map { ", \($0)" } ?? "")
        case .failed(let cause): ToolError(cause).identity.code
        }
    }

    private func text(of reason: SlotReport.Reason) -> String {
        switch reason {
        case .named: say("ตามที่ระบุ", "which was asked for")
        case .onlyCard: say("เครื่องเดียวที่มีบัตรซึ่งน่าจะใช่", "the only one with a card that may be meant")
        case .onlyMuteCard: say("เครื่องเดียวที่มีบัตร แต่บัตรไม่ตอบ", "the only one with a card, which is mute")
        case .answers: say("เครื่องเดียวที่บัตรตอบว่าเป็นบัตรประชาชน", "the only one whose card answers as a Thai ID card")
        }
    }

    private func text(of control: VPCDLink.Control) -> String {
        switch control {
        case .powerOff: say("ปิดไฟ", "power off")
        case .powerOn: say("เปิดไฟ", "power on")
        case .reset: say("รีเซ็ต", "reset")
        case .askForATR: say("ขอ ATR", "asks for the ATR")
        }
    }

    static func text(of duration: Duration) -> String {
        let tenths = duration / .microseconds(100)
        return "\(Int(tenths) / 10).\(Int(tenths) % 10) ms"
    }

    func say(_ thai: String, _ english: String) -> String { Bilingual(thai, english)[language] }

    private func quoted(_ name: String) -> String { "\"\(name)\"" }
}
