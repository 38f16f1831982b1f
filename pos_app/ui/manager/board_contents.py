"""What the board knows: our payments, those of the other tills, and the decisions that stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pos_app.domain.payment import Payment
from pos_app.till.desk_messages import DecisionTaken
from pos_app.till.messages import BoardShown, DecidedFound, Event, NeighboursShown
from pos_app.till.snapshot import BoardRow
from pos_app.ui.manager.filters import waits, wants_somebody


class BoardContents:
    """Every row in the order of its deadline, whichever till holds it."""

    def __init__(self) -> None:
        self._ours: Sequence[BoardRow] = ()
        self._theirs: Sequence[BoardRow] = ()
        self._rows: Sequence[BoardRow] = ()
        self._taken: dict[str, BoardRow] = {}
        self.knows_others = True
        self.found = DecidedFound("", ())

    def forget(self) -> None:
        """What was decided is over, and what the other tills hold is not known before they were looked at."""
        self._taken.clear()
        self._theirs, self.knows_others = (), True
        self.found = DecidedFound("", ())
        self._merge()

    def hear(self, event: Event) -> None:
        match event:
            case BoardShown(rows=rows):
                self._ours = rows
                self._merge()
            case NeighboursShown(rows=rows, is_known=is_known):
                self._theirs, self.knows_others = rows, is_known
                self._merge()
            case DecidedFound():
                self.found = event
            case DecisionTaken(payment=payment):
                self._keep_taken(payment)
            case _:
                pass

    @property
    def waiting(self) -> list[BoardRow]:
        return [row for row in self._rows if waits(row)]

    @property
    def wanting(self) -> list[BoardRow]:
        """What wants somebody, and what was decided since the board is open: it can be taken back at once."""
        wanting = [row for row in self._rows if wants_somebody(row)]
        shown = {row.payment.order_id for row in wanting}
        return wanting + [row for name, row in self._taken.items() if name not in shown]

    @property
    def wanted(self) -> int:
        return sum(1 for row in self._rows if wants_somebody(row))

    def payment(self, order_id: str) -> Payment | None:
        """Ours, as it stands now; None where it is not on the board."""
        known = (*self._ours, *self.found.rows)
        return next((row.payment for row in known if row.payment.order_id == order_id), None)

    def _merge(self) -> None:
        self._rows = (
            sorted((*self._ours, *self._theirs), key=lambda row: row.place) if self._theirs else self._ours
        )

    def _keep_taken(self, payment: Payment) -> None:
        known = next((row for row in self.wanting if row.payment.order_id == payment.order_id), None)
        if known is not None:
            self._taken[payment.order_id] = replace(known, payment=payment)
