"""The frame of every payment page: a card with a head, a body and buttons at its foot."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pos_app.ui.cashier.payment_head import PaymentHead
from pos_app.ui.cashier.scene import Scene
from pos_app.ui.keys import Action
from pos_app.ui.theme import Theme

_LOW = 660
"""Pixels of height below which everything stays, closer together: a window of 740, maximised below a title."""

_LOWEST = 480
"""Pixels of height that are left of a low window with a bar above the page."""


class PaymentPage(QFrame):
    """Everything on it is a function of the scene, given by `present`."""

    def __init__(self, theme: Theme, right: QWidget, right_margin: int = 20) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.head = PaymentHead(theme, right, right_margin)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(20, 24, 20, 12)
        self.body.setSpacing(0)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.head)
        self.column.addLayout(self.body, 1)
        self.column.addLayout(self.foot)

    @property
    def is_low(self) -> bool:
        return self.height() < _LOW

    @property
    def is_lowest(self) -> bool:
        return self.height() < _LOWEST

    @property
    def margins(self) -> tuple[int, int, int, int]:
        """Pixels around the body, clockwise from the left."""
        return (20, 12, 20, 4) if self.is_low else (20, 24, 20, 12)

    def present(self, scene: Scene) -> None:
        self.body.setContentsMargins(*self.margins)
        if scene.counter.payment is not None:
            self.head.show_payment(scene.counter.payment, scene.language)

    def rest(self, *, is_resting: bool) -> None:
        """While something is asked beside the page its keys are not the page's: one keycap stands once."""
        self.head.right.setEnabled(not is_resting)
        for number in range(self.foot.count()):
            item = self.foot.itemAt(number)
            part = item.widget() if item else None
            if part is not None:
                part.setEnabled(not is_resting)

    def act(self, action: Action) -> bool:
        """Do what a key asks for; False where the page has no use for it."""
        return False
