import SmartCard

extension FormatSamples {
    private static let stamp = "P:6619; T:0x140154960930880 17:27:10.184 [opensc-tool]"

    /// What two processes that share a log write, one of them while the other's command is under way.
    static let opensc = """
        \(stamp) ctx.c:859:sc_context_create: opensc version: 0.23.0
        \(stamp) card.c:1234:match_atr_table: ATR     : 3b:79:96:00:00:54:48:20:4e:49:44:20:31:37
        \(stamp) card.c:1245:match_atr_table: ATR try : 3B:FE:18:00:00:81
        \(stamp) reader-pcsc.c:325:pcsc_transmit: reader 'Virtual PCD 00 00'
        \(stamp) reader-pcsc.c:326:pcsc_transmit:\u{20}
        Outgoing APDU (13 bytes):
        00 A4 04 00 08 A0 00 00 00 54 48 00 01 .........TH..

        P:6620; T:0x140154960930881 17:27:10.190 [pkcs11] reader-pcsc.c:326:pcsc_transmit:\u{20}
        Outgoing APDU (5 bytes):
        00 C0 00 00 0A .....

        P:6619; T:0x140154960930880 17:27:10.191 [opensc-tool] reader-pcsc.c:335:pcsc_transmit:\u{20}
        Incoming APDU (2 bytes):
        61 0A a.
        Sending: 00 C0 00 00 0A
        P:6620; T:0x140154960930881 17:27:10.195 [pkcs11] reader-pcsc.c:335:pcsc_transmit:\u{20}
        Incoming APDU (12 bytes):
        84 08 A0 00 00 00 54 48 00 01 90 00 ......TH....

        \(stamp) reader-pcsc.c:326:pcsc_transmit:\u{20}
        Outgoing APDU (13 bytes):
        00 A4 04 00 08 A0 00 00 00 54 48 00 01 .........TH..
        \(stamp) reader-pcsc.c:335:pcsc_transmit:\u{20}
        Incoming APDU (2 bytes):
        6A 82 j.

        """

    /// Version 0.12 to 0.15, on Windows.
    static let oldOpenSC = """
        0x7f5 17:27:59.000 [opensc-tool] card.c:1:sc_connect: ATR     : 3b:79:96:00:00:54:48:20:4e:49:44:20:31:37
        0x7f5 23:59:59.999 [opensc-tool] apdu.c:185:sc_apdu_log:\u{20}
        Outgoing APDU data [   13 bytes] =====================================
        00 A4 04 00 08 A0 00 00 00 54 48 00 01 .........TH..
        ======================================================================
        0x7f5 00:00:00.002 [opensc-tool] apdu.c:185:sc_apdu_log:\u{20}
        Incoming APDU data [    2 bytes] =====================================
        61 0A a.
        ======================================================================
        0x7f5 2014-01-02 00:00:00.002 [opensc-tool] apdu.c:185:sc_apdu_log:\u{20}
        Outgoing APDU data [    5 bytes] =====================================
        00 C0 00 00 0A .....
        ======================================================================
        0x7f5 2014-01-02 00:00:00.003 [opensc-tool] apdu.c:185:sc_apdu_log:\u{20}
        Incoming APDU data [   12 bytes] =====================================
        84 08 A0 00 00 00 54 48 00 01 90 00 ......TH....
        ======================================================================
        0x7f5 2014-01-02 00:00:00.003 [opensc-tool] apdu.c:185:sc_apdu_log:\u{20}
        Outgoing APDU data [   13 bytes] =====================================
        00 A4 04 00 08 A0 00 00 00 54 48 00 01 .........TH..
        ======================================================================
        0x7f5 2014-01-02 00:00:00.004 [opensc-tool] apdu.c:185:sc_apdu_log:\u{20}
        Incoming APDU data [    2 bytes] =====================================
        6A 82 j.
        ======================================================================

        """

    /// Calls as a thread makes them: name, values, result code. Handles as pcsc-lite gives them.
    private static let calls: [(name: String, values: [String], code: String)] = [
        ("SCardEstablishContext", ["0x00000000", "0x6BDCA5C9"], "0x00000000"),
        (
            "SCardGetStatusChange",
            [
                "0x6BDCA5C9", "0x00000000", "0x00000001", "Virtual PCD 00 00", "0x00000000", "0x00000000", "0x00000000",
                "", "Virtual PCD 00 00", "0x00000000", "0x00010022", "0x0000000E", atrDump,
            ], "0x00000000"
        ),
        (
            "SCardConnect",
            [
                "0x6BDCA5C9", "Virtual PCD 00 00", "0x00000002", "0x00000003", "0x00000000", "0x00000000",
                "0x179B573E", "0x00000001",
            ], "0x00000000"
        ),
        transmission("0x0000000D", selectDump, "0x00000002", "61 0A "),
        transmission("0x00000005", "00 C0 00 00 0A ", "0x0000000C", "84 08 A0 00 00 00 54 48 00 01 90 00 "),
        (
            "SCardReconnect", ["0x179B573E", "0x00000002", "0x00000001", "0x00000001", "0x00000001"], "0x00000000"
        ),
        transmission("0x0000000D", selectDump, "0x00000002", "6A 82 "),
        ("SCardDisconnect", ["0x179B573E", "0x00000000"], "0x00000000"),
    ]

