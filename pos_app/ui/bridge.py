"""The one place where the till's events become signals."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pos_app.till.messages import Event


class Bridge(QObject):
    """Carries events from any thread into the GUI thread. Made in the GUI thread, and stays there.

    Amounts ride inside the events: a `Signal(int)` has 32 bits.
    """

    _posted = Signal(object)

    def post(self, event: Event) -> None:
        """Hand an event to every receiver. Any thread may call it, it never waits for the windows."""
        from pos_app.till.messages import CounterShown

        if isinstance(event, CounterShown) and (qr := event.counter.qr) is not None:
            from pos_app.ui.widgets.qr_matrix import matrix

            with suppress(ValueError):  # no symbol holds it: the view then stays white
                matrix(qr.text)  # milliseconds, spent here and not in the GUI thread
        self._posted.emit(event)

    def connect_to(self, receiver: Callable[[Event], None]) -> None:
        """Give every later event to `receiver`, a method of a QObject of the GUI thread."""
        self._posted.connect(receiver)
