"""The payments that may still change, and what this process knows of its watching over each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pos_app.domain.evidence import TransactionStatus
from pos_app.domain.payment import Payment
from pos_app.domain.states import State
from pos_app.till import schedule
from pos_app.till.errand import Errand
from pos_app.till.ports import Clock
from pos_app.till.shop import Shop
from pos_app.till.snapshot import Watch

_SAME_TIME = timedelta(seconds=2)
"""What a `Date` of whole seconds and a slow answer may differ by."""

_LEAP = timedelta(seconds=60)

_ON_SHOW = 30.0
"""Seconds for which what was asked stays on watch, so that whoever asked can see what was said."""


@dataclass(slots=True, kw_only=True)
class Watched:
    """One payment under watch. Monotonic seconds.

    `due` is when there is something to do; whoever changes anything here calls `touch`.
    """

    payment: Payment
    since: float
    due: float = float("-inf")
    last_asked: float | None = None
    not_before: float = float("-inf")
    failures: int = 0
    rung: bool = False
    reads_only: bool = False
    in_flight: set[Errand] = field(default_factory=set)
    ends: float | None = None
    next_charge: float | None = None
    next_close: float = 0.0
    next_stalled: float = 0.0
    closes: int = 0
    next_qr: float = 0.0
    qr_tries: int = 0
    checks: int = 0
    last_check_at: datetime | None = None
    last_check_spoke: bool = False
    last_check_said: State | None = None
    last_push_at: datetime | None = None
    last_push_said: TransactionStatus | None = None
    charge_seconds: float | None = None

    def touch(self) -> None:
        """Look at it anew with the next tick."""
        self.due = float("-inf")

    def ring(self) -> None:
        """A doorbell: read the status at the next allowed moment."""
        self.rung = True
        self.touch()


class Watchlist:
    """All watched payments by order id, with the facts that the schedule wants."""

    def __init__(self, clock: Clock, shop: Shop) -> None:
        self._clock = clock
        self._shop = shop
        self._began = clock.now(), clock.monotonic()
        self._watched: dict[str, Watched] = {}
        self._relay_proven = False
        self._offset: timedelta | None = None
        self._leap: timedelta | None = None
        self.jitter = 0.0

    def __iter__(self) -> Iterator[Watched]:
        return iter(tuple(self._watched.values()))

    def get(self, order_id: str) -> Watched | None:
        return self._watched.get(order_id)

    def put(
        self, payment: Payment, *, made_now: bool = False, asked_before: bool = False, rung: bool = False
    ) -> Watched:
        """Watch a payment, or take over what became of one.

        One that is made now begins now: its `created_at` is by a clock that may have been set while we run.
        An ask of an earlier process counts as made just now: between two processes no clock of this
        PC can be trusted to say how long ago it was. `rung` keeps one on watch until it was read.
        """
        watched = self._watched.get(payment.order_id)
        if watched is None:
            now = self._clock.monotonic()
            since = now if made_now else min(now, self.moment_of(payment.created_at))
            watched = Watched(payment=payment, since=since)
            self._watched[payment.order_id] = watched
            if asked_before:
                watched.last_asked = now
        watched.payment = payment
        watched.rung = watched.rung or rung
        watched.touch()
        watched.ends = self._ends(watched)
        if not self._keeps(watched):
            del self._watched[payment.order_id]
        return watched

    def prove_relay(self, *, proven: bool) -> None:
        """Whether the way through the relay is proven: asking is gentle only while it is."""
        if self._relay_proven is not proven:
            self._relay_proven = proven
            for watched in self:
                watched.touch()

    def learn_time(self, gateway_at: datetime) -> bool:
        """The gateway told its time: every countdown follows it. True where it differs by much from what we took it for.

        A leap must be told twice: one wrong `Date` on the way must not end a QR that lives.
        """
        offset = gateway_at - self._steady()
        before, known = self._offset or timedelta(0), self._offset is not None
        if known and abs(before - offset) <= _SAME_TIME:
            self._leap = None
            return False
        if (
            known
            and abs(before - offset) > _LEAP
            and (self._leap is None or abs(self._leap - offset) > _SAME_TIME)
        ):
            self._leap = offset
            return False
        self._offset, self._leap = offset, None
        for watched in self._watched.values():
            watched.ends = self._ends(watched)
            watched.touch()
        return abs(before - offset) > _LEAP

    def gateway_now(self) -> datetime:
        """The gateway's clock, as well as we know it."""
        return self.reckoned_now() or self._steady()

    def reckoned_now(self) -> datetime | None:
        """The gateway's clock by what it told; None before it told anything to this process."""
        return None if self._offset is None else self._steady() + self._offset

    def drop_ended(self) -> None:
        """Forget what is past its grace."""
        for order_id, watched in tuple(self._watched.items()):
            if not self._keeps(watched):
                del self._watched[order_id]

    def _keeps(self, watched: Watched) -> bool:
        if watched.rung or watched.in_flight or watched.payment.is_watched(self.gateway_now()):
            return True
        return watched.checks > 0 and self._clock.monotonic() - (watched.last_asked or 0.0) < _ON_SHOW

    def asking(self, watched: Watched) -> schedule.Asking:
        now = self._clock.monotonic()
        ended = watched.payment.ended_at
        began = watched.since if ended is None else now - (self.gateway_now() - ended).total_seconds()
        return schedule.Asking(
            payment=watched.payment,
            now=now,
            since=watched.since,
            age=max(0.0, now - began),
            last_asked=watched.last_asked,
            not_before=watched.not_before,
            failures=watched.failures,
            rung=watched.rung,
            overdue=watched.ends is not None and now >= watched.ends,
            reads_only=watched.reads_only,
            relay_proven=self._relay_proven,
            jitter=self.jitter,
        )

    def began(self, watched: Watched) -> float:
        """The monotonic moment from which it could be paid: a charge may have got there minutes after it was made."""
        if watched.payment.expires_at is None or watched.ends is None:
            return watched.since
        made = watched.ends - self._shop.life_of(watched.payment.method).total_seconds()
        return min(self._clock.monotonic(), max(watched.since, made))

    def view(self, watched: Watched) -> Watch:
        """What the windows show of the watching."""
        allowed = schedule.earliest(self.asking(watched))
        return Watch(
            began=self.began(watched),
            ends=watched.ends,
            next_check=max(allowed, self._clock.monotonic()) if watched.last_asked is None else allowed,
            next_charge=watched.next_charge,
            checks=watched.checks,
            last_check_at=watched.last_check_at,
            last_check_said=watched.last_check_said,
            last_push_at=watched.last_push_at,
            last_push_said=watched.last_push_said,
            charge_seconds=watched.charge_seconds,
        )

    def _steady(self) -> datetime:
        """Our clock as it was when we began, run on without the jumps that somebody gave it since."""
        wall, monotonic = self._began
        return wall + timedelta(seconds=self._clock.monotonic() - monotonic)

    def moment_of(self, at: datetime) -> float:
        """The monotonic moment of one by this PC's clock."""
        return self._clock.monotonic() - (self._steady() - at).total_seconds()

    def moment_at_gateway(self, at: datetime) -> float:
        """The monotonic moment of one by the gateway's clock, as well as we know it."""
        wall, monotonic = self._began
        return monotonic + (at - (self._offset or timedelta(0)) - wall).total_seconds()

    def _ends(self, watched: Watched) -> float | None:
        """By the gateway's clock, never by ours alone (payments.md, *PC clock wrong*)."""
        payment = watched.payment
        if payment.expires_at is None:
            return (
                None
                if payment.first_sent_at is None
                else watched.since + self._shop.life_of(payment.method).total_seconds()
            )
        offset = payment.clock_offset if self._offset is None else self._offset
        return self.moment_of(payment.expires_at - offset)
