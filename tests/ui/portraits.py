"""Draws every page of the cashier window to pictures: `python -m tests.ui.portraits FOLDER [--dark]`.

Run by hand and laid beside the specification's pictures; nothing here is collected by the tests.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.domain.cart import Cart
from pos_app.domain.catalog import Entry, Found
from pos_app.domain.environment import Environment
from pos_app.domain.errors import Problem
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.states import State
from pos_app.till.messages import CounterShown, Event, LightsShown, PrinterTried, ProductsFound, Refused
from pos_app.till.snapshot import Light, Slips
from pos_app.till.stage import Glow
from pos_app.ui.cashier.scene import CounterSetup
from pos_app.ui.cashier.window import CashierWindow
from pos_app.ui.palette import DARK, LIGHT
from pos_app.ui.theme import Theme
from tests.ui import snapshots
from tests.ui.manager import boards

SIZES = ((1366, 768), (1024, 768))


class StillClock:
    def now(self) -> datetime:
        return snapshots.NOW

    def monotonic(self) -> float:
        return snapshots.MONOTONIC


def _searched(window: CashierWindow) -> None:
    window.sale_page.search.edit.setText("susu")
    window.on_event(snapshots.found())


def _typed_amount(window: CashierWindow) -> None:
    window.sale_page.search.edit.setText("44000")
    window.on_event(ProductsFound(Found("44000", (), 0, 12_480), Entry.TYPED))


def _not_found(window: CashierWindow) -> None:
    window.sale_page.search.edit.setText("sarden")
    window.on_event(ProductsFound(Found("sarden", (), 0, 12_480), Entry.TYPED))


def _unknown(window: CashierWindow) -> None:
    window.on_event(ProductsFound(Found("8991234567890", (), 0, 12_480), Entry.SCANNED))


def _cancelling(window: CashierWindow) -> None:
    from pos_app.ui.keys import Action

    window.pages.act(Action.REMOVE)


def _asked_for_a_name(window: CashierWindow) -> None:
    window.cart.charge_wanted.emit(Method.ALFAMART)
    window.name_bar.edit.setText("Ibu Dewi")


def _tried_the_printer(window: CashierWindow) -> None:
    window.light_bar.try_printer()
    window.on_event(PrinterTried(None))


def _tried_in_vain(window: CashierWindow) -> None:
    window.light_bar.try_printer()
    window.on_event(PrinterTried(PrinterTrouble.OUT_OF_PAPER))


def _nothing(window: CashierWindow) -> None:
    return


DOUBTFUL = LightsShown(gateway=Light(Glow.SLOW), relay=Light(Glow.OK, seconds=0.09), printer=Light(Glow.OK))
OUT_OF_PAPER = replace(
    snapshots.lights(), printer=Light(Glow.DOWN), printer_trouble=PrinterTrouble.OUT_OF_PAPER
)

PAGES: dict[str, tuple[tuple[Event, ...], Callable[[CashierWindow], None]]] = {
    "00-empty": ((CounterShown(snapshots.empty()),), _nothing),
    "01-sale": ((CounterShown(snapshots.ringing_up()),), _searched),
    "01-amount": ((CounterShown(snapshots.ringing_up(Cart())),), _typed_amount),
    "01-nothing": ((CounterShown(snapshots.ringing_up()),), _not_found),
    "01-unknown": ((CounterShown(snapshots.ringing_up()),), _unknown),
    "01-name": ((CounterShown(snapshots.ringing_up()),), _asked_for_a_name),
    "01-test-page": ((CounterShown(snapshots.ringing_up()),), _tried_the_printer),
    "01-test-page-refused": ((OUT_OF_PAPER, CounterShown(snapshots.ringing_up())), _tried_in_vain),
    "01-refused": ((CounterShown(snapshots.empty()), Refused(Problem.EMPTY_SALE)), _nothing),
    "02-preparing": ((CounterShown(snapshots.preparing()),), _nothing),
    "02-preparing-code": ((CounterShown(snapshots.preparing(Method.INDOMARET)),), _nothing),
    "03-waiting": ((CounterShown(snapshots.waiting()),), _nothing),
    "03-last-minute": ((CounterShown(snapshots.waiting(42)),), _nothing),
    "03-over": ((CounterShown(snapshots.waiting(1)),), _nothing),
    "03-code": ((CounterShown(replace(boards.code_counter(), slips=Slips(1, 1))),), _nothing),
    "03-code-unprinted": (
        (OUT_OF_PAPER, CounterShown(replace(boards.code_counter(), slips=Slips(1, 0)))),
        _nothing,
    ),
    "03-cancel": ((CounterShown(snapshots.waiting()),), _cancelling),
    "04-in-doubt": ((DOUBTFUL, CounterShown(snapshots.in_doubt())), _nothing),
    "05-paid": ((CounterShown(snapshots.paid()),), _nothing),
    "06-closing": ((CounterShown(snapshots.closing()),), _nothing),
    "07-expired": ((CounterShown(snapshots.ended()),), _nothing),
    "07-cancelled": ((CounterShown(snapshots.ended(State.CANCELLED)),), _nothing),
    "07-failed": ((CounterShown(snapshots.ended(State.FAILED, Problem.WRONG_KEY)),), _nothing),
    "07-another-amount": ((CounterShown(snapshots.another_amount()),), _nothing),
    "07-closed": ((CounterShown(snapshots.closed()),), _nothing),
    "07-denied": ((CounterShown(snapshots.ended(State.DENIED, Problem.DENIED)),), _nothing),
    "08-unwritable": (
        (CounterShown(snapshots.ringing_up()), Refused(Problem.JOURNAL_UNWRITABLE, "till.db")),
        _nothing,
    ),
}


def new_window(theme: Theme, environment: Environment, language: Language, *, display: bool) -> CashierWindow:
    real = environment.is_real
    setup = CounterSetup(
        shop=snapshots.shop(environment),
        store_codes=(Method.ALFAMART, Method.INDOMARET) if real else (),
        asks_name=True,
        can_print=real,
        can_park=real,
        simulate=None if real else lambda _what, _order_id: None,
    )
    return CashierWindow(
        setup,
        StillClock(),
        theme,
        send=lambda _command: None,
        find=lambda _find: None,
        language=language,
        has_customer_display=display,
    )


def main(folder: Path, *, dark: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme = Theme(DARK if dark else LIGHT)
    theme.apply(app)
    modes = {
        "": (Environment.PRODUCTION, True),
        "-practice": (Environment.PRACTICE, True),
        "-alone": (Environment.PRODUCTION, False),
    }
    for mode, (environment, display) in modes.items():
        for width, height in SIZES:
            for language in Language:
                for name, (events, then) in PAGES.items():
                    if mode and name not in {"00-empty", "02-preparing", "03-waiting"}:
                        continue
                    window = new_window(theme, environment, language, display=display)
                    window.resize(width, height)
                    window.show()
                    window.on_event(snapshots.lights())
                    for event in events:
                        window.on_event(event)
                    then(window)
                    QTest.qWait(20)
                    window.grab().save(str(folder / f"{name}{mode}-{width}-{language.value}.png"))
                    window.close()
                    window.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]), dark="--dark" in sys.argv)
