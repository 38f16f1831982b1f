"""Whether the receipt printer can be reached, and whether it prints."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event, Timer
from typing import TYPE_CHECKING

from pos_app.cli.findings import NO_SETTINGS, Finding, failed, fine, note, skipped
from pos_app.domain.printer import PrinterTrouble
from pos_app.settings.model import Settings

if TYPE_CHECKING:
    from pos_app.printing.drivers import Driver, Waiting
    from pos_app.printing.settings import PrinterSettings

_PATIENCE = 10.0
_PRINTING = 60.0
"""Seconds for an answer, and for a page to come out."""

_Deed = Callable[["Driver", "Waiting"], PrinterTrouble | None]

_WORDS = {
    PrinterTrouble.OFFLINE: ("does not answer", "switch it on, and check its cable and address"),
    PrinterTrouble.OUT_OF_PAPER: ("is out of paper", "put in a new roll"),
    PrinterTrouble.PAPER_LOW: ("has little paper left", "have a new roll at hand"),
    PrinterTrouble.COVER_OPEN: ("has its cover open", "close it"),
    PrinterTrouble.WRONG_SETTING: ("can't be used as it is set", "check [printer] in the settings"),
}


def printer(said: Settings | None) -> Finding:
    """Ask it how it is, without printing."""
    from pos_app.app.fitting import printer_of

    if said is None:
        return skipped("printer", NO_SETTINGS)
    reached = printer_of(said)
    if reached is None:
        return skipped("printer", "none is set")
    return _tried(reached, lambda driver, waiting: driver.look(waiting), _PATIENCE, "")


def test_page(said: Settings | None) -> Finding:
    """Print the test page of the settings, once."""
    from pos_app.app.fitting import printer_of, shop_of

    if said is None:
        return failed("printer", NO_SETTINGS, "see the settings' line")
    reached = printer_of(said)
    if reached is None:
        return failed("printer", "none is set", "write [printer] kind and address into the settings")
    from pos_app.domain.receipt import TestPage
    from pos_app.printing.compose import compose
    from pos_app.printing.encode import paper_bytes
    from pos_app.till.outbox import letterhead

    now = datetime.now(UTC)
    page = TestPage(letterhead=letterhead(shop_of(said), ""), printed_at=now)

    def deliver(driver: Driver, waiting: Waiting) -> None:
        driver.deliver("test", paper_bytes(compose(page, reached, now), reached), waiting)

    return _tried(reached, deliver, _PRINTING, ": the test page is out; hold it against what it says")


def _tried(reached: PrinterSettings, deed: _Deed, patience: float, well: str) -> Finding:
    from pos_app.printing.drivers import HaltedError, NotPrintedError, Waiting, open_driver
    from pos_app.printing.encode import logo_fault
    from pos_app.printing.settings import SettingError

    name = str(reached.address)
    why = ""
    halted = Event()
    timer = Timer(patience, halted.set)
    timer.start()
    try:
        trouble = deed(open_driver(reached), Waiting(halted, lambda _: None))
    except SettingError as error:
        return failed("printer", f"{name}: {error}", "check [printer] in the settings")
    except NotPrintedError as error:
        trouble, why = error.trouble, f" ({' '.join(str(error).split())})"
    except HaltedError:
        return failed("printer", f"{name} did not finish within {patience:.0f} s", "switch it off and on")
    finally:
        timer.cancel()
    if trouble is not None:
        words, advice = _WORDS[trouble]
        tell = note if trouble is PrinterTrouble.PAPER_LOW else failed
        return tell("printer", f"{name} {words}{why}", advice)
    if fault := logo_fault(reached):
        return note("printer", f"{name}{well}; {fault}", "papers come out without the logo")
    return fine("printer", f"{name}{well}")
