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
        .library(name: "CardExport", targets: ["CardExport"]),
        .executable(name: "thaiid", targets: ["thaiid"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .systemLibrary(name: "CPCSCLite", pkgConfig: "libpcsclite", providers: [.apt(["libpcsclite-dev"])]),
        .target(name: "CProcess"),
        .target(name: "SmartCard", swiftSettings: strict),
        .target(name: "PCSC", dependencies: ["CPCSCLite", "SmartCard"], swiftSettings: strict),
        .target(name: "ThaiIDCard", dependencies: ["SmartCard"], swiftSettings: strict),
        .target(name: "Invention", dependencies: ["SmartCard", "ThaiIDCard"], swiftSettings: strict),
        .target(name: "CardTrace", dependencies: ["SmartCard", "ThaiIDCard", "Invention"], swiftSettings: strict),
        .target(
            name: "VirtualCard", dependencies: ["SmartCard", "ThaiIDCard", "CardTrace", "Invention"],
            resources: [.embedInCode("Resources/sample-portrait.jpg")], swiftSettings: strict),
        .target(
            name: "CardExport", dependencies: ["ThaiIDCard", crypto],
            resources: [
                .embedInCode("Schemas/record.json"), .embedInCode("Schemas/error.json"),
                .embedInCode("Schemas/event.json"),
            ], swiftSettings: strict),
        .target(
            name: "ThaiIDCommands",
            dependencies: [
                "CProcess", "SmartCard", "PCSC", "ThaiIDCard", "Invention", "CardTrace", "VirtualCard", "CardExport",
                argumentParser, crypto,
            ],
            swiftSettings: strict),
        .executableTarget(name: "thaiid", dependencies: ["ThaiIDCommands"], swiftSettings: strict),
        .executableTarget(name: "print-only", path: "Tests/Benchmarks/PrintOnly"),
        .executableTarget(
            name: "decode-records", dependencies: ["ThaiIDCard", "VirtualCard"],
            path: "Tests/Benchmarks/DecodeRecords", swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "ExampleTests",
            dependencies: [
                "SmartCard", "PCSC", "ThaiIDCard", "Invention", "CardTrace", "VirtualCard", "CardExport",
            ],
            swiftSettings: strict),
        .testTarget(name: "PCSCTests", dependencies: ["PCSC", "SmartCard"], swiftSettings: strict),
        .testTarget(name: "SmartCardTests", dependencies: ["SmartCard", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "ThaiIDCardTests",
            dependencies: ["SmartCard", "TestSupport", "ThaiIDCard", "CardTrace", "VirtualCard"],
            swiftSettings: strict),
        .testTarget(
            name: "CardTraceTests",
            dependencies: ["SmartCard", "TestSupport", "ThaiIDCard", "Invention", "CardTrace", "VirtualCard"],
            swiftSettings: strict),
        .testTarget(
            name: "VirtualCardTests",
            dependencies: ["SmartCard", "TestSupport", "ThaiIDCard", "Invention", "CardTrace", "VirtualCard"],
            swiftSettings: strict),
        .testTarget(
            name: "InventionTests", dependencies: ["Invention", "VirtualCard", "ThaiIDCard", "CardTrace", "SmartCard"],
            swiftSettings: strict),
        .testTarget(
            name: "CardExportTests",
            dependencies: ["SmartCard", "TestSupport", "ThaiIDCard", "CardTrace", "VirtualCard", "CardExport"],
            swiftSettings: strict),
        .testTarget(
            name: "ThaiIDCommandsTests",
            dependencies: [
                "SmartCard", "PCSC", "ThaiIDCard", "Invention", "CardTrace", "VirtualCard", "CardExport",
                "ThaiIDCommands", argumentParser,
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
