"""One attempt to collect money, and the one method that moves it: `Payment.apply`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from pos_app.domain.attempt import Attempt
from pos_app.domain.decision import RefundTrouble, refund_trouble
from pos_app.domain.errors import IllegalMoveError, Problem, denial, refusal
from pos_app.domain.evidence import (
    Call,
    CameOut,
    CancelAsked,
    CancelReason,
    Decided,
    Decision,
    Evidence,
    FraudStatus,
    Notified,
    QrRead,
    QrRefused,
    Reading,
    RefundAsked,
    Said,
    Sent,
    Stalled,
    TransactionStatus,
    Unanswered,
)
from pos_app.domain.sale import SaleState
from pos_app.domain.states import ALLOWED, Attention, State

ABSENT_READS_THAT_PROVE = 2
"""So many reads must find no transaction before a lost charge counts as never created."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment(Attempt):
    """One payment of one sale: an attempt that evidence moves, and nothing else."""

    def apply(self, evidence: Evidence, *, sale_is_paid: bool = False) -> Payment:
        """The payment after one more piece of evidence; the same object where nothing changes.

        `sale_is_paid` tells that another payment already paid the sale. Repeated and older evidence
        is a no-op. Raises IllegalMoveError only for a fault of ours.
        """
        if evidence.order_id != self.order_id:
            raise IllegalMoveError(f"evidence of {evidence.order_id} was brought to {self.order_id}")
        after = self._judged(evidence)
        if sale_is_paid and after.keeps_money and not self.state.has_money:
            after = after._noticed(Attention.DUPLICATE)
        return after

    def is_ours(self, reading: Reading) -> bool:
        """Whether a reading speaks of this order, and of the transaction that the gateway made of it."""
        if reading.order_id != self.order_id:
            return False
        return not self.transaction_id or reading.transaction_id == self.transaction_id

    def _judged(self, evidence: Evidence) -> Payment:
        match evidence.fact:
            case Sent():
                return self._sent(evidence.at)
            case Unanswered(call=Call.CHARGE) as silence:
                return self._unanswered(silence, evidence)
            case Unanswered(call=Call.REFUND, was_sent=was_sent):
                return self._not_refunded(RefundTrouble.UNKNOWN if was_sent else RefundTrouble.UNREACHABLE)
            case Unanswered():
                return self
            case Said(call=Call.CHARGE, reading=reading):
                return self._charged(reading, evidence)
            case Said(call=Call.REFUND, reading=reading):
                return self._refund_answered(reading, evidence)
            case Said(call=call, reading=reading):
                return self._told(reading, evidence, call)
            case Notified(reading=reading, signed=signed):
                return self._notified(reading, evidence) if signed else self
            case QrRead(qr=qr):
                return replace(self, qr=qr) if self.state is State.PENDING and self.qr is None else self
            case QrRefused(problem=problem):
                return self._unusable(problem) if self.state is State.PENDING and self.qr is None else self
            case CancelAsked() as asked:
                return replace(self._to(State.CANCELLING), cancel=asked) if self.can_cancel else self
            case Stalled():
                return self._noticed(Attention.STUCK) if self.can_be_paid else self
            case Decided() as decided:
                return self._decided(decided)
            case RefundAsked():
                return self._refund_asked(evidence)
            case CameOut():
                return self

    # the charge

    def _sent(self, at: datetime) -> Payment:
        moved = self if self.state is State.IN_DOUBT else self._to(State.CHARGING)
        first = self.first_sent_at or at
        return replace(moved, charges_sent=self.charges_sent + 1, first_sent_at=first, last_sent_at=at)

    def _unanswered(self, silence: Unanswered, evidence: Evidence) -> Payment:
        if self.state in (State.INTENDED, State.CHARGING) and not silence.was_sent:
            return self._dead(State.FAILED, evidence, silence.problem)  # the only one that went out so far
        if self.state is not State.CHARGING:
            return self
        return replace(self._to(State.IN_DOUBT), problem=silence.problem)

    def _charged(self, reading: Reading, evidence: Evidence) -> Payment:
        code = reading.code
        if reading.status is not TransactionStatus.ABSENT and code < 300:
            return self._created(reading, evidence)
        if self.state not in (State.CHARGING, State.IN_DOUBT):
            return replace(self, known_to_gateway=True) if code == 406 else self
        if code == 406:
            return self._doubted(known_to_gateway=True)
        if code < 300:  # 202: the first call is still running (wire-facts 2.2)
            return self._doubted()
        if code >= 500:
            return self._doubted(problem=Problem.GATEWAY_TROUBLE, problem_detail=reading.message)
        if self.charges_sent > 1:  # a refusal of the repetition says nothing about the first
            return self._doubted()
        return self._dead(State.FAILED, evidence, refusal(code), _complaint(reading))

    def _doubted(
        self, *, known_to_gateway: bool = False, problem: Problem | None = None, problem_detail: str = ""
    ) -> Payment:
        moved = self if self.state is State.IN_DOUBT else self._to(State.IN_DOUBT)
        return replace(
            moved,
            known_to_gateway=self.known_to_gateway or known_to_gateway,
            problem=problem or self.problem or Problem.NO_ANSWER,
            problem_detail=problem_detail or self.problem_detail,
        )

    def _created(self, reading: Reading, evidence: Evidence) -> Payment:
        if not self.is_ours(reading):
            return self._doubted() if self.state is State.CHARGING else self
        adopted = self._adopted(reading, evidence)
        if reading.status is not TransactionStatus.PENDING:
            told = adopted._told(reading, evidence, Call.CHARGE)
            return told._doubted() if told.state is State.CHARGING else told  # a word that moves nothing
        if self.state not in (State.CHARGING, State.IN_DOUBT):
            return adopted
        return adopted._offered(reading)

    def _offered(self, reading: Reading) -> Payment:
        """A fresh pending transaction: offer it, unless what it asks for is not what we asked."""
        pending = replace(self._to(State.PENDING), problem=None, problem_detail="")
        if reading.gross_amount != self.amount or reading.currency not in ("", "IDR"):
            return pending._unusable(Problem.WRONG_AMOUNT)
        if self.method.has_store_code and not self.payment_code:
            return pending._unusable(Problem.NO_PAYMENT_CODE)
        return pending

    def _unusable(self, problem: Problem) -> Payment:
        """Close at the gateway what must never be shown."""
        return replace(self._to(State.CANCELLING), cancel=CancelAsked(CancelReason.UNUSABLE), problem=problem)

    # what the gateway says of a transaction

    def _notified(self, reading: Reading, evidence: Evidence) -> Payment:
        """Only a complete settlement counts; all else is a doorbell that the till hears, not we."""
        if not self.transaction_id or not self.is_ours(reading):
            return self
        return self._settled(reading, evidence, confirmed=False) if _claims_money(reading) else self

    def _told(self, reading: Reading, evidence: Evidence, call: Call) -> Payment:
        if reading.status is TransactionStatus.ABSENT:
            return self._missed(evidence) if call is Call.STATUS and reading.code == 404 else self
        if not self.is_ours(reading):
            return self
        known = self._adopted(reading, evidence)
        why = _complaint(reading) if call is Call.CHARGE else reading.channel_message
        match reading.status:
            case TransactionStatus.SETTLEMENT | TransactionStatus.CAPTURE:
                return known._settled(reading, evidence, confirmed=True)
            case TransactionStatus.REFUND | TransactionStatus.PARTIAL_REFUND:
                return known._given_back(reading, evidence)
            case TransactionStatus.CHARGEBACK | TransactionStatus.PARTIAL_CHARGEBACK:
                return known._taken_back(evidence)
            case TransactionStatus.PENDING:
                return known._still_pending(reading)
            case TransactionStatus.DENY:
                fraud = reading.fraud is FraudStatus.DENY
                problem = denial(reading.channel_code, by_fraud_check=fraud)
                return known._ended(State.DENIED, evidence, problem, why)
            case TransactionStatus.CANCEL:
                return known._ended(State.CANCELLED, evidence, self.problem, why)
            case TransactionStatus.EXPIRE:
                return known._ended(State.EXPIRED, evidence, self.problem, why)
            case TransactionStatus.FAILURE:
                return known._ended(State.FAILED, evidence, Problem.DENIED, why)
            case _:
                return known

    def _adopted(self, reading: Reading, evidence: Evidence) -> Payment:
        offset = self.clock_offset
        if evidence.gateway_at is not None and not self.transaction_id:
            offset = evidence.gateway_at - evidence.at
        return replace(
            self,
            known_to_gateway=True,
            transaction_id=self.transaction_id or reading.transaction_id,
            payment_code=self.payment_code or reading.payment_code,
            qr_text=self.qr_text or reading.qr_text,
            qr_picture_url=self.qr_picture_url or reading.qr_picture_url,
            expires_at=reading.expiry_time or self.expires_at,
            clock_offset=offset,
            absent_reads=0,
        )

    def _missed(self, evidence: Evidence) -> Payment:
        """A read found no such transaction."""
        if self.state not in (State.IN_DOUBT, State.CANCELLING) or self.known_to_gateway:
            return self
        seen = replace(self, absent_reads=self.absent_reads + 1)
        if seen.absent_reads < ABSENT_READS_THAT_PROVE:
            return seen
        return seen._dead(State.FAILED, evidence, Problem.NOTHING_CREATED)

    def _still_pending(self, reading: Reading) -> Payment:
        if self.state in (State.CHARGING, State.IN_DOUBT):
            if self.method.shows_qr:
                return self._to(State.PENDING)._unusable(Problem.ANSWER_LOST)
            return self._offered(reading)
        if self.state is State.FAILED:  # a lost charge that we took for never created has turned up
            return replace(self._unusable(Problem.ANSWER_LOST), ended_at=None)
        if self.state is State.PAID and not self.confirmed:
            return self._noticed(Attention.DISAGREES)
        return self

    def _ended(self, state: State, evidence: Evidence, problem: Problem | None, why: str) -> Payment:
        """`why` is the gateway's own; the message of a read only says that the transaction was found."""
        took_money = self.keeps_money or self.took_another_amount
        if took_money and state is State.DENIED and (self.confirmed or self.method.has_store_code):
            return self._taken_back(evidence)
        if self.state.is_live:
            return self._dead(state, evidence, problem, why)
        return self._noticed(Attention.DISAGREES) if self.keeps_money else self

    def _settled(self, reading: Reading, evidence: Evidence, *, confirmed: bool) -> Payment:
        if not _claims_money(reading):
            return self
        if reading.gross_amount != self.amount or reading.currency != "IDR":
            noticed = self._noticed(Attention.AMOUNT_MISMATCH)
            if self.state.has_money:
                return noticed
            return replace(
                noticed,
                other_amount=reading.gross_amount,
                confirmed=self.confirmed or confirmed,
                ended_at=self.ended_at or self._gateway_time(evidence),
            )
        if self.state.has_money:
            disputed = Attention.DISAGREES in self.attention
            if self.state is not State.PAID or not confirmed or (self.confirmed and not disputed):
                return self
            return replace(  # its `Date` knows better than our clock did when the notification came
                self,
                confirmed=True,
                ended_at=self._gateway_time(evidence),
                attention=self.attention - {Attention.DISAGREES},
            )._came_at_last()
        paid = replace(
            self._to(State.PAID),
            settled_at=reading.settlement_time or reading.transaction_time,
            verified_at=evidence.at,
            ended_at=self._gateway_time(evidence),
            confirmed=confirmed,
        )
        if self.state.is_dead:
            return paid._noticed(Attention.PAID_LATE)
        paid = paid._came_at_last()
        return paid._noticed(Attention.PAID_WHILE_CANCELLING) if self.state is State.CANCELLING else paid

    def _given_back(self, reading: Reading, evidence: Evidence) -> Payment:
        """A refund; where the settlement itself went unseen, the money came first all the same."""
        paid = self if self.state.has_money else self._settled_unseen(evidence)
        target = State.REFUNDED if reading.status is TransactionStatus.REFUND else State.PARTLY_REFUNDED
        if paid.state in (State.REVERSED, State.REFUNDED):
            return paid
        moved = paid if paid.state is target else paid._to(target)
        return replace(moved, refunded=max(reading.refunded, self.refunded))

    def _settled_unseen(self, evidence: Evidence) -> Payment:
        late = self.state.is_dead
        ended_at = self._gateway_time(evidence)
        paid = replace(self._to(State.PAID), verified_at=evidence.at, ended_at=ended_at, confirmed=True)
        return paid._noticed(Attention.PAID_LATE) if late else paid._came_at_last()

    def _came_at_last(self) -> Payment:
        """Money of a case that a manager has closed as unpaid came late, whenever it came."""
        return self._noticed(Attention.PAID_LATE) if self.is_closed_unpaid else self

    def _taken_back(self, evidence: Evidence) -> Payment:
        """By a store or a bank; where the settlement itself went unseen, the money came first all the same."""
        if self.state in (State.REFUNDED, State.REVERSED):
            return self
        paid = self if self.state.has_money else self._settled_unseen(evidence)
        return paid._to(State.REVERSED)._noticed(Attention.REVERSED)

    # what people decide

    def _decided(self, decided: Decided) -> Payment:
        """Only the decision and the sale that the money pays change: no decision moves money."""
        if self.obstacle_to(decided.decision) is not None:
            return self
        match decided.decision:
            case Decision.REOPEN:
                return replace(self, decision=None, attached_to=None)
            case Decision.ATTACH:
                return replace(self, decision=decided, attached_to=decided.sale_id)
            case Decision.ACCEPT_FORCED:  # goods that went out for the other sale stay out
                return replace(self, decision=decided)
            case _:
                return replace(self, decision=decided, attached_to=None)

    def _refund_asked(self, evidence: Evidence) -> Payment:
        if not self.has_refund_task:
            return self
        trouble = RefundTrouble.UNKNOWN if self.refund_is_underway else None
        return replace(self, refund_asked_at=self._gateway_time(evidence), refund_trouble=trouble)

    def _refund_answered(self, reading: Reading, evidence: Evidence) -> Payment:
        if reading.code == 200:
            given = self._told(reading, evidence, Call.REFUND)
            done = given.state in (State.PARTLY_REFUNDED, State.REFUNDED)
            return replace(given, refund_trouble=None) if done else given._not_refunded(RefundTrouble.UNKNOWN)
        return self._not_refunded(refund_trouble(reading.code))

    def _not_refunded(self, trouble: RefundTrouble) -> Payment:
        """An earlier try of unknown outcome stays unknown until an answer settles both."""
        was_unknown = self.refund_trouble is not None and self.refund_trouble.is_unknown
        if was_unknown and trouble is RefundTrouble.NOT_ALLOWED:
            return replace(self, refund_trouble=RefundTrouble.UNKNOWN_NOT_ALLOWED)
        return self if was_unknown and not trouble.is_final else replace(self, refund_trouble=trouble)

    # moving

    def _dead(self, state: State, evidence: Evidence, problem: Problem | None, detail: str = "") -> Payment:
        detail = detail or self.problem_detail
        ended_at = self._gateway_time(evidence)
        return replace(self._to(state), ended_at=ended_at, problem=problem, problem_detail=detail)

    def _gateway_time(self, evidence: Evidence) -> datetime:
        return evidence.gateway_at or evidence.at + self.clock_offset

    def _noticed(self, attention: Attention) -> Payment:
        return self if attention in self.attention else replace(self, attention=self.attention | {attention})

    def _to(self, state: State) -> Payment:
        if state not in ALLOWED[self.state]:
            raise IllegalMoveError(f"{self.order_id} can't go from {self.state.value} to {state.value}")
        waits = state.is_live  # what came to its end is stuck no more
        return replace(
            self, state=state, attention=self.attention if waits else self.attention - {Attention.STUCK}
        )


def _claims_money(reading: Reading) -> bool:
    """Settled, with the code and the fraud word that go with it (wire-facts 6.1)."""
    return (
        reading.status.says_money_came
        and reading.code == 200
        and reading.fraud in (FraudStatus.ACCEPT, FraudStatus.ABSENT)
    )


def _complaint(reading: Reading) -> str:
    """The gateway's own words, for the manager and for support."""
    return "; ".join(text for text in (reading.message, *reading.complaints, reading.channel_message) if text)


def sale_state(sale_id: int, payments: Iterable[Payment]) -> SaleState:
    """What payments make of a sale: its own, and those whose money was attached to it."""
    payments = tuple(payments)
    if any(payment.pays_sale and payment.sale_it_pays == sale_id for payment in payments):
        return SaleState.PAID
    waits = any(payment.holds_sale and payment.sale_id == sale_id for payment in payments)
    return SaleState.AWAITING if waits else SaleState.OPEN
