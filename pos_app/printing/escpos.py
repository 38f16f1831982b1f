"""ESC/POS: the commands that we send, as bytes (Epson's reference; decisions in libraries.md 5)."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from pos_app.domain.printer import CodePage, DrawerPin, PaperCut

if TYPE_CHECKING:
    from PIL.Image import Image

ESC, GS, DLE = 0x1B, 0x1D, 0x10

INITIALISE = bytes((ESC, ord("@")))

BAND_ROWS = 64
"""Small printers hold a few kilobytes: a picture goes in bands of so many rows."""

_CODE_PAGES = {CodePage.PC437: 0, CodePage.PC850: 2, CodePage.WINDOWS_1252: 16, CodePage.PC858: 19}

_NEGATIVE = bytes(byte ^ 0xFF for byte in range(256))
"""A picture's ones are white, a printer's are ink."""

_REAL_TIME = ((b"\x10\x04", b"\x10\x0c"), (b"\x10\x05", b"\x10\x0d"), (b"\x10\x14", b"\x10\x1c"))
"""DLE EOT, DLE ENQ and DLE DC4 act even inside a picture: one dot more makes each of them a picture again."""


class Alignment(Enum):
    LEFT = 0
    CENTRE = 1
    RIGHT = 2


def raster(picture: Image) -> bytes:
    """GS v 0 in bands; `picture` is of mode `1`, and as wide as the paper."""
    row_bytes = (picture.width + 7) // 8
    ink = _padded(picture).tobytes().translate(_NEGATIVE)
    bands = []
    for top in range(0, picture.height, BAND_ROWS):
        rows = min(BAND_ROWS, picture.height - top)
        dots = ink[top * row_bytes : (top + rows) * row_bytes]
        bands.append(bytes((GS, ord("v"), ord("0"), 0, row_bytes, 0, rows, 0)) + harmless(dots))
    return b"".join(bands)


def _padded(picture: Image) -> Image:
    """White up to whole bytes, so that the spare bits print nothing."""
    from PIL import Image as Pictures

    if picture.width % 8 == 0:
        return picture
    padded = Pictures.new("1", (picture.width + 8 - picture.width % 8, picture.height), 1)
    padded.paste(picture, (0, 0))
    return padded


def harmless(dots: bytes) -> bytes:
    """The dots without anything that a printer takes for a real-time command, a drawer kick among them."""
    for command, picture in _REAL_TIME:
        dots = dots.replace(command, picture)
    return dots


def flush(width_dots: int) -> bytes:
    """White that completes a band which broke off in the middle; nothing to a printer that waits for commands."""
    return bytes(width_dots // 8 * BAND_ROWS)


def code_page(page: CodePage) -> bytes:
    return bytes((ESC, ord("t"), _CODE_PAGES[page]))


def align(alignment: Alignment) -> bytes:
    return bytes((ESC, ord("a"), alignment.value))


def bold(on: bool) -> bytes:
    return bytes((ESC, ord("E"), on))


def inverted(on: bool) -> bytes:
    """White on black."""
    return bytes((GS, ord("B"), on))


def size(wide: int, high: int) -> bytes:
    """Letters so many times as wide and as high, each 1 to 8."""
    return bytes((GS, ord("!"), (wide - 1) << 4 | (high - 1)))


def feed(lines: int) -> bytes:
    return bytes((ESC, ord("d"), lines))


def cut(kind: PaperCut) -> bytes:
    """Feed to the cutter and cut; without one feed far enough to tear."""
    match kind:
        case PaperCut.NONE:
            return feed(5)
        case PaperCut.PARTIAL:
            return bytes((GS, ord("V"), 66, 0))
        case PaperCut.FULL:
            return bytes((GS, ord("V"), 65, 0))


def kick(pin: DrawerPin) -> bytes:
    """A pulse of 100 ms, then 500 ms of rest."""
    return bytes((ESC, ord("p"), 0 if pin is DrawerPin.TWO else 1, 50, 250))
