"""When a payment may be asked for its status, and when it should be: the only place that decides it.

Pure: monotonic seconds in, monotonic seconds out. The rule (payments.md): no payment is asked sooner
than 10 s after the last time that anyone asked for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.domain.payment import Payment
from pos_app.domain.states import Attention, State

GAP = 10.0
"""Seconds between two asks for one payment, whoever asks (wire-facts 11)."""

REPEATS_END = 300.0
"""Seconds after the intent in which a lost charge is repeated (the gateway keeps the key 5 minutes)."""

_GENTLE = 30.0
_CLOSING_BEAT = 10.0
_LONGEST_BACKOFF = 120.0
_STORE_YOUNG = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What the policy looks at: `now`, `since`, when the payment was made, and `age`, the seconds since then or since its end.

    An end is told by a clock that somebody may have set: `age` decides how often to ask, never whether.
    `last_asked` is None before the first ask, `not_before` is when the windows have drawn what a customer
    waits for; `failures` counts asks in a row without a reading; `jitter` is between 0 and 1; `overdue`
    says that the customer's time is over; `reads_only` that the charge is not repeated any more.
    """

    payment: Payment
    now: float
    since: float
    age: float
    last_asked: float | None
    not_before: float = float("-inf")
    failures: int = 0
    rung: bool = False
    overdue: bool = False
    reads_only: bool = False
    relay_proven: bool = False
    jitter: float = 0.0


def earliest(asking: Asking) -> float:
    """The first moment at which the payment may be asked; minus infinity before the first ask."""
    if asking.last_asked is None:
        return float("-inf")
    return asking.last_asked + max(GAP, backoff(asking.failures, asking.jitter))


def next_ask(asking: Asking) -> float | None:
    """When to ask next; None while asking could tell nothing."""
    interval = _interval(asking)
    if interval is None:
        return None
    if asking.rung:
        return max(earliest(asking), asking.not_before)
    began = asking.since  # a charge that is answered at once is news enough for one interval
    return max(earliest(asking), (began if asking.last_asked is None else asking.last_asked) + interval)


def backoff(failures: int, jitter: float) -> float:
    """Seconds to stay away after so many failures in a row: up to 2 minutes, less a chance quarter."""
    if failures == 0:
        return 0.0
    return min(_LONGEST_BACKOFF, GAP * 2.0 ** min(failures - 1, 8)) * (1.0 - 0.25 * jitter)


def next_charge(charges_sent: int, last_sent: float) -> float:
    """When a lost charge goes out again: 1, 3, 9, 27, then 60 s after the last try."""
    return last_sent + min(60.0, 3.0 ** (charges_sent - 1))


def next_close(closes: int, now: float, *, is_stuck: bool) -> float:
    """When to cancel or expire again: after 5, 10, 20 … seconds, up to half a minute, or a quarter of an hour where it never ends."""
    return now + min(900.0 if is_stuck else 30.0, 5.0 * 2.0 ** min(closes - 1, 8))


def _interval(asking: Asking) -> float | None:
    payment = asking.payment
    if payment.refund_is_underway:  # somebody waits for it, and may pay out nothing until it is known
        return 60.0
    if payment.took_another_amount:
        return _seldom(asking)
    never_ends = Attention.STUCK in payment.attention and payment.state is not State.IN_DOUBT
    if never_ends and asking.failures == 0:  # the gateway answers, and brings it to no end
        return _seldom(asking)
    match payment.state:
        case State.INTENDED | State.CHARGING:
            return None
        case State.IN_DOUBT:
            return GAP if asking.reads_only or payment.known_to_gateway else None
        case State.CANCELLING:
            return _CLOSING_BEAT
        case State.PENDING:
            return GAP if asking.overdue else _pending_interval(asking)
        case State.PAID if not payment.confirmed and Attention.DISAGREES not in payment.attention:
            return GAP
        case _:
            return _seldom(asking)


def _seldom(asking: Asking) -> float:
    """For what could still bring news: late money, a reversal, a refund by the gateway's own pages, an end at last."""
    return min(900.0, max(60.0, asking.age / 4))


def _pending_interval(asking: Asking) -> float:
    if asking.payment.method.shows_qr:
        return _GENTLE if asking.relay_proven else GAP
    if asking.relay_proven:
        return min(300.0, max(_GENTLE, asking.age / 10))
    return GAP if asking.age < _STORE_YOUNG else min(300.0, asking.age / 60)
