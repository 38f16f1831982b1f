"""Brings evidence to the journal: stored as it came, judged, and never lost on a full disk."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.errors import Problem
from pos_app.domain.evidence import Decided, Decision, Evidence, Fact, Notified, RefundAsked, Sent, Stalled
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.payment import Payment
from pos_app.domain.record import Recorded
from pos_app.domain.states import State
from pos_app.till.kit import Kit
from pos_app.till.messages import Refused

log = logging.getLogger(__name__)

_COMES_AGAIN = (Sent, Stalled, Decided, RefundAsked)
"""Made, sent or asked for again by itself or by a person, who was told that it was not kept."""

_REMEMBERED = 4096
"""Notifications whose repetition is known as such: a till has a few hundred a day."""


class Recorder:
    """`stored` hears of every piece of evidence once it is on disk."""

    def __init__(
        self, kit: Kit, stored: Callable[[Recorded], None], gateway_now: Callable[[], datetime | None]
    ) -> None:
        self._kit = kit
        self._stored = stored
        self._gateway_now = gateway_now
        self._is_writable = True
        self._backlog: deque[Evidence] = deque()
        self._tell_at: dict[int, float] = {}
        self._heard: dict[bytes, None] = {}
        self.ignored = 0
        self.repeated = 0

    @property
    def has_backlog(self) -> bool:
        return bool(self._backlog)

    @property
    def can_record(self) -> bool:
        """Whether money that came now could be written down, as far as the last write tells."""
        return self._is_writable and not self._backlog

    def wrote(self, went_well: bool) -> None:
        """How the last write went, whoever wrote."""
        self._is_writable = went_well

    def record(self, order_id: str, fact: Fact, raw: str = "", gateway_at: datetime | None = None) -> bool:
        """Store and judge one fact learnt now; False where the journal could not be written.

        What tells no time of the gateway's gets the one that it was reckoned to be: a grace must not run by our
        clock, which somebody may have set.
        """
        at, told = self._kit.clock.now(), gateway_at or self._gateway_now()
        return self._write(Evidence(order_id=order_id, at=at, fact=fact, raw=raw, gateway_at=told))

    def write_backlog(self) -> None:
        """Try again what could not be written, oldest first."""
        while self._backlog:
            evidence = self._backlog.popleft()
            if not self._write(evidence, again=True):
                break

    def hear(self, body: str) -> Notified | None:
        """A notification, kept; None where it says nothing that counts, or was heard before.

        The gateway repeats itself, and so can whoever has seen one: only the first time costs anything.
        """
        digest = sha256(body.encode("utf-8", "surrogatepass")).digest()
        if digest in self._heard:
            self.repeated += 1
            self._tell_rarely(logging.INFO)
            return None
        notified = self._kit.gateway.hear(body)
        if notified is None or not notified.signed or not self._is_ours(notified):
            self.ignored += 1
            self._tell_rarely(logging.WARNING)
            return None
        self.record(notified.reading.order_id, notified, body)
        self._heard[digest] = None
        if len(self._heard) > _REMEMBERED:
            del self._heard[next(iter(self._heard))]
        return notified

    def _is_ours(self, notified: Notified) -> bool:
        """Of this till: where the gateway posts to several of one journal, each hears of the others' payments too."""
        payment = self._kit.journal.payment(notified.reading.order_id)
        return payment is not None and self._kit.journal.sale(payment.sale_id).till == self._kit.shop.till

    def _tell_rarely(self, level: int) -> None:
        """At most once a minute for each level, however many come."""
        now = self._kit.clock.monotonic()
        if now < self._tell_at.get(level, now):
            return
        self._tell_at[level] = now + 60.0
        log.log(
            level,
            "notifications without effect so far: %d unreadable, unsigned or not ours, %d repeated",
            self.ignored,
            self.repeated,
        )

    def _write(self, evidence: Evidence, *, again: bool = False) -> bool:
        journal = self._kit.journal
        try:
            kicks = journal.copies(evidence.order_id, EffectKind.DRAWER) if _is_cash(evidence) else 0
            recorded = journal.record(
                evidence, lambda payment, paid: _judge(payment, evidence, kicks, sale_is_paid=paid)
            )
        except JournalUnwritableError:
            self.wrote(False)
            self._keep(evidence, again=again)
            return False
        self.wrote(True)
        self._stored(recorded)
        return True

    def _keep(self, evidence: Evidence, *, again: bool) -> None:
        if again:
            self._backlog.appendleft(evidence)
            return
        if not isinstance(evidence.fact, _COMES_AGAIN):
            self._backlog.append(evidence)
        self._kit.publish(Refused(Problem.JOURNAL_UNWRITABLE))


def _is_cash(evidence: Evidence) -> bool:
    return isinstance(evidence.fact, Decided) and evidence.fact.decision is Decision.CASH_REFUND


def _judge(
    payment: Payment, evidence: Evidence, kicks: int, *, sale_is_paid: bool
) -> tuple[Payment, tuple[Effect, ...]]:
    """`kicks` is how often this payment has opened the drawer already."""
    after = payment.apply(evidence, sale_is_paid=sale_is_paid)
    effects: list[Effect] = []
    if after.state is State.PAID and payment.state is not State.PAID:
        effects.append(Effect(after.order_id, EffectKind.CHIME))
    if after.shown_code and not payment.shown_code:
        effects.append(Effect(after.order_id, EffectKind.SLIP))
    if after != payment and _is_cash(evidence):  # cash goes out by hand: each time once
        effects.append(Effect(after.order_id, EffectKind.DRAWER, kicks))
    return after, tuple(effects)
