"""Each paper as a PDF file of its own in a folder."""

from __future__ import annotations

import os
import re
from pathlib import Path

from pos_app.domain.printer import PrinterTrouble
from pos_app.printing.drivers.port import NotPrintedError, Waiting
from pos_app.printing.settings import SettingError


class PdfFolder:
    """A paper that is written again replaces its own file, so nothing is ever there twice."""

    def __init__(self, folder: Path) -> None:
        """Raises SettingError for a file."""
        self._folder = folder
        if self._is_file():
            raise SettingError(
                indonesian=f"“{folder}” bukan folder. Pilih folder untuk berkas PDF.",
                english=f"“{folder}” is no folder. Choose a folder for the PDF files.",
            )

    def deliver(self, name: str, data: bytes, waiting: Waiting) -> None:
        """A drawer's kick is no PDF and goes nowhere."""
        if not data.startswith(b"%PDF"):
            return
        path = self._folder / f"{re.sub(r'[^A-Za-z0-9._~-]', '_', name)}.pdf"
        half = path.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with half.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            half.replace(path)
        except OSError as error:
            raise NotPrintedError(PrinterTrouble.WRONG_SETTING, f"{path}: {error}") from error

    def look(self, waiting: Waiting) -> PrinterTrouble | None:
        return PrinterTrouble.WRONG_SETTING if self._is_file() else None

    def _is_file(self) -> bool:
        return os.path.isfile(self._folder)  # noqa: PTH113 - Path.is_file raises where a folder on the way is closed
