// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
    name: "thaiid",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "SmartCard", targets: ["SmartCard"]),
        .library(name: "PCSC", targets: ["PCSC"]),
        .library(name: "ThaiIDCard", targets: ["ThaiIDCard"]),
        .library(name: "Invention", targets: ["Invention"]),
        .library(name: "CardTrace", targets: ["CardTrace"]),
        .library(name: "VirtualCard", targets: ["VirtualCard"]),
        .library(name: "Pseudonyms", targets: ["Pseudonyms"]),
        .library(name: "CardSources", targets: ["CardSources"]),
        .library(name: "CardRecord", targets: ["CardRecord"]),
        .library(name: "CardFormats", targets: ["CardFormats"]),
        .library(name: "SheetRequest", targets: ["SheetRequest"]),
        .library(name: "CardPortrait", targets: ["CardPortrait"]),
        .library(name: "CardSheet", targets: ["CardSheet"]),
        .library(name: "CardWorkbook", targets: ["CardWorkbook"]),
        .executable(name: "thaiid", targets: ["thaiid"]),
        .executable(name: "thaiid-render", targets: ["thaiid-render"]),
        .executable(name: "thaiid-register", targets: ["thaiid-register"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CPCSCLite", pkgConfig: "libpcsclite", providers: [.apt(["libpcsclite-dev"])]),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CChafa", pkgConfig: "chafa", providers: [.apt(["libchafa-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CPagePNG", dependencies: ["CPNG"]),
        // The headers of toml++ (libtomlplusplus-dev) are all of it: nothing is linked.
        .target(name: "CTOML"),
        .target(name: "CProcess"),
        .target(name: "Host", dependencies: ["CProcess"], swiftSettings: strict),
        .target(name: "SmartCard", swiftSettings: strict),
        .target(name: "PCSC", dependencies: ["CPCSCLite", "SmartCard"], swiftSettings: strict),
        .target(name: "ThaiIDCard", dependencies: ["SmartCard"], swiftSettings: strict),
        .target(name: "Invention", dependencies: ["SmartCard", "ThaiIDCard"], swiftSettings: strict),
        .target(name: "CardTrace", dependencies: ["SmartCard", "ThaiIDCard"], swiftSettings: strict),
        .target(
            name: "Pseudonyms", dependencies: ["SmartCard", "ThaiIDCard", "Invention", "CardTrace", crypto],
            swiftSettings: strict),
        .target(
            name: "VirtualCard", dependencies: ["Host", "SmartCard", "ThaiIDCard"],
            resources: [.embedInCode("Resources/sample-portrait.jpg")], swiftSettings: strict),
        .target(
            name: "CardSources",
            dependencies: [
                "Host", "SmartCard", "PCSC", "ThaiIDCard", "CardTrace", "Invention", "VirtualCard", "CardRecord",
            ],
            swiftSettings: strict),
        .target(
            name: "CardRecord", dependencies: ["SmartCard", "ThaiIDCard", crypto],
            resources: [
                .embedInCode("Schemas/record.json"), .embedInCode("Schemas/event.json"),
                .embedInCode("Schemas/error.json"), .embedInCode("Schemas/readers.json"),
                .embedInCode("Schemas/doctor.json"), .embedInCode("Schemas/check-id.json"),
                .embedInCode("Schemas/apdu.json"), .embedInCode("Schemas/sheet-log.json"),
                .embedInCode("Schemas/sheet-layout.json"), .embedInCode("Schemas/page.json"),
                .embedInCode("Schemas/spool.json"),
                .embedInCode("Schemas/config.json"), .embedInCode("Schemas/config-check.json"),
                .embedInCode("Schemas/register-log.json"), .embedInCode("Schemas/register.json"),
            ], swiftSettings: strict),
        .target(
            name: "AuditLog", dependencies: ["Host", "SmartCard", "ThaiIDCard", "CardRecord", crypto],
            swiftSettings: strict),
        .target(name: "CAreaList", exclude: ["areas.txt", "make.py"]),
        .target(name: "AreaCodes", dependencies: ["CAreaList", "ThaiIDCard"], swiftSettings: strict),
        .target(
            name: "CardQuality", dependencies: ["ThaiIDCard", "CardRecord", "AreaCodes"], swiftSettings: strict),
        .target(name: "RegisterStore", swiftSettings: strict),
        .target(name: "RegisterSQLite", dependencies: ["Host", "RegisterStore", grdb], swiftSettings: strict),
        .target(
            name: "RegisterModel", dependencies: ["ThaiIDCard", "CardRecord", "RegisterStore"], swiftSettings: strict),
        .target(
            name: "RecordSeal",
            dependencies: ["CZlib", "Host", "SmartCard", "AuditLog", "RegisterStore", crypto, cryptoExtras],
            resources: [.embedInCode("Resources/packing-1.dictionary")], swiftSettings: strict),
        .target(
            name: "Register",
            dependencies: [
                "Host", "SmartCard", "ThaiIDCard", "CardRecord", "AreaCodes", "CardQuality", "RegisterModel",
                "RecordSeal", "AuditLog", "RegisterStore",
            ],
            swiftSettings: strict),
        .target(
            name: "RegisterServer", dependencies: ["Host", "CardRecord", "Register"], swiftSettings: strict),
        .target(
            name: "RegisterCommands",
            dependencies: [
                "Host", "ThaiIDCard", "CardRecord", "CardFormats", "RecordFiles", "DrawingProgram", "SheetRequest",
                "DeskConfig", "RegisterModel", "RecordSeal", "RegisterStore", "RegisterSQLite", "Register",
                "RegisterServer", "CardQuality", "HelpText", argumentParser,
            ],
            swiftSettings: strict),
        .executableTarget(name: "thaiid-register", dependencies: ["RegisterCommands"], swiftSettings: strict),
        .target(name: "CardFormats", dependencies: ["ThaiIDCard", "CardRecord"], swiftSettings: strict),
        .target(name: "HelpText", dependencies: ["ThaiIDCard", "CardRecord", "CardFormats"], swiftSettings: strict),
        .target(name: "SheetRequest", dependencies: ["ThaiIDCard", "CardRecord"], swiftSettings: strict),
        .target(
            name: "DrawingProgram",
            dependencies: ["Host", "ThaiIDCard", "CardRecord", "CardFormats", "SheetRequest"], swiftSettings: strict),
        .target(
            name: "RegisterProgram", dependencies: ["Host", "ThaiIDCard", "CardRecord"], swiftSettings: strict),
        .target(
            name: "DeskScreen",
            dependencies: ["Host", "ThaiIDCard", "CardRecord", "CardFormats", "SheetRequest", "DrawingProgram"],
            swiftSettings: strict),
        .target(
            name: "RecordFiles",
            dependencies: ["Host", "ThaiIDCard", "CardRecord", "CardQuality", "CardFormats", "DrawingProgram"],
            swiftSettings: strict),
        .target(name: "Printing", dependencies: ["Host", "ThaiIDCard", "SheetRequest"], swiftSettings: strict),
        .target(name: "DeskConfig", dependencies: ["CTOML", "Host", "ThaiIDCard"], swiftSettings: strict),
        .target(
            name: "FrontDesk",
            dependencies: [
                "Host", "SmartCard", "ThaiIDCard", "CardRecord", "CardFormats", "SheetRequest", "DrawingProgram",
                "RegisterProgram", "RecordFiles", "Printing", "AuditLog", crypto,
            ],
            swiftSettings: strict),
        .target(
            name: "ThaiIDCommands",
            dependencies: [
                "Host", "SmartCard", "PCSC", "ThaiIDCard", "Invention", "CardTrace", "Pseudonyms",
                "VirtualCard", "CardSources", "CardRecord", "CardFormats", "SheetRequest", "AuditLog",
                "DrawingProgram", "RegisterProgram", "DeskScreen", "RecordFiles", "Printing", "DeskConfig", "FrontDesk",
                "HelpText", argumentParser,
            ],
            swiftSettings: strict),
        .executableTarget(name: "thaiid", dependencies: ["ThaiIDCommands"], swiftSettings: strict),
        .target(name: "CardPortrait", dependencies: ["CTurboJPEG", "ThaiIDCard"], swiftSettings: strict),
        .target(
            name: "CardSheet",
            dependencies: [
                "CPango", "CQRCode", "CPagePNG", "CChafa", "ThaiIDCard", "CardRecord", "CardPortrait", "SheetRequest",
            ],
            swiftSettings: strict),
        .target(
            name: "CardWorkbook",
            dependencies: ["CXLSXWriter", "Host", "ThaiIDCard", "CardRecord", "CardFormats", "CardPortrait"],
            swiftSettings: strict),
        .target(
            name: "RenderCommands",
            dependencies: [
                "Host", "CardSheet", "CardWorkbook", "CardPortrait", "ThaiIDCard", "CardRecord",
                "CardFormats", "SheetRequest", argumentParser,
            ],
            swiftSettings: strict),
        .executableTarget(name: "thaiid-render", dependencies: ["RenderCommands"], swiftSettings: strict),
        .executableTarget(name: "print-only", path: "Tests/Benchmarks/PrintOnly"),
        .executableTarget(
            name: "decode-records", dependencies: ["ThaiIDCard", "VirtualCard"],
            path: "Tests/Benchmarks/DecodeRecords", swiftSettings: strict),
        .executableTarget(
            name: "register-figures",
            dependencies: [
                "Host", "SmartCard", "ThaiIDCard", "CardRecord", "Invention", "RegisterModel", "RecordSeal",
                "RegisterSQLite",
                "Register",
            ],
            path: "Tests/Benchmarks/RegisterFigures", swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "RegisterStoreConformance", dependencies: ["RegisterStore", "TestSupport"],
            path: "Tests/RegisterStoreConformance", swiftSettings: strict),
        .executableTarget(
            name: "store-writer",
            dependencies: ["Host", "RegisterSQLite", "RegisterStore", "RegisterStoreConformance"],
            path: "Tests/StoreWriter", swiftSettings: strict),
        .testTarget(name: "RegisterStoreTests", dependencies: ["RegisterStore", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "RegisterSQLiteTests",
            dependencies: ["RegisterSQLite", "RegisterStore", "RegisterStoreConformance", "TestSupport", grdb],
            swiftSettings: strict),
        .testTarget(
            name: "ExampleTests",
            dependencies: [
                "SmartCard", "PCSC", "ThaiIDCard", "Invention", "CardTrace", "VirtualCard", "CardSources",
                "CardRecord", "CardFormats", "SheetRequest", "CardSheet",
                "CardWorkbook",
            ],
            swiftSettings: strict),
        .testTarget(name: "HostTests", dependencies: ["Host", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "PCSCTests", dependencies: ["PCSC", "SmartCard"], swiftSettings: strict),
        .testTarget(name: "SmartCardTests", dependencies: ["SmartCard", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "ThaiIDCardTests",
            dependencies: ["SmartCard", "TestSupport", "ThaiIDCard", "CardTrace", "VirtualCard"],
            swiftSettings: strict),
        .testTarget(
            name: "CardQualityTests",
            dependencies: [
                "CardQuality", "CardRecord", "ThaiIDCard", "VirtualCard", "Invention", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(name: "AreaCodesTests", dependencies: ["AreaCodes", "ThaiIDCard"], swiftSettings: strict),
        .testTarget(
            name: "CardTraceTests",
            dependencies: [
                "SmartCard", "TestSupport", "ThaiIDCard", "Invention", "CardTrace", "Pseudonyms", "VirtualCard",
                "CardSources",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "VirtualCardTests",
            dependencies: [
                "SmartCard", "ThaiIDCard", "CardTrace", "Pseudonyms", "VirtualCard",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "InventionTests",
            dependencies: ["Invention", "VirtualCard", "CardSources", "ThaiIDCard", "CardTrace", "SmartCard"],
            swiftSettings: strict),
        .testTarget(
            name: "CardExportTests",
            dependencies: [
                "SmartCard", "TestSupport", "ThaiIDCard", "CardTrace", "VirtualCard", "CardRecord",
                "CardFormats",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CardSheetTests",
            dependencies: [
                "CardSheet", "CardPortrait", "CardRecord", "CardFormats", "SheetRequest", "ThaiIDCard", "Invention",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SheetRequestTests", dependencies: ["SheetRequest", "CardRecord", "ThaiIDCard", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "RegisterProgramTests", dependencies: ["RegisterProgram", "CardRecord", "ThaiIDCard"],
            swiftSettings: strict),
        .testTarget(
            name: "RegisterCommandsTests",
            dependencies: ["RegisterCommands", "HelpText", "CardRecord", argumentParser],
            swiftSettings: strict),
        .testTarget(
            name: "DeskScreenTests",
            dependencies: ["DeskScreen", "ThaiIDCard", "CardRecord", "CardFormats", "SheetRequest"],
            swiftSettings: strict),
        .testTarget(
            name: "HelpTextTests", dependencies: ["HelpText", "CardFormats"], swiftSettings: strict),
        .testTarget(name: "PrintingTests", dependencies: ["Printing"], swiftSettings: strict),
        .testTarget(name: "DeskConfigTests", dependencies: ["DeskConfig", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "RecordFilesTests",
            dependencies: ["Host", "ThaiIDCard", "CardRecord", "CardFormats", "RecordFiles"], swiftSettings: strict),
        .testTarget(
            name: "RenderCommandsTests",
            dependencies: [
                "RenderCommands", "SheetRequest", "CardSheet", "CardPortrait", "CardWorkbook", "CardRecord",
                "ThaiIDCard", argumentParser,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "AuditLogTests", dependencies: ["AuditLog", "CardRecord", "Host", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "RegisterModelTests",
            dependencies: ["RegisterModel", "RegisterStore", "CardRecord", "ThaiIDCard", "Invention", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "RegisterTests",
            dependencies: [
                "Register", "RegisterSQLite", "RegisterStore", "RegisterModel", "RecordSeal", "CardRecord",
                "ThaiIDCard", "Invention", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "RecordSealTests",
            dependencies: [
                "RecordSeal", "RegisterStore", "AuditLog", "Host", "SmartCard", "CardRecord", "TestSupport", crypto,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "FrontDeskTests",
            dependencies: [
                "FrontDesk", "Host", "ThaiIDCard", "CardRecord", "CardFormats", "RecordFiles", "SheetRequest",
                "TestSupport", crypto,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CardWorkbookTests", dependencies: ["CardWorkbook", "CardRecord", "CardFormats", "ThaiIDCard"],
            swiftSettings: strict),
        .testTarget(
            name: "CardSourcesTests",
            dependencies: [
                "SmartCard", "PCSC", "ThaiIDCard", "CardTrace", "VirtualCard", "CardRecord", "CardSources",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ThaiIDCommandsTests",
            dependencies: [
                "SmartCard", "PCSC", "ThaiIDCard", "Invention", "CardTrace", "Pseudonyms", "VirtualCard", "CardSources",
                "CardRecord", "CardQuality", "CardFormats",
                "SheetRequest", "AuditLog", "DrawingProgram", "RegisterProgram", "RecordFiles", "Printing",
                "DeskConfig",
                "HelpText", "ThaiIDCommands",
                "Host", "TestSupport",
                argumentParser,
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
