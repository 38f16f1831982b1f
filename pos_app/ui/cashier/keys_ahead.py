"""Keys pressed between leaving a page and the till's answer: they are meant for the next sale."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QKeyEvent

from pos_app.till.desk_messages import DeskRefused
from pos_app.till.messages import CounterShown, Event, Faulted, Halted, Refused
from pos_app.till.snapshot import Stage
from pos_app.ui.keys import Action, action_of

_LONGEST_MS = 1000
"""A till that takes longer has a trouble of its own: then the keys go to what is on show."""


class KeysAhead(QObject):
    """Holds what writes, and Enter, with the moment of each; `press` gets them once the till has answered.

    A barcode whose first half came before the answer is whole again.
    """

    def __init__(
        self, press: Callable[[QKeyEvent, float], None], monotonic: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._press = press
        self._monotonic = monotonic
        self._left: Stage | None = None
        self._held: list[tuple[QKeyEvent, float]] = []
        self._longest = QTimer(self, singleShot=True, interval=_LONGEST_MS)
        self._longest.timeout.connect(self.release)

    def begin(self, stage: Stage) -> None:
        """The till was asked to clear the counter of a sale at this stage."""
        self._left = stage
        self._longest.start()

    def hold(self, event: QKeyEvent) -> bool:
        """Keep a key for later; False where nothing is awaited, or it is no key of the next sale."""
        text = event.text()
        writes = bool(text) and text.isprintable()
        if self._left is None or not (writes or action_of(event) is Action.MAIN):
            return False
        copy = QKeyEvent(event.type(), event.key(), event.modifiers(), text, event.isAutoRepeat())
        self._held.append((copy, self._monotonic()))
        return True

    def hear(self, event: Event) -> None:
        """Call it when what the event brought is on show."""
        match event:
            case CounterShown(counter=counter) if counter.stage is not self._left:
                self.release()
            case Refused() | DeskRefused() | Faulted() | Halted():
                self.release()
            case _:
                pass

    @Slot()
    def release(self) -> None:
        self._left = None
        self._longest.stop()
        held, self._held = self._held, []
        for event, at in held:
            self._press(event, at)
