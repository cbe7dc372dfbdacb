import SmartCard

/// Boxes that the first version made under `Rings.root`, in hexadecimal digits; never to be made anew.
enum GoldenBoxes {
    /// What is in those of the record and of the block.
    static let text =
        #"{"schema":"thaiid.record/1","card":{"citizenID":"1000000000009","sex":{"raw":"1","value":"male"}}}"#

    /// Opened by `correct horse battery staple`.
    static let passphraseFile = """
        018a04559c8027544353ea10ecf033bfdd010000007d2e71611e2899639c1c311ab312ab35c8fefc060f0a7f58152c041bdb
        82a2ecce9e2c3472d5686ee48d124daef36cd8e9b305f84bcf49382bd4e795
        """

    static let secrets = [
        (
            "content",
            """
            01000000da2cd78f141f736840baad051b52ed8fad7956455ecad28a27fe8fa467e4bc020ce463556313b57d6dc3f075513a
            8bb70e0c2c591a82464887d2ba75
            """
        ),
        (
            "erasure",
            """
            010000008a799c289dd05e38c0e8b674aaff4e4aca8d1b2c62a05137a8e85bbc912f0c9cbac00876fffbf40f72dcf523d264
            2cd963105830116b0e3f6155219a
            """
        ),
        (
            "generation/1",
            """
            01000000caf983da2f293c6ec9a9351f1956c43f3376d71050ae8cfcb3956ad8c8130323fdbb89993c1dd8aa1e70b47ec981
            52d1ab8e620ef62c720116c07c22
            """
        ),
        (
            "log",
            """
            0100000005fafccbd20c376dbc93f9e1fcd67156a7399607ff2d6f2c8d0c2d858fe6abbcd0e56ef3eb603e5b2e2613656ee0
            b150f38fea6c7b08f7c2630fd361
            """
        ),
        (
            "signing",
            """
            01000000b456e74a5e45410f45086eb0a6b0163dd7242fce0e6dd3fad3fb4d1f308ffcafea4bd00b19d11e88985fa0b5021f
            88dcc8b3e8bc9bc40f7a5c25e5f9
            """
        ),
    ]

    static let personKey = """
        01000001b1b2198423c1588e72b201cda9de0576d02dae602868c158ab3e966df165b15053a789ba3423c7d9e5f8bcc12ea0
        38ecb670dd69070c16fff7144af5
        """

    static let packed = """
        010200018b8b4c1839cd9e26de5a4e5a088d044fb6614629c2b6088b8711fbbe516c0044f2fc1023a63a7784f8473adcb49c
        2ea839cb4d32df9a37625305ef1560d142d0b0a3982a9bfaeb6531a7b0c54840ed3f39203cddb6e7085b98922430f214eb0a
        802b0a2a51a158ac8887bc5758d7103d1c71398bd9ff9ca24f52180c1e6e3d5dd8de6b3d7b1e9472b59ad356ab1276c455ee
        c1d900220c812299547898c9e31e96d672686942a80d617f2c33b499396e4ac99ab0bd7454de9470b274c474e95be00673c6
        057b0fd17980cb38808239d713e9b365cb5567d145ec32e9c65cef3441ed6bc2ea9c1a617937996a3aab45de93a1673703fb
        f0bfdd19c193
        """

    static let padded = """
        010100018aa39b3fb546e71c779396bf5149c72545cf3261fe49c8836bac883616f2143816fd74b4a9761d107714ddc411d1
        2eb3185c50cdf715472a55d21e21b616164d470d2937976a312c18706708659166d9a85cccf8d3ef7406b87fef08b82332d2
        e72caae26d9d19da2f32d5431850aecdab44bbdc350710811e7b58e7d1b59993fb5063a5cc5aeafa740a936ed844d81385c3
        79a7a4ce1ab5ca98a0267ae68869abbfd3ee56448222352a3d797ebb0b6b8c00f271bfbb0a5c8012108b2527b11dce577707
        17d17fee4ad5fa192340184196eee217d8fe10929dedef587d3a9fa5f172380d26fd4f9641b42695482aeb900f06dcfc9861
        1a413d24f6c8
        """

    static let chaCha = """
        02020001cb5df3238d06af66a412810c566d175e60be0bfb050b4a3744b43eaa50da0c12760f745a62d123fa02f07e5ea02a
        39309163bb7bb3a77ef331cab3761e5b353d3afdcbe07b790ebc8a5eedb36f93fd440439bb5703aef109d74b254ca713669d
        277e808b81893a410e3cd28831d25d257db17780fa2671256178425a132f34663d4a276794a020cc60d494e40ef6449d862d
        222f2403e6a2c1fccda92aa629b8b116d18bf9c96e5633a095e1ef56685f5250ea4d4326a443388b8a31eff53e8904a7e06a
        c477a48dce53c7f8bd70232e0fb2c2cfbf4f3f81970604b825322daabf6101f48cf960ef7c6e79c479890b720d9e89045cc7
        3186c0258b41
        """

    static let block = """
        01010001bc8eaad202be79840a51d0528a5e64fecfa3e0709d8fb5e942ae70c685549fa8b3b9894c5ab07aa104af4c1adc14
        1cbdd976efd86a4686de8d059ef6fbca96250d6fc84a3e232dfdef876bf4ee9ed1774cba0690f0aa939c33d5d66ff38a4548
        e7daa1e0dc0a461c3cf10b30b3e3f62576ed90d150c178cc62c17d516c715ad6be0f165ac861212dd99b5c9701b36af158cd
        a948d83e5faaf5e4e34a2d8f2411c0f378e4d049762819fbb24eee292346484ae684de160454a07f08a0a2bdc4d08e91ba30
        9ea4a44fc44a13032d15abbd92bd4d3d578fcfa72be1ec77fa7be0a541c8373904677292299b4985846dde8db155270a50a5
        ab1ce4809488
        """

    /// In the order in which `GoldenBoxTests` asks for them.
    static let hashes = [
        "629881e9-5535-27e9-d9a6-dbafcd9279bc",
        "5aff061e-ca6a-384a-1eff-fddcf7b938a5",
        "c1e23e36-1789-3b8b-07a2-1a99f3414262",
        "22b8cbd9-5375-7ac4-ee37-6b6bdb05d7b9",
        "1128207657649535914",
        "fb7059191de5566dd3d23fa5e11d380dbb86f5ef9d4793f452c50f8667d353f9",
        "4B89A7931F5D657BCD4D066A1D1357D4B83D55312E087329ACBDAB59438DCE76",
    ]

    static func bytes(_ digits: String) -> [UInt8]? { Hex.decode(digits.filter { !$0.isNewline }) }
}
