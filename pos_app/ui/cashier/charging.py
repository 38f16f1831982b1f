"""One press, one charge: the till refuses a second one anyway, this keeps it from being asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from pos_app.domain.method import Method
from pos_app.till.messages import Charge
from pos_app.ui.cashier.scene import Send

_PATIENCE_MS = 500
"""A tender key waits at most so long for an Enter before it whose search has no answer yet."""


class Charging(QObject):
    """`is_settling` tells whether an Enter still waits for its answer: the row that it adds comes first."""

    def __init__(self, send: Send, is_settling: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._send = send
        self._is_settling = is_settling
        self._is_asked = False
        self._held: Method | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.settled)

    def want(self, method: Method) -> None:
        """Charge by this method, unless a charge is on its way already."""
        if self._is_asked:
            return
        if self._is_settling():
            self._held = method
            self._patience.start()
            return
        self._is_asked = True
        self._send(Charge(method))

    def answered(self) -> None:
        """The till has said something about the sale since."""
        self._is_asked = False

    @Slot()
    def settled(self) -> None:
        """The Enter before is carried out, or nobody answers it."""
        self._patience.stop()
        method, self._held = self._held, None
        if method is not None:
            self._is_asked = True
            self._send(Charge(method))
