"""What else can be done between two customers, each with its key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from pos_app.domain.language import Language
from pos_app.ui.by_name import set_by_name
from pos_app.ui.cashier.scene import CounterSetup
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import Label


class ActionBar(QWidget):
    """Signals: `wanted` with the Action.

    The number beside *Tertunda* counts what waits, the amber badge what wants a decision.
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme, setup: CounterSetup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = 0
        self.pending = KeyButton(theme, "plain", Action.PENDING.value, "hourglass", icon_side=18)
        self.reprint = KeyButton(theme, "plain", Action.REPRINT.value, "printer", icon_side=18)
        self.manager = KeyButton(theme, "plain", Action.MANAGER.value, "shield", icon_side=18)
        self.badge = Label("count-badge")
        set_by_name(self.badge, alignment="AlignCenter")
        self.badge.setFixedHeight(22)
        self.badge.setMinimumWidth(22)
        self.badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.badge.hide()
        self.pending.put_beside(self.badge)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for button, action in (
            (self.pending, Action.PENDING),
            (self.reprint, Action.REPRINT),
            (self.manager, Action.MANAGER),
        ):
            button.clicked.connect(lambda _checked=False, action=action: self.wanted.emit(action))
            layout.addWidget(button, 1)
        self.pending.setVisible(setup.can_park)
        self.reprint.setVisible(setup.can_print)

    def show_pending(self, waiting: int, wanting: int) -> None:
        self._waiting = waiting
        self.badge.setText(str(wanting))
        self.badge.setVisible(wanting > 0)

    def show_state(self, language: Language) -> None:
        pending = tr("actions", "Tertunda", language)
        self.pending.show_words(f"{pending} {self._waiting}" if self._waiting else pending)
        self.reprint.show_words(tr("actions", "Cetak ulang", language))
        self.manager.show_words(tr("actions", "Manajer", language))
