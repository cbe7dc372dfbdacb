import HelpText
import Testing

/// Which name is offered for one that is not there.
@Suite struct NearestNameTests {
    private let names = ["read", "sheet", "readers", "trace", "apdu", "check-id"]

    @Test(arguments: [
        ("raed", "read"), ("reed", "read"), ("reads", "read"), ("chek-id", "check-id"), ("aptu", "apdu"),
        ("reade", "read"), ("reader", "readers"), ("check", "check-id"), ("t", "trace"),
    ])
    func nearNameIsFound(_ typed: String, _ name: String) { #expect(NearestName.of(typed, among: names) == name) }

    @Test(arguments: ["", "print", "x", "rdrs-all"])
    func farNameIsNot(_ typed: String) { #expect(NearestName.of(typed, among: names) == nil) }

    @Test func nameOfTwoLettersIsNotMeantByAnyTwo() { #expect(NearestName.of("xy", among: ["ab"]) == nil) }
}
