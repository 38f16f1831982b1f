"""What must hold at every step of a simulated life, said independently of the code that it judges."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Mapping
from datetime import datetime, timedelta

from pos_app.domain.charge import Reply
from pos_app.domain.evidence import Call, Evidence, FraudStatus, Notified, Reading, Said, TransactionStatus
from pos_app.domain.payment import Payment
from pos_app.domain.states import ALLOWED, Attention, State
from pos_app.till.errand import Errand
from pos_app.till.lane_messages import Answered
from pos_app.till.ports import Clock
from pos_app.till.snapshot import Counter
from tests.simulation.bank import Bank
from tests.simulation.desk_witness import DeskWitness

S = TransactionStatus
_LIVE = {State.INTENDED, State.CHARGING, State.IN_DOUBT, State.PENDING, State.CANCELLING}
_DEAD = {State.EXPIRED, State.CANCELLED, State.DENIED, State.FAILED}
_KEEPS = {State.PAID, State.REFUNDED, State.PARTLY_REFUNDED, State.REVERSED}
_GRACE = timedelta(hours=24)
_UNASKED = 75.0
"""Seconds: the gentle pace of a relay that works, a call on its way, and two times that a clock was set back.

That is believed slowly: the ten-second rule holds across processes by the PC's clock alone.
"""


class BrokenInvariantError(AssertionError):
    """What must never happen has happened; the seed repeats it."""


def _reachable() -> Mapping[State, frozenset[State]]:
    """One piece of evidence may take several moves at once: offered and found unusable, for example."""
    found: dict[State, frozenset[State]] = {}
    for start in State:
        seen, frontier = {start}, [start]
        while frontier:
            new = ALLOWED[frontier.pop()] - seen
            seen |= new
            frontier.extend(new)
        found[start] = frozenset(seen)
    return found


_REACHABLE = _reachable()


class Witness:
    """Sees every change of the journal, every call that leaves and everything that is shown."""

    def __init__(self, run_again: str, bank: Bank, clock: Clock) -> None:
        self._run_again = run_again
        self._bank = bank
        self.desk = DeskWitness(self.broken, bank, clock)
        self._clock = clock
        self._asked: dict[str, float] = {}
        self._could_ask: dict[str, float] = {}
        self._failing: set[str] = set()
        self.payments: dict[str, Payment] = {}
        self.chimes: Tally[str] = Tally()
        self.papers: Tally[object] = Tally()

    def broken(self, what: str) -> BrokenInvariantError:
        return BrokenInvariantError(f"{what}\nrun it again: {self._run_again}")

    # the journal

    def stored(self, before: Payment | None, after: Payment, evidence: Evidence | None) -> None:
        """A change is on disk."""
        known = self.payments.get(after.order_id)
        if known != before:
            raise self.broken(f"{after.order_id} changed without evidence")
        self.payments[after.order_id] = after
        live = [
            one
            for one in self.payments.values()
            if one.sale_id == after.sale_id and _can_be_paid(one) and one.order_id != after.order_id
        ]
        if live and _can_be_paid(after):
            raise self.broken(f"sale {after.sale_id} has two live payments")
        if before is None or evidence is None:
            self.desk.rang_up(after.order_id)
            return
        if after.state not in _REACHABLE[before.state]:
            raise self.broken(f"{after.order_id} went from {before.state} to {after.state}")
        if after.state in _KEEPS and before.state not in _KEEPS:
            self._got_money(before, after, evidence)
        if before.state in _KEEPS and not after.attention >= before.attention - {Attention.DISAGREES}:
            raise self.broken(f"{after.order_id} lost a call for attention: {before.attention}")
        self.desk.acted(before, after, evidence.fact)

    def kept(self, name: str, given: tuple[object, ...]) -> None:
        """A change that is no payment's is on disk."""
        self.desk.kept(name, given)

    def _got_money(self, before: Payment, after: Payment, evidence: Evidence) -> None:
        if (
            after.state is State.REVERSED
            and before.took_another_amount
            and after.order_id in self._bank.reversed
        ):
            return  # it was recorded as money of another amount, and the store took it back
        unseen = after.state in (State.REFUNDED, State.PARTLY_REFUNDED)
        if not (_is_refunded(evidence) if unseen else _counts_as_paid(after, evidence)):
            raise self.broken(f"{after.order_id} is {after.state.value} by {evidence.fact}")
        if not self._bank.took_money_of(after.order_id) and after.order_id not in self._bank.reversed:
            raise self.broken(f"{after.order_id} is paid and the gateway has no money")

    # the wire

    def leaves(self, call: Errand, order_id: str, now: float) -> None:
        """A call goes out now: its intent is on disk, and the 10-second rule is kept."""
        stored = self.payments.get(order_id)
        if stored is None:
            raise self.broken(f"{call} of {order_id} left without an intent")
        match call:
            case Call.CHARGE if stored.charges_sent < 1 or stored.state not in (
                State.CHARGING,
                State.IN_DOUBT,
            ):
                raise self.broken(f"a charge of {order_id} left while it was {stored.state}")
            case Call.CHARGE if stored.charges_sent == 1 and self._has_undecided_money(stored):
                raise self.broken(
                    f"{order_id} was charged while its sale has money that waits for a decision"
                )
            case Call.CANCEL if stored.state is not State.CANCELLING:
                raise self.broken(f"a cancel of {order_id} left while it was {stored.state}")
            case Call.EXPIRE if stored.state is not State.PENDING:
                raise self.broken(f"an expire of {order_id} left while it was {stored.state}")
            case Call.REFUND:
                self.desk.refund_leaves(stored)
            case Call.STATUS:
                last = self._asked.get(order_id)
                if last is not None and now - last < 10:
                    raise self.broken(f"{order_id} was asked {now - last:.2f} s after the last time")
                self._asked[order_id] = now
            case _:
                pass

    def _has_undecided_money(self, charged: Payment) -> bool:
        of_sale = (one for one in self.payments.values() if one.sale_id == charged.sale_id)
        return any(one.keeps_money and one.wants_decision for one in of_sale)

    def answered(self, answer: Answered) -> None:
        """An ask came back: after those that failed the till stays away for a while."""
        if answer.errand is not Call.STATUS:
            return
        if isinstance(answer.outcome, Reply) and answer.outcome.reading.code < 300:
            self._failing.discard(answer.order_id)
        else:
            self._failing.add(answer.order_id)

    def asks(self, *, is_able: bool) -> None:
        """Nobody waits at the counter without being asked for, whatever the PC's clock says.

        The till is not able to ask while it is off, or its disk too full to note the ask.
        """
        now = self._clock.monotonic()
        for order, payment in self.payments.items():
            if not is_able or order in self._failing or not _shows_a_qr(payment):
                self._could_ask.pop(order, None)
                continue
            began = max(self._could_ask.setdefault(order, now), self._asked.get(order, 0.0))
            if now - began > _UNASKED:
                raise self.broken(f"{order} waits at the counter, and nobody asked for {now - began:.0f} s")

    # the screens

    def shown(self, counter: Counter) -> None:
        """No display shows what can't be paid, as far as anybody at the till can know."""
        self.desk.shown(counter)
        if counter.payment is None or not (counter.qr or counter.payment_code):
            return
        state = self.payments[counter.payment.order_id].state
        if state is not State.PENDING:
            raise self.broken(f"{counter.payment.order_id} is shown while it is {state}")

    def chimed(self, order_id: str) -> None:
        self.chimes[order_id] += 1
        if self.chimes[order_id] > 1 or self.payments[order_id].state not in _KEEPS:
            raise self.broken(f"a sound of {order_id} that nobody is due")

    def printed(self, effect: object) -> None:
        self.papers[effect] += 1
        if self.papers[effect] > 1:
            raise self.broken(f"{effect} was printed twice")

    # the watch

    def watches(self, on_watch: set[str], gateway_now: datetime) -> None:
        """No payment leaves the watch before a gateway-final answer and its grace."""
        for order, payment in self.payments.items():
            if order not in on_watch and self._needs_watch(payment, gateway_now):
                raise self.broken(f"nobody watches {order} ({payment.state})")

    def _needs_watch(self, payment: Payment, gateway_now: datetime) -> bool:
        if payment.state in _LIVE or (payment.state is State.PAID and not payment.confirmed):
            return True
        in_grace = payment.ended_at is not None and gateway_now - payment.ended_at < _GRACE - timedelta(
            minutes=2
        )
        return payment.state in _DEAD and payment.order_id in self._bank.transactions and in_grace

    # the end

    def differs(self, order_id: str) -> str:
        """What the journal does not know yet of one transaction; empty where both agree."""
        truth, payment = self._bank.transactions[order_id], self.payments[order_id]
        if truth.refunded != payment.refunded:
            return f"{truth.refunded} rupiah went back and {payment.refunded} are recorded"
        if truth.refunded:
            wanted = State.REFUNDED if truth.status is S.REFUND else State.PARTLY_REFUNDED
            return "" if payment.state is wanted else f"money went back and it is {payment.state.value}"
        mismatch = Attention.AMOUNT_MISMATCH in payment.attention
        if truth.status is S.SETTLEMENT and truth.amount != payment.amount:
            known = mismatch and payment.other_amount == truth.amount and payment.state not in _KEEPS
            return "" if known else "money of another amount is not recorded as such"
        if truth.status is S.SETTLEMENT:
            known = payment.state is State.PAID and payment.confirmed and not mismatch
            return "" if known else f"money came and the payment is {payment.state.value}"
        if payment.state is State.PAID:
            return f"it is paid and the gateway says {truth.status.value}"
        return f"it is {payment.state.value} for ever" if payment.state in _LIVE else ""


