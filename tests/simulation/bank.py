"""The gateway's side of a simulated world, with its own books, moods and a real signature."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from random import Random

from pos_app.domain.charge import Reply
from pos_app.domain.errors import Problem, QrRefusedError
from pos_app.domain.evidence import Notified, QrCode, Reading, TransactionStatus
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.wib import WIB
from pos_app.midtrans import wire
from pos_app.midtrans.wire.signature import signature
from pos_app.till.ports import Clock
from tests.fakes.gateway import FakeGateway, Transaction
from tests.simulation.luck import Luck

S = TransactionStatus
KEY = "SB-Mid-server-SIMULATION"
DASHBOARD = "dashboard"
"""What the keys of refunds begin with that a person made on the gateway's own pages."""

_CODES = {
    S.PENDING: "201",
    S.SETTLEMENT: "200",
    S.REFUND: "200",
    S.PARTIAL_REFUND: "200",
    S.CANCEL: "200",
    S.EXPIRE: "202",
    S.DENY: "202",
}
_WITH_MONEY = frozenset({S.SETTLEMENT, S.REFUND, S.PARTIAL_REFUND})


class Bank(FakeGateway):
    """Every status in its books is the truth about the money: SETTLEMENT means that we have it.

    `refunds` of a transaction are its ledger of what went back, `refund_keys` all that it was asked for with
    the order id beside. `is_away` is an outage of hours, `refuses_key` until somebody puts the right key in.
    """

    def __init__(self, clock: Clock, offset: timedelta, random: Random, luck: Luck) -> None:
        super().__init__(clock, offset)
        self._random = random
        self._luck = luck
        self._names: dict[str, str] = {}
        self.reversed: set[str] = set()
        self.is_away = False
        self.refuses_key = False
        self.refund_keys: set[tuple[str, str]] = set()
        self._refunds_by_api = random.random() < luck.refunds_by_api
        self._unsettled: dict[str, Transaction] = {}
        self._refusals: dict[str, int] = {}

    # the port

    def read_qr(self, qr_text: str, picture_url: str, amount: Rupiah) -> QrCode:
        if self._random.random() < self._luck.unreadable_qr:
            raise QrRefusedError(Problem.QR_UNREADABLE)
        return QrCode(qr_text or f"QR OF {picture_url}")

    def hear(self, body: str) -> Notified | None:
        return wire.hear(body, KEY)

    def _charged(self, wanted: dict[str, object], key: str) -> Reply:
        name = str(wanted["order_id"])
        if name in self.transactions:
            running = self._random.random() < self._luck.still_running
            return (
                self._reply(Reading(code=202, http_status=202)) if running else super()._charged(wanted, key)
            )
        if self._random.random() < self._luck.refused:
            return self._reply(Reading(code=self._random.choice([400, 401, 402]), http_status=200))
        reply = super()._charged(wanted, key)
        transaction = self.transactions[name]
        self._names[transaction.transaction_id] = name
        if self._random.random() < self._luck.denied:
            transaction.status = S.DENY
            reply = self._reply(self._reading(transaction, S.DENY))
            transaction.first_reply = reply
        return reply

    def _told(self, ident: str) -> Reply:
        """Now and then from a copy of its books that has not heard of the money yet."""
        old = self._unsettled.get(self._order(ident))
        if old is not None and self._random.random() < self._luck.stale_read:
            return self._reply(self._reading(old, old.status))
        return super()._told(ident)

    def _refunded(self, ident: str, refund_key: str, amount: Rupiah, reason: str) -> Reply:
        transaction = self.transactions[self._order(ident)]
        self.refund_keys.add((transaction.order_id, refund_key))
        refusal = self._refusals.setdefault(transaction.order_id, self._drawn_refusal())
        if not refusal or refund_key in transaction.refunds:
            return super()._refunded(ident, refund_key, amount, reason)
        if refusal == 202:  # the bank says no: the reply is the transaction as it is (wire-facts 4.5)
            return self._reply(replace(self._reading(transaction, transaction.status), code=202))
        return self._reply(Reading(code=refusal, http_status=200))

    def _drawn_refusal(self) -> int:
        """Of one transaction, whoever asks how often: a refund that is in two minds proves nothing."""
        if not self._refunds_by_api:
            return 412
        return (
            self._random.choice([202, 403, 414]) if self._random.random() < self._luck.refund_refused else 0
        )

    def lift_a_refusal(self) -> None:
        """Somebody topped the balance up, or switched refunds on."""
        if self._refusals:
            self._refusals[self._random.choice([*self._refusals])] = 0

    def _order(self, ident: str) -> str:
        return self._names.get(ident, ident)

    def _reply(self, reading: Reading) -> Reply:
        return replace(super()._reply(reading), raw=reading.status.value)

    def trouble(self) -> Reply:
        """An answer that brings nothing but a bad day of the gateway's."""
        return self._reply(Reading(code=self._random.choice([500, 503, 429, 401]), http_status=200))

    def refusal(self) -> Reply:
        """What it says to a key that it does not take any more."""
        return self._reply(Reading(code=401, http_status=401))

    # what people and stores do

    def pay(self, order_id: str, *, late: bool = False, amount: Rupiah | None = None) -> None:
        if self.transactions[order_id].status is S.PENDING:
            self._unsettled[order_id] = replace(self.transactions[order_id])
        super().pay(order_id, late=late)
        if amount is not None:
            self.transactions[order_id].amount = amount

    def reverse(self, order_id: str) -> None:
        """The store takes its settlement back (wire-facts 6.2)."""
        self.transactions[order_id].status = S.DENY
        self.reversed.add(order_id)

    def give_back(self, order_id: str, amount: Rupiah) -> None:
        """Somebody refunds on the gateway's own pages."""
        transaction = self.transactions[order_id]
        transaction.refunds[f"{DASHBOARD}-{len(transaction.refunds)}"] = (amount, DASHBOARD)
        whole = transaction.refunded == transaction.amount
        transaction.status = S.REFUND if whole else S.PARTIAL_REFUND

    def took_money_of(self, order_id: str) -> bool:
        """Whether money came, and no store took it back; some of it may have been given back since."""
        transaction = self.transactions.get(order_id)
        return transaction is not None and transaction.status in _WITH_MONEY

    def refunds_by_call(self, order_id: str) -> list[Rupiah]:
        """What it gave back because the till said so."""
        ledger = self.transactions[order_id].refunds.items()
        return [amount for key, (amount, _) in ledger if not key.startswith(DASHBOARD)]

    # what it tells by itself

    def told(self, order_id: str, status: TransactionStatus, *, key: str = KEY, name: str = "") -> str:
        """The body of a notification, signed with `key`; `name` puts another order id in."""
        transaction = self.transactions[order_id]
        code, amount = _CODES[status], f"{transaction.amount}.00"
        named = name or order_id
        fields = {
            "transaction_status": status.value,
            "transaction_id": transaction.transaction_id,
            "status_code": code,
            "signature_key": signature(named, code, amount, key),
            "order_id": named,
            "gross_amount": amount,
            "currency": "IDR",
            "payment_type": "qris" if transaction.method.shows_qr else "cstore",
            "transaction_time": _wib(transaction),
        }
        if transaction.method is not Method.INDOMARET:
            fields["fraud_status"] = "accept"
        return json.dumps(fields)


def _wib(transaction: Transaction) -> str:
    return transaction.created_at.astimezone(WIB).strftime("%Y-%m-%d %H:%M:%S")
