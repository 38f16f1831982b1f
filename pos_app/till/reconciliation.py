"""Reads every payment of a day that is not at its end once more, and keeps the proof of what came of it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import date

from pos_app.domain.charge import Reply
from pos_app.domain.decision import Obstacle
from pos_app.domain.evidence import Call
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.payment import Payment
from pos_app.domain.reconciliation import DayProof, Standing, is_open, names_of, tallied, wants_somebody
from pos_app.domain.sale import business_day
from pos_app.domain.states import State
from pos_app.till.collector import Collector
from pos_app.till.desk_messages import DayReconciled, DeskRefused, ReconciliationMoved
from pos_app.till.kit import Kit
from pos_app.till.lane_messages import Answered

TIME_LIMIT = 120.0
"""Seconds after which a proof is made of what is known: what did not answer is named in it."""


@dataclass(slots=True)
class _Round:
    """`carried` are those of the `asked` that an earlier day left unfinished: every day's proof lists them until decided."""

    day: date
    by: str
    asked: frozenset[str]
    carried: frozenset[str]
    until: float
    waiting: set[str] = field(default_factory=set)


class Reconciliation:
    """One day at a time. Asking follows the same rule as everybody's: this only rings."""

    def __init__(self, kit: Kit, collector: Collector) -> None:
        self._kit = kit
        self._collector = collector
        self._round: _Round | None = None
        self._line: deque[tuple[date, str]] = deque()

    @property
    def next_due(self) -> float:
        return self._round.until if self._round else float("inf")

    def begin(self, day: date, by: str) -> None:
        if self._round is not None:
            self._line.append((day, by))
            return
        read = self._to_read_until(day)
        asked = frozenset(payment.order_id for payment in read)
        carried = frozenset(
            payment.order_id for payment in read if _is_unfinished(payment) and is_open(payment)
        )
        until = self._kit.clock.monotonic() + TIME_LIMIT
        self._round = _Round(day, by, asked, carried, until, set(asked))
        for order_id in asked:
            self._collector.ring(order_id)
        self._go_on()

    def answered(self, answer: Answered) -> None:
        """A call came back: a status read that says something of the payment is what we wait for."""
        if (
            self._round is None
            or answer.errand is not Call.STATUS
            or answer.order_id not in self._round.waiting
        ):
            return
        if isinstance(answer.outcome, Reply) and answer.outcome.reading.answers_a_read:
            self._round.waiting.discard(answer.order_id)
            self._go_on()

    def tick(self) -> None:
        if self._round is not None and self._kit.clock.monotonic() >= self._round.until:
            self._conclude(self._round)

    def show(self, day: date) -> None:
        proof = self._kit.journal.proof_of(day)
        self._kit.publish(DayReconciled(proof) if proof else DeskRefused(Obstacle.NO_PROOF_YET, str(day)))

    def _go_on(self) -> None:
        if self._round is None:
            return
        asked, waiting = len(self._round.asked), len(self._round.waiting)
        self._kit.publish(ReconciliationMoved(self._round.day, asked - waiting, asked))
        if not waiting:
            self._conclude(self._round)

    def _conclude(self, done: _Round) -> None:
        self._round = None
        try:
            proof = self._proof(done)
            self._kit.journal.keep_proof(proof)
        except JournalUnwritableError:
            self._kit.publish(DeskRefused(Obstacle.JOURNAL_UNWRITABLE))
        else:
            self._kit.publish(DayReconciled(proof))
        if self._line:
            self.begin(*self._line.popleft())

    def _proof(self, done: _Round) -> DayProof:
        payments = {one.order_id: one for one in self._kit.journal.payments_of_day(done.day)}
        for order_id in done.carried - payments.keys():
            if (older := self._kit.journal.payment(order_id)) is not None:
                payments[order_id] = older
        return DayProof(
            till=self._kit.shop.till,
            day=done.day,
            made_at=self._kit.clock.now(),
            by=done.by,
            asked=len(done.asked),
            unread=tuple(sorted(done.waiting)),
            open=tuple(sorted(name for name, one in payments.items() if wants_somebody(one))),
            tallies=tallied(payments.values()),
            late=names_of(payments.values(), Standing.LATE),
            forced=names_of(payments.values(), Standing.FORCED),
        )

    def _to_read_until(self, day: date) -> list[Payment]:
        """What is not at its end, and what waits for a person; all of it is on watch."""
        of_day = {payment.order_id for payment in self._kit.journal.payments_of_day(day)}
        wanted = (one.payment for one in self._collector.watchlist if _wants_reading(one.payment))
        return [one for one in wanted if one.order_id in of_day or business_day(one.created_at) <= day]


def _is_unfinished(payment: Payment) -> bool:
    """What the gateway has not brought to its end, or has not confirmed."""
    return payment.holds_sale or (payment.state is State.PAID and not payment.confirmed)


def _wants_reading(payment: Payment) -> bool:
    return _is_unfinished(payment) or payment.may_go_back_unheard
