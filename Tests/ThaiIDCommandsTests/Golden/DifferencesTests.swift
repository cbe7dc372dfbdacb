import TestSupport
import Testing

/// What is kept of an output says all of it.
@Suite struct DifferencesTests {
    private static let alphabet = ["a: 1", "a: 2", "b: 1", "b", "c", ""]

    @Test func stepsMakeOneListOfAnother() {
        var random = SeededGenerator(seed: 1)
        func list() -> [String] {
            (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in Self.alphabet.randomElement(using: &random) }
        }
        for _ in 0..<3_000 {
            let (base, target) = (list(), list())
            #expect(Differences(from: base, to: target).applied(to: base) == target)
        }
    }

    @Test func stepsReadAtAGlance() {
        let base = ["name: A", "sex: f", "1", "2", "3", "4", "5", "end"]
        #expect(
            Differences(from: base, to: ["name: B", "sex: f", "5", "end"]).lines == ["~ name: B", "- 1", "- ⋮", "- 4"])
        #expect(Differences(from: base, to: base + ["more"]).lines == ["  end", "+ more"])
        #expect(Differences(from: base, to: base).lines == [])
    }

    @Test func lineInAllOutputsChangesNoDifference() {
        let (base, target) = (["name: A", "sex: f", "end"], ["name: B", "sex: m", "end", "note"])
        for index in 0...3 {
            var (more, both) = (base, target)
            more.insert("new: 1", at: index)
            both.insert("new: 1", at: index)
            let lines = Differences(from: base, to: target).lines
            #expect(
                Differences(from: more, to: both).lines
                    == (index < 3 ? lines : ["~ name: B", "~ sex: m", "  new: 1", "+ note"]))
        }
    }

    /// An output of each form, and one that differs from it.
    private static let outputs = [
        ("Name  Somchai\nSex   m\n", "Name  Somying\nSex   f\n\nNote: none\n"),
        (#"{"a":{"b":[1,2],"c":"x"},"d":null}"# + "\n", #"{"a":{"b":[1],"c":"y"},"d":[]}"# + "\n"),
        (
            "\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"\r\n\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"\r\n",
            "\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"\r\n\"1\",\"2\",\"3\",\"0\",\"5\",\"0\"\r\n"
        ),
        ("1  SELECT\n2  READ: a\n     a: 1\n", "1  SELECT\n2  READ: b\n3  READ: c\n     a: 2\n"),
        (
            "BEGIN\r\nPHOTO:abc\r\n def\r\n ghi\r\n jkl=\r\nEND\r\n",
            "BEGIN\r\nPHOTO:bcd\r\n efg\r\n hij\r\n klm=\r\nEND\r\n"
        ),
        ("photo: \(String(repeating: "abc", count: 80))==\n", "photo: \(String(repeating: "bcd", count: 80))=\nend\n"),
    ]

    @Test(arguments: outputs)
    func everyByteCounts(_ first: String, _ second: String) {
        func kept(_ output: [UInt8]) -> String {
            Golden.text([
                Golden.Sample(name: "first", output: first),
                Golden.Sample(name: "second", output: String(decoding: output, as: UTF8.self)),
            ])
        }
        let output = Array(second.utf8)
        for index in output.indices {
            for other in "0x \n:\",".utf8 where other != output[index] {
                var changed = output
                changed[index] = other
                #expect(kept(changed) != kept(output), "byte \(index) of \(second)")
            }
            #expect(kept(Array(output[..<index])) != kept(output))
        }
    }
}
