"""A gateway in memory that honours the port's contract, with faults that a test scripts."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from pos_app.domain.charge import ChargeOrder, Reply
from pos_app.domain.errors import GatewayError, Problem, QrRefusedError
from pos_app.domain.evidence import Call, FraudStatus, Notified, QrCode, Reading, TransactionStatus
from pos_app.domain.method import Method
from pos_app.domain.money import ZERO, Rupiah
from pos_app.till.errand import Errand, Fetch
from pos_app.till.ports import Clock

_CODES = {
    TransactionStatus.PENDING: 201,
    TransactionStatus.SETTLEMENT: 200,
    TransactionStatus.CANCEL: 200,
    TransactionStatus.REFUND: 200,
    TransactionStatus.PARTIAL_REFUND: 200,
    TransactionStatus.EXPIRE: 407,
    TransactionStatus.DENY: 202,
}


@dataclass
class Transaction:
    order_id: str
    transaction_id: str
    method: Method
    amount: Rupiah
    key: str
    status: TransactionStatus
    created_at: datetime
    expires_at: datetime
    first_reply: Reply | None = None
    settled_at: datetime | None = None
    refunds: dict[str, tuple[Rupiah, str]] = field(default_factory=dict)

    @property
    def refunded(self) -> Rupiah:
        return sum((amount for amount, _ in self.refunds.values()), ZERO)


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one call: an error raised before or after the gateway did its part, or another reading."""

    error: GatewayError | None = None
    after: bool = False
    reading: Reading | None = None
    change: Callable[[Reading], Reading] | None = None


