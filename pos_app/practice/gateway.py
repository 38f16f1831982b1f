"""The practice gateway itself, without HTTP: it carries out calls and lets a person or a test play the world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from threading import RLock
from uuid import uuid4

from pos_app.practice import replies
from pos_app.practice.account import Account, Habits
from pos_app.practice.agenda import Agenda
from pos_app.practice.calls import CallLog
from pos_app.practice.charges import InvalidChargeError, UnknownChannelError, read_charge
from pos_app.practice.faults import Fault, Harm, Operation, Script
from pos_app.practice.idempotency import AnswerMemory
from pos_app.practice.ledger import (
    CannotChangeError,
    Clock,
    Ledger,
    OrderInUseError,
    RefundExceedsError,
    RefundKeyInUseError,
    Status,
    Transaction,
    UnknownTransactionError,
)
from pos_app.practice.memory import Memory
from pos_app.practice.notify import Courier, Delivery
from pos_app.practice.opening import Order, opened, with_qr_amount
from pos_app.practice.replies import Reply
from pos_app.practice.wire import JsonObject, signature_key, utc_now

_SOONEST_SWEEP = 0.05
_REFUSALS: dict[type[Exception], int] = {
    UnknownTransactionError: 404,
    CannotChangeError: 412,
    OrderInUseError: 406,
    RefundExceedsError: 414,
    UnknownChannelError: 402,
}


class Gateway:
    """A Core API. Every method may be called from any thread.

    `clock` tells UTC; expiry follows it. With a clock of your own call `sweep` after moving it: every
    call does so too. With a `memory` it goes on where the run before it ended, however that ended: only
    scripted faults, and notifications that had not arrived, are gone.
    """

    def __init__(
        self,
        account: Account | None = None,
        habits: Habits | None = None,
        clock: Clock = utc_now,
        memory: Memory | None = None,
    ) -> None:
        self.account = account or Account()
        self.habits = habits or Habits()
        self.clock = clock
        self.calls = CallLog()
        self.faults = Script()
        known = memory.transactions if memory else ()
        self._ledger = Ledger(clock, known, memory.keep_transaction if memory else None)
        self.answers = AnswerMemory(
            clock,
            self.habits.idempotency_life,
            memory.answers if memory else (),
            memory.keep_answer if memory else None,
        )
        self._lock = RLock()
        self._agenda = Agenda()
        self._courier = Courier(self._agenda, self.habits, clock)
        self._held_back: dict[str, list[JsonObject]] = {}
        self.is_closed = False
        for transaction in known:
            if transaction.status is Status.PENDING:
                self._expect_expiry(transaction)

    def close(self) -> None:
        """Stop expiring and notifying; notifications still due are dropped."""
        self.is_closed = True
        self._agenda.close()

    # What a person or a test does

    def script(self, *faults: Fault) -> None:
        """Let these faults strike, each on the first call that fits, in this order."""
        self.faults.add(faults)

    def pay(self, name: str) -> Transaction:
        """The customer pays. `name` is an order id, a transaction id or a payment code, here and below.

        Raise UnknownTransactionError, or CannotChangeError when it is not pending.
        """
        return self._change(name, self._ledger.settle)

    def pay_late(self, name: str) -> Transaction:
        """The money comes after the payment expired or was cancelled."""
        return self._change(name, self._ledger.settle_late)

    def pay_twice(self, name: str) -> Transaction:
        """The customer taps twice: the money is taken once, the settlement is notified twice."""
        with self._lock:
            settled = self.pay(name)
            self._notify(settled)
            return settled

    def fail(self, name: str) -> Transaction:
        """The wallet refuses: nobody is told and the payment stays pending (wire-facts 6.3)."""
        with self._lock:
            return self._ledger.fail_attempt(self.find(name).id)

    def expire(self, name: str) -> Transaction:
        return self._change(name, self._ledger.expire)

    def cancel(self, name: str) -> Transaction:
        """Somebody cancels on the merchant's dashboard."""
        return self._change(name, self._ledger.cancel)

    def deny(self, name: str) -> Transaction:
        """The provider refuses for good while the customer is paying."""
        return self._change(name, self._ledger.deny)

    def reverse(self, name: str) -> Transaction:
        """Indomaret takes a settlement back."""
        return self._change(name, self._ledger.reverse)

    def find(self, name: str) -> Transaction:
        """By order id, transaction id or payment code; raise UnknownTransactionError."""
        with self._lock:
            self.sweep()
            try:
                return self._ledger.find(name)
            except UnknownTransactionError:
                return self._ledger.find_code(name)

    def transactions(self) -> list[Transaction]:
        """Newest first."""
        with self._lock:
            self.sweep()
            return self._ledger.newest_first()

    def sweep(self) -> None:
        """Expire what is due by the clock, and notify."""
        with self._lock:
            for transaction in self._ledger.expire_due(self.habits.expiry_lag):
                self._notify(transaction)

    def resend(self, name: str) -> Transaction:
        """Notify the present status once more, as the dashboard can."""
        with self._lock:
            transaction = self.find(name)
            self._notify(transaction)
            return transaction

    @property
    def deliveries(self) -> tuple[Delivery, ...]:
        """Every attempt to bring a notification."""
        return self._courier.deliveries

    # What the Core API does

    def carry_out(self, order: Order, fault: Fault | None = None) -> Reply:
        """Do what a call asks, spoilt by `fault` where that touches money or content."""
        with self._lock:
            self.sweep()
            try:
                reply = self._carry_out(order, fault)
            except InvalidChargeError as error:
                return replies.refusal(400, self.habits, complaints=error.complaints)
            except RefundKeyInUseError:
                return replies.refusal(406, self.habits, text="Duplicate refund ID")
            except tuple(_REFUSALS) as error:
                return replies.refusal(_REFUSALS[type(error)], self.habits)
        if fault is not None and fault.harm is Harm.WRONG_AMOUNT and "gross_amount" in reply.body:
            return replace(reply, body=replies.with_amount(reply.body, fault.amount, order.server_key))
        return reply

    def _carry_out(self, order: Order, fault: Fault | None) -> Reply:
        if order.operation is Operation.CHARGE:
            return self._charge(order, fault)
        transaction = self._ledger.find(order.name)
        if order.operation is Operation.STATUS:
            return replies.status_of(transaction, self.account)
        if order.operation is Operation.REFUND:
            return self._refund(order, transaction)
        if order.operation in {Operation.CANCEL, Operation.EXPIRE}:
            return self._end(order.operation, transaction, fault)
        raise CannotChangeError(transaction.status.value)

    def _charge(self, order: Order, fault: Fault | None) -> Reply:
        now = self.clock()
        asked = read_charge(order.body, now, self.habits)
        harm = fault.harm if fault is not None else None
        transaction = opened(
            asked, order, self.account, self.habits, serial=self._ledger.next_serial, now=now
        )
        if fault is not None and harm is Harm.WRONG_QR_AMOUNT:
            transaction = with_qr_amount(transaction, self.account, fault.amount)
        if harm is Harm.DENIED:
            transaction = replace(transaction, status=Status.DENY)
        self._ledger.record(transaction)
        self._notify(transaction)
        if fault is not None and harm is Harm.DENIED:
            return replies.denied_at_charge(transaction, self.account, fault.channel_code)
        self._expect_expiry(transaction)
        return replies.charged(transaction, self.account, order.base_url)

    def _end(self, operation: Operation, transaction: Transaction, fault: Fault | None) -> Reply:
        harm = fault.harm if fault is not None else None
        if harm is Harm.SETTLED_MEANWHILE:
            self._notify(self._ledger.settle(transaction.id))
        end = self._ledger.cancel if operation is Operation.CANCEL else self._ledger.expire
        ended = end(transaction.id)
        self._notify(ended)
        if fault is not None and harm is Harm.SETTLED_AFTERWARDS:
            self._agenda.after(fault.seconds, lambda: self.pay_late(transaction.id))
        return replies.ended(ended, self.account)

    def _refund(self, order: Order, transaction: Transaction) -> Reply:
        amount, key = order.body.get("amount"), order.body.get("refund_key")
        if amount is not None and (not isinstance(amount, int) or isinstance(amount, bool)):
            raise InvalidChargeError(["amount must be a number without decimals"])
        reason = str(order.body.get("reason") or "")
        before = len(transaction.refunds)
        refund = self._ledger.refund(
            transaction.id,
            str(key) if key else str(uuid4()),
            amount,
            reason,
            str(uuid4()),
            direct=order.is_direct_refund,
        )
        after = self._ledger.find(transaction.id)
        if len(after.refunds) > before:
            if not refund.is_direct:
                self._notify(after, bank_confirmed=False)
            self._notify(after)
        return replies.refunded(after, refund, self.account)

    def _change(self, name: str, move: Callable[[str], Transaction]) -> Transaction:
        with self._lock:
            changed = move(self.find(name).id)
            self._notify(changed)
            return changed

    def _expect_expiry(self, transaction: Transaction) -> None:
        """Sweep when the time is up; look again when the clock disagrees with the wait."""
        due = transaction.expires_at + self.habits.expiry_lag
        wait = max((due - self.clock()) / timedelta(seconds=1), _SOONEST_SWEEP)

        def look() -> None:
            with self._lock:
                self.sweep()
                if self._ledger.find(transaction.id).status is Status.PENDING:
                    self._expect_expiry(transaction)

        self._agenda.after(wait, look)

    def _notify(self, transaction: Transaction, *, bank_confirmed: bool = True) -> None:
        body = replies.notification(transaction, self.account, bank_confirmed=bank_confirmed)
        fault = self.faults.take(Operation.NOTIFICATION, transaction.order_id)
        harm = fault.harm if fault is not None else None
        if fault is None:
            bodies = [body]
        elif harm is Harm.LOST:
            bodies = []
        elif harm is Harm.HELD_BACK:
            self._held_back.setdefault(transaction.id, []).append(body)
            return
        elif harm is Harm.DUPLICATED:
            bodies = [body, body]
        elif harm is Harm.WRONG_AMOUNT:
            bodies = [replies.with_amount(body, fault.amount, transaction.server_key)]
        elif harm is Harm.FORGED_SIGNATURE:
            forged = signature_key(transaction.order_id, str(body["status_code"]), "1.00", "not-the-key")
            bodies = [{**body, "signature_key": forged}]
        else:
            bodies = [body]
        wait = fault.seconds if fault is not None and harm is Harm.SLOW else 0.0
        bodies += self._held_back.pop(transaction.id, [])
        for address in transaction.addresses:
            self._courier.send(address, bodies, wait)
