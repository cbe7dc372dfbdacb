"""A terminal that shows whole screens, as a person sees them: tmux, with a server of its own inside the namespaces of a private
PC/SC service."""

from __future__ import annotations

import os
import shlex
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from commandline import ROOT, Tool

GOLDEN = ROOT / "Tests" / "Golden" / "screen"
REWRITES = bool(os.environ.get("THAIID_REWRITE_GOLDEN"))
SHELL = "bash --norc --noprofile"
PROMPT = "ready$"


class Screen:
    """A pane of tmux with a shell in it, in which programs are started as a person types them."""

    def __init__(self, tool: Tool, folder: Path, *, columns: int = 80, rows: int = 24, **environment: str) -> None:
        self.tool = tool
        self.columns = columns
        self._socket = folder / "tmux.socket"
        surroundings = tool.environment | {"PS1": PROMPT, "SHELL": "/bin/bash", "PATH": os.environ["PATH"]} | environment
        surroundings.pop("TERM", None)
        self._environment = {"TERM": "xterm-256color"} | surroundings
        configuration = folder / "tmux.conf"
        configuration.write_text(
            'set -g default-terminal "tmux-256color"\nset -g status off\nset -g history-limit 5000\nset -g remain-on-exit on\n')
        names = " ".join(f"{name}={shlex.quote(value)}" for name, value in (surroundings | environment).items())
        self._tmux(
            "-f", configuration, "new-session", "-d", "-x", str(columns), "-y", str(rows), f"env {names} {SHELL}")
        self.until(lambda text: PROMPT in text)

    def start(self, *arguments: str) -> None:
        """Types the tool's name and some arguments."""
        self.type(shlex.join([str(self.tool.path), *arguments]))

    def type(self, line: str) -> None:
        self._tmux("send-keys", "-l", line)
        self.key("Enter")

    def key(self, name: str) -> None:
        """Presses a key by tmux's name of it."""
        self._tmux("send-keys", name)

    def resize(self, columns: int, rows: int) -> None:
        self.columns = columns
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    @property
    def text(self) -> str:
        """What is visible, without the blanks at the end of each line."""
        return self._tmux("capture-pane", "-p").decode()

    @property
    def coloured(self) -> str:
        """The same with the sequences that colour it."""
        return self._tmux("capture-pane", "-p", "-e", "-N").decode()

    @property
    def everything(self) -> bytes:
        """All that this terminal holds: both screens, and what has left them at the top."""
        other = self._tmux("capture-pane", "-p", "-a", "-q", "-S", "-")
        return self._tmux("capture-pane", "-p", "-S", "-") + other

    @property
    def terminal(self) -> str:
        """The terminal's file."""
        return self._tmux("display-message", "-p", "#{pane_tty}").decode().strip()

    @property
    def shell(self) -> int:
        return int(self._tmux("display-message", "-p", "#{pane_pid}"))

    @property
    def is_alternate(self) -> bool:
        """Whether a program draws on the alternate screen."""
        return self._tmux("display-message", "-p", "#{alternate_on}").strip() == b"1"

    @property
    def shows_cursor(self) -> bool:
        return self._tmux("display-message", "-p", "#{cursor_flag}").strip() == b"1"

    def until(self, shows: Callable[[str], bool], seconds: float = 15) -> str:
        """Waits until the visible text is as wanted; the text."""
        deadline = time.monotonic() + seconds
        while not shows(text := self.text):
            assert time.monotonic() < deadline, text
            time.sleep(0.02)
        return text

    def until_shown(self, *words: str) -> str:
        return self.until(lambda text: all(word in text for word in words))

    def settings(self) -> bytes:
        """How the terminal is set, in the words of `stty -g`."""
        return subprocess.run(["stty", "-g", "-F", self.terminal], capture_output=True, check=True).stdout

    def close(self) -> None:
        try:
            self._tmux("kill-server")
        except subprocess.CalledProcessError:
            pass

    def _tmux(self, *arguments: str | Path) -> bytes:
        command = self.tool.pcsc.inside(["tmux", "-u", "-S", self._socket, *arguments], self.tool.home)
        return subprocess.run(
            command, env=self._environment, capture_output=True, check=True, timeout=20, stdin=subprocess.DEVNULL).stdout


def expect(name: str, text: str, replaced: Mapping[str, str] | None = None) -> None:
    """Compares a screen with the golden of that name; writes it anew where it differs and that is asked for, and fails."""
    for old, new in (replaced or {}).items():
        text = text.replace(old, new)
    text = "".join(line.rstrip() + "\n" for line in text.rstrip().splitlines())
    golden = GOLDEN / f"{name}.txt"
    kept = golden.read_text("utf-8") if golden.exists() else None
    if text != kept and REWRITES:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8")
    assert text == kept, f"{golden.name} is not as it was"