class FakeGateway:
    """Midtrans in memory. `asks` logs (order id, monotonic seconds) of every status read."""

    def __init__(self, clock: Clock, offset: timedelta = timedelta(0)) -> None:
        self._clock = clock
        self.offset = offset
        self.transactions: dict[str, Transaction] = {}
        self.faults: dict[Errand, list[Fault]] = defaultdict(list)
        self.asks: list[tuple[str, float]] = []
        self.calls: list[tuple[Errand, str]] = []
        self.bodies: list[tuple[str, str]] = []
        self.qr_problem: Problem | None = None
        self.generous = 0.0
        self.on_the_way: Callable[[Reply], Reply] = lambda reply: reply

    # the port

    def compose(self, order: ChargeOrder) -> str:
        if sum(item.price * item.quantity for item in order.items) != order.amount:
            raise ValueError("the items' sum is not the amount")
        return json.dumps(
            {
                "order_id": order.order_id,
                "method": order.method.value,
                "amount": int(order.amount),
                "life": order.life.total_seconds(),
            }
        )

    def charge(self, request: str, idempotency_key: str) -> Reply:
        wanted = json.loads(request)
        self.bodies.append((request, idempotency_key))
        return self._faulty(Call.CHARGE, wanted["order_id"], lambda: self._charged(wanted, idempotency_key))

    def status(self, ident: str) -> Reply:
        self.asks.append((self._order(ident), self._clock.monotonic()))
        return self._faulty(Call.STATUS, ident, lambda: self._told(ident))

    def cancel(self, ident: str) -> Reply:
        return self._faulty(Call.CANCEL, ident, lambda: self._closed(ident, TransactionStatus.CANCEL))

    def expire(self, ident: str) -> Reply:
        return self._faulty(Call.EXPIRE, ident, lambda: self._closed(ident, TransactionStatus.EXPIRE))

    def refund(self, ident: str, refund_key: str, amount: Rupiah, reason: str) -> Reply:
        return self._faulty(Call.REFUND, ident, lambda: self._refunded(ident, refund_key, amount, reason))

    def read_qr(self, qr_text: str, picture_url: str, amount: Rupiah) -> QrCode:
        self.calls.append((Fetch.QR, picture_url or qr_text))
        if self.faults[Fetch.QR]:
            fault = self.faults[Fetch.QR].pop(0)
            if fault.error is not None:
                raise fault.error
        if self.qr_problem is not None:
            raise QrRefusedError(self.qr_problem)
        return QrCode(qr_text or f"QR OF {picture_url}", "TOKO SINAR JAYA", "ID1020304050607")

    def hear(self, body: str) -> Notified | None:
        try:
            said = json.loads(body)
            reading = self._reading(self.transactions[said["order_id"]], TransactionStatus(said["status"]))
            return Notified(replace(reading, http_status=None), signed=bool(said["signed"]))
        except (ValueError, KeyError, TypeError):
            return None

    # the customer and the world

    def pay(self, order_id: str, *, late: bool = False) -> None:
        transaction = self.transactions[order_id]
        if late or transaction.status is TransactionStatus.PENDING:
            transaction.status = TransactionStatus.SETTLEMENT
            transaction.settled_at = self._clock.now() + self.offset

    def set(self, order_id: str, status: TransactionStatus) -> None:
        self.transactions[order_id].status = status

    def notification(self, order_id: str, status: TransactionStatus, *, signed: bool = True) -> str:
        return json.dumps({"order_id": order_id, "status": status.value, "signed": signed})

    def fail(self, call: Errand, *faults: Fault) -> None:
        self.faults[call].extend(faults)

    # inside

    def _faulty(self, call: Call, ident: str, act: Callable[[], Reply]) -> Reply:
        self.calls.append((call, self._order(ident)))
        fault = self.faults[call].pop(0) if self.faults[call] else Fault()
        if fault.error is not None and not fault.after:
            raise fault.error
        if fault.reading is not None:
            return self._reply(fault.reading)
        reply = act()
        if fault.error is not None:
            raise fault.error
        return replace(reply, reading=fault.change(reply.reading)) if fault.change else reply

    def _charged(self, wanted: dict[str, object], key: str) -> Reply:
        name = str(wanted["order_id"])
        method = Method(wanted["method"])
        known = self.transactions.get(name)
        if known is not None:
            heeds_key = method is not Method.INDOMARET  # wire-facts 2.2
            if known.key == key and heeds_key and known.first_reply is not None:
                return known.first_reply
            return self._reply(Reading(code=406, http_status=200, message="conflict"))
        now = self._clock.now() + self.offset
        life = timedelta(seconds=float(str(wanted["life"])) + self.generous)
        transaction = Transaction(
            order_id=name,
            transaction_id=f"t-{len(self.transactions) + 1:08d}",
            method=method,
            amount=Rupiah(int(str(wanted["amount"]))),
            key=key,
            status=TransactionStatus.PENDING,
            created_at=now,
            expires_at=now + life,
        )
        self.transactions[name] = transaction
        reading = self._reading(transaction, TransactionStatus.PENDING)
        if method.shows_qr:
            reading = replace(reading, qr_picture_url=f"http://127.0.0.1/qr/{transaction.transaction_id}")
        transaction.first_reply = self._reply(reading)
        return transaction.first_reply

    def _told(self, ident: str) -> Reply:
        transaction = self.transactions.get(self._order(ident))
        if transaction is None:
            return self._reply(Reading(code=404, http_status=200, message="Transaction doesn't exist."))
        return self._reply(self._reading(transaction, transaction.status))

    def _closed(self, ident: str, status: TransactionStatus) -> Reply:
        transaction = self.transactions.get(self._order(ident))
        if transaction is None:
            return self._reply(Reading(code=404, http_status=200))
        if transaction.status is not TransactionStatus.PENDING:
            return self._reply(Reading(code=412, http_status=200))
        transaction.status = status
        return self._reply(self._reading(transaction, status))

    def _refunded(self, ident: str, refund_key: str, amount: Rupiah, reason: str) -> Reply:
        transaction = self.transactions.get(self._order(ident))
        if transaction is None:
            return self._reply(Reading(code=404, http_status=200))
        known = transaction.refunds.get(refund_key)
        if known is not None and known != (amount, reason):
            return self._reply(Reading(code=406, http_status=200, message="Duplicate refund ID"))
        if known is None:
            paid = transaction.status in (TransactionStatus.SETTLEMENT, TransactionStatus.PARTIAL_REFUND)
            if not paid or transaction.method.has_store_code:
                return self._reply(Reading(code=412, http_status=200))
            if amount > transaction.amount - transaction.refunded:
                return self._reply(Reading(code=414, http_status=200))
            transaction.refunds[refund_key] = (amount, reason)
            whole = transaction.refunded == transaction.amount
            transaction.status = TransactionStatus.REFUND if whole else TransactionStatus.PARTIAL_REFUND
        return self._reply(self._reading(transaction, transaction.status))

    def _order(self, ident: str) -> str:
        for transaction in self.transactions.values():
            if transaction.transaction_id == ident:
                return transaction.order_id
        return ident

    def _reply(self, reading: Reading) -> Reply:
        gateway_at = (self._clock.now() + self.offset).replace(microsecond=0)
        return self.on_the_way(Reply(raw=repr(reading), reading=reading, gateway_at=gateway_at, seconds=0.2))

    @staticmethod
    def _reading(transaction: Transaction, status: TransactionStatus) -> Reading:
        indomaret = transaction.method is Method.INDOMARET
        code = ""
        if transaction.method.has_store_code:
            code = "0" + transaction.transaction_id.removeprefix("t-")
        return Reading(
            code=_CODES[status],
            http_status=200,
            status=status,
            fraud=FraudStatus.ABSENT if indomaret else FraudStatus.ACCEPT,
            order_id=transaction.order_id,
            transaction_id=transaction.transaction_id,
            gross_amount=transaction.amount,
            currency="IDR",
            transaction_time=transaction.created_at,
            settlement_time=transaction.settled_at,
            expiry_time=transaction.expires_at,
            payment_code=code,
            refunded=transaction.refunded,
        )