def _shows_a_qr(payment: Payment) -> bool:
    return payment.state is State.PENDING and payment.qr is not None and not payment.attention


def _can_be_paid(payment: Payment) -> bool:
    """What was paid with another amount is over at the gateway."""
    return payment.state in _LIVE and payment.other_amount is None


def _is_refunded(evidence: Evidence) -> bool:
    """A refund that the gateway tells over TLS: the settlement before it went unseen, or was of another amount."""
    match evidence.fact:
        case Said(reading=reading):
            return reading.status in (S.REFUND, S.PARTIAL_REFUND) and reading.code == 200
        case _:
            return False


def _counts_as_paid(payment: Payment, evidence: Evidence) -> bool:
    """payments.md, *What counts as paid*, clause by clause."""
    reading: Reading
    match evidence.fact:
        case Said(reading=reading):
            pass
        case Notified(reading=reading, signed=True):
            pass
        case _:
            return False
    return (
        reading.status in (S.SETTLEMENT, S.CAPTURE)
        and reading.code == 200
        and reading.fraud in (FraudStatus.ACCEPT, FraudStatus.ABSENT)
        and reading.order_id == payment.order_id
        and reading.transaction_id == payment.transaction_id
        and reading.gross_amount == payment.amount
        and reading.currency == "IDR"
    )
