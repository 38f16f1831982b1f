"""Every transaction of the practice gateway, and the moves each may make (wire-facts 6.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from pos_app.practice.wire import JsonObject

Clock = Callable[[], datetime]
Keep = Callable[["Transaction"], None]


class Status(Enum):
    """`transaction_status` as it travels."""

    PENDING = "pending"
    CAPTURE = "capture"
    SETTLEMENT = "settlement"
    DENY = "deny"
    CANCEL = "cancel"
    EXPIRE = "expire"
    PARTIAL_REFUND = "partial_refund"
    REFUND = "refund"


class PaymentType(Enum):
    """`payment_type` as it travels."""

    GOPAY = "gopay"
    QRIS = "qris"
    CSTORE = "cstore"
    CREDIT_CARD = "credit_card"
    BANK_TRANSFER = "bank_transfer"


class Store(Enum):
    ALFAMART = "alfamart"
    INDOMARET = "indomaret"


MOVES: Mapping[Status, frozenset[Status]] = {
    Status.PENDING: frozenset({Status.SETTLEMENT, Status.EXPIRE, Status.CANCEL, Status.DENY}),
    Status.CAPTURE: frozenset({Status.CANCEL}),
    Status.SETTLEMENT: frozenset({Status.REFUND, Status.PARTIAL_REFUND, Status.DENY}),
    Status.PARTIAL_REFUND: frozenset({Status.REFUND, Status.PARTIAL_REFUND}),
    Status.EXPIRE: frozenset({Status.SETTLEMENT}),
    Status.CANCEL: frozenset({Status.SETTLEMENT}),
    Status.DENY: frozenset(),
    Status.REFUND: frozenset(),
}
"""EXPIRE and CANCEL are left only by money that comes late, SETTLEMENT for DENY only by Indomaret's reversal."""

_FREES_ORDER_ID = frozenset({Status.EXPIRE, Status.CANCEL, Status.DENY})
_SCANNED = frozenset({PaymentType.GOPAY, PaymentType.QRIS})


class UnknownTransactionError(LookupError):
    """Nothing is known under this order id or transaction id (404)."""


class CannotChangeError(Exception):
    """The transaction's status does not allow this move (412)."""


class OrderInUseError(Exception):
    """A live or paid transaction already has this order id (406)."""


class RefundExceedsError(Exception):
    """More than what is left, or nothing at all, was asked back (414)."""


class RefundKeyInUseError(Exception):
    """The refund key was used for another amount or reason (406)."""


@dataclass(frozen=True, slots=True)
class Refund:
    uuid: str
    serial: int
    key: str
    amount: int
    reason: str
    at: datetime
    is_direct: bool


@dataclass(frozen=True, slots=True)
class Transaction:
    """One attempt to collect `amount` rupiah. `payment_type` turns to QRIS when a gopay QR was scanned."""

    id: str
    serial: int
    order_id: str
    amount: int
    payment_type: PaymentType
    created_at: datetime
    expires_at: datetime
    status: Status
    server_key: str
    addresses: tuple[str, ...] = ()
    store: Store | None = None
    payment_code: str | None = None
    qr_text: str | None = None
    qr_reference: str | None = None
    acquirer: str = "gopay"
    bank: str | None = None
    echoed: JsonObject | None = None
    """`custom_field1..3` and `metadata`, sent back as they came."""
    settled_at: datetime | None = None
    approval_code: str | None = None
    failed_attempts: int = 0
    refunds: tuple[Refund, ...] = ()

    @property
    def refunded(self) -> int:
        return sum(refund.amount for refund in self.refunds)

    @property
    def is_scanned(self) -> bool:
        return self.payment_type in _SCANNED


