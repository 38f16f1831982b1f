"""How one printer is reached and what it can do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pos_app.domain.language import Language
from pos_app.domain.printer import CodePage, DrawerPin, PaperCut
from pos_app.domain.printer_address import PrinterAddress

WIDE = 576
NARROW = 384


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterSettings:
    """One printer. `width_dots` is 576 (80 mm paper) or 384 (58 mm), at 203 dpi.

    `text_mode` is for printers that are slow with images.
    """

    address: PrinterAddress
    width_dots: int = WIDE
    language: Language = Language.INDONESIAN
    text_mode: bool = False
    code_page: CodePage = CodePage.PC858
    cut: PaperCut = PaperCut.PARTIAL
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
