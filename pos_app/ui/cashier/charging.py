"""One press, one charge: the till refuses a second one anyway, this keeps it from being asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pos_app.domain.method import Method
from pos_app.ui.cashier.scene import Send

_WORTH_SAYING_MS = 500
"""A tender key that waits longer than this for an answer says so."""


class Charging(QObject):
    """`is_settling` tells whether an article that was scanned or confirmed is not in the cart yet: it comes
    first, however long that takes. Signals: `waits_long`, and `waited` when it is sent or dropped.
    """

    waits_long = Signal()
    waited = Signal()

    def __init__(self, send: Send, is_settling: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._send = send
        self._is_settling = is_settling
        self._is_asked = False
        self._held: tuple[Method, str] | None = None
        self._long = QTimer(self, singleShot=True, interval=_WORTH_SAYING_MS)
        self._long.timeout.connect(self.waits_long)

    def want(self, method: Method, customer_name: str = "") -> None:
        """Charge by this method, unless a charge is on its way already."""
        if self._is_asked:
            return
        if self._is_settling():
            self._held = method, customer_name
            self._long.start()
            return
        self._charge(method, customer_name)

    def answered(self) -> None:
        """The till has said something about the sale since."""
        self._is_asked = False

    @Slot()
    def settled(self) -> None:
        """All that was scanned or confirmed before is in the cart."""
        held = self._held
        self.drop()
        if held is not None:
            self._charge(*held)

    @Slot()
    def drop(self) -> bool:
        """Forget the tender key that waits; False where none does."""
        was_held = self._held is not None
        self._held = None
        self._long.stop()
        if was_held:
            self.waited.emit()
        return was_held

    def _charge(self, method: Method, customer_name: str) -> None:
        from pos_app.till.messages import Charge

        self._is_asked = True
        self._send(Charge(method, customer_name))
