"""The QR is being made: nothing can be paid yet, and a sentence for the customer who waits."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pos_app.domain.payment import Payment
from pos_app.ui.cashier.scene import Scene
from pos_app.ui.i18n import tr
from pos_app.ui.text.offers import being_made, nothing_to_pay_yet, to_say
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.notice import Notice

APART = 15
"""Pixels between one part and the next, as between what stands there when the QR has come."""


class Coming(QWidget):
    """Lies over the room of what the QR's coming will show there, and asks for none of its own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice(theme)
        self.say = Notice(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(APART)
        layout.addWidget(self.notice)
        layout.addWidget(self.say)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def present(self, payment: Payment, scene: Scene, *, is_crowded: bool) -> None:
        """Where it `is_crowded` the sentence of state stands alone."""
        method, language = payment.method, scene.language
        note = "" if is_crowded else nothing_to_pay_yet(method, language)
        self.notice.show_words("indigo", "hourglass", being_made(method, language), note)
        say_it = tr("preparing", "Katakan kepada pelanggan", language)
        self.say.show_words("neutral", "message-circle", to_say(method, language), say_it)
        self._fit()

    def hasHeightForWidth(self) -> bool:
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What to say gives way where it would reach below its place."""
        parts = (self.notice, self.say)
        wanted = sum(part.heightForWidth(self.width()) for part in parts) + APART
        self.say.setVisible(wanted <= self.height())
