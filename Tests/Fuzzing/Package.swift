// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that neither a build nor a test of the project waits for sanitizers.
let package = Package(
    name: "thaiid-fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "thaiid", path: "../..")],
    targets: [
        .systemLibrary(name: "CFuzzer"),
        .executableTarget(
            name: "fuzz-recordings", dependencies: ["CFuzzer", .product(name: "CardTrace", package: "thaiid")]),
    ],
    swiftLanguageModes: [.v6]
)
