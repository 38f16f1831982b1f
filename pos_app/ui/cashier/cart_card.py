"""The right side: the sale, its rows, its total and the ways to pay it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.till.stage import Stage
from pos_app.ui.cashier.cart_empty import CartEmpty
from pos_app.ui.cashier.scene import CounterSetup, Scene, Send
from pos_app.ui.cashier.tenders import Tenders
from pos_app.ui.cashier.totals_view import TotalsView
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text.counts import items, lines
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.chip import Chip
from pos_app.ui.widgets.label import Label
from pos_app.ui.widgets.rule import Rule

if TYPE_CHECKING:
    from pos_app.domain.cart import Cart
    from pos_app.till.messages import Command
    from pos_app.ui.cashier.cart_lines import CartLines

_WIDE, _NARROW_OPEN, _NARROW_LOCKED = 448, 384, 304


class CartCard(QFrame):
    """`is_settling` is whether an article is on its way: its row is meant and not there yet, so none is changed.

    Signals: `charge_wanted` with the Method.
    """

    charge_wanted = Signal(object)

    def __init__(
        self, theme: Theme, setup: CounterSetup, send: Send, is_settling: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._is_settling = is_settling
        self.setProperty("role", "card")
        self._send = send
        self._cart: Cart | None = None
        self._chosen = -1
        self._unanswered = 0
        self._is_locked = True
        self._look: tuple[object, ...] | None = None
        self._title = Label("cart-title")
        self._count = Label("meta")
        self.chip = Chip(theme)
        self._theme = theme
        self._empty = CartEmpty()
        self._body = QStackedWidget()
        self._body.addWidget(self._empty)
        self.totals = TotalsView()
        self.tenders = Tenders(theme, setup)
        self._rule_above, self._rule_below = Rule(), Rule()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._rule_above)
        layout.addWidget(self._body, 1)
        layout.addWidget(self._rule_below)
        layout.addWidget(self.totals)
        layout.addWidget(self.tenders)
        self.tenders.wanted.connect(self.charge_wanted)

    @cached_property
    def lines(self) -> CartLines:
        """Built for the till's first word: before that nobody knows what is rung up."""
        from pos_app.ui.cashier.cart_lines import CartLines

        lines = CartLines(self._theme)
        lines.line_picked.connect(self._pick)
        lines.change_wanted.connect(self._change_by)
        lines.removal_wanted.connect(self._remove)
        self._body.addWidget(lines)
        return lines

    @property
    def is_locked(self) -> bool:
        return self._is_locked

    def present(self, scene: Scene) -> None:
        sale, language = scene.counter.sale, scene.language
        self._cart = self._as_chosen(sale.cart)
        look = (sale, self._cart, language, scene.is_narrow, scene.counter.stage is Stage.PAID)
        if look == self._look:
            return
        self._look = look
        locked = not sale.is_open
        self._is_locked = locked
        tight = locked and scene.is_narrow
        wide = _NARROW_LOCKED if tight else _NARROW_OPEN
        self.setFixedWidth(wide if scene.is_narrow else _WIDE)
        self._title.setText(tr("cart", "Penjualan {number}", language).format(number=sale.label))
        self._count.setText(f"{lines(len(sale.cart.lines), language)} · {items(sale.cart.pieces, language)}")
        self._count.setVisible(not tight)
        for rule in (self._rule_above, self._rule_below):
            rule.set_inset(16 if tight else 0)
        self._show_chip(scene, locked=locked)
        self._body.setCurrentWidget(self._empty if sale.cart.is_empty else self.lines)
        self._empty.show_language(language)
        self.lines.setAccessibleName(tr("cart", "Isi penjualan", language))
        self.lines.show_cart(sale.cart, language, locked=locked, is_narrow=scene.is_narrow)
        self.totals.show_totals(sale.cart.totals, language, is_tight=tight)
        self.tenders.setVisible(not locked)
        self.tenders.present(scene)

    def answered(self) -> None:
        """The till has said something about the sale: it did the oldest of what was asked, or refused it."""
        self._unanswered = max(0, self._unanswered - 1)

    def _as_chosen(self, cart: Cart) -> Cart:
        """With the row selected that was chosen last: until the till has done all that was asked, the next key
        means that row, and not the one that the till shows still.
        """
        if self._unanswered == 0:
            self._chosen = -1
        return cart.select(self._chosen) if 0 <= self._chosen < len(cart.lines) else cart

    def _ask(self, command: Command) -> None:
        self._unanswered += 1
        self._send(command)

    def act(self, action: Action) -> bool:
        """Change the selected row; False where a key means nothing to an open cart."""
        if self.is_locked:
            return False
        match action:
            case Action.MORE:
                self._change_by(1)
            case Action.LESS:
                self._change_by(-1)
            case Action.REMOVE:
                self._remove()
            case Action.UP:
                self._step(-1)
            case Action.DOWN:
                self._step(1)
            case _:
                return self._charge(action)
        return True

    def _charge(self, action: Action) -> bool:
        method = self.tenders.method_of(action)
        if method is not None:
            self.charge_wanted.emit(method)
        return method is not None

    @Slot(int)
    def _change_by(self, pieces: int) -> None:
        from pos_app.till.messages import ChangeQuantity

        if self._cart is not None and self._cart.selected >= 0 and not self._is_settling():
            index = self._cart.selected
            self._ask(ChangeQuantity(index, pieces, self._cart.lines[index]))

    @Slot()
    def _remove(self) -> None:
        from pos_app.till.messages import RemoveLine

        if self._cart is not None and self._cart.selected >= 0 and not self._is_settling():
            index = self._cart.selected
            self._ask(RemoveLine(index, self._cart.lines[index]))

    def _step(self, by: int) -> None:
        if self._cart is not None:
            self._pick(self._cart.selected + by)

    @Slot(int)
    def _pick(self, index: int) -> None:
        from pos_app.till.messages import SelectLine

        if not self.is_locked and self._cart is not None and 0 <= index < len(self._cart.lines):
            self._ask(SelectLine(index))
            self._chosen = index
            self._cart = self._as_chosen(self._cart)

    def _show_chip(self, scene: Scene, *, locked: bool) -> None:
        self.chip.setVisible(locked)
        if scene.counter.stage is Stage.PAID:
            self.chip.show_words("paid", "check", tr("cart", "Lunas", scene.language))
        else:
            self.chip.show_words("neutral", "lock", tr("cart", "Terkunci", scene.language))

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(55)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._count)
        words.addStretch()
        layout = QHBoxLayout(head)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.addLayout(words)
        layout.addStretch(1)
        layout.addWidget(self.chip)
        return head
