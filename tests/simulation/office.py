"""Whoever decides what only people can: inbox, refunds, cancels on the board, the proof of a day, and a guesser."""

from __future__ import annotations

from collections import Counter as Tally
from datetime import timedelta
from typing import TYPE_CHECKING

from pos_app.domain.decision import Obstacle, RefundTrouble
from pos_app.domain.evidence import CancelReason, Decision, TransactionStatus
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.sale import business_day
from pos_app.domain.staff import Right
from pos_app.domain.states import Attention, State
from pos_app.till.desk_messages import (
    AttachableShown,
    Decide,
    DeskRefused,
    Reconcile,
    ReconcileAtThePc,
    RefundOnline,
    ShowAttachable,
    SignIn,
)
from tests.simulation.staff import BAYU, GUESSES, RANI, somebody_with

if TYPE_CHECKING:
    from tests.simulation.world import World

_DECIDES = (
    *(Decision.HAND_OVER, Decision.REFUND_TASK, Decision.REFUND_TASK, Decision.REFUND_TASK),
    *(Decision.CASH_REFUND, Decision.ACCEPT_FORCED, Decision.CLOSE_UNPAID, Decision.ATTACH),
)
_MOST_UNDOINGS = 2
_MOST_GUESSES = 30
_MOST_ASKS = 4
_NEVER_FOR_ONE_THAT_STANDS = {Obstacle.NOTHING_TO_DECIDE, Obstacle.DECISION_DOES_NOT_FIT}


