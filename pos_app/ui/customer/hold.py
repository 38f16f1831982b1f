"""*Paid* stays before the customer's eyes, however quickly the cashier goes on."""

from __future__ import annotations

from pos_app.till.snapshot import Counter
from pos_app.till.stage import Stage

SECONDS = 3.0


class Hold:
    """Gives the snapshot to show: the last one, or a paid one that has not been seen for three seconds."""

    def __init__(self) -> None:
        self._paid: Counter | None = None
        self._until = 0.0

    def shown(self, last: Counter | None, monotonic: float) -> Counter | None:
        if last is not None and last.stage is Stage.PAID:
            if self._paid is None or self._paid.sale.id != last.sale.id:
                self._until = monotonic + SECONDS
            self._paid = last
        if self._paid is not None and last is not self._paid and monotonic >= self._until:
            self._paid = None
        return self._paid or last

    def ends(self, last: Counter | None) -> float | None:
        """When something else will be shown, in monotonic seconds; None while nothing is held."""
        return self._until if self._paid is not None and last is not self._paid else None
