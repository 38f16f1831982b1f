"""Everybody who is not the shop: customers, stores, the gateway's own doing, liars, the relay, bad clocks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pos_app.domain.evidence import Call, TransactionStatus
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.relay import RelayTrouble
from pos_app.till.errand import Errand
from pos_app.till.lane_messages import RelayLost, RelayProven

if TYPE_CHECKING:
    from tests.simulation.world import World

S = TransactionStatus


class Outside:
    """Acts upon one world, a little later than it was asked to."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._bank = world.bank
        self._random = world.random
        self._luck = world.luck
        self._served: set[str] = set()
        if world.chance_of(world.luck.long_outage):
            world.after(self._random.uniform(60, 2400), self._goes_away)
        if world.chance_of(world.luck.key_refused):
            world.after(self._random.uniform(60, 2400), self._refuses_key)

    # customers and stores

    def serve(self, payment: Payment) -> None:
        """Somebody with a phone, or on the way to a store, decides once."""
        order, luck, world = payment.order_id, self._luck, self._world
        if order in self._served:
            return
        self._served.add(order)
        if not world.chance_of(luck.pays):
            return
        life = world.shop.code_life if payment.method.has_store_code else world.shop.qr_life
        at_the_end = world.chance_of(luck.pays_at_the_end)
        when = self._random.uniform(0.97, 1.02) if at_the_end else self._random.uniform(0.0, 0.3)
        other = Rupiah(payment.amount + 1) if world.chance_of(luck.pays_other_amount) else None
        world.after(when * life.total_seconds(), lambda: self._pays(order, other))
        payments = world.journal.payments_of(payment.sale_id)
        for old in (one.order_id for one in payments if one.attempt < payment.attempt):
            if old in self._bank.transactions and world.chance_of(luck.pays_old_one_too):
                world.after(self._random.uniform(1, 300), lambda old=old: self._pays_late(old))  # type: ignore[misc]  # bound now

    def _pays(self, order: str, amount: Rupiah | None = None) -> None:
        if self._bank.transactions[order].status is not S.PENDING:
            return
        self._bank.pay(order, amount=amount)
        self._world.happened["payments in time" if amount is None else "payments of another amount"] += 1
        self.notify(order)
        by_store = self._bank.transactions[order].method is Method.INDOMARET
        if by_store and self._world.chance_of(self._luck.reversed_by_store):
            self._world.after(self._random.uniform(60, 300), lambda: self._reverses(order))

    def _pays_late(self, order: str) -> None:
        if self._bank.transactions[order].status in (S.EXPIRE, S.CANCEL):
            self._bank.pay(order, late=True)
            self._world.happened["late payments"] += 1
            self.notify(order)

    def _reverses(self, order: str) -> None:
        self._bank.reverse(order)
        self._world.happened["reversals"] += 1
        self.notify(order)

    def meanwhile(self, call: Errand, order: str) -> None:
        """Money that comes in the very moment in which the till closes the payment."""
        known = order in self._bank.transactions
        if (
            known
            and call in (Call.CANCEL, Call.EXPIRE)
            and self._world.chance_of(self._luck.pays_while_closing)
        ):
            self._pays(order)

    def refund_at_the_dashboard(self, order: str, amount: Rupiah) -> None:
        """The owner gives money back on the gateway's own pages; the till only hears of it."""
        self._bank.give_back(order, amount)
        self._world.happened["refunds by dashboard"] += 1
        self.notify(order)

    # the gateway by itself

    def act(self) -> None:
        """Expiry in batches, late money, forged news, clocks that jump, a relay that comes and goes."""
        now = self._world.clock.now() + self._bank.offset
        for order, transaction in self._bank.transactions.items():
            if transaction.status is S.PENDING and now > transaction.expires_at + timedelta(seconds=30):
                transaction.status = S.EXPIRE
                self.notify(order)
            elif self._world.chance_of(self._luck.late_money):
                self._pays_late(order)
        if self._world.chance_of(self._luck.refund_refusal_lifted):
            self._bank.lift_a_refusal()
        self._lie()
        self._disturb()
        if not self._world.is_closed():
            self._world.after(self._random.uniform(5, 40), self.act)

    def _goes_away(self) -> None:
        """So long that the till must call what waits stuck."""
        self._world.happened["long outages"] += 1
        self._bank.is_away = True
        self._world.after(self._random.uniform(7000, 11000), self._comes_back)

    def _comes_back(self) -> None:
        self._bank.is_away = False

    def _refuses_key(self) -> None:
        """Somebody made a new key on the gateway's pages, and the till has the old one."""
        self._world.happened["keys refused"] += 1
        self._bank.refuses_key = True
        self._world.after(self._random.uniform(600, 3600), self._takes_key)

    def _takes_key(self) -> None:
        self._bank.refuses_key = False

    def notify(self, order: str) -> None:
        """Midtrans tells the relay: perhaps late, twice, in any order, or never."""
        body = self._bank.told(order, self._bank.transactions[order].status)
        for _ in range(2 if self._world.chance_of(self._luck.notification_doubled) else 1):
            if not self._world.chance_of(self._luck.notification_lost):
                when = self._random.choice([0.1, 2.0, self._random.uniform(0, 60)])
                self._world.after(when, lambda: self._posted(body))

    # liars, the relay, clocks, disks

    def _lie(self) -> None:
        """News by somebody who knows our address but not our key, old news again, news of another shop."""
        if not self._bank.transactions:
            return
        mailbox, luck = self._world.mailbox, self._luck
        order = self._random.choice([*self._bank.transactions])
        if self._world.chance_of(luck.forged):
            status = self._random.choice([S.SETTLEMENT, S.SETTLEMENT, S.EXPIRE, S.DENY, S.REFUND])
            mailbox.post(self._bank.told(order, status, key="SB-Mid-server-GUESSED"))
        if self._world.chance_of(luck.forged / 3):
            mailbox.post(self._bank.told(order, S.SETTLEMENT, name="WEBSHOP-1001"))
        if self._world.chance_of(luck.replayed) and mailbox.bodies:
            mailbox.post(self._random.choice(mailbox.bodies))
        self._world.after(0.0, self.deliver)

    def _disturb(self) -> None:
        world, luck = self._world, self._luck
        if world.chance_of(luck.clock_jump):
            world.happened["clock jumps"] += 1
            world.clock.jump(self._random.choice([-3600, -30, 5, 1800]))
        if world.chance_of(luck.relay_gap):
            world.happened["relay gaps"] += 1
            world.mailbox.forget()
        if world.chance_of(0.1):
            world.do(RelayProven(0.1) if world.chance_of(0.5) else RelayLost(RelayTrouble.CUT_OFF))
        if world.chance_of(luck.disk_full) and not world.mains.is_full:
            world.happened["full disks"] += 1
            world.mains.is_full = True
            world.after(self._random.uniform(2, 120), self._make_room)

    def _make_room(self) -> None:
        self._world.mains.is_full = False

    def _posted(self, body: str) -> None:
        self._world.mailbox.post(body)
        self.deliver()

    def deliver(self) -> None:
        while self._world.alive and (news := self._world.mailbox.next()) is not None:
            self._world.do(news)
