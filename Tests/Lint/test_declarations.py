"""What is read out of Swift: literals, comments, and what is declared public."""

from __future__ import annotations

import unittest

from declarations import public_declarations
from swiftsource import SwiftSource


class SourceTests(unittest.TestCase):
    def test_literals_are_told_from_code_and_comments(self) -> None:
        source = SwiftSource.parse('let a = "one" // "two"\n/* "three" /* "four" */ */ let b = #"fi"ve"#\nlet c = """\n  si"x\n  """')
        self.assertEqual(source.literals, ("one", 'fi"ve', '\n  si"x\n  '))
        self.assertEqual(source.code.split(), ["let", "a", "=", '"', '"', "let", "b", "=", '#"', '"#', "let", "c", "=", '"""', '"""'])
        self.assertEqual(len(source.code), len(source.text))

    def test_interpolations_are_read_as_code(self) -> None:
        source = SwiftSource.parse(r'let a = "x\(f("in", (1)) + "\"")y"; let b = #"\(no)\#("yes")"#; import Hidden')
        self.assertEqual(source.literals, ("in", r"\"", "xy", "yes", r"\(no)"))

    def test_a_quote_that_is_escaped_ends_nothing(self) -> None:
        self.assertEqual(SwiftSource.parse(r'let a = "\\"; let b = "\""').literals, (r"\\", r"\""))


class DeclarationTests(unittest.TestCase):
    def declared(self, text: str) -> list[str]:
        return public_declarations(SwiftSource.parse(text))

    def test_members_stand_with_their_type(self) -> None:
        self.assertEqual(self.declared("""
            /// A reading.
            public struct Reading: Hashable, Sendable {
                public let name: String
                let hidden = 1
                public static let usual = Reading(name: "x")
                public private(set) var count: Int = 0
                public static let made: Reading = {
                    Reading(name: "y")
                }()
                public var double: Int { let public = 2; return count * public }
                public enum Kind: String { case first, second = "2" }
            }
            extension Reading.Kind {
                public func says(
                    _ word: String,  // what it says
                    to other: Int = 1
                ) async throws(ReadingError)
                    -> [String]
                where Self: Sendable { switch self { case .first: [] case .second: [] } }
            }
            """), [
            "public struct Reading: Hashable, Sendable",
            "Reading: public let name: String",
            "Reading: public static let usual = Reading…",
            "Reading: public private(set) var count: Int",
            "Reading: public static let made: Reading",
            "Reading: public var double: Int",
            "Reading: public enum Kind: String",
            'Reading.Kind: case first, second = "2"',
            "Reading.Kind: public func says(_ word: String, to other: Int = 1) async throws(ReadingError) -> [String] where Self: Sendable",
        ])

    def test_demands_of_a_public_protocol_are_public(self) -> None:
        self.assertEqual(self.declared("public protocol Channel {\n    associatedtype A\n    var a: A { get set }\n    func b()\n}"), [
            "public protocol Channel", "Channel: associatedtype A", "Channel: var a: A { get set }", "Channel: func b()"])

    def test_what_only_the_file_or_the_package_sees_is_left_out(self) -> None:
        self.assertEqual(self.declared("package enum E { case a }\nprivate(set) public var open = 1\nstruct S { func f() { let public = 1 } }"), [
            "private(set) public var open = 1"])

    def test_attributes_belong_to_a_declaration(self) -> None:
        self.assertEqual(self.declared("@discardableResult\n@inlinable public func f() -> Int { 1 }"), [
            "@discardableResult @inlinable public func f() -> Int"])


if __name__ == "__main__":
    unittest.main()
