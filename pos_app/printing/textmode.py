"""A page as the printer's own letters: for printers that are slow with pictures."""

from __future__ import annotations

import textwrap
import unicodedata
from typing import TYPE_CHECKING

from pos_app.printing import escpos
from pos_app.printing.code39 import fitted
from pos_app.printing.escpos import Alignment
from pos_app.printing.faces import clean, stand_in
from pos_app.printing.layout import (
    Bar,
    Bars,
    Block,
    Box,
    CodePanel,
    Gap,
    Logo,
    Page,
    Role,
    Row,
    Rule,
    Ruler,
    Step,
    Text,
    grouped,
    in_lines,
)
from pos_app.printing.raster import rasterise_alone
from pos_app.printing.settings import PrinterSettings
from pos_app.printing.sheet import sheet
from pos_app.printing.typeset import ELLIPSIS, LONGEST

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS_OF_A_COLUMN = 12
_LOUD = (Role.STORE, Role.AMOUNT, Role.DEADLINE)
_TYPED = {"×": "x", "−": "-", "\u00a0": " ", "…": "...", "“": '"', "”": '"', "’": "'", "–": "-"}


class TextWriter:
    """Turns blocks into commands and letters of one code page."""

    def __init__(self, settings: PrinterSettings) -> None:
        self._settings = settings
        self._columns = settings.width_dots // _DOTS_OF_A_COLUMN

    def write(self, page: Page, logo: Image | None) -> bytes:
        start = escpos.code_page(self._settings.code_page)
        return start + b"".join(self._block(block, logo) for block in page)

    def _block(self, block: Block, logo: Image | None) -> bytes:
        match block:
            case Text():
                return self._text(block)
            case Row():
                return self._row(block)
            case Rule(dashed=dashed):
                return self._line(("-" if dashed else "=") * self._columns)
            case Gap(dots=dots):
                return b"\n" if dots >= 12 else b""
            case Step(number=number, text=text):
                return self._step(number, text)
            case Bar(text=text):
                middle = f" {clean(text)} ".center(self._columns)
                return escpos.inverted(True) + self._line(middle) + escpos.inverted(False)
            case Box(lines=lines):
                return self._box(lines)
            case CodePanel():
                return self._panel(block)
            case Bars():
                return self._bars(block)
            case Ruler():
                return self._line("".join(str(column % 10) for column in range(1, self._columns + 1)))
            case Logo():
                return self._picture(block, logo) if logo else b""

    def _text(self, block: Text) -> bytes:
        loud = block.role in _LOUD
        strong = block.role is not Role.BODY
        lines = self._wrapped(block.text, self._columns // (2 if loud else 1), block.most)
        alignment = Alignment.CENTRE if block.centred else Alignment.LEFT
        before = escpos.align(alignment) + escpos.bold(strong) + escpos.size(1 + loud, 1 + loud)
        after = escpos.size(1, 1) + escpos.bold(False) + escpos.align(Alignment.LEFT)
        return before + b"".join(self._line(line) for line in lines) + after

    def _row(self, block: Row) -> bytes:
        left = self._wrapped(block.left, self._columns, 3)
        right = self._wrapped(block.right, self._columns, 6)
        lines = [*left, *(line.rjust(self._columns) for line in right)]
        if left and len(right) == 1 and len(left[-1]) + 1 + len(right[0]) <= self._columns:
            lines = [*left[:-1], left[-1] + right[0].rjust(self._columns - len(left[-1]))]
        body = b"".join(self._line(line) for line in lines)
        return body if block.role is Role.BODY else escpos.bold(True) + body + escpos.bold(False)

    def _step(self, number: int, text: str) -> bytes:
        lines = self._wrapped(text, self._columns - 3, 4)
        marks = [f"{number}. ", *(["   "] * (len(lines) - 1))]
        return b"".join(self._line(mark + line) for mark, line in zip(marks, lines, strict=True))

    def _box(self, lines: tuple[str, ...]) -> bytes:
        edge = self._line("#" * self._columns)
        inside = b"".join(self._line("#" + line.center(self._columns - 2) + "#") for line in lines)
        return escpos.bold(True) + edge + inside + edge + escpos.bold(False)

    def _panel(self, block: CodePanel) -> bytes:
        groups = grouped(block.code)
        count = next(
            count
            for count in range(1, len(groups) + 1)
            if max(map(len, in_lines(groups, count))) <= self._columns // 2
        )
        heading = self._text(Text(block.heading, Role.STRONG)) + self._text(Text(block.label))
        code = b"".join(self._line(line) for line in in_lines(groups, count))
        loud = escpos.align(Alignment.CENTRE) + escpos.bold(True) + escpos.size(2, 2)
        return heading + loud + code + escpos.size(1, 1) + escpos.bold(False) + escpos.align(Alignment.LEFT)

    def _bars(self, block: Bars) -> bytes:
        """Bars are a picture here too: a printer's own Code 39 prints nothing where it finds it too wide."""
        if fitted(block.code, self._settings.width_dots, sheet(self._settings.width_dots).margin) is None:
            return self._text(Text(block.otherwise))
        return self._picture(block, None)

    def _picture(self, block: Block, logo: Image | None) -> bytes:
        return escpos.raster(rasterise_alone(block, self._settings.width_dots, logo))

    def _line(self, text: str) -> bytes:
        return self.encoded(text) + b"\n"

    def _wrapped(self, text: str, columns: int, most: int) -> list[str]:
        typed = self.encoded(clean(text[:LONGEST])).decode(self._settings.code_page.value)
        return textwrap.wrap(typed, columns, max_lines=most, placeholder=self._ellipsis())

    @staticmethod
    def _ellipsis() -> str:
        return _TYPED[ELLIPSIS]

    def encoded(self, text: str) -> bytes:
        """The text in the code page; what it lacks as plain letters."""
        return b"".join(self._encoded(character) for character in unicodedata.normalize("NFC", text))

    def _encoded(self, character: str) -> bytes:
        page = self._settings.code_page.value
        try:
            return character.encode(page)
        except UnicodeEncodeError:
            return (_TYPED.get(character) or stand_in(character)).encode("ascii")
