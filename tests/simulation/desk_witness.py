"""What must hold of everything that people do: nobody without a right, nothing without a PIN, no money out twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from pos_app.domain.charge import Reply
from pos_app.domain.evidence import (
    Call,
    CancelAsked,
    CancelReason,
    Decided,
    Decision,
    Fact,
    RefundAsked,
    TransactionStatus,
)
from pos_app.domain.payment import Payment
from pos_app.domain.reconciliation import DayProof, Standing
from pos_app.domain.staff import Member, Right
from pos_app.domain.states import State
from pos_app.till.desk_messages import AddStaff, Decide, RefundAnswered, RefundOnline, SignIn, StaffShown
from pos_app.till.lane_messages import Answered
from pos_app.till.messages import Cancel, Command
from pos_app.till.ports import Clock
from pos_app.till.snapshot import Counter
from tests.simulation.bank import Bank
from tests.simulation.pad import Pad
from tests.simulation.staff import BAYU, called, may

_UNFINISHED = {State.INTENDED, State.CHARGING, State.IN_DOUBT, State.PENDING, State.CANCELLING}
_NEED_MONEY = {Decision.HAND_OVER, Decision.ATTACH, Decision.REFUND_TASK, Decision.CASH_REFUND}


class DeskWitness:
    """`decided` holds all decisions by order id, `taken` those that changed what stood; in the order of the evidence."""

    def __init__(self, broken: Callable[[str], Exception], bank: Bank, clock: Clock) -> None:
        self._broken = broken
        self._bank = bank
        self._clock = clock
        self._staff: StaffShown | None = None
        self._counter: Counter | None = None
        self._left: Counter | None = None
        self._unfinished: dict[str, float] = {}
        self._read: dict[str, float] = {}
        self._begun: dict[date, float] = {}
        self._by_place: set[str] = set()
        self._at_counter: set[str] = set()
        self._keys: dict[tuple[str, int], str] = {}
        self.pad = Pad(broken, clock)
        self.decided: dict[str, list[Decided]] = {}
        self.taken: dict[str, list[Decided]] = {}

    def restarted(self) -> None:
        """A new process: nobody stands at the counter, and no PIN that was typed counts any more."""
        self.pad.restarted()
        self._staff = self._counter = self._left = None
        self._begun.clear()
        self._by_place.clear()
        self._at_counter.clear()

    # who it is

    def kept(self, name: str, given: tuple[object, ...]) -> None:
        """A change that is no payment's is on disk."""
        match name, given:
            case "keep_wrong_pins", (int() as count,):
                self.pad.kept = count
            case "enrol", (str() as who, _, _, str() as by, _) if who != BAYU.name:
                self.pad.spend(by, lambda command: isinstance(command, AddStaff) and command.name == who)
            case _:
                pass

    def staff_shown(self, shown: StaffShown) -> None:
        """Who comes to the counter gave a PIN, but for the first of all; and finds what lay there."""
        here = self._staff.at_counter if self._staff else None
        came = shown.at_counter
        if came is not None and came != here and len(shown.staff) > 1:
            self.pad.spend(came.name, lambda command: isinstance(command, SignIn))
        self._staff = shown
        if self._left is not None and not shown.is_locked:
            self._finds(self._left)
            self._left = None

    def allowed_by_place(self, member: Member | None, right: Right | None) -> None:
        """The till says that something needs no PIN."""
        in_use = self._staff is not None and self._staff.pins_in_use
        if in_use and (member is None or right is None or not may(called(member.name), right)):
            raise self._broken(f"{member} was allowed to {right} without a PIN")
        if member is not None and right is Right.CANCEL:
            self._by_place.add(member.name)

    def shown(self, counter: Counter) -> None:
        self._counter = counter
        if counter.payment is not None:
            self._at_counter.add(counter.payment.order_id)

    def leaves(self, counter: Counter | None) -> None:
        """Somebody locks the till with this on the counter."""
        self._left = counter

    def _finds(self, left: Counter) -> None:
        found = self._counter
        if found is None or (found.sale.id, found.cart) != (left.sale.id, left.cart):
            raise self._broken(f"{left.cart} lay on the counter, and after the switch {found and found.cart}")

    def rang_up(self, order: str) -> None:
        """A new payment is on disk."""
        self._unfinished[order] = self._clock.monotonic()
        if self._staff is not None and self._staff.is_locked:
            raise self._broken(f"{order} was begun while nobody was at the counter")

    # what they did

    def acted(self, before: Payment, after: Payment, fact: Fact) -> None:
        """A piece of evidence is on disk."""
        order = after.order_id
        match fact:
            case CancelAsked(reason=CancelReason.OTHER_METHOD) if order in self._at_counter:
                pass
            case CancelAsked(by=by) if by not in self._by_place:  # a full disk keeps it for later
                self._gave_pin(by, lambda one: isinstance(one, Cancel) and one.order_id == order)
            case RefundAsked(refund_key=key, amount=amount, by=by):
                if self._keys.setdefault((order, int(amount)), key) != key:
                    raise self._broken(f"{order}: the same {amount} are refunded under two keys")
                self._gave_pin(by, lambda one: isinstance(one, RefundOnline) and one.order_id == order)
            case Decided(by=by) as decided:
                self._gave_pin(by, lambda one: _is_said(one, order, decided))
                self._decided(before, after, decided)
            case _:
                pass
        standing = before.decision, before.attached_to
        if not isinstance(fact, Decided) and standing != (after.decision, after.attached_to):
            raise self._broken(f"{order}: {fact} changed what was decided")
        self._gives_back(after)

    def _gave_pin(self, by: str, meant: Callable[[Command], bool]) -> None:
        if self._staff is not None and self._staff.pins_in_use:
            self.pad.spend(by, meant)

    def _decided(self, before: Payment, after: Payment, decided: Decided) -> None:
        order = after.order_id
        self.decided.setdefault(order, []).append(decided)
        if after.decision != (None if decided.decision is Decision.REOPEN else decided):
            if after != before:
                raise self._broken(f"{order}: {decided.decision} does not stand and changed something")
            return
        if after.decision != before.decision:
            self.taken.setdefault(order, []).append(decided)
        if after != replace(before, decision=after.decision, attached_to=after.attached_to):
            raise self._broken(f"{order}: {decided.decision} changed more than the decision")
        if not decided.reason.strip():
            raise self._broken(f"{order}: {decided.decision} without a reason")
        came = self._bank.took_money_of(order) or order in self._bank.reversed
        if decided.decision in _NEED_MONEY and not came:
            raise self._broken(f"{order}: {decided.decision} and the gateway has no money")

    # giving back

    def _gives_back(self, payment: Payment) -> None:
        """By the gateway's own ledger, and the cash of the decision that stands."""
        truth = self._bank.transactions.get(payment.order_id)
        if truth is not None and truth.refunded + cash_given(payment) > truth.amount:
            raise self._broken(f"{payment.order_id}: {truth.refunded} by the gateway and cash beside it")

    def refund_leaves(self, payment: Payment) -> None:
        """The call that gives money back goes out now."""
        if payment.method.has_store_code:
            raise self._broken(f"{payment.order_id} is a store's and can't be refunded online")
        task = payment.decision is not None and payment.decision.decision is Decision.REFUND_TASK
        if not task or payment.refund_asked_at is None:
            raise self._broken(f"{payment.order_id} is refunded and nobody decided so, or nothing says it")

    def knows_key(self, order: str, key: str) -> bool:
        """Whether a refund was asked for under this key, by the evidence."""
        return any(name == order and known == key for (name, _), known in self._keys.items())

    def refund_answered(self, answered: RefundAnswered) -> None:
        """The till says what came of an online refund."""
        order = answered.payment.order_id
        given = self._bank.refunds_by_call(order)
        if len(given) > 1:
            raise self._broken(f"{order} was refunded {len(given)} times")
        if answered.trouble is None and not self._bank.transactions[order].refunded:
            raise self._broken(f"{order} counts as refunded and nothing was given back")
        if answered.trouble is not None and answered.trouble.is_final and given:
            raise self._broken(f"{order} counts as {answered.trouble} and {given} was given back")

    # the proof of a day

    def answered(self, answer: Answered) -> None:
        """A call comes back to the till that made it."""
        if answer.errand is Call.STATUS and isinstance(answer.outcome, Reply):
            reading = answer.outcome.reading
            if reading.status is not TransactionStatus.ABSENT or reading.code == 404:
                self._read[answer.order_id] = self._clock.monotonic()

    def reconciling(self, day: date) -> None:
        self._begun.setdefault(day, self._clock.monotonic())

    def proven(self, proof: DayProof, payments: dict[str, Payment]) -> None:
        """What still waits was read again or is named as unread, and no more money is claimed than came."""
        began = self._begun.pop(proof.day, self._clock.monotonic())
        for order in proof.open:
            waits = payments[order].state in _UNFINISHED and self._unfinished[order] < began
            if waits and order not in proof.unread and self._read.get(order, 0.0) < began:
                raise self._broken(f"the proof of {proof.day} says that {order} was read, and it was not")
        claimed = int(proof.amount(Standing.MATCHED)) + int(proof.amount(Standing.LATE))
        came = sum(
            int(transaction.amount)
            for order, transaction in self._bank.transactions.items()
            if self._bank.took_money_of(order) or order in self._bank.reversed
        )
        if claimed > came:
            raise self._broken(f"the proof of {proof.day} claims {claimed} rupiah of {came}")


def cash_given(payment: Payment) -> int:
    """Rupiah that went out of the drawer by the decision which stands, or by one that it had to follow."""
    decided = payment.decision
    return int(decided.amount or 0) if decided and decided.decision is not Decision.REFUND_TASK else 0


def _is_said(command: Command, order: str, decided: Decided) -> bool:
    if not isinstance(command, Decide):
        return False
    said = command.order_id, command.decision, command.reason.strip()
    return said == (order, decided.decision, decided.reason)
