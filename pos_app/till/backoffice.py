"""What only people can decide: cancels that need a right, payments that want attention, refunds."""

from __future__ import annotations

import logging

from pos_app.domain.charge import Reply
from pos_app.domain.decision import (
    NotAttachableError,
    Obstacle,
    RefundTrouble,
    obstacle_to_attaching,
    obstacle_to_handing_over,
)
from pos_app.domain.evidence import Call, CancelAsked, CancelReason, Decided, Decision, RefundAsked
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.staff import Pin, Right
from pos_app.till.collector import Collector
from pos_app.till.desk_messages import (
    AttachableSale,
    AttachableShown,
    Decide,
    DecisionTaken,
    DeskRefused,
    RefundAnswered,
    RefundOnline,
)
from pos_app.till.kit import Kit
from pos_app.till.lane_messages import Answered
from pos_app.till.messages import Cancel
from pos_app.till.staff_desk import StaffDesk

log = logging.getLogger(__name__)


class Backoffice:
    """Every decision is evidence of its payment, taken under somebody's own PIN and with a reason."""

    def __init__(self, kit: Kit, collector: Collector, staff: StaffDesk) -> None:
        self._kit = kit
        self._collector = collector
        self._staff = staff
        self._refunding: set[str] = set()

    # cancelling

    def cancel(self, command: Cancel, *, on_counter: bool) -> None:
        """Close a payment at the gateway; only a switch of method at the counter needs no right."""

        def act(by: str) -> None:
            asked = CancelAsked(command.reason, by, command.note)
            if not self._collector.cancel(command.order_id, asked):
                self._kit.publish(DeskRefused(Obstacle.NOTHING_TO_CANCEL))

        is_said = bool(command.note) or command.reason is CancelReason.OTHER
        if is_said and not _says_why(command.note, command.pin):
            self._kit.publish(DeskRefused(Obstacle.REASON_MISSING))
        elif on_counter and command.reason is CancelReason.OTHER_METHOD:
            act(self._staff.cashier)
        else:
            self._staff.allow(Right.CANCEL, command.pin, act)

    # deciding

    def decide(self, command: Decide) -> None:
        payment = self._kit.journal.payment(command.order_id)
        if payment is None:
            log.warning("a decision about %s, which is not ours", command.order_id)
        elif (obstacle := self._obstacle(command, payment)) is not None:
            self._kit.publish(DeskRefused(obstacle))
        else:
            about = payment.attention
            self._staff.allow(
                Right.DECIDE,
                command.pin,
                lambda by: self._take(
                    command.order_id,
                    Decided(
                        decision=command.decision,
                        by=by,
                        reason=command.reason.strip(),
                        about=about,
                        sale_id=command.sale_id if command.decision is Decision.ATTACH else None,
                        amount=self._to_give_back(command),
                    ),
                ),
                own_act=True,
            )

    def _to_give_back(self, command: Decide) -> Rupiah | None:
        """What is there now: the PIN took its time."""
        payment = self._kit.journal.payment(command.order_id)
        return payment.goes_back_by(command.decision) if payment else None

    def _obstacle(self, command: Decide, payment: Payment) -> Obstacle | None:
        if not _says_why(command.reason, command.pin):
            return Obstacle.REASON_MISSING
        if (obstacle := payment.obstacle_to(command.decision)) is not None:
            return obstacle
        if command.decision in (Decision.HAND_OVER, Decision.ACCEPT_FORCED):
            forced = command.decision is Decision.ACCEPT_FORCED
            sale_id = payment.sale_it_pays if forced else payment.sale_id
            return obstacle_to_handing_over(payment.amount, self._kit.journal.sale(sale_id))
        if command.decision is not Decision.ATTACH:
            return None
        if command.sale_id is None or command.sale_id == payment.sale_id:
            return Obstacle.NO_SUCH_SALE
        try:
            sale = self._kit.journal.sale(command.sale_id)
        except KeyError:
            return Obstacle.NO_SUCH_SALE
        if sale.till != self._kit.shop.till:  # it lies on a counter that would not hear of it
            return Obstacle.NO_SUCH_SALE
        return obstacle_to_attaching(payment.amount, sale)

    def _take(self, order_id: str, decided: Decided) -> None:
        try:
            kept = self._collector.learn(order_id, decided)
        except NotAttachableError as error:  # the sale has changed since it was looked at
            self._kit.publish(DeskRefused(error.obstacle))
            return
        payment = self._kit.journal.payment(order_id)
        if not kept or payment is None:
            self._kit.publish(DeskRefused(Obstacle.JOURNAL_UNWRITABLE))
        elif (obstacle := _not_taken(payment, decided)) is not None:
            self._kit.publish(DeskRefused(obstacle))
        else:
            self._kit.publish(DecisionTaken(payment))

    def show_attachable(self, order_id: str) -> None:
        """The open sales that this payment's money could pay."""
        payment = self._kit.journal.payment(order_id)
        if payment is None:
            return
        fitting = (
            AttachableSale(sale.id, sale.label, sale.day)
            for sale in self._kit.journal.open_sales(payment.amount)
            if sale.id != payment.sale_id and obstacle_to_attaching(payment.amount, sale) is None
        )
        self._kit.publish(AttachableShown(order_id, tuple(fitting)))

    # giving back

    def refund_online(self, command: RefundOnline) -> None:
        payment = self._kit.journal.payment(command.order_id)
        if payment is None or not payment.has_refund_task:
            self._kit.publish(DeskRefused(Obstacle.NO_REFUND_TASK))
        elif not payment.method.shows_qr:
            self._kit.publish(DeskRefused(Obstacle.NOT_REFUNDABLE_ONLINE))
        else:
            self._staff.allow(
                Right.REFUND, command.pin, lambda by: self._refund(command.order_id, by), own_act=True
            )

    def _refund(self, order_id: str, by: str) -> None:
        """Evidence first, then the call. One key for one sum: asked again it is the same refund."""
        payment = self._kit.journal.payment(order_id)
        if payment is None or not payment.has_refund_task or order_id in self._refunding:
            self._kit.publish(DeskRefused(Obstacle.REFUND_IS_UNDERWAY))
            return
        gateway, ident = self._kit.gateway, payment.transaction_id or order_id
        amount = payment.money_held
        key, reason = f"{order_id}-r{int(amount)}", f"Pengembalian {order_id}"
        if not self._collector.learn(order_id, RefundAsked(key, amount, reason, by)):
            self._kit.publish(DeskRefused(Obstacle.JOURNAL_UNWRITABLE))
            return
        self._refunding.add(order_id)
        self._kit.calls.start(order_id, Call.REFUND, lambda: gateway.refund(ident, key, amount, reason))

    def refund_answered(self, answer: Answered) -> None:
        """The collector has stored what came; now say it, and look what the gateway made of it."""
        self._refunding.discard(answer.order_id)
        payment = self._kit.journal.payment(answer.order_id)
        if payment is None:
            return
        words = answer.outcome.reading.message if isinstance(answer.outcome, Reply) else str(answer.outcome)
        # Where a full disk keeps the answer back, nobody knows yet what came of it.
        unkept = RefundTrouble.UNKNOWN if payment.refund_is_underway else None
        self._kit.publish(RefundAnswered(payment, payment.refund_trouble or unkept, words))
        self._collector.ring(answer.order_id)


def _says_why(reason: str, pin: Pin | None) -> bool:
    """Words, and not the PIN that somebody typed one place too early: evidence is never deleted."""
    return bool(reason.strip()) and (pin is None or pin.digits not in reason)


def _not_taken(payment: Payment, decided: Decided) -> Obstacle | None:
    """The payment moved between the look and the decision: what was decided does not fit any more."""
    standing = None if decided.decision is Decision.REOPEN else decided
    return None if payment.decision == standing else Obstacle.DECISION_DOES_NOT_FIT
