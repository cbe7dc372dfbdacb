import Foundation
import Invention
import RegisterModel
import TestSupport
import Testing
import ThaiIDCard

/// The order of names, against that of ICU for Thai, which Debian's python3-icu asks.
@Suite struct ThaiOrderTests {
    private static let python = "/usr/bin/python3"

    /// Each line's place in ICU's order: lines that ICU holds for equal have the same.
    private static let judge = """
        import sys, icu
        lines = sys.stdin.buffer.read().decode().split("\\n")
        collator = icu.Collator.createInstance(icu.Locale("th"))
        keys = [collator.getSortKey(line) for line in lines]
        places = {key: place for place, key in enumerate(sorted(set(keys)))}
        print("\\n".join(str(places[key]) for key in keys))
        """

    private static let isJudgeThere = (try? run("import icu", input: "")) != nil

    private struct Failed: Error {}

    private static func run(_ program: String, input: String) throws -> String {
        let folder = try TemporaryFolder()
        let file = folder.path("names")
        try Data(input.utf8).write(to: URL(fileURLWithPath: file))
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-c", program]
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed() }
        return String(decoding: answer, as: UTF8.self)
    }

    @Test(
        .enabled(
            if: isJudgeThere || ProcessInfo.processInfo.environment["CI"] != nil,
            "Debian's python3-icu is not installed: nobody judges the order of Thai names."))
    func namesStandAsICUHasThem() throws {
        let names = Self.names.map(\.precomposedStringWithCanonicalMapping)
        let answer = try Self.run(Self.judge, input: names.joined(separator: "\n"))
        let places = answer.split(separator: "\n").compactMap { Int($0) }
        try #require(places.count == names.count)
        let judged = zip(names, places).sorted { $0.1 < $1.1 }
        let keys = judged.map { ThaiNameKey.sortKey($0.0) }
        let wrong = judged.indices.dropLast().filter { place in
            judged[place].1 != judged[place + 1].1 && !keys[place].lexicographicallyPrecedes(keys[place + 1])
        }
        for place in wrong.prefix(10) { Issue.record("ICU has \(judged[place].0) before \(judged[place + 1].0).") }
        #expect(wrong.isEmpty)
    }

    /// Invented people, letters in any order, and names of the same letters with other marks.
    private static var names: [String] {
        var generator = SeededGenerator(seed: 33)
        let people = InventedPeople(seed: 5, portraits: false).prefix(600).compactMap(\.card.nameThai.value)
        let letters = (Array(0x0E01...0x0E3A) + Array(0x0E3F...0x0E5B)).compactMap { Unicode.Scalar($0) }
        let latin = Array("aAbZz09 .-'()$+~".unicodeScalars)
        let few = Array("กขาำํเแะั่้็์ๅ".unicodeScalars)
        func text(_ alphabet: [Unicode.Scalar], _ most: Int) -> String {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...most, using: &generator) {
                if let scalar = alphabet.randomElement(using: &generator) { text.append(scalar) }
            }
            return String(text)
        }
        return people.flatMap { [$0.full, $0.first ?? "ก", $0.last ?? "ก"] }
            + (0..<2000).map { _ in text(letters, 8) } + (0..<1000).map { _ in text(letters + latin, 8) }
            + (0..<3000).map { _ in text(few, 5) }
    }
}
