"""How one printer is reached and what it can do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from pos_app.domain.language import Language


class PrinterKind(Enum):
    """How bytes travel to the printer; the value is what `settings.toml` says."""

    NETWORK = "network"
    USB = "usb"
    SERIAL = "serial"
    SPOOLER = "spooler"
    FILE = "file"
    PDF = "pdf"


class Cut(Enum):
    """What the cutter does after a paper; NONE feeds far enough to tear."""

    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"


class CodePage(Enum):
    """The character table of text mode; the value is Python's name of it."""

    PC437 = "cp437"
    PC850 = "cp850"
    PC858 = "cp858"
    WINDOWS_1252 = "cp1252"


class DrawerPin(Enum):
    """The pin of the drawer's plug that the kick goes to."""

    TWO = 2
    FIVE = 5


WIDE = 576
NARROW = 384


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterSettings:
    """One printer. `width_dots` is 576 (80 mm paper) or 384 (58 mm), at 203 dpi.

    `address` by kind: NETWORK `host` or `host:port`, USB `vendor:product` in hexadecimal, SERIAL a port
    with an optional speed (`/dev/ttyUSB0`, `COM3@19200`), SPOOLER a queue's name, FILE a device or a
    file, PDF a folder. `text_mode` is for printers that are slow with images.
    """

    kind: PrinterKind
    address: str
    width_dots: int = WIDE
    language: Language = Language.INDONESIAN
    text_mode: bool = False
    code_page: CodePage = CodePage.PC858
    cut: Cut = Cut.PARTIAL
    drawer_pin: DrawerPin = DrawerPin.TWO
    logo: Path | None = None

    def __post_init__(self) -> None:
        if self.width_dots not in (WIDE, NARROW):
            raise SettingError(
                indonesian=f"Lebar cetak {self.width_dots} titik tidak dikenal. Pilih kertas 80 mm (576) atau 58 mm (384).",
                english=f"A width of {self.width_dots} dots is not known. Choose 80 mm (576) or 58 mm (384) paper.",
            )


class SettingError(ValueError):
    """A setting of the printer can't work; says what to do, in both languages."""

    def __init__(self, *, indonesian: str, english: str) -> None:
        super().__init__(english)
        self._said = {Language.INDONESIAN: indonesian, Language.ENGLISH: english}

    def said(self, language: Language) -> str:
        return self._said[language]
