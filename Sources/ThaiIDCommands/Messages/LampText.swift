import CardRecord
import CardSources
import PCSC
import SmartCard
import ThaiIDCard
import VirtualCard

/// The lines of `--log-level`, in English as the names of calls and codes are.
enum LampText {
    /// A whole line, safe to show whatever a reader calls itself.
    static func line(_ text: String, at time: Duration) -> String {
        let milliseconds = time.milliseconds
        return "[\(milliseconds / 1000).\((milliseconds % 1000).padded(to: 3))] \(SafeText.clean(text))\n"
    }

    /// What is told of anything but an exchange; `nil` for what is not known here.
    static func whatToTell(of observation: any Observation) -> String? {
        switch observation {
        case let call as LibraryCall: text(of: call)
        case let report as ReaderReport: text(of: report)
        case let report as SlotReport: text(of: report)
        case let reset as ObservedChannel.Reset:
            "card powered anew → \(reset.failure.map { Bilingual($0).english } ?? "done"), \(text(of: reset.duration))"
        case let control as VPCDLink.Control: "the reader: \(text(of: control))"
        default: nil
        }
    }

    private static func text(of call: LibraryCall) -> String {
        let arguments = arguments(of: call.function).map { " " + $0 } ?? ""
        let result = call.failure.map { "\($0)" } ?? "OK"
        return "\(call.function.name)\(arguments) → \(result) \(text(of: call.duration))"
    }

    private static func arguments(of function: LibraryCall.Function) -> String? {
        switch function {
        case .connect(let reader, let isDirect): quoted(reader) + (isDirect ? " without the card" : "")
        case .waitForChange(let readers, let timeout):
            readers.map(quoted).joined(separator: " ") + ", at most \(text(of: timeout))"
        case .reconnect(let disposition), .disconnect(let disposition), .endTransaction(let disposition):
            "\(disposition)"
        case .establishContext, .releaseContext, .cancel, .listReaders, .beginTransaction, .status, .transmit: nil
        }
    }

    private static func text(of report: ReaderReport) -> String {
        switch report.event {
        case .readerAttached(let reader): "reader attached: \(quoted(reader))"
        case .readerDetached(let reader): "reader detached: \(quoted(reader))"
        case .cardRemoved(let reader): "card removed: \(quoted(reader)), event \(report.eventCount)"
        case .cardInserted(let reader, let atr, let isFresh):
            "card inserted: \(quoted(reader)), event \(report.eventCount), \(isFresh ? "just now" : "already there"), "
                + (atr.map { "ATR \($0)" } ?? "mute")
        }
    }

    private static func text(of report: SlotReport) -> String {
        switch report {
        case .found(let states) where states.isEmpty: return "no reader"
        case .found(let states):
            let readers = states.enumerated().map { "\($0 + 1) \(quoted($1.name)) \(text(of: $1))" }
            return "readers: " + readers.joined(separator: ", ")
        case .asked(let reader, let answer): return "asked the card in \(quoted(reader)): \(text(of: answer))"
        case .chosen(let reader, let reason): return "chosen: \(quoted(reader)), \(text(of: reason))"
        }
    }

    private static func text(of state: ReaderState) -> String {
        if state.isUnavailable { return "out of order" }
        guard state.isCardPresent else { return "empty" }
        return (state.isCardMute ? "mute card" : "card") + (state.isInUse ? " in use" : "")
    }

    private static func text(of answer: CardSearch.Answer) -> String {
        switch answer {
        case .thaiID: "a Thai ID card"
        case .foreign(let status): "another card" + (status.map { ", \($0)" } ?? "")
        case .failed(let cause): ToolError(cause).identity.code
        }
    }

    private static func text(of reason: SlotReport.Reason) -> String {
        switch reason {
        case .named: "which was asked for"
        case .onlyCard: "the only one with a card that may be meant"
        case .onlyMuteCard: "the only one with a card, which is mute"
        case .answers: "the only one whose card answers as a Thai ID card"
        }
    }

    private static func text(of control: VPCDLink.Control) -> String {
        switch control {
        case .powerOff: "power off"
        case .powerOn: "power on"
        case .reset: "reset"
        case .askForATR: "asks for the ATR"
        }
    }

    static func text(of duration: Duration) -> String {
        let tenths = duration / .microseconds(100)
        return "\(Int(tenths) / 10).\(Int(tenths) % 10) ms"
    }

    private static func quoted(_ name: String) -> String { "\"\(name)\"" }
}
