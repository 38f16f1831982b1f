"""The payments that wait for money or for a decision, as the board shows them."""

from __future__ import annotations

from pos_app.domain.payment import Payment
from pos_app.domain.record import Recorded
from pos_app.till.kit import Kit
from pos_app.till.messages import BoardShown, DecidedFound, ParkedChanged, StoryShown
from pos_app.till.snapshot import BoardRow, StoryStep
from pos_app.till.watchlist import Watchlist

_BEAT = 0.25
"""Seconds between two pictures of the board: hundreds of payments on watch change all the time."""

_MOST_DECIDED = 100
"""So many decided payments are shown at once; a search finds the older ones."""


class Board:
    """Shown anew only when a row has changed. What wants attention stays until a manager decides."""

    def __init__(self, kit: Kit, watchlist: Watchlist) -> None:
        self._kit = kit
        self._watchlist = watchlist
        self._rows: dict[str, BoardRow] = {}
        self._changed: set[str] = set()
        self._shown: BoardShown | None = None
        wanting = (*kit.journal.undecided(), *kit.journal.refund_tasks())
        self._wanting = {payment.order_id: payment for payment in wanting}
        self._labels: dict[int, str] = {}
        self._told = ""
        self.next_due = float("inf")

    def tick(self) -> None:
        if self._kit.clock.monotonic() >= self.next_due:
            self.show()

    def show(self) -> None:
        self.next_due = float("inf")
        waiting = {w.payment.order_id: w.payment for w in self._watchlist if w.payment.holds_sale}
        self._rows = {name: self._row(payment) for name, payment in (waiting | self._wanting).items()}
        self._changed.clear()
        self._labels = {row.payment.sale_id: row.sale_label for row in self._rows.values()}
        event = BoardShown(tuple(sorted(self._rows.values(), key=lambda row: row.place)))
        if event != self._shown:
            self._shown = event
            self._kit.publish(event)

    def moved(self, recorded: Recorded, *, on_counter: bool) -> None:
        after = recorded.after
        if after.wants_a_person:
            self._wanting[after.order_id] = after
        else:
            self._wanting.pop(after.order_id, None)
        news = after.attention - recorded.before.attention
        if news or (not on_counter and after.state is not recorded.before.state and not after.state.is_live):
            self._kit.publish(ParkedChanged(after, self._label(after), news))
        self._changed.add(after.order_id)
        self.next_due = min(self.next_due, self._kit.clock.monotonic() + _BEAT)

    def tell_on(self, order_id: str) -> None:
        """A paper came out, which moves no row: whoever has this story open reads of it."""
        if order_id == self._told:
            self.tell_story(order_id)

    def tell_story(self, order_id: str) -> None:
        steps = tuple(
            StoryStep(
                at=one.evidence.at,
                gateway_at=one.evidence.gateway_at,
                fact=one.evidence.fact,
                state=one.state,
                raw=one.evidence.raw,
            )
            for one in self._kit.journal.evidence_of(order_id)
        )
        # Not before it could be read: a paper must not stumble over a damaged one again.
        self._told = order_id
        self._kit.publish(StoryShown(order_id, steps))

    def find_decided(self, text: str) -> None:
        """Show what was decided about, so that a decision that is off the board can be taken back."""
        found = self._kit.journal.decided(text, _MOST_DECIDED + 1)
        for one in found:
            self._labels[one.payment.sale_id] = one.sale_label
        rows = tuple(self._row(one.payment) for one in found[:_MOST_DECIDED])
        self._kit.publish(DecidedFound(text, rows, has_more=len(found) > _MOST_DECIDED))

    def _row(self, payment: Payment) -> BoardRow:
        """The row as it was, unless its payment moved or the gateway's clock moved its deadline."""
        watched = self._watchlist.get(payment.order_id)
        ends = watched.ends if watched else None
        known = self._rows.get(payment.order_id)
        if known is not None and known.ends == ends and payment.order_id not in self._changed:
            return known
        row = BoardRow(
            payment=payment,
            sale_label=self._label(payment),
            began=self._watchlist.began(watched)
            if watched
            else self._watchlist.moment_of(payment.created_at),
            ends=ends,
            next_check=self._watchlist.view(watched).next_check if watched else None,
        )
        return known if known == row and known is not None else row

    def _label(self, payment: Payment) -> str:
        if payment.sale_id not in self._labels:
            self._labels[payment.sale_id] = self._kit.journal.sale(payment.sale_id).label
        return self._labels[payment.sale_id]
