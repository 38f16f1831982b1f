"""What the display shows: decided here from the last snapshot and the clock, without a window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from pos_app.domain.evidence import QrCode
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.states import State
from pos_app.till.shop import Shop
from pos_app.till.snapshot import Counter
from pos_app.till.stage import Stage
from pos_app.ui.countdown import Countdown


class Face(Enum):
    """The pictures that the display has."""

    IDLE = "idle"
    CART = "cart"
    PREPARING = "preparing"
    QR_COMING = "qr_coming"
    IN_DOUBT = "in_doubt"
    QR_IN_DOUBT = "qr_in_doubt"
    QR = "qr"
    STORE_CODE = "store_code"
    WITHHELD = "withheld"
    CLOSING = "closing"
    PAID = "paid"
    EXPIRED = "expired"
    ENDED = "ended"

    @property
    def is_payable(self) -> bool:
        """Whether a customer could pay from what is on the screen."""
        return self in (Face.QR, Face.STORE_CODE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All that a face is drawn from. `now` is UTC, cut to the minute; `newest` is the row rung up last."""

    shop: Shop
    methods: tuple[Method, ...]
    language: Language
    counter: Counter | None
    left: Countdown
    now: datetime
    newest: int | None = None

    @property
    def face(self) -> Face:
        return face(self.counter, self.left)

    @property
    def drawn(self) -> tuple[object, ...]:
        """All that faces are drawn from but the time: where it is the same, nothing is painted again."""
        counter = self.counter
        offered = (counter.cart, counter.qr, counter.payment_code) if counter else ()
        payment = counter.payment if counter else None
        until = payment.expires_at if payment and payment.shown_code else None
        said = (self.method, self.amount, until, self.paid_at, self.end, self.has_money, self.has_slip)
        return (self.face, self.shop, self.methods, self.language, self.newest, *offered, *said)

    @property
    def end(self) -> State | None:
        """How the payment ended without money; None where it did not."""
        payment = self.counter.payment if self.counter else None
        return payment.state if payment and payment.state.is_dead else None

    @property
    def has_money(self) -> bool:
        """Whether money of the customer is here, of whatever amount."""
        return bool(self.counter and self.counter.payment and self.counter.payment.money_held)

    @property
    def has_slip(self) -> bool:
        """Whether a slip with the code came out or may yet."""
        slips = self.counter.slips if self.counter else None
        return slips is not None and not slips.are_missed

    @property
    def paid_at(self) -> datetime | None:
        """When the money came, by the gateway's word where it gave one. UTC."""
        payment = self.counter.payment if self.counter else None
        return (payment.settled_at or payment.verified_at) if payment else None

    @property
    def qr(self) -> QrCode | None:
        """What the customer scans; None where nothing is offered so."""
        return self.counter.qr if self.counter else None

    @property
    def method(self) -> Method | None:
        return self.counter.payment.method if self.counter and self.counter.payment else None

    @property
    def amount(self) -> Rupiah:
        """What is to be paid, or was: the payment's amount where there is one."""
        if self.counter is None:
            return Rupiah(0)
        return self.counter.payment.amount if self.counter.payment else self.counter.cart.total


def face(counter: Counter | None, left: Countdown) -> Face:
    """The picture for a snapshot. A QR or a code only while the till calls it payable and time is left."""
    if counter is None:
        return Face.IDLE
    match counter.stage:
        case Stage.RINGING_UP:
            return Face.IDLE if counter.cart.is_empty else Face.CART
        case Stage.PREPARING:
            return _preparing(counter)
        case Stage.WAITING:
            return _waiting(counter, left)
        case Stage.IN_DOUBT:
            return Face.IN_DOUBT if _is_of_a_store(counter) else Face.QR_IN_DOUBT
        case Stage.CLOSING:
            return Face.CLOSING
        case Stage.PAID:
            return Face.PAID
        case Stage.ENDED:
            expired = counter.payment is not None and counter.payment.state is State.EXPIRED
            return Face.EXPIRED if expired else Face.ENDED


def _waiting(counter: Counter, left: Countdown) -> Face:
    if counter.is_withheld:
        return Face.WITHHELD
    if left.is_over:
        return Face.CLOSING
    if counter.qr is not None:
        return Face.QR
    return Face.STORE_CODE if counter.payment_code else _preparing(counter)


def _preparing(counter: Counter) -> Face:
    return Face.PREPARING if _is_of_a_store(counter) else Face.QR_COMING


def _is_of_a_store(counter: Counter) -> bool:
    return counter.payment is not None and counter.payment.method.has_store_code


def withdrawn(counter: Counter) -> Counter:
    """The snapshot of a till that has halted: nobody can record money any more, so nothing is offered for payment.

    All else stays: what was paid is paid, and goods, a total or a greeting are as true as before.
    """
    stage = Stage.IN_DOUBT if counter.stage is Stage.PREPARING else counter.stage
    return replace(counter, stage=stage, is_withheld=True)


def newest_row(before: Counter | None, after: Counter, known: int | None) -> int | None:
    """The row that was rung up last: one that is new or has grown since `before`, else the `known` one.

    None after something was taken away, and where there is nothing to compare with.
    """
    if before is None or before.sale.id != after.sale.id:
        return len(after.cart.lines) - 1 if len(after.cart.lines) == 1 else None
    old, new = before.cart.lines, after.cart.lines
    if new == old:
        return known
    grown = (
        index for index, line in enumerate(new) if index >= len(old) or line.quantity > old[index].quantity
    )
    return next(grown, None) if len(new) >= len(old) else None