class Office:
    """Takes up one thing at a time, now and then, until nothing is left to decide."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._random = world.random
        self._luck = world.luck
        self._undone: Tally[str] = Tally()
        self._asked: Tally[str] = Tally()
        self._by_hand: set[str] = set()
        self._guessed = 0
        self._refusal: Obstacle | None = None

    def act(self) -> None:
        world = self._world
        if world.alive and world.counter is not None and world.staff is not None:
            if world.chance_of(self._luck.reconciles):
                self._reconcile(is_locked=world.staff.is_locked)
            elif world.staff.is_locked:
                world.cashier.sign_in()
            elif world.cashier.is_set_up:
                self._work()
        world.after(self._random.choice([10.0, 25.0, 60.0]), self.act)

    def _work(self) -> None:
        world = self._world
        if world.has_staff and self._guessed == 0 and world.chance_of(self._luck.guesses):
            self._guess()
        elif world.chance_of(self._luck.cancels_on_board):
            self._cancel()
        elif undecided := world.journal.undecided():
            self._decide(self._random.choice(undecided))
        elif tasks := world.journal.refund_tasks():
            self._give_back(self._random.choice(tasks))
        else:
            self._think_again()

    # deciding

    def _decide(self, payment: Payment) -> None:
        decision = self._random.choice(_DECIDES)
        if self._is_given_back_unheard(payment):
            return
        waits = Attention.PAID_LATE in payment.attention and self._world.chance_of(0.5)
        if decision is Decision.ATTACH or waits:
            self._world.do(ShowAttachable(payment.order_id))
        else:
            self._say(payment.order_id, decision)

    def attachable(self, shown: AttachableShown) -> None:
        """The sales that the money could pay; or else any, to be refused."""
        fitting = [sale.id for sale in shown.sales]
        if not fitting and self._world.chance_of(0.7):
            return  # the customer may order again
        sale_id = fitting[0] if fitting else self._random.choice([1, 2, 3, 404])
        # A moment later, when another customer may have begun to pay for that sale.
        self._world.after(
            self._random.choice([0.0, 3.0]), lambda: self._say(shown.order_id, Decision.ATTACH, sale_id)
        )

    def _say(self, order: str, decision: Decision, sale_id: int | None = None) -> None:
        reason = "" if self._world.chance_of(0.03) else "pelanggan menunggu di kasir"
        if not self._world.asks_pins or self._world.chance_of(self._luck.no_pin):
            self._world.do(Decide(order, decision, reason, sale_id=sale_id))
        else:
            pin = self._world.cashier.pin(RANI.pin if self._world.chance_of(0.05) else BAYU.pin)
            self._world.do_with(pin, Decide(order, decision, reason, pin, sale_id))

    def _think_again(self) -> None:
        """Take a decision back, or put another in its place."""
        payments = self._world.witness.payments.values()
        decided = [one for one in payments if one.decision and not self._is_given_back_unheard(one)]
        decided = [one for one in decided if self._undone[one.order_id] < _MOST_UNDOINGS]
        if not decided or not self._world.chance_of(self._luck.undoes):
            return
        order = self._random.choice(decided).order_id
        decision = self._random.choice([Decision.REOPEN, Decision.REOPEN, *_DECIDES])
        self._undone[order] += 1
        self._refusal = None
        self._say(order, decision)
        if decision is Decision.REOPEN and self._refusal in _NEVER_FOR_ONE_THAT_STANDS:
            raise self._world.witness.broken(f"the decision about {order} can't be taken back")

    def refused(self, refused: DeskRefused) -> None:
        self._refusal = refused.obstacle
        self._world.happened[f"desk: {refused.obstacle.value}"] += 1

    # giving back

    def _give_back(self, payment: Payment) -> None:
        world, order = self._world, payment.order_id
        if self._is_given_back_unheard(payment):
            return
        self._asked[order] += 1
        refused = payment.refund_trouble in (RefundTrouble.NOT_REFUNDABLE, RefundTrouble.DENIED_BY_BANK)
        tired = payment.refund_asked_at and (refused or self._asked[order] > _MOST_ASKS)
        has_page = payment.method.shows_qr  # nobody refunds a store's code there (wire-facts 12)
        if has_page and world.chance_of(0.4 if tired else self._luck.refunds_elsewhere):
            self._at_the_dashboard(payment)
        elif world.chance_of(0.6 if payment.method.has_store_code or payment.refund_asked_at else 0.1):
            self._say(
                order, self._random.choice([Decision.CASH_REFUND, Decision.CASH_REFUND, Decision.REOPEN])
            )
        else:
            self._refund(order)
            if world.chance_of(self._luck.loses_patience):
                wait = self._random.uniform(0.3, 12.0)
                world.after(wait, lambda: self._lose_patience(order))

    def _lose_patience(self, order: str) -> None:
        """The customer stands there, and nobody knows yet what came of the refund."""
        payment = self._world.mains.disk.payment(order)
        if payment is not None and not self._is_given_back_unheard(payment):
            self._say(order, Decision.CASH_REFUND)

    def _refund(self, order: str) -> None:
        if not self._world.asks_pins or self._world.chance_of(self._luck.no_pin):
            self._world.do(RefundOnline(order))
        else:
            pin = self._world.cashier.pin(BAYU.pin)
            self._world.do_with(pin, RefundOnline(order, pin))

    def _at_the_dashboard(self, payment: Payment) -> None:
        """What is left, or a part of it; the rest of a part is for the till again."""
        truth = self._world.bank.transactions[payment.order_id]
        left = Rupiah(truth.amount - truth.refunded)
        if left and truth.status is not TransactionStatus.DENY:
            self._by_hand.add(payment.order_id)
            if payment.refund_asked_at is None:
                self._world.happened["tasks done elsewhere"] += 1
            amount = left if truth.refunded or self._world.chance_of(0.5) else Rupiah(left // 3)
            self._world.outside.refund_at_the_dashboard(payment.order_id, amount)

    def _is_given_back_unheard(self, payment: Payment) -> bool:
        """The owner has given it back by hand, and knows better than to do it twice before the till has heard."""
        truth = self._world.bank.transactions.get(payment.order_id)
        by_hand = truth is not None and payment.order_id in self._by_hand
        return by_hand and truth is not None and truth.refunded > payment.refunded

    # the rest

    def _cancel(self) -> None:
        live = [one for one in self._world.witness.payments.values() if one.state is State.PENDING]
        if live:
            self._world.cashier.cancel(self._random.choice(live).order_id, CancelReason.CUSTOMER_LEFT)

    def _reconcile(self, *, is_locked: bool) -> None:
        world = self._world
        day = business_day(world.clock.now()) - timedelta(days=self._random.choice([0, 0, 0, 1]))
        if is_locked or not world.asks_pins:
            world.do(ReconcileAtThePc(day))
        elif world.cashier.is_set_up:
            pin = world.cashier.pin(somebody_with(Right.REPORTS, self._random))
            world.do_with(pin, Reconcile(day, pin))

    def _guess(self) -> None:
        """Somebody tries one PIN after the other, as soon as the pad lets them."""
        world = self._world
        self._guessed += 1
        if world.asks_pins:
            guess = self._random.choice(GUESSES)
            world.do_with(guess, SignIn(guess))
        if self._guessed < _MOST_GUESSES and not world.witness.desk.pad.is_shut:
            patient = world.witness.desk.pad.seconds_shut() + 0.3
            world.after(patient if world.chance_of(0.8) else 1.0, self._guess)