    private static let atrDump = "3B 79 96 00 00 54 48 20 4E 49 44 20 31 37 "
    private static let selectDump = "00 A4 04 00 08 A0 00 00 00 54 48 00 01 "

    private static func transmission(
        _ sentLength: String, _ sent: String, _ receivedLength: String, _ received: String
    ) -> (name: String, values: [String], code: String) {
        let pci = ["0x00000001", "0x00000010"]
        return (
            "SCardTransmit", ["0x179B573E"] + pci + [sentLength, sent] + pci + [receivedLength, received], "0x00000000"
        )
    }

    /// The text in the FIFO: every call takes 250 µs, over the end of a second.
    static let spyLog = calls.enumerated().map { index, call in
        let begin = 1_795_454_859_999_800 + index * 1000
        let end = begin + 250
        let lines =
            [">|\(begin / 1_000_000)|\(begin % 1_000_000)|\(call.name)"] + call.values
            + ["<|\(end / 1_000_000)|\(end % 1_000_000)|\(call.name)|Command successful.|\(call.code)"]
        return lines.map { "7F51CC031840@\($0)\n" }.joined()
    }.joined()

    /// The same as pcsc-spy prints it; a second thread waits all the while.
    static let spyRendering = """
        SCardEstablishContext
         i dwScope: SCARD_SCOPE_USER (0x00000000)
         o hContext: 0x6BDCA5C9
         => Command successful. (SCARD_S_SUCCESS [0x00000000])  [0.000450]
            SCardGetStatusChange
             i hContext: 0x6BDCA5CA
        SCardGetStatusChange
         i hContext: 0x6BDCA5C9
         i dwTimeout: 0x00000000 (0)
         i cReaders: 1
         i szReader: Virtual PCD 00 00
         i  dwCurrentState:  (0x00000000)
         i  dwEventState:  (0x00000000)
         i  Atr length: 0x00000000 (0)
         i  Atr:\u{20}
         o szReader: Virtual PCD 00 00
         o  dwCurrentState:  (0x00000000)
         o  dwEventState: SCARD_STATE_CHANGED, SCARD_STATE_PRESENT (0x00010022)
         o  Atr length: 0x0000000E (14)
         o  Atr: 3B 79 96 00 00 54 48 20 4E 49 44 20 31 37
         => Command successful. (SCARD_S_SUCCESS [0x00000000])  [0.000250]
        SCardConnect
         i hContext: 0x6BDCA5C9
         i szReader Virtual PCD 00 00
         i dwShareMode: SCARD_SHARE_SHARED (0x00000002)
         i dwPreferredProtocols: 0x00000003 (T=0, T=1)
         i phCard 0x00000000 (0)
         i pdwActiveProtocol 0x00000000 (0)
         o phCard 0x179B573E (396056382)
         o dwActiveProtocol: T=0 (0x00000001)
         => Command successful. (SCARD_S_SUCCESS [0x00000000])  [0.000250]
        \(rendered("0x0000000D (13)", selectDump + "         .........TH..", "0x00000002 (2)", "61 0A    a."))
        \(rendered("0x00000005 (5)", "00 C0 00 00 0A    .....", "0x0000000C (12)", fileControlDump))
        SCardReconnect
         i hCard: 0x179B573E
         i dwShareMode: SCARD_SHARE_SHARED (0x00000002)
         i dwPreferredProtocols: 0x00000001 (T=0)
         i dwInitialization 0x00000001 (1)
         o dwActiveProtocol: T=0 (0x00000001)
         => Command successful. (SCARD_S_SUCCESS [0x00000000])  [0.000250]
        \(rendered("0x0000000D (13)", selectDump + "         .........TH..", "0x00000002 (2)", "6A 82    j."))
        SCardDisconnect
         i hCard: 0x179B573E
         i dwDisposition: SCARD_LEAVE_CARD (0x00000000)
         => Command successful. (SCARD_S_SUCCESS [0x00000000])  [0.000250]

        Thread 1/2
        Results sorted by total execution time
        total time: 0.025854 sec

        """

    private static let fileControlDump = "84 08 A0 00 00 00 54 48 00 01 90 00             ......TH...."

    private static func rendered(
        _ sentLength: String, _ sent: String, _ receivedLength: String, _ received: String
    ) -> String {
        """
        SCardTransmit
         i hCard: 0x179B573E
         i pioSendPci.dwProtocol: 0x00000001
         i pioSendPci.cbPciLength: 0x00000010
         i bSendLength \(sentLength)
         i bSendBuffer
         i  0000 \(sent)
         o pioRecvPci.dwProtocol: 0x00000001
         o pioRecvPci.cbPciLength: 0x00000010
         o bRecvLength \(receivedLength)
         o bRecvBuffer
         o  0000 \(received)
         => Command successful. (SCARD_S_SUCCESS [0x00000000])  [0.000250]
        """
    }

    /// With colours, and with each line's thread in words.
    static let spyColours = spyRendering.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let margin = line.prefix { $0 == " " }.count / 4
        let text = line.dropFirst(margin * 4)
        if text.hasPrefix(" i ") || text.hasPrefix(" o ") || text.hasPrefix("SCard") {
            return "\(line.prefix(margin * 4)) (t\(margin)) \u{1B}[32m\(text)\u{1B}[0m"
        }
        return text.hasPrefix(" =>") ? " (t\(margin)) \(text)" : String(text)
    }.joined(separator: "\n")
}
