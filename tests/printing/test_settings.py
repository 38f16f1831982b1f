from __future__ import annotations

from pathlib import Path

import pytest

from pos_app.domain.language import Language
from pos_app.domain.printer_address import FileAddress, PdfAddress, PrinterAddress
from pos_app.printing.drivers import open_driver
from pos_app.printing.settings import PrinterSettings, SettingError


@pytest.mark.parametrize("width", [0, 575, 80, 58, -1])
def test_a_wrong_width_is_said(width: int) -> None:
    with pytest.raises(SettingError) as caught:
        PrinterSettings(address=PdfAddress(Path("x")), width_dots=width)
    assert "576" in caught.value.said(Language.INDONESIAN)
    assert "Choose 80 mm (576)" in str(caught.value)


@pytest.mark.parametrize("address", [FileAddress(Path("/")), PdfAddress(Path(__file__))])
def test_a_file_that_is_a_folder_or_the_reverse_is_said_in_both_languages(address: PrinterAddress) -> None:
    with pytest.raises(SettingError) as caught:
        open_driver(PrinterSettings(address=address))
    for language in Language:
        assert caught.value.said(language).endswith(".")
    assert caught.value.said(Language.INDONESIAN) != caught.value.said(Language.ENGLISH)
