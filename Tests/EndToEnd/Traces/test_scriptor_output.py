"""What scriptor prints of a card, here and now, and what ours makes of it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from commandline import Convert, Tool
from otherlogs import COMMANDS, assert_is_what_passed, parse
from privatepcsc import PrivatePCSC
from scriptedcard import Insert


@pytest.mark.parametrize("from_file", [False, True])
def test_output_of_scriptor_holds_all_that_the_card_saw(
    pcsc: PrivatePCSC, insert: Insert, convert: Convert, tmp_path: Path, from_file: bool,
) -> None:
    card = insert()
    script = "# a script\nreset\n" + "\n".join(COMMANDS) + "\n"
    if from_file:
        (tmp_path / "script").write_text(script)
        done = pcsc.run(["scriptor", "-p", "T=0", tmp_path / "script"], stderr=subprocess.STDOUT)
    else:
        done = pcsc.run(["scriptor", "-p", "T=0"], input=script.encode(), stderr=subprocess.STDOUT)
    assert done.returncode == 0, done
    assert_is_what_passed(parse(convert(done.stdout)), card)


def test_script_without_answers_is_refused(thaiid: Tool, tmp_path: Path) -> None:
    script = tmp_path / "commands"
    script.write_text("\n".join(COMMANDS) + "\n")
    done = thaiid("trace", "convert", script, "--to", "thaiid")
    assert done.exit != 0 and done.output == b"", done
