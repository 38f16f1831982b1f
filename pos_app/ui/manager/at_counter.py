"""Giving up the payment that lies on the counter: reason and PIN in place of the cart."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_app.till.stage import Stage
from pos_app.ui.cashier.scene import Room, Scene, Send
from pos_app.ui.theme import Theme

if TYPE_CHECKING:
    from pos_app.domain.payment import Payment
    from pos_app.till.messages import Event
    from pos_app.ui.manager.approval import Approval

_SIDE, _SIDE_NARROW = 392, 336


class AtCounter(QWidget):
    """`beside` is what it takes the place of. Signals: `asks` whether it does, `closed`."""

    asks = Signal(bool)
    closed = Signal()

    def __init__(
        self,
        beside: QWidget,
        theme: Theme,
        send: Send,
        monotonic: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._beside = beside
        self._theme, self._send, self._monotonic = theme, send, monotonic
        self._order_id = ""
        self.approval: Approval | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(beside)

    @property
    def is_asking(self) -> bool:
        return self.approval is not None and not self.approval.isHidden()

    def ask(self, payment: Payment, needs_pin: Callable[[], bool], room: Room) -> None:
        from pos_app.ui.manager.approval import Approval
        from pos_app.ui.manager.cancelling import cancelling

        if self.approval is None:
            self.approval = Approval(self._theme, self._send, self._monotonic)
            self.approval.finished.connect(self.close_panel)
            self._layout.addWidget(self.approval)
        self._order_id = payment.order_id
        self.approval.setFixedWidth(_SIDE_NARROW if room.is_narrow else _SIDE)
        self.approval.begin(cancelling(payment, needs_pin), room)
        self._beside.hide()
        self.approval.show()
        self.asks.emit(True)

    def hear(self, event: Event) -> None:
        if self.approval is not None and self.is_asking:
            self.approval.hear(event)

    def present(self, scene: Scene) -> None:
        """Stay only while the payment that was asked about still waits."""
        if self.approval is None or not self.is_asking:
            return
        payment = scene.counter.payment
        if scene.counter.stage is not Stage.WAITING or payment is None or payment.order_id != self._order_id:
            self.close_panel()
            return
        self.approval.setFixedWidth(_SIDE_NARROW if scene.is_narrow else _SIDE)
        self.approval.present(scene.room)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key while something is asked; False where it is left to others."""
        return self.approval is not None and self.is_asking and self.approval.press(event)

    @Slot()
    def close_panel(self) -> None:
        if self.approval is not None:
            self.approval.hide()
        self._beside.show()
        self.asks.emit(False)
        self.closed.emit()
