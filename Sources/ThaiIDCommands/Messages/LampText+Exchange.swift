import SmartCard
import ThaiIDCard

extension LampText {
    /// One exchange: what was asked, how much came, and how it ended.
    ///
    /// - Parameter showsValues: whether the bytes follow, as they passed.
    func text(of exchange: ObservedChannel.Exchange, showingValues showsValues: Bool) -> String {
        let head = say("คำสั่งที่ ", "exchange ") + "\(exchange.number): \(text(of: exchange.command)) → "
        let time = Self.text(of: exchange.duration)
        switch exchange.outcome {
        case .failure(let error):
            return head + "\(Bilingual(error)[language]), \(time)" + (showsValues ? " > \(exchange.command)" : "")
        case .success(let answer):
            let values = showsValues ? " > \(exchange.command) < \(Hex.encode(answer.bytes))" : ""
            return head + "\(answer.data.count) \(say("ไบต์", "bytes")), \(answer.status), \(time)" + values
        }
    }

    /// What a command asks for. Of its data nothing but an applet that is known is told: commands of
    /// somebody's own may hold a PIN.
    private func text(of command: CommandAPDU) -> String {
        if let read = ReadCommand(command) { return "READ \(hex(read.span.lowerBound))+\(read.span.count)" }
        let row = HarmlessCommands.all.first {
            $0.instructionClass == command.instructionClass && $0.instruction == command.instruction
        }
        let name =
            row?.name ?? say("คำสั่ง ", "command ") + "\(Hex.encode([command.instructionClass, command.instruction]))"
        let length = command.expectedLength.map { say(", ไม่เกิน \($0) ไบต์", ", at most \($0) bytes") } ?? ""
        if command.isSame(as: .getResponse(1)) { return name + length }
        let applet = Applet.allCases.first { command.isSame(as: .select($0.applicationID)) }
        if let applet { return "\(name) \(applet.label[language])" + length }
        let data =
            command.data.isEmpty ? "" : say(", ข้อมูล \(command.data.count) ไบต์", ", \(command.data.count) bytes of data")
        return "\(name) \(Hex.encode([command.p1, command.p2]))\(data)\(length)"
    }

    private func hex(_ offset: Int) -> String {
        "0x" + Hex.encode([UInt8(truncatingIfNeeded: offset >> 8), UInt8(truncatingIfNeeded: offset)])
    }
}
