"""What is known of one attempt to collect money, and what follows from that alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pos_app.domain.decision import Obstacle, RefundTrouble, fits
from pos_app.domain.errors import Problem
from pos_app.domain.evidence import CancelAsked, Decided, Decision, QrCode
from pos_app.domain.method import Method
from pos_app.domain.money import ZERO, Rupiah
from pos_app.domain.states import Attention, State

GRACE = timedelta(hours=24)
"""Late money is watched for so long after a payment ended."""

REVERSAL_WINDOW = timedelta(minutes=10)
"""A store can take a settlement back within 1 to 5 minutes (wire-facts 6.2); we look for twice that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One payment of one sale. Times are UTC; `expires_at` is by the gateway's clock.

    `request` is the charge's body, byte for byte as it is sent and repeated. `clock_offset` is the
    gateway's clock minus ours when it answered the charge. `known_to_gateway` turns true once the
    gateway has shown that it holds this order id. `qr_text` and `qr_picture_url` are what the charge
    gave (a status read never repeats them, wire-facts 4.4), `qr` is what was checked and may be shown.
    `ended_at` is when nobody could pay it any more, by the gateway's clock. `verified_at` is when we knew
    that it was paid; `other_amount` is what the gateway names as paid where it is not `amount`;
    `confirmed` tells whether a reply over TLS said either, and not a notification alone. `decision` is
    the manager's that stands, and `attached_to` the other sale that its money pays.
    """

    order_id: str
    sale_id: int
    attempt: int
    method: Method
    amount: Rupiah
    created_at: datetime
    request: str
    idempotency_key: str
    cashier: str = ""
    state: State = State.INTENDED
    attention: frozenset[Attention] = field(default_factory=frozenset)
    charges_sent: int = 0
    first_sent_at: datetime | None = None
    last_sent_at: datetime | None = None
    known_to_gateway: bool = False
    transaction_id: str = ""
    qr_text: str = ""
    qr_picture_url: str = ""
    qr: QrCode | None = None
    payment_code: str = ""
    expires_at: datetime | None = None
    clock_offset: timedelta = timedelta(0)
    absent_reads: int = 0
    cancel: CancelAsked | None = None
    problem: Problem | None = None
    problem_detail: str = ""
    ended_at: datetime | None = None
    settled_at: datetime | None = None
    verified_at: datetime | None = None
    confirmed: bool = False
    refunded: Rupiah = ZERO
    other_amount: Rupiah | None = None
    decision: Decided | None = None
    attached_to: int | None = None
    refund_asked_at: datetime | None = None
    refund_trouble: RefundTrouble | None = None

    @property
    def can_cancel(self) -> bool:
        return self.state in (State.CHARGING, State.IN_DOUBT, State.PENDING) and not self.took_another_amount

    @property
    def took_another_amount(self) -> bool:
        """The gateway settled it with a sum that is not ours: nobody can pay it any more, and it is not PAID."""
        return Attention.AMOUNT_MISMATCH in self.attention and not self.state.has_money

    @property
    def can_be_paid(self) -> bool:
        """Whether the customer can still pay it, as far as anybody knows."""
        return self.state.is_live and not self.took_another_amount

    @property
    def holds_sale(self) -> bool:
        """Whether its sale must wait for it: it is live, or a manager has yet to decide about another amount."""
        return self.state.is_live and (not self.took_another_amount or self.wants_decision)

    @property
    def keeps_money(self) -> bool:
        """Money came and was not wholly given back."""
        return self.state in (State.PAID, State.PARTLY_REFUNDED)

    @property
    def is_closed_unpaid(self) -> bool:
        """Whether a manager's word stands that no money is there and none is owed."""
        return self.decision is not None and self.decision.decision is Decision.CLOSE_UNPAID

    @property
    def excludes_another(self) -> bool:
        """Whether the money of another payment of the same sale would be one too many."""
        return self.keeps_money and not self.is_closed_unpaid

    @property
    def sale_it_pays(self) -> int:
        """Its own sale, or the one that a manager attached its money to."""
        return self.sale_id if self.attached_to is None else self.attached_to

    @property
    def pays_sale(self) -> bool:
        """Whether `sale_it_pays` is over by it: neither late money nor another amount than was asked for
        pays anything until a manager says so.
        """
        came = self.keeps_money or self.state is State.REFUNDED
        match self.decision:
            case Decided(decision=Decision.HAND_OVER):
                return came or self.took_another_amount
            case Decided(decision=Decision.ATTACH):
                return came
            case Decided(decision=Decision.ACCEPT_FORCED):
                return True
            case Decided(decision=Decision.CLOSE_UNPAID):
                return False
            case _:
                return came and self.received == self.amount and Attention.PAID_LATE not in self.attention

    @property
    def claim(self) -> tuple[bool, bool, int]:
        """All of it that the states of sales follow from: as long as it stays, so do they."""
        return self.holds_sale, self.pays_sale, self.sale_it_pays

    @property
    def wants_decision(self) -> bool:
        """Whether something wants attention that no standing decision was about, or money came against its word.

        What went back wholly leaves nothing to decide, whoever gave it back.
        """
        if self.state is State.REFUNDED:
            return False
        came_after_all = (
            self.is_closed_unpaid and self.keeps_money and Attention.DISAGREES not in self.attention
        )
        return came_after_all or bool(
            self.attention - (self.decision.about if self.decision else frozenset())
        )

    @property
    def received(self) -> Rupiah:
        """What came where money came: the other sum that the gateway names, or else the one that was asked for."""
        as_asked = self.other_amount is None or self.state is State.PAID
        return self.amount if as_asked else self.other_amount or ZERO

    @property
    def money_held(self) -> Rupiah:
        """What could still be given back, in rupiah."""
        if self.keeps_money:
            return self.received - self.refunded
        return self.received if self.took_another_amount else ZERO

    @property
    def cash_given_back(self) -> Rupiah:
        """What went out of the drawer for it and did not come back, by the decision that stands."""
        is_task = self.decision is not None and self.decision.decision is Decision.REFUND_TASK
        return ZERO if self.decision is None or is_task else self.decision.amount or ZERO

    def goes_back_by(self, decision: Decision) -> Rupiah | None:
        """The `amount` of a decision taken now: all that is held, or else the cash that is out already."""
        match decision:
            case Decision.REFUND_TASK | Decision.CASH_REFUND:
                return self.money_held
            case Decision.ACCEPT_FORCED | Decision.CLOSE_UNPAID:
                return self.cash_given_back or None
            case _:
                return None

    @property
    def has_refund_task(self) -> bool:
        """Whether money still waits to be given back by a manager's decision."""
        decided = self.decision is not None and self.decision.decision is Decision.REFUND_TASK
        return decided and self.money_held > 0

    @property
    def wants_a_person(self) -> bool:
        """Whether somebody has to decide about its money, or to give it back."""
        return self.wants_decision or self.has_refund_task

    @property
    def may_go_back_unheard(self) -> bool:
        """Whether somebody could refund it on the gateway's own pages, of which no news need come."""
        return self.has_refund_task or (self.keeps_money and self.wants_decision)

    @property
    def refund_is_underway(self) -> bool:
        """Whether an online refund was sent and nobody knows yet what came of it."""
        unknown = self.refund_trouble is None or self.refund_trouble.is_unknown
        return self.refund_asked_at is not None and unknown and self.money_held > 0

    def obstacle_to(self, decision: Decision) -> Obstacle | None:
        """Why a manager can't decide so now. What stands can be taken back, also when nothing wants attention any more."""
        if not (self.decision if decision is Decision.REOPEN else self.attention):
            return Obstacle.NOTHING_TO_DECIDE
        if not fits(decision, self.state, self.attention):
            return Obstacle.DECISION_DOES_NOT_FIT
        # Two ways of giving one payment's money out at once: the first must be known to have failed.
        if self.refund_is_underway and decision is not Decision.REFUND_TASK:
            return Obstacle.REFUND_IS_UNDERWAY
        return None

    def is_watched(self, at: datetime) -> bool:
        """Whether the gateway could still tell something new (payments.md, invariant 4).

        `at` is the gateway's clock: ours may be set, and a grace must not end by it.
        """
        if self.holds_sale or self.may_go_back_unheard:
            return True
        since_end = at - (self.ended_at or at)
        if self.state is State.PAID:
            return not self.confirmed or (self.method.has_store_code and since_end < REVERSAL_WINDOW)
        could_exist = self.known_to_gateway or self.problem is Problem.NOTHING_CREATED
        is_over = self.state.is_dead or self.took_another_amount
        return is_over and could_exist and since_end < GRACE

    @property
    def shown_qr(self) -> QrCode | None:
        """The QR, only while it may be on a display (invariant 8)."""
        return self.qr if self.state is State.PENDING and not self.took_another_amount else None

    @property
    def shown_code(self) -> str:
        """The payment code, only while it may be on a display."""
        return self.payment_code if self.state is State.PENDING and not self.took_another_amount else ""
