internal import SmartCard
internal import ThaiIDCard

extension TraceFormat {
    /// What go-thai-smartcard records and replays, known by its object of JSON with `atr` and `exchanges`.
    ///
    /// The shape is that of its `pkg/transport/trace.go` of 2026: a name, perhaps a note, the answer to
    /// reset, then for each exchange the command and the response with its status word, all in hex. There
    /// is room for one answer to reset, and for no command without an answer.
    public static let goThaiSmartcard = TraceFormat(
        "go-thai-smartcard", Bilingual("ไฟล์บันทึกของ go-thai-smartcard (JSON)", "go-thai-smartcard's recording (JSON)"),
        bearsMark: GoThaiSmartcardFormat.isMarked, reader: GoThaiSmartcardFormat.read,
        writer: GoThaiSmartcardFormat.write)
}

enum GoThaiSmartcardFormat {
    /// The name that stands in the files of this project.
    private static let ownName = "thaiid"

    static func isMarked(_ bytes: [UInt8]) -> Bool {
        var scanner = JSONScanner(bytes)
        guard scanner.next() == UInt8(ascii: "{") else { return false }
        var (hasReset, hasExchanges) = (false, false)
        try? scanner.members { scanner, name throws(TraceSyntaxError) in
            let first = scanner.next()
            hasReset = hasReset || name == "atr" && first == UInt8(ascii: "\"")
            hasExchanges = hasExchanges || name == "exchanges" && first == UInt8(ascii: "[")
            // Both are there: what follows need not be looked at.
            if hasReset, hasExchanges { throw scanner.place.fault("") }
            try scanner.skip()
        }
        return hasReset && hasExchanges
    }

    static func read(_ bytes: [UInt8]) throws(TraceSyntaxError) -> TraceReading {
        var builder = TraceBuilder()
        var scanner = JSONScanner(bytes)
        try scanner.members { scanner, name throws(TraceSyntaxError) in
            switch name {
            case "name":
                if try !scanner.string().elementsEqual(ownName.utf8) { builder.lose(.comments) }
            case "note":
                if try !scanner.string().isEmpty { builder.lose(.comments) }
            case "atr":
                let place = scanner.place
                let digits = try scanner.string()
                // It may stand behind the exchanges, and is empty where nobody asked the card for it.
                guard !digits.isEmpty else { break }
                let atr = try place.bytes(digits, TraceBuilder.resetLengths)
                if builder.isEmpty { try builder.power(atr, place) } else { builder.learn(atr) }
            case "exchanges":
                try scanner.values { scanner throws(TraceSyntaxError) in try add(&scanner, to: &builder) }
            default:
                builder.lose(.otherLines)
                try scanner.skip()
            }
        }
        try scanner.end()
        return try builder.finish(after: scanner.place)
    }

    private static func add(_ scanner: inout JSONScanner, to builder: inout TraceBuilder) throws(TraceSyntaxError) {
        _ = scanner.next()
        let place = scanner.place
        var (command, response): ([UInt8]?, [UInt8]?)
        try scanner.members { scanner, name throws(TraceSyntaxError) in
            _ = scanner.next()
            let place = scanner.place
            switch name {
            case "command": command = try place.bytes(scanner.string(), TraceBuilder.commandLengths)
            case "response": response = try place.bytes(scanner.string(), TraceBuilder.answerLengths)
            default:
                builder.lose(.otherLines)
                try scanner.skip()
            }
        }
        guard let command, let response else { throw place.fault("command and response") }
        try builder.add(command, .answer(response), place)
    }

    static func write(_ trace: Trace) -> ConvertedTrace {
        var losses: [TraceLoss] = []
        var (resets, unanswered, cut) = (0, 0, 0)
        var exchanges: [UInt8] = []
        for event in trace.events {
            switch event {
            case .powered: resets += 1
            case .exchange(let exchange):
                switch exchange.outcome {
                case .failure: unanswered += 1
                case .answer(let answer) where answer.count < TraceBuilder.answerLengths.lowerBound: cut += 1
                case .answer(let answer):
                    exchanges += (exchanges.isEmpty ? "\n" : ",\n").utf8
                    exchanges += "    {\n      \"command\": \"\(hex(exchange.command))\",\n".utf8
                    exchanges += "      \"response\": \"\(hex(answer))\"\n    }".utf8
                }
            }
        }
        if trace.recordedAt != nil { losses.append(.recordingTime) }
        if trace.reader != nil { losses.append(.readerName) }
        if trace.hasTimes { losses.append(.times) }
        if resets > 1 { losses.append(.resets(resets - 1)) }
        if unanswered > 0 { losses.append(.unansweredCommands(unanswered)) }
        if cut > 0 { losses.append(.answersWithoutStatus(cut)) }
        let head = "{\n  \"name\": \"\(ownName)\",\n  \"atr\": \"\(hex(trace.atr.bytes))\",\n  \"exchanges\": ["
        let tail = exchanges.isEmpty ? "]\n}\n" : "\n  ]\n}\n"
        return ConvertedTrace(Array(head.utf8) + exchanges + Array(tail.utf8), losses: losses)
    }

    private static func hex(_ bytes: [UInt8]) -> String { Hex.encode(bytes).lowercased() }
}
