"""A receipt printer in Python: reads ESC/POS as a printer does and rebuilds what it prints.

Written from Epson's command reference, not from our encoder; what it does not know is an error.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PIL import Image


class UnknownCommandError(Exception):
    pass


@dataclass
class Line:
    """One line of letters and how it was set."""

    text: str
    bold: bool
    wide: int
    high: int
    alignment: int
    inverted: bool


_PAGES = {0: "cp437", 2: "cp850", 16: "cp1252", 19: "cp858"}


@dataclass
class Paper:
    """What came out up to one cut."""

    rows: list[bytes] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    row_bytes: int = 0

    def picture(self) -> Image.Image:
        ink = b"".join(self.rows)
        size = (self.row_bytes * 8, len(self.rows))
        return Image.frombytes("1", size, bytes(byte ^ 0xFF for byte in ink))

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def is_blank(self) -> bool:
        return not self.text.strip() and not any(any(row) for row in self.rows)


class Printer:
    """Feed it bytes in any portions, also over several connections: like a real one it never forgets half a command."""

    def __init__(self, asked_whether_printed: Callable[[], None] = lambda: None) -> None:
        self.papers: list[Paper] = []
        self.kicks: list[int] = []
        self.paper = Paper()
        self._asked = asked_whether_printed
        self._pending = b""
        self._letters = b""
        self._reset()

    def _reset(self) -> None:
        self._bold = self._inverted = False
        self._wide = self._high = 1
        self._alignment = 0
        self._page = "cp437"

    @property
    def is_in_the_middle(self) -> bool:
        return bool(self._pending)

    def feed(self, data: bytes) -> None:
        self._pending += data
        while self._pending:
            used = self._command(self._pending)
            if not used:
                return
            self._pending = self._pending[used:]

    def _command(self, data: bytes) -> int:
        """How many bytes the first command takes; 0 while it is not whole."""
        first = data[0]
        if first == 0x1B:
            return self._escape(data)
        if first == 0x1D:
            return self._group(data)
        if first == 0x0A:
            self._end_line()
        elif first >= 0x20:
            self._letters += data[:1]
        elif first != 0:
            raise UnknownCommandError(data[:8].hex(" "))
        return 1

    def _escape(self, data: bytes) -> int:
        if len(data) < 2:
            return 0
        if data[1] == 0:
            return 2  # a command that broke off, then the white that ends it
        needed = {"@": 2, "a": 3, "E": 3, "t": 3, "d": 3, "p": 5}.get(chr(data[1]))
        if needed is None:
            raise UnknownCommandError(data[:8].hex(" "))
        if len(data) < needed:
            return 0
        match chr(data[1]):
            case "@":
                self._letters = b""
                self._reset()
            case "a":
                self._alignment = data[2]
            case "E":
                self._bold = bool(data[2] & 1)
            case "t":
                self._page = _PAGES[data[2]]
            case "d":
                self._feed(data[2])
            case "p":
                self.kicks.append(data[2])
        return needed

    def _group(self, data: bytes) -> int:
        if data[1:2] == b"\0":
            return 2
        if len(data) < 3:
            return 0
        match chr(data[1]):
            case "!":
                self._wide, self._high = (data[2] >> 4) + 1, (data[2] & 7) + 1
                return 3
            case "B":
                self._inverted = bool(data[2] & 1)
                return 3
            case "r":
                self._asked()
                return 3
            case "V":
                return self._cut(data)
            case "v":
                return self._raster(data)
        raise UnknownCommandError(data[:8].hex(" "))

    def _cut(self, data: bytes) -> int:
        if data[2] not in (65, 66):
            raise UnknownCommandError(data[:8].hex(" "))
        if len(data) < 4:
            return 0
        self.tear()
        return 4

    def _raster(self, data: bytes) -> int:
        if len(data) < 8:
            return 0
        mode, row_bytes, rows = data[3], data[4] + 256 * data[5], data[6] + 256 * data[7]
        if data[2] != 0x30 or mode != 0 or not row_bytes or not rows:
            raise UnknownCommandError(data[:8].hex(" "))
        end = 8 + row_bytes * rows
        if len(data) < end:
            return 0
        assert self.paper.row_bytes in (0, row_bytes)
        self.paper.row_bytes = row_bytes
        self.paper.rows += [data[at : at + row_bytes] for at in range(8, end, row_bytes)]
        return end

    def _end_line(self) -> None:
        text = self._letters.decode(self._page)
        self._letters = b""
        style = (self._bold, self._wide, self._high, self._alignment, self._inverted)
        self.paper.lines.append(Line(text, *style))

    def _feed(self, lines: int) -> None:
        if self._letters:
            self._end_line()
        if lines >= 5:  # far enough to tear
            self.tear()

    def tear(self) -> None:
        self.papers.append(self.paper)
        self.paper = Paper()


def printed(data: bytes) -> Printer:
    printer = Printer()
    printer.feed(data)
    assert not printer.is_in_the_middle
    return printer
