"""Ringing up: the search field, what it found, and the actions between two customers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.ui.cashier.action_bar import ActionBar
from pos_app.ui.cashier.in_hand import InHand
from pos_app.ui.cashier.results import Results
from pos_app.ui.cashier.scene import CounterSetup, Room, Search, Send
from pos_app.ui.cashier.search_field import SearchField
from pos_app.ui.keys import Action
from pos_app.ui.theme import Theme

if TYPE_CHECKING:
    from pos_app.till.messages import ProductsFound
    from pos_app.ui.cashier.result_rows import Row

FREE_AMOUNT = "Nominal"
"""The name of a free amount on the sale, on paper and at the gateway, whatever the screen's language is."""

_LIMIT = 50


class SalePage(QWidget):
    """Signals: `acted` with an Action that is not the search field's, `settled` when every article that was
    scanned or confirmed is in the cart, `abandoned` when one will not be or another is being typed, `missed`
    with the text and its Entry when one is unknown and this page, which would say so, is not on show.
    """

    acted = Signal(object)
    settled = Signal()
    abandoned = Signal()
    missed = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        setup: CounterSetup,
        send: Send,
        find: Search,
        monotonic: Callable[[], float],
    ) -> None:
        super().__init__()
        self._send = send
        self._find = find
        self._text = ""
        self._answered = ""
        self._in_hand = InHand(self)
        self.search = SearchField(theme, monotonic)
        self.results = Results(theme)
        self.action_bar = ActionBar(theme, setup)
        self._can_print = setup.can_print
        self.setFocusProxy(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.search)
        layout.addWidget(self.results, 1)
        layout.addWidget(self.action_bar)
        self.search.typed.connect(self._look_for)
        self.search.scanned.connect(self.scan)
        self.search.entered.connect(self._enter)
        self.results.chosen.connect(self.choose)
        self.action_bar.wanted.connect(self.acted)
        self._in_hand.settled.connect(self._settle)
        self._in_hand.missed.connect(self.abandoned)

    def build_ahead(self) -> None:
        """Build the list of results: no first letter waits for it."""
        self.results.list.ensurePolished()

    @property
    def is_settling(self) -> bool:
        """Whether an article was scanned or confirmed, and nobody knows yet that it is in the cart."""
        return not self._in_hand.is_empty

    def answered(self, *, is_added: bool) -> None:
        """The till has said something about the sale: what was sent to it is in the cart, or was refused."""
        self._in_hand.answered(is_added=is_added)

    def present(self, room: Room) -> None:
        self.search.present(room)
        self.results.present(room)
        self.action_bar.show_state(room.language)

    def show_found(self, event: ProductsFound, room: Room) -> None:
        """The answer to a search; an answer to a text that is no longer there is dropped."""
        from pos_app.domain.catalog import Entry

        if event.entry is Entry.SCANNED:
            self._show_scanned(event, room)
        elif event.entry is Entry.CONFIRMED:
            self._show_confirmed(event, room)
        elif event.found.text == self.search.text:
            self._answered = event.found.text
            self.results.show_found(event.found)
            self.results.fill(room)

    @Slot(str)
    def scan(self, barcode: str) -> None:
        from pos_app.domain.catalog import Entry
        from pos_app.till.messages import Find

        self.results.forget_unknown()
        self._in_hand.seek()
        self._find(Find(barcode, Entry.SCANNED, 1))

    @Slot(int)
    def choose(self, number: int) -> None:
        """Add the row with this number, if there is one on show."""
        if self._answered:
            self._take(self.results.list.row(number))

    def press(self, event: QKeyEvent) -> None:
        """A key that the search field did not take, or never got."""
        from pos_app.ui.presses import action_of, picked

        if self.search.take(event):
            return
        row, action = picked(event), action_of(event)
        if row is not None:
            self.choose(row)
        elif action is not None:
            self.acted.emit(action)

    def act(self, action: Action) -> bool:
        match action:
            case Action.UP if self._answered:
                self.results.list.step(-1)
            case Action.DOWN if self._answered:
                self.results.list.step(1)
            case Action.SEARCH:
                self.search.setFocus()
            case Action.BACK:
                self.search.clear()
            case Action.REPRINT if self._can_print:
                self._reprint()
            case _:
                return False
        return True

    def _reprint(self) -> None:
        from pos_app.till.messages import Reprint

        self._send(Reprint())

    @Slot(str)
    def _look_for(self, text: str) -> None:
        from pos_app.domain.catalog import Entry
        from pos_app.till.messages import Find

        if not self._text:
            self.results.forget_unknown()
        self._text = text
        if text:
            self._find(Find(text, Entry.TYPED, _LIMIT))
        else:
            self._forget_answer()

    @Slot()
    def _enter(self) -> None:
        """Add the row that is current. Where there is no answer yet, its first row is added when it comes,
        whatever is scanned and typed meanwhile.
        """
        from pos_app.domain.catalog import Entry
        from pos_app.till.messages import Find

        text = self.search.text
        if text and text == self._answered:
            self._take(self.results.list.current)
        elif text:
            self._in_hand.seek()
            self._find(Find(text, Entry.CONFIRMED, 1))
            self.search.clear()

    @Slot()
    def _settle(self) -> None:
        """A text that was begun and not entered is one more article: what was to be charged is not all."""
        (self.abandoned if self.search.text else self.settled).emit()

    def _take(self, row: Row | None) -> None:
        """Add a row that is on show: its search is over."""
        if row is not None:
            self._add(row)
            self.search.clear()

    def _add(self, row: Row) -> None:
        from pos_app.till.messages import AddAmount, AddProduct
        from pos_app.ui.cashier.result_rows import AmountRow

        self._in_hand.add()
        if isinstance(row, AmountRow):
            self._send(AddAmount(row.amount, FREE_AMOUNT))
        else:
            self._send(AddProduct(row))

    def _show_scanned(self, event: ProductsFound, room: Room) -> None:
        if event.exact is not None:
            self.results.last_scan.remember(event.exact.name, room.monotonic)
        self._show_sought(event, event.exact, room)

    def _show_confirmed(self, event: ProductsFound, room: Room) -> None:
        from pos_app.ui.cashier.result_rows import rows_of

        self._show_sought(event, next(iter(rows_of(event.found)), None), room)

    def _show_sought(self, event: ProductsFound, row: Row | None, room: Room) -> None:
        """Add what was scanned or confirmed; what is typed meanwhile stays as it is."""
        if row is None:
            self.results.show_unknown(event.found.text, event.entry)
            self._in_hand.miss()
            if not self.isVisible():
                self.missed.emit(event.found.text, event.entry)
        else:
            self._in_hand.find()
            self._add(row)
        self.results.present(room)

    def _forget_answer(self) -> None:
        self._answered = ""
        self.results.forget_found()
