"""The proof of a day: what the gateway was asked, and how every rupiah stands after it answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from pos_app.domain.evidence import Decision
from pos_app.domain.method import Method
from pos_app.domain.money import ZERO, Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.states import Attention, State


class Standing(Enum):
    """How a payment stands at the end of a day. MATCHED and LATE are gross: what was given back is in RETURNED too."""

    MATCHED = "matched"  # money that the gateway confirmed over TLS, or of another amount and decided about
    LATE = "late"  # confirmed, but it came after the payment had ended
    FORCED = "forced"  # goods released on a manager's word, no money confirmed
    OPEN = "open"  # not at its end, or not confirmed, or its amount is in dispute
    RETURNED = "returned"  # refunded, reversed, or given back in cash


@dataclass(frozen=True, slots=True)
class Tally:
    """How many payments of one method stand so, and their rupiah."""

    method: Method
    standing: Standing
    count: int
    amount: Rupiah


@dataclass(frozen=True, slots=True, kw_only=True)
class DayProof:
    """What one reconciliation found. `unread` names the payments that no reading came back for in time.

    `open`, `late` and `forced` name those over which somebody may ask.
    """

    till: str
    day: date
    made_at: datetime
    by: str
    asked: int
    unread: tuple[str, ...]
    open: tuple[str, ...]
    tallies: tuple[Tally, ...]
    late: tuple[str, ...] = ()
    forced: tuple[str, ...] = ()

    def amount(self, standing: Standing) -> Rupiah:
        return sum((tally.amount for tally in self.tallies if tally.standing is standing), ZERO)

    def count(self, standing: Standing) -> int:
        return sum(tally.count for tally in self.tallies if tally.standing is standing)

    @property
    def received(self) -> Rupiah:
        """Money that came and stayed, as the gateway and the journal both know it."""
        return self.amount(Standing.MATCHED) + self.amount(Standing.LATE) - self.amount(Standing.RETURNED)


def standings(payment: Payment) -> tuple[tuple[Standing, Rupiah], ...]:
    """How one payment stands, with the rupiah that each standing speaks of; empty where it ended without money."""
    found: list[tuple[Standing, Rupiah]] = []
    forced = payment.decision is not None and payment.decision.decision is Decision.ACCEPT_FORCED
    unconfirmed = payment.state is State.PAID and not payment.confirmed
    unsure = unconfirmed or (payment.keeps_money and Attention.DISAGREES in payment.attention)
    if payment.state.has_money and not unsure:
        late = Attention.PAID_LATE in payment.attention
        found.append((Standing.LATE if late else Standing.MATCHED, payment.received))
    if forced and (unsure or not payment.keeps_money) and payment.state is not State.REFUNDED:
        found.append((Standing.FORCED, payment.amount))
    elif payment.took_another_amount:
        in_dispute = payment.other_amount is None or payment.wants_decision
        came = payment.other_amount or payment.amount
        found.append((Standing.OPEN if in_dispute else Standing.MATCHED, came))
    elif payment.state.is_live or (unsure and not payment.is_closed_unpaid):
        found.append((Standing.OPEN, payment.received))
    if (back := _given_back(payment)) > 0:
        found.append((Standing.RETURNED, back))
    return tuple(found)


def _given_back(payment: Payment) -> Rupiah:
    by_the_gateway = payment.refunded
    if payment.state is State.REVERSED:
        by_the_gateway = payment.received
    elif payment.state is State.REFUNDED:
        by_the_gateway = payment.refunded or payment.received
    return by_the_gateway + payment.cash_given_back


def is_open(payment: Payment) -> bool:
    """Whether it is not at its end, not confirmed, or in dispute, and nobody has decided about it."""
    return any(standing is Standing.OPEN for standing, _ in standings(payment))


def wants_somebody(payment: Payment) -> bool:
    """Whether the day can't be closed over this payment without a person knowing of it."""
    return is_open(payment) or payment.wants_a_person


def names_of(payments: Iterable[Payment], standing: Standing) -> tuple[str, ...]:
    """The order ids of all that stand so, in order."""
    found = (one.order_id for one in payments if any(which is standing for which, _ in standings(one)))
    return tuple(sorted(found))


def tallied(payments: Iterable[Payment]) -> tuple[Tally, ...]:
    """Counts and rupiah by method and standing, in the order of both."""
    counted: dict[tuple[Method, Standing], list[Rupiah]] = {}
    for payment in payments:
        for standing, amount in standings(payment):
            counted.setdefault((payment.method, standing), []).append(amount)
    return tuple(
        Tally(method, standing, len(amounts), sum(amounts, ZERO))
        for method in Method
        for standing in Standing
        if (amounts := counted.get((method, standing)))
    )
