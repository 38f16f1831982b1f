"""The doctor's look at a printer."""

from __future__ import annotations

import pytest

from pos_app.cli import check_printer
from pos_app.cli.findings import NO_SETTINGS, Verdict
from pos_app.domain.printer_address import UsbAddress
from pos_app.settings.model import Printer, Settings, Store
from tests.printing.epson import COVER_OPEN, PAPER_LOW, WELL, Epson


@pytest.mark.parametrize(
    ("status", "verdict"),
    [(WELL, Verdict.FINE), (PAPER_LOW, Verdict.NOTE), (COVER_OPEN, Verdict.FAILED)],
    ids=["well", "thin", "open"],
)
def test_only_a_printer_that_can_not_print_fails(status: tuple[int, int, int], verdict: Verdict) -> None:
    with Epson() as epson:
        epson.status = status
        said = Settings(store=Store(name="Toko Sinar Jaya"), printer=Printer(address=epson.network))
        assert check_printer.printer(said).verdict is verdict


def test_without_settings_nobody_says_that_there_is_none() -> None:
    looked, tried = check_printer.printer(None), check_printer.test_page(None)
    assert (looked.verdict, looked.said) == (Verdict.SKIPPED, NO_SETTINGS)
    assert (tried.verdict, tried.said) == (Verdict.FAILED, NO_SETTINGS)


def test_it_says_in_the_drivers_words_why_a_printer_can_not_be_asked() -> None:
    with Epson() as epson:
        address = epson.network
    gone = Settings(store=Store(name="Toko Sinar Jaya"), printer=Printer(address=address))
    assert f"({address} refuses" in check_printer.printer(gone).said


def test_a_driver_that_says_it_in_several_lines_is_told_in_one() -> None:
    gone = Settings(store=Store(name="Toko Sinar Jaya"), printer=Printer(address=UsbAddress(0x04B8, 0xFFFF)))
    assert "\n" not in check_printer.printer(gone).said
