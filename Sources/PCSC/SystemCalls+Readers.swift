internal import CPCSCLite
internal import SmartCard

extension SystemCalls {
    func listReaders(_ context: ContextID) throws(PCSCError) -> [String] {
        do {
            while true {
                var count = DWORD()
                try check(SCardListReaders(context.handle, nil, nil, &count))
                var names = [CChar](repeating: 0, count: Int(count))
                do {
                    try check(SCardListReaders(context.handle, nil, &names, &count))
                } catch .insufficientBuffer {
                    continue  // A reader came between the two calls.
                }
                return names.prefix(Int(count)).split(separator: 0).map { name in
                    String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                }
            }
        } catch .noReadersAvailable {
            return []
        }
    }

    func waitForChange(
        _ context: ContextID, from states: [ReaderState], timeout: Duration
    ) throws(PCSCError) -> [ReaderState] {
        // All names lie in one buffer, each ended by a zero, which outlives the call.
        var names: [CChar] = []
        var offsets: [Int] = []
        for state in states {
            offsets.append(names.count)
            names += state.name.utf8CString
        }
        var entries = states.map(SCARD_READERSTATE.init(known:))
        let code = names.withUnsafeBufferPointer { names in
            for (index, offset) in offsets.enumerated() {
                entries[index].szReader = names.baseAddress.map { $0 + offset }
            }
            return SCardGetStatusChange(
                context.handle, DWORD(timeout.wholeMilliseconds), &entries, DWORD(entries.count))
        }
        try check(code)
        return zip(states, entries).map { ReaderState(name: $0.name, entry: $1) }
    }
}

extension SCARD_READERSTATE {
    fileprivate init(known state: ReaderState) {
        self.init()
        dwCurrentState = DWORD(state.flags.rawValue) | DWORD(state.eventCount) << 16
    }
}

extension ReaderState {
    fileprivate init(name: String, entry: SCARD_READERSTATE) {
        let atr = withUnsafeBytes(of: entry.rgbAtr) { Array($0.prefix(Int(entry.cbAtr))) }
        let flags = Flags(rawValue: UInt16(truncatingIfNeeded: entry.dwEventState))
        self.init(
            name: name, flags: flags.subtracting(.changed),
            eventCount: UInt16(truncatingIfNeeded: entry.dwEventState >> 16),
            atr: atr.isEmpty ? nil : ATR(atr))
    }
}
