"""What was scanned, or confirmed with Enter, and does not lie in the cart yet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class InHand(QObject):
    """Counts searches without an answer, and articles whose command the till has not answered.

    The till answers every command with at least one event, so that nothing stays in hand for ever.

    Signals: `settled` when the last article has its answer, `missed` when one will not be in the cart.
    """

    settled = Signal()
    missed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sought = 0
        self._added = 0

    @property
    def is_empty(self) -> bool:
        return self._sought == 0 and self._added == 0

    def seek(self) -> None:
        """A search went out whose article shall be added."""
        self._sought += 1

    def find(self) -> None:
        """That search was answered; its article is added next."""
        self._sought = max(0, self._sought - 1)

    def miss(self) -> None:
        """That search was answered, or given up, and there is no article."""
        self.find()
        self.missed.emit()
        self._tell()

    def add(self) -> None:
        """An article went to the till."""
        self._added += 1

    def answered(self, *, is_added: bool) -> None:
        """The till has said something since: it took the oldest article, or refused it."""
        if self._added == 0:
            return
        self._added -= 1
        if not is_added:
            self.missed.emit()
        self._tell()

    def _tell(self) -> None:
        if self.is_empty:
            self.settled.emit()
