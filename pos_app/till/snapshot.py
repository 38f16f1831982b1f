"""What the windows draw: the sale on the counter, the links, the payments on the board, a payment's story.

Made by the till alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pos_app.till.stage import Stage

if TYPE_CHECKING:
    from pos_app.domain.cart import Cart
    from pos_app.domain.evidence import Fact, QrCode, TransactionStatus
    from pos_app.domain.payment import Payment
    from pos_app.domain.sale import Sale
    from pos_app.domain.states import State
    from pos_app.till.stage import Glow


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What the till knows about its own watching. Monotonic seconds for what counts down, UTC for the rest.

    `ends` is when the payment can't be paid any more, `began` when it could be paid first; both None
    where unknown. `next_check` is the next moment at which asking is allowed, `next_charge` when the
    same charge goes out again (in doubt only). `checks` counts this process's asks.
    """

    began: float | None
    ends: float | None
    next_check: float
    next_charge: float | None = None
    checks: int = 0
    last_check_at: datetime | None = None
    last_check_said: State | None = None
    last_push_at: datetime | None = None
    last_push_said: TransactionStatus | None = None
    charge_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Slips:
    """A store code on paper: how many slips were asked for, copies counted, how many have come out, and of how
    many nothing comes, because they can't be made.
    """

    asked: int
    printed: int
    missed: int = 0

    @property
    def are_missed(self) -> bool:
        """Whether there is none, and none is coming."""
        return self.printed == 0 and 0 < self.asked <= self.missed

    @property
    def are_out(self) -> bool:
        """Whether there are some, and none is coming."""
        return self.printed + self.missed >= self.asked and not self.are_missed


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """All that either window shows of the sale on the counter: a snapshot, made by the till alone.

    `slips` is there for a store code that may be shown, at a till with a printer. `is_withheld` is a payment
    that could be paid, but nobody could write down that it was: then nothing is offered.
    """

    stage: Stage
    sale: Sale
    payment: Payment | None = None
    watch: Watch | None = None
    slips: Slips | None = None
    is_withheld: bool = False

    @property
    def cart(self) -> Cart:
        return self.sale.cart

    @property
    def qr(self) -> QrCode | None:
        """The QR, only while it may be shown."""
        return self.payment.shown_qr if self.payment and self._is_offered else None

    @property
    def payment_code(self) -> str:
        """The payment code, only while it may be shown."""
        return self.payment.shown_code if self.payment and self._is_offered else ""

    @property
    def _is_offered(self) -> bool:
        return self.stage is Stage.WAITING and not self.is_withheld


@dataclass(frozen=True, slots=True)
class Light:
    """One link: `seconds` is its last round trip, `since` (UTC) when it went bad, `reason` what a driver said."""

    glow: Glow
    seconds: float | None = None
    since: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One payment on the pending board. Monotonic seconds: made at `began`, payable until `ends`.

    `held_by` names the till whose payment it is, empty where it is ours: only that one may act on it.
    `next_check` is when asking is allowed again, None where this till asks no more.
    """

    payment: Payment
    sale_label: str
    began: float
    ends: float | None
    next_check: float | None
    held_by: str = ""

    @property
    def place(self) -> tuple[bool, float, str]:
        """By what a board is sorted: the soonest deadline first, what has none last."""
        return self.ends is None, self.ends or 0.0, self.payment.order_id


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One line of a payment's timeline; `raw` is the text as it came."""

    at: datetime
    gateway_at: datetime | None
    fact: Fact
    state: State
    raw: str