class Ledger:
    """Not safe for threads by itself: the gateway holds its lock around every call.

    `known` are the transactions of an earlier run, oldest first. `keep` is given each transaction before a
    change of it counts; where it raises, nothing has changed.
    """

    def __init__(self, clock: Clock, known: Iterable[Transaction] = (), keep: Keep | None = None) -> None:
        self._clock = clock
        self._write = keep
        self._by_id = {each.id: each for each in known}
        self._newest = {each.order_id: each.id for each in self._by_id.values()}

    @property
    def next_serial(self) -> int:
        return len(self._by_id) + 1

    def newest_first(self) -> list[Transaction]:
        return sorted(self._by_id.values(), key=lambda each: each.serial, reverse=True)

    def find(self, name: str) -> Transaction:
        """By transaction id, else the newest under that order id (wire-facts 6.4)."""
        transaction = self._by_id.get(self._newest.get(name, name))
        if transaction is None:
            raise UnknownTransactionError(name)
        return transaction

    def find_code(self, payment_code: str) -> Transaction:
        """The newest with this payment code, as a store's till finds it."""
        for transaction in self.newest_first():
            if transaction.payment_code == payment_code:
                return transaction
        raise UnknownTransactionError(payment_code)

    def is_taken(self, order_id: str) -> bool:
        """Whether the order id can't be charged again: not while pending, never once paid."""
        newest = self._newest.get(order_id)
        return newest is not None and self._by_id[newest].status not in _FREES_ORDER_ID

    def record(self, transaction: Transaction) -> Transaction:
        if self.is_taken(transaction.order_id):
            raise OrderInUseError(transaction.order_id)
        self._keep(transaction)
        self._newest[transaction.order_id] = transaction.id
        return transaction

    def settle(self, name: str) -> Transaction:
        """Money came in time."""
        return self._settle(name, frozenset({Status.PENDING}))

    def settle_late(self, name: str) -> Transaction:
        """Money came for a payment that had ended without it (wire-facts 6.3)."""
        return self._settle(name, frozenset({Status.EXPIRE, Status.CANCEL}))

    def _settle(self, name: str, allowed: frozenset[Status]) -> Transaction:
        transaction = self.find(name)
        settled = self._moved(transaction, Status.SETTLEMENT, allowed)
        is_indomaret = transaction.store is Store.INDOMARET
        return self._keep(
            replace(
                settled,
                payment_type=PaymentType.QRIS if transaction.is_scanned else transaction.payment_type,
                settled_at=self._clock(),
                approval_code=f"{45682001084123430000 + transaction.serial}" if is_indomaret else None,
            )
        )

    def fail_attempt(self, name: str) -> Transaction:
        """The wallet refused; the gateway never hears of it and the payment stays pending."""
        transaction = self.find(name)
        if transaction.status is not Status.PENDING:
            raise CannotChangeError(transaction.status.value)
        return self._keep(replace(transaction, failed_attempts=transaction.failed_attempts + 1))

    def cancel(self, name: str) -> Transaction:
        allowed = frozenset({Status.PENDING, Status.CAPTURE})
        return self._keep(self._moved(self.find(name), Status.CANCEL, allowed))

    def expire(self, name: str) -> Transaction:
        return self._keep(self._moved(self.find(name), Status.EXPIRE, frozenset({Status.PENDING})))

    def deny(self, name: str) -> Transaction:
        """The provider refused while the customer was paying."""
        return self._keep(self._moved(self.find(name), Status.DENY, frozenset({Status.PENDING})))

    def reverse(self, name: str) -> Transaction:
        """The store takes a settlement back within minutes: Indomaret only."""
        transaction = self.find(name)
        if transaction.store is not Store.INDOMARET:
            raise CannotChangeError(transaction.status.value)
        return self._keep(self._moved(transaction, Status.DENY, frozenset({Status.SETTLEMENT})))

    def refund(
        self, name: str, key: str, amount: int | None, reason: str, uuid: str, *, direct: bool
    ) -> Refund:
        """Give `amount` rupiah back (None: all that is left); the same key and content again is harmless."""
        transaction = self.find(name)
        for earlier in transaction.refunds:
            if earlier.key == key:
                if (amount or earlier.amount, reason) != (earlier.amount, earlier.reason):
                    raise RefundKeyInUseError(key)
                return earlier
        left = transaction.amount - transaction.refunded
        given = left if amount is None else amount
        to = Status.REFUND if given == left else Status.PARTIAL_REFUND
        if not transaction.is_scanned:
            raise CannotChangeError(transaction.status.value)
        moved = self._moved(transaction, to, frozenset({Status.SETTLEMENT, Status.PARTIAL_REFUND}))
        if not 0 < given <= left:
            raise RefundExceedsError(f"{given} of {left}")
        made = Refund(uuid, len(transaction.refunds) + 1, key, given, reason, self._clock(), direct)
        self._keep(replace(moved, refunds=(*transaction.refunds, made)))
        return made

    def expire_due(self, lag: timedelta) -> list[Transaction]:
        """Expire every pending payment whose time ran out `lag` ago or earlier."""
        now = self._clock()
        due = [
            each
            for each in self._by_id.values()
            if each.status is Status.PENDING and each.expires_at + lag <= now
        ]
        return [self.expire(each.id) for each in due]

    def _moved(self, transaction: Transaction, to: Status, allowed: frozenset[Status]) -> Transaction:
        if transaction.status not in allowed or to not in MOVES[transaction.status]:
            raise CannotChangeError(transaction.status.value)
        return replace(transaction, status=to)

    def _keep(self, transaction: Transaction) -> Transaction:
        if self._write is not None:
            self._write(transaction)
        self._by_id[transaction.id] = transaction
        return transaction
