"""Who sells here, how the links are, and what time it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.till.shop import Shop
from pos_app.ui.cashier.lights_row import LightsRow
from pos_app.ui.cashier.scene import Room
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text.moments import clock, day
from pos_app.ui.text.names import cut, short_name
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.badge import Badge
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import ElidedLabel, Label
from pos_app.ui.widgets.practice_tab import TAB_WIDTH

_LEFT = 16


class TopBar(QFrame):
    """Signals: `language_wanted` when the other language was asked for, `lock_wanted`."""

    language_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, theme: Theme, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "top-bar")
        self.setFixedHeight(56)
        self._shop = shop
        self._signed_in = ""
        self._store = ElidedLabel("store")
        self._till = ElidedLabel("meta")
        self._cashier = ElidedLabel("cashier")
        self._post = Label("meta")
        self._cashier_block = _block(self._cashier, self._post)
        self._line = _divider()
        self.lights = LightsRow(theme, is_real=shop.environment.is_real)
        self._day = Label("day")
        self._clock = Label("clock")
        self._zone = Label("day")
        self._language = KeyButton(
            theme, "plain", Action.LANGUAGE.value, "languages", padding=11, icon_side=16, gap=8
        )
        self._language.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._language.clicked.connect(self.language_wanted)
        self.lock = KeyButton(theme, "plain", Action.LOCK.value, "lock", padding=11, icon_side=16, gap=8)
        self.lock.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.lock.clicked.connect(self.lock_wanted)
        self.lock.hide()
        self._names = QWidget()
        names = QHBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(16)
        names.addWidget(Badge(theme, "logo", "store", "white", side=32, icon_side=18))
        names.addWidget(_block(self._store, self._till))
        names.addWidget(self._line)
        names.addWidget(self._cashier_block)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_LEFT, 1, 12, 0)
        layout.setSpacing(16)
        layout.addWidget(self._names)
        layout.addStretch(1)
        layout.addWidget(self.lights)
        layout.addWidget(_divider())
        moment = QHBoxLayout()
        moment.setSpacing(9)
        for part in (self._day, self._clock, self._zone):
            moment.addWidget(part)
        layout.addLayout(moment)
        layout.addWidget(self._language)
        layout.addWidget(self.lock)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The practice tab hangs into the middle of this bar: names end before it."""
        super().resizeEvent(event)
        if not self._shop.environment.is_real:
            self._names.setMaximumWidth((self.width() - TAB_WIDTH) // 2 - 2 * _LEFT)

    def show_staff(self, signed_in: str, *, pins_in_use: bool) -> None:
        """Who signed in here; the lock is drawn where it locks, in the place of the language (F1 stays)."""
        self._signed_in = signed_in
        self.lock.setVisible(pins_in_use)
        self.lock.setEnabled(bool(signed_in))
        self._language.setVisible(not pins_in_use)

    def present(self, room: Room) -> None:
        language, narrow = room.language, room.is_narrow
        self._store.setText(self._shop.store)
        till = tr("top bar", "Kasir {till}", language).format(till=self._shop.till)
        cashier = self._signed_in or ("" if self.lock.isVisibleTo(self) else self._shop.cashier)
        self._till.setText(f"{till} · {short_name(cashier)}" if narrow and cashier else till)
        self._cashier.setText(cut(cashier))
        self._post.setText(tr("top bar", "Bertugas", language))
        self._cashier_block.setVisible(bool(cashier) and not narrow)
        self._line.setVisible(bool(cashier) and not narrow)
        self.lights.present(room)
        self._day.setText(day(room.now, language))
        self._day.setVisible(not narrow)
        self._clock.setText(clock(room.now, language))
        self._zone.setText("WIB")
        other = language.other
        name = "English" if other is Language.ENGLISH else "Indonesia"
        self._language.show_words(other.value.upper() if narrow else name)
        self._language.set_icon_shown(not narrow)
        self.lock.show_words("" if narrow else tr("actions", "Kunci", language))


def _block(first: QWidget, second: QWidget) -> QWidget:
    block = QWidget()
    layout = QVBoxLayout(block)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    first.setFixedHeight(18)
    second.setFixedHeight(16)
    layout.addStretch()
    layout.addWidget(first)
    layout.addWidget(second)
    layout.addStretch()
    return block


def _divider() -> QFrame:
    line = QFrame()
    line.setProperty("role", "divider")
    line.setFixedSize(1, 24)
    return line
