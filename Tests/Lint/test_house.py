"""Each rule of the house is seen to hold and to be broken."""

from __future__ import annotations

import unittest

from house import House
from madeuptree import TreeTest

ROWS = {
    "CPCSCLite": set(), "CTurboJPEG": set(), "SmartCard": set(), "PCSC": {"CPCSCLite", "SmartCard"}, "Host": set(),
    "ThaiIDCard": {"SmartCard"}, "CardRecord": {"ThaiIDCard", "Crypto"}, "CardFormats": {"CardRecord"},
    "CardPortrait": {"CTurboJPEG", "ThaiIDCard"}, "ThaiIDCommands": {"ArgumentParser", "CardFormats", "Host", "PCSC"},
}
DECLARED = {name: sorted(row) for name, row in ROWS.items()}
TABLE = 'let sex = Handle<Sex>("sex", \\.sex)\nlet serialNumber = Handle<String>("serialNumber", in: .chip, \\.serialNumber)'


class HouseTest(TreeTest):
    def setUp(self) -> None:
        super().setUp()
        self.rows = {name: set(row) for name, row in ROWS.items()}
        self.declared = {name: list(row) for name, row in DECLARED.items()}
        for name, row in ROWS.items():
            if not name.startswith(("CP", "CT")):
                self.source(name, "Main", *sorted(row))
        self.write("Sources/ThaiIDCard/Table/Field+All.swift", TABLE)

    def source(self, target: str, name: str, *imports: str, text: str = "") -> None:
        self.write(f"Sources/{target}/{name}.swift", "".join(f"import {module}\n" for module in imports) + text)

    def house(self) -> House:
        self.package(**self.declared)
        return House(self.root, self.rows)

    def wrong(self) -> list[str]:
        return self.house().wrong()

    def goal(self, beginning: str) -> str:
        return next(line for line in self.house().goals() if line[9:].startswith(beginning))


class ArrowTests(HouseTest):
    def test_a_house_in_order_has_nothing_wrong(self) -> None:
        self.assertEqual(self.wrong(), [])

    def test_an_arrow_allows_what_lies_below_its_end(self) -> None:
        self.source("CardFormats", "Deep", "SmartCard", "Crypto")
        self.declared["CardFormats"] += ["SmartCard", "Crypto"]
        self.assertEqual(self.wrong(), [])

    def test_an_arrow_up_or_aside_is_told_with_its_file(self) -> None:
        self.source("ThaiIDCard", "Up", "CardRecord")
        self.declared["ThaiIDCard"].append("CardRecord")
        self.assertEqual(self.wrong(), [
            "Sources/ThaiIDCard/Up.swift: ThaiIDCard must not import CardRecord",
            "Package.swift: ThaiIDCard must not depend on CardRecord"])

    def test_whatever_stands_before_import_it_is_one(self) -> None:
        for line in ("@testable import PCSC", "internal import PCSC", "@preconcurrency public import struct PCSC.Reader",
                     "#if os(Linux)\n    import PCSC\n#endif"):
            self.source("CardFormats", "Aside", text=line + "\n")
            self.assertIn("Sources/CardFormats/Aside.swift: CardFormats must not import PCSC", self.wrong(), line)

    def test_an_import_in_a_comment_or_a_literal_is_none(self) -> None:
        self.source("CardFormats", "Words", text='/*\nimport PCSC\n*/\n// import PCSC\nlet page = """\n    import PCSC\n    """\n')
        self.assertEqual(self.wrong(), [])

    def test_a_c_library_stays_with_its_row(self) -> None:
        self.source("ThaiIDCommands", "Calls", "CPCSCLite")
        self.declared["ThaiIDCommands"].append("CPCSCLite")
        self.assertIn("Sources/ThaiIDCommands/Calls.swift: ThaiIDCommands must not import CPCSCLite", self.wrong())

    def test_a_package_that_no_row_names_is_told(self) -> None:
        self.source("ThaiIDCard", "Keys", "Crypto")
        self.declared["ThaiIDCard"].append("Crypto")
        self.assertIn("Sources/ThaiIDCard/Keys.swift: ThaiIDCard must not import Crypto", self.wrong())

    def test_smart_card_knows_no_foundation(self) -> None:
        self.source("SmartCard", "Dates", "Foundation")
        self.source("ThaiIDCard", "Dates", "Foundation")
        self.assertEqual(self.wrong(), ["Sources/SmartCard/Dates.swift: SmartCard must not import Foundation"])

    def test_targets_and_rows_are_the_same(self) -> None:
        del self.rows["CardFormats"]
        self.rows |= {"CardSheet": set(), "ThaiIDCommands": self.rows["ThaiIDCommands"] | {"CardRecord", "CardFormats"}}
        self.assertEqual(self.wrong(), ["CardFormats: a target without a row in HOUSE", "CardSheet: a row in HOUSE without a target"])


