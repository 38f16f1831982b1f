"""What was learnt about a payment: kept as it arrived, judged by `Payment.apply`, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from pos_app.domain.effect import EffectKind
from pos_app.domain.errors import Problem
from pos_app.domain.money import ZERO, Rupiah
from pos_app.domain.states import Attention


class TransactionStatus(Enum):
    """The gateway's words (wire-facts 6.1); a word that is not here reads as UNKNOWN, none at all as ABSENT."""

    AUTHORIZE = "authorize"
    CAPTURE = "capture"
    SETTLEMENT = "settlement"
    PENDING = "pending"
    DENY = "deny"
    CANCEL = "cancel"
    EXPIRE = "expire"
    FAILURE = "failure"
    REFUND = "refund"
    PARTIAL_REFUND = "partial_refund"
    CHARGEBACK = "chargeback"
    PARTIAL_CHARGEBACK = "partial_chargeback"
    UNKNOWN = "unknown"
    ABSENT = ""

    @property
    def says_money_came(self) -> bool:
        return self in (TransactionStatus.SETTLEMENT, TransactionStatus.CAPTURE)


class FraudStatus(Enum):
    """Absent on Indomaret (wire-facts 6.1)."""

    ACCEPT = "accept"
    CHALLENGE = "challenge"
    DENY = "deny"
    UNKNOWN = "unknown"
    ABSENT = ""


class Call(Enum):
    """The calls that a till makes about a payment."""

    CHARGE = "charge"
    STATUS = "status"
    CANCEL = "cancel"
    EXPIRE = "expire"
    REFUND = "refund"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one gateway text says, in our types. Texts that were not there are empty.

    `code` is the body's status_code where there is one, else the HTTP status (wire-facts 4.8);
    `http_status` is None in a notification. Amounts are None where absent or not whole rupiah.
    """

    code: int
    http_status: int | None = None
    status: TransactionStatus = TransactionStatus.ABSENT
    fraud: FraudStatus = FraudStatus.ABSENT
    order_id: str = ""
    transaction_id: str = ""
    gross_amount: Rupiah | None = None
    currency: str = ""
    transaction_time: datetime | None = None
    settlement_time: datetime | None = None
    expiry_time: datetime | None = None
    qr_text: str = ""
    qr_picture_url: str = ""
    payment_code: str = ""
    approval_code: str = ""
    channel_code: str = ""
    channel_message: str = ""
    message: str = ""
    complaints: tuple[str, ...] = ()
    issuer: str = ""
    refunded: Rupiah = ZERO

    @property
    def answers_a_read(self) -> bool:
        """Whether it tells how the transaction stands, or that there is none; a refused key, for example, tells nothing."""
        return self.status is not TransactionStatus.ABSENT or self.code == 404


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR that was checked: its text, and what its EMV fields say where it has them."""

    text: str
    merchant_name: str = ""
    nmid: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """The charge goes out now (first time or repeated)."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A call brought no usable answer. `was_sent` is False only when not one byte of it left."""

    call: Call
    was_sent: bool
    problem: Problem = Problem.NO_ANSWER


@dataclass(frozen=True, slots=True)
class Said:
    """The gateway answered a call of ours, over TLS."""

    call: Call
    reading: Reading


@dataclass(frozen=True, slots=True)
class Notified:
    """A notification; only one whose signature verified can settle anything."""

    reading: Reading
    signed: bool


@dataclass(frozen=True, slots=True)
class QrRead:
    """The QR was fetched and checked."""

    qr: QrCode


@dataclass(frozen=True, slots=True)
class QrRefused:
    """The QR can't be shown, for good: WRONG_AMOUNT, QR_UNREADABLE."""

    problem: Problem


class CancelReason(Enum):
    """Why a person, or the till itself, gives a payment up."""

    CUSTOMER_LEFT = "customer_left"
    WRONG_ITEM = "wrong_item"
    WRONG_AMOUNT = "wrong_amount"
    OTHER_METHOD = "other_method"
    OTHER = "other"
    UNUSABLE = "unusable"
    """The till's own: what the gateway gave can't be offered to a customer."""


@dataclass(frozen=True, slots=True)
class CancelAsked:
    """Somebody wants the payment closed at the gateway. `by` is the person's name."""

    reason: CancelReason
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stalled:
    """By the clock, the gateway should have brought the payment to an end long ago."""


class Decision(Enum):
    """What a manager makes of a payment that wants attention."""

    HAND_OVER = "hand_over"
    """Release the goods: the money pays its sale after all."""
    ATTACH = "attach"
    """The money pays another open sale of the same amount."""
    REFUND_TASK = "refund_task"
    """The money goes back; the task is open until the gateway or cash has done it."""
    CASH_REFUND = "cash_refund"
    """The money was given back in cash."""
    ACCEPT_FORCED = "accept_forced"
    """Release the goods without the gateway's word; the payment itself stays what it is."""
    CLOSE_UNPAID = "close_unpaid"
    """No money is there and none is owed: the goods stayed, came back, or were paid in another way."""
    REOPEN = "reopen"
    """The decision that stands is taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A manager's decision. It replaces the one before it, and moves no money.

    `about` is what wanted attention when it was taken; what comes up later wants another one.
    `sale_id` is set for ATTACH only. `amount`, in rupiah, is what goes back where the decision is REFUND_TASK or
    CASH_REFUND; for ACCEPT_FORCED and CLOSE_UNPAID it is the cash that was given back before.
    """

    decision: Decision
    by: str
    reason: str
    about: frozenset[Attention]
    sale_id: int | None = None
    amount: Rupiah | None = None


@dataclass(frozen=True, slots=True)
class RefundAsked:
    """An online refund goes out now, first or again: the same key, amount and reason make it the same refund."""

    refund_key: str
    amount: Rupiah
    reason: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class CameOut:
    """The printer put a paper out, or opened the drawer; `copy` is 0 for the first print."""

    kind: EffectKind
    copy: int = 0


Fact = (
    Sent
    | Unanswered
    | Said
    | Notified
    | QrRead
    | QrRefused
    | CancelAsked
    | Stalled
    | Decided
    | RefundAsked
    | CameOut
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One fact about one payment. `at` is this PC's clock, `gateway_at` the gateway's, both UTC.

    The latter is the reply's `Date`, or what it was reckoned to be by one before; None where nobody knew.
    `raw` is the text as it came (reply or notification body), empty for what is not a text from outside.
    """

    order_id: str
    at: datetime
    fact: Fact
    raw: str = ""
    gateway_at: datetime | None = None
