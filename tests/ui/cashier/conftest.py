from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.domain.catalog import Entry, Found, Product
from pos_app.domain.environment import Environment
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.till.messages import Command, CounterShown, Event, Find, ProductsFound
from pos_app.till.snapshot import Counter
from pos_app.ui.cashier.scene import CounterSetup, Simulation
from pos_app.ui.cashier.window import CashierWindow
from pos_app.ui.theme import Theme
from tests.fakes.clock import FakeClock
from tests.till.harness import Bench
from tests.ui import snapshots

BY_HAND = 0.15
BY_SCANNER = 0.005


@dataclass
class Desk:
    """A cashier window, and everything it asked for."""

    clock: FakeClock
    sent: list[Command] = field(default_factory=list)
    finds: list[Find] = field(default_factory=list)
    simulated: list[tuple[Simulation, str]] = field(default_factory=list)
    window: CashierWindow = field(init=False)

    def show(self, counter: Counter) -> None:
        self.tell(CounterShown(counter))

    def tell(self, event: Event) -> None:
        self.window.on_event(event)

    def settle(self) -> None:
        """Let Qt lay out what has changed, and what that changes."""
        for _ in range(4):
            QApplication.sendPostedEvents()
            QTest.qWait(1)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.clock.advance(BY_HAND)
        QTest.keyClick(self._target(), key, modifiers)

    def hold(self, key: Qt.Key, repeats: int) -> None:
        """The key stays down and the keyboard repeats it."""
        self.press(key)
        for _ in range(repeats):
            press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", autorep=True)
            QApplication.sendEvent(self._target(), press)

    def type(self, text: str, seconds: float = BY_HAND) -> None:
        for letter in text:
            self.clock.advance(seconds)
            QTest.keyClicks(self._target(), letter)

    def scan(self, barcode: str) -> None:
        """As a scanner does: digits and Enter, five milliseconds apart."""
        self.clock.advance(BY_HAND)
        self.type(barcode, BY_SCANNER)
        self.clock.advance(BY_SCANNER)
        QTest.keyClick(self._target(), Qt.Key.Key_Return)

    def answer(self, *products: Product, entry: Entry | None = None) -> None:
        """Let the search lane answer the newest search, or the newest of this kind."""
        newest = next(find for find in reversed(self.finds) if entry in (None, find.entry))
        text, entry = newest.text, newest.entry
        exact = products[0] if entry is Entry.SCANNED and products else None
        self.tell(ProductsFound(Found(text, products, len(products), 12_480), entry, exact))

    def obey(self, bench: Bench) -> None:
        """Let a till do what the window asked for, and tell the window what came of it."""
        sent, self.sent[:] = tuple(self.sent), ()
        heard = len(bench.events)
        bench.do(*sent)
        for event in bench.events[heard:]:
            self.tell(event)

    def _target(self) -> QWidget:
        # Qt gives no widget where none has the focus, whatever its stubs say
        focused: QWidget | None = self.window.focusWidget()
        return focused or self.window


MakeDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    dressed = Theme()
    dressed.apply(qapp)
    return dressed


@pytest.fixture
def make_desk(qtbot: QtBot, theme: Theme) -> MakeDesk:
    def make(
        environment: Environment = Environment.PRODUCTION,
        size: tuple[int, int] = (1366, 768),
        *,
        language: Language = Language.INDONESIAN,
        can_print: bool = True,
        can_park: bool = True,
        asks_name: bool = False,
        has_customer_display: bool = True,
    ) -> Desk:
        clock = FakeClock(snapshots.NOW - timedelta(seconds=snapshots.MONOTONIC - 1000))
        clock.advance(snapshots.MONOTONIC - 1000)
        desk = Desk(clock)
        setup = CounterSetup(
            shop=snapshots.shop(environment),
            store_codes=(Method.ALFAMART, Method.INDOMARET),
            can_print=can_print,
            can_park=can_park,
            asks_name=asks_name,
            simulate=None
            if environment.is_real
            else lambda what, order: desk.simulated.append((what, order)),
        )
        desk.window = CashierWindow(
            setup,
            clock,
            theme,
            send=desk.sent.append,
            find=desk.finds.append,
            language=language,
            has_customer_display=has_customer_display,
        )
        qtbot.addWidget(desk.window)
        desk.window.resize(*size)
        desk.window.show()
        return desk

    return make


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    return make_desk()