class NeverTests(HouseTest):
    def test_only_commands_parse_a_command_line(self) -> None:
        self.source("CardFormats", "Option", "ArgumentParser")
        self.declared["CardFormats"].append("ArgumentParser")
        self.assertEqual(self.wrong(), [
            "Sources/CardFormats/Option.swift: only commands know the command line, and CardFormats has none",
            "Package.swift: only commands know the command line, and CardFormats has none"])

    def test_only_host_and_pcsc_speak_to_the_c_library(self) -> None:
        call = "let text = getenv(name)\n"
        for target in ("Host", "PCSC", "CardFormats"):
            for libc in ("Glibc", "Musl", "Darwin"):
                self.source(target, f"Call{libc}", libc, text=call)
        self.assertEqual(self.wrong(), [
            f"Sources/CardFormats/Call{libc}.swift: only Host and PCSC speak to the system's C library"
            for libc in ("Darwin", "Glibc", "Musl")])

    def test_sines_are_no_call_of_the_system(self) -> None:
        self.source("CardFormats", "Slope", "Glibc", text="let slope = sin(angle)\n")
        self.assertEqual(self.wrong(), [])
        self.source("CardFormats", "Slope", "Glibc", text="let slope = sin(angle)\nlet file = open(path, O_RDONLY)\n")
        self.assertEqual(len(self.wrong()), 1)

    def test_what_decodes_pictures_reaches_no_reader(self) -> None:
        self.rows["ThaiIDCommands"].add("CardPortrait")
        self.declared["ThaiIDCommands"].append("CardPortrait")
        self.source("ThaiIDCommands", "Portrait", "CardPortrait")
        self.assertEqual(self.wrong(), ["ThaiIDCommands: reaches CTurboJPEG and PCSC; what decodes a picture reads no card"])


class DeclaredTests(HouseTest):
    def test_a_dependency_is_imported(self) -> None:
        self.declared["CardFormats"].append("SmartCard")
        self.assertEqual(self.wrong(), ["Package.swift: CardFormats declares SmartCard and does not import it"])

    def test_an_import_is_declared(self) -> None:
        self.source("CardFormats", "Cards", "ThaiIDCard")
        self.assertEqual(self.wrong(), ["Package.swift: CardFormats imports ThaiIDCard and does not declare it"])

    def test_tests_declare_what_they_import_and_no_more(self) -> None:
        self.package(**self.declared)
        manifest = (self.root / "Package.swift").read_text("utf-8")
        self.write("Package.swift", manifest.replace(
            "targets: [", 'targets: [ .testTarget(name: "CardTests", dependencies: ["SmartCard", "PCSC"]),'))
        self.write("Tests/CardTests/CardTests.swift", "import Testing\n@testable import ThaiIDCard\nimport PCSC\n")
        self.assertEqual(House(self.root, self.rows).wrong(), [
            "Package.swift: CardTests declares SmartCard and does not import it",
            "Package.swift: CardTests imports ThaiIDCard and does not declare it"])

    def test_a_dependency_that_cannot_be_read_is_no_reason_to_go_on(self) -> None:
        self.package(**self.declared)
        manifest = (self.root / "Package.swift").read_text("utf-8")
        self.write("Package.swift", manifest.replace("argumentParser, ", "somethingElse, "))
        with self.assertRaisesRegex(SystemExit, "ThaiIDCommands depends on somethingElse"):
            House(self.root, self.rows)


class LengthTests(HouseTest):
    def test_three_hundred_lines_are_the_most(self) -> None:
        self.source("CardFormats", "Long", text="\n" * 300)
        self.assertEqual(self.wrong(), [])
        self.source("CardFormats", "Long", text="\n" * 301)
        self.assertEqual(self.wrong(), ["Sources/CardFormats/Long.swift: 301 lines, and 300 are the most"])


class GoalTests(HouseTest):
    def test_the_largest_target_has_its_share(self) -> None:
        self.source("CardFormats", "Long", text="\n" * 100)
        self.assertIn("not yet  largest target, CardFormats", self.goal("largest"))

    def test_files_of_commands_that_import_the_parser_are_counted(self) -> None:
        self.assertIn("100.0% (1 of 1)", self.goal("files of ThaiIDCommands"))
        self.source("ThaiIDCommands", "Words", text="let words = 1\n")
        self.assertRegex(self.goal("files of ThaiIDCommands"), r"not yet .*50.0% \(1 of 2\)")

    def test_names_of_schemas_are_found_in_literals_alone(self) -> None:
        self.source("CardRecord", "Names", text='/// "thaiid.record/1"\nlet name = "thaiid.record/1"\n')
        self.assertIn("met      files in which names of schemas are typed: 1;", self.goal("files in which names"))
        self.source("CardFormats", "Copy", text='let line = #"{"schema":"thaiid.sheet-log/1"}"#\n')
        self.assertIn("Sources/CardFormats/Copy.swift", self.goal("files in which names"))

    def test_keys_of_fields_are_found_as_whole_literals_outside_the_table(self) -> None:
        self.source("CardFormats", "Keys", text='let a = ["sex", "chip.serialNumber", "serialNumber", "sexes", ".sex"] // "sex"\n')
        self.assertIn("table: 2;", self.goal("keys of fields"))

    def test_a_table_without_rows_is_told(self) -> None:
        self.write("Sources/ThaiIDCard/Table/Field+All.swift", "let all: [Field] = []\n")
        with self.assertRaisesRegex(SystemExit, "no handle of a field"):
            self.house().goals()

    def test_a_libc_for_sines_is_not_counted(self) -> None:
        self.source("CardFormats", "Slope", "Glibc", text="let slope = cos(angle)\n")
        self.source("Host", "Clock", "Glibc", text="let now = time(nil)\n")
        self.assertIn(": 1; goal ≤ 12", self.goal("files that import a libc"))

    def test_small_files_and_public_declarations_are_counted(self) -> None:
        self.source("CardFormats", "Open", text="public struct Open {\n    public let one = 1\n    let two = 2\n}\n" + "\n" * 40)
        self.assertIn("public declarations: 2;", self.goal("public"))
        self.assertRegex(self.goal("files under 30 lines"), r"\(9 of 10\)")


if __name__ == "__main__":
    unittest.main()
