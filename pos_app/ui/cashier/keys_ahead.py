"""Keys pressed between a command and the till's answer: they are meant for the page that the answer brings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from pos_app.ui.keys import Action

if TYPE_CHECKING:
    from pos_app.till.messages import Event

_LONGEST_MS = 1000
"""A till that takes longer has a trouble of its own: then the keys go to what is on show."""

_LONGEST_SECRET_MS = 5000
"""The same for a PIN: then it is gone."""


class KeysAhead(QObject):
    """Holds what writes, and Enter, with the moment of each; `press` gets them once the till has answered.

    A barcode whose first half came before the answer is whole again. Signals: `given_up` when keys that
    were a secret were dropped, because the page for them did not come.
    """

    given_up = Signal()

    def __init__(
        self, press: Callable[[QKeyEvent, float], None], monotonic: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._press = press
        self._monotonic = monotonic
        self._is_answer: Callable[[Event], bool] | None = None
        self._is_secret = False
        self._held: list[tuple[QKeyEvent, float]] = []
        self._longest = QTimer(self, singleShot=True)
        self._longest.timeout.connect(self._give_up)

    def begin(self, is_answer: Callable[[Event], bool], *, is_secret: bool = False) -> None:
        """A command went out. What is a secret is for the page of `is_answer` alone, and for no other field."""
        self._is_answer, self._is_secret = is_answer, is_secret
        self._longest.start(_LONGEST_SECRET_MS if is_secret else _LONGEST_MS)

    def hold(self, event: QKeyEvent) -> bool:
        """Keep a key for later; False where nothing is awaited, or it is no key of the next page."""
        from PySide6.QtCore import Qt

        from pos_app.ui.presses import action_of

        text = event.text()
        writes = (bool(text) and text.isprintable()) or event.key() == Qt.Key.Key_Backspace
        if self._is_answer is None or not (writes or action_of(event) is Action.MAIN):
            return False
        copy = QKeyEvent(event.type(), event.key(), event.modifiers(), text, event.isAutoRepeat())
        self._held.append((copy, self._monotonic()))
        return True

    def hear(self, event: Event) -> None:
        """Call it when what the event brought is on show."""
        from pos_app.till.desk_messages import DeskRefused
        from pos_app.till.messages import Faulted, Halted, Refused

        if self._is_answer is None:
            return
        if self._is_answer(event):
            self._release()
        elif isinstance(event, Refused | DeskRefused | Faulted | Halted):
            self._give_up()

    @Slot()
    def _give_up(self) -> None:
        if self._is_secret:
            self._held.clear()
            self._release()
            self.given_up.emit()
        else:
            self._release()

    def _release(self) -> None:
        self._is_answer, self._is_secret = None, False
        self._longest.stop()
        held, self._held = self._held, []
        for event, at in held:
            self._press(event, at)
