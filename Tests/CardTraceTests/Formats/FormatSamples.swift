import CardTrace
import SmartCard
import VirtualCard

/// One conversation in every format: SELECT twice, the second time after a reset.
enum FormatSamples {
    static let select: [UInt8] = [0x00, 0xA4, 0x04, 0x00, 0x08, 0xA0, 0x00, 0x00, 0x00, 0x54, 0x48, 0x00, 0x01]
    static let getResponse: [UInt8] = [0x00, 0xC0, 0x00, 0x00, 0x0A]
    static let fileControl: [UInt8] = [0x84, 0x08, 0xA0, 0x00, 0x00, 0x00, 0x54, 0x48, 0x00, 0x01, 0x90, 0x00]

    /// What the samples hold, apart from times and names.
    static let exchanges = [
        Trace.Exchange(select, .answer([0x61, 0x0A])), Trace.Exchange(getResponse, .answer(fileControl)),
        Trace.Exchange(select, .answer([0x6A, 0x82])),
    ]
    static let events: [Trace.Event] = [
        .powered(VirtualCard.usualATR), .exchange(exchanges[0]), .exchange(exchanges[1]),
        .powered(VirtualCard.usualATR), .exchange(exchanges[2]),
    ]

    static let texts: [(format: TraceFormat, text: String)] = [
        (.thaiid, thaiid), (.cardpeek, cardpeek), (.apdu4j, apdu4j), (.apdu4j, oldAPDU4J),
        (.goThaiSmartcard, goThaiSmartcard), (.opensc, opensc),
        (.opensc, oldOpenSC), (.pcscspy, spyLog), (.pcscspy, spyRendering), (.pcscspy, spyColours),
        (.scriptor, scriptor), (.hex, hex), (.hex, arrows),
    ]

    static let thaiid = """
        thaiid-trace 1
        recorded 2026-11-23T09:41:07+07:00
        reader Virtual PCD 00 00
        atr 3B799600005448204E4944203137
        > 00A4040008A000000054480001
        < 610A
        ~ 7920
        > 00C000000A
        < 8408A0000000544800019000
        atr 3B799600005448204E4944203137
        > 00A4040008A000000054480001
        < 6A82

        """

    static let cardpeek = """
        # cardpeek trace file
        # version 0
        R:3B799600005448204E4944203137
        C:00A4040008A000000054480001:610A:
        C:00C000000A:9000:8408A000000054480001
        R:3B799600005448204E4944203137
        C:00A4040008A000000054480001:6A82:
        # end

        """

    static let apdu4j = """
        # ATR: 3B799600005448204E4944203137
        # PROTOCOL: T=0
        #
        00A4040008A000000054480001
        # 24ms
        610A
        00C000000A
        8408A0000000544800019000
        # ATR: 3B799600005448204E4944203137
        # PROTOCOL: T=0
        #
        00A4040008A000000054480001
        # 0ms
        6A82

        """

    static let goThaiSmartcard = """
        {
          "name": "thaiid",
          "atr": "3b799600005448204e4944203137",
          "exchanges": [
            {
              "command": "00a4040008a000000054480001",
              "response": "610a"
            },
            {
              "command": "00c000000a",
              "response": "8408a0000000544800019000"
            },
            {
              "command": "00a4040008a000000054480001",
              "response": "6a82"
            }
          ]
        }

        """

    static let oldAPDU4J = """
        # Generated on Wed, 3 Dec 2014 18:10:35 +0200 by apdu4j/19.05.09
        # Using Some Reader 00 00
        # ATR: 3B799600005448204E4944203137
        # PROTOCOL: T=0
        #
        # Sent
        00A4040008A000000054480001
        # Received in 1s24ms
        610A
        # Sent
        00C000000A
        # Received
        8408A0000000544800019000
        # ATR: 3B799600005448204E4944203137
        # Sent
        00A4040008A000000054480001
        # Received in 7ms
        6A82

        """

    static let hex = """
        ; from a bug report
        ATR: 3B 79 96 00 00 54 48 20 4E 49 44 20 31 37
        00 A4 04 00 08 A0 00 00 00 54 48 00 01
        61 0A

        00c000000a
        8408 a000000054480001 9000
        ATR: 3B799600005448204E4944203137
        00A4040008A000000054480001
        6A82
        """

    static let arrows = """
        ATR: 3B799600005448204E4944203137
        > 00A4040008A000000054480001
        < 610A
        -> 00C000000A
        <-8408A0000000544800019000
        atr: 3B799600005448204E4944203137
        C-APDU: 00A4040008A000000054480001
        recv: 6A 82

        """

    static let scriptor = """
        Trying T=0 protocol
        No reader given: using Virtual PCD 00 00
        Reading commands from STDIN
        Using T=0 protocol
        reset
        > RESET
        < OK: 3B 79 96 00 00 54 48 20 4E 49 44 20 31 37\u{20}
        00A4040008A000000054480001
        > 00 A4 04 00 08 A0 00 00 00 54 48 00 01\u{20}
        < 61 0A : 0x0A bytes of response still available.
        > 00 C0 00 00 0A\u{20}
        < 84 08 A0 00 00 00 54 48 00 01 90\u{20}
        00 : Normal processing.
        > RESET
        < OK: 3B 79 96 00 00 54 48 20 4E 49 44 20 31 37\u{20}
        > 00 A4 04 00 08 A0 00 00 00 54 48 00 01\u{20}
        < 6A 82 : File not found.

        """
}
