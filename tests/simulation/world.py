"""A shop, its gateway and its bad luck under one virtual clock: the same seed gives the same life.

Till, journal, gateway, relay, printer and customers act through one agenda. Power cuts strike at any
durable step, before or after it. `World.live` runs until nobody can pay any more and the till knows all
that there is to know, or until a bound by which it must; then it compares what the gateway took with
what the journal says.
"""

from __future__ import annotations

import heapq
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from pos_app.domain.environment import Environment
from pos_app.domain.errors import JournalUnwritableError
from pos_app.domain.evidence import Call, CancelReason, TransactionStatus
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.receipt import Document
from pos_app.domain.record import Effect
from pos_app.domain.sale import SaleState
from pos_app.till.checkout import Till
from pos_app.till.kit import Kit
from pos_app.till.lane_messages import Answered, Printed, RelayLost, RelayProven
from pos_app.till.messages import (
    AddAmount,
    Cancel,
    Charge,
    CheckNow,
    Chimed,
    Command,
    Counter,
    CounterShown,
    Event,
    NewSale,
    Park,
    Resume,
    Stage,
)
from pos_app.till.ports import Journal, Shop
from tests.fakes.chance import FakeChance
from tests.fakes.clock import FakeClock
from tests.fakes.journal import FakeJournal
from tests.simulation.bank import Bank
from tests.simulation.internet import Internet
from tests.simulation.luck import Luck
from tests.simulation.mailbox import Mailbox
from tests.simulation.mains import Mains, PowerCut
from tests.simulation.witness import Witness

S = TransactionStatus
METHODS = (Method.GOPAY, Method.GOPAY, Method.QRIS, Method.ALFAMART, Method.INDOMARET)
_KNOWN_WITHIN = 6 * 3600.0
_A_DAY_LATER = 27 * 3600.0
"""Seconds of the virtual clock: until all must be known, and beyond every grace."""


@dataclass
class World:
    """One till's life. `sales` is how many sales are begun before the shop closes.

    `disk` makes the journal; it is kept through every power cut. `reopen` gives the journal that a new
    process finds after one.
    """

    seed: int
    sales: int = 12
    luck: Luck = field(default_factory=Luck)
    disk: Callable[[], Journal] = FakeJournal
    reopen: Callable[[Journal], Journal] = lambda disk: disk

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self.clock = FakeClock()
        offset = timedelta(seconds=self.random.choice([0, 0, 2, -40, 7200]))
        self.bank = Bank(self.clock, offset, self.random, self.luck)
        self.witness = Witness(
            f"python -m tests.simulation --seed {self.seed} --worlds 1 --sales {self.sales}", self.bank
        )
        self.mains = Mains(self.disk(), self.random, self.luck.power_cut, self.witness.stored)
        self.journal = self.mains.journal
        self.mailbox = Mailbox()
        self.chance = FakeChance(self.seed)
        self.shop = Shop(
            store="Toko Sinar Jaya",
            till="02",
            environment=Environment.PRACTICE,
            qr_method=self.random.choice([Method.GOPAY, Method.QRIS]),
            qr_life=timedelta(minutes=self.random.choice([2, 5, 15])),
            code_life=timedelta(minutes=self.random.choice([15, 40, 120])),
        )
        self.agenda: list[tuple[float, int, Callable[[], None]]] = []
        self.entries = 0
        self.life = 0
        self.alive = False
        self.begun = 0
        self.counter: Counter | None = None
        self.served: set[str] = set()
        self.on_paper: set[Effect] = set()
        self.happened: Tally[str] = Tally()

    # running

    def live(self) -> None:
        """Run the whole life and audit it."""
        self._born()
        self._after(1.0, self._cashier)
        self._after(5.0, self._outside)
        self._after(7.0, self._inspect)
        while not self._is_closed():
            self._step()
        end = self.clock.monotonic() + (_A_DAY_LATER if self.seed % 40 == 0 else 0.0)
        must_know = end + _KNOWN_WITHIN
        while self.clock.monotonic() < end or not self._is_known(must_know):
            self._step()
        orders = self.witness.payments
        self.witness.audit(
            {order: payment for order in orders if (payment := self.journal.payment(order))},
            {p.sale_id for p in orders.values() if self.journal.sale(p.sale_id).state is SaleState.PAID},
        )

    def _is_closed(self) -> bool:
        """The shop is closed and nobody can pay any more."""
        waits = any(transaction.status is S.PENDING for transaction in self.bank.transactions.values())
        return self.begun >= self.sales and not waits

    def _is_known(self, must_know: float) -> bool:
        """Whether the till knows all, or should; power and disk come back first."""
        if self.clock.monotonic() >= must_know:
            return True
        if not self.alive or self.mains.is_full or any(p.state.is_live for p in self._unexplained()):
            return False
        return not any(self.witness.differs(order) for order in self.bank.transactions)

    def _unexplained(self) -> list[Payment]:
        return [p for p in self.witness.payments.values() if p.order_id not in self.bank.transactions]

    def _step(self) -> None:
        if not self.agenda:
            self._run_for(60.0)
            return
        at, _, action = heapq.heappop(self.agenda)
        self._run_for(max(0.0, at - self.clock.monotonic()))
        action()

    def _run_for(self, seconds: float) -> None:
        """Let the till do what is due until then, or until something new is on the agenda."""
        end = self.clock.monotonic() + seconds
        while self.alive:
            due = max(self.till.next_due(), self.clock.monotonic())
            if due > end or (self.agenda and self.agenda[0][0] <= due):
                break
            self.clock.advance(due - self.clock.monotonic())
            self._guarded(self.till.tick)
        until = min(end, self.agenda[0][0]) if self.agenda else end
        self.clock.advance(max(0.0, until - self.clock.monotonic()))

    def _after(self, seconds: float, action: Callable[[], None]) -> None:
        self.entries += 1
        heapq.heappush(self.agenda, (self.clock.monotonic() + seconds, self.entries, action))

    def _guarded(self, act: Callable[[], None]) -> bool:
        """As the till's thread does it: what a full disk refuses ends one command, never the till."""
        try:
            act()
        except PowerCut:
            self.happened["power cuts"] += 1
            self._dies()
            return False
        except JournalUnwritableError:
            self.happened["refused by the disk"] += 1
            return False
        return True

    def _dies(self) -> None:
        self.alive = False
        self.counter = None
        self._after(self.random.uniform(1, 90), self._born)

    def _do(self, command: Command) -> None:
        if self.alive:
            self._guarded(lambda: self.till.handle(command))
        if self.alive:
            self._guarded(self.till.tick)

    def _born(self) -> None:
        self.life += 1
        self.alive = True
        self.mains.disk = self.reopen(self.mains.disk)
        life = self.life

        def bring(answer: Answered) -> None:
            if self.life == life:
                self._do(answer)

        internet = Internet(
            self.random,
            self.luck,
            self.bank,
            self._after,
            leaves=lambda call, order: self.witness.leaves(call, order, self.clock.monotonic()),
            meanwhile=self._meanwhile,
            moved=self._notify,
            bring=bring,
        )

        def start() -> None:
            kit = Kit(
                journal=self.journal,
                gateway=self.bank,
                calls=internet,
                clock=self.clock,
                chance=self.chance,
                shop=self.shop,
                publish=self._publish,
                printer=self,
            )
            self.till = Till(kit, lambda _cursor: None)
            self.till.start()

        if not self._guarded(start):
            if self.alive:  # the disk is full: somebody starts the till again later
                self._dies()
            return
        self.mailbox.connect(self.journal.cursor())
        self._after(self.random.uniform(0.1, 3), self._deliver)

    def _publish(self, event: Event) -> None:
        if isinstance(event, CounterShown):
            self.counter = event.counter
            self.witness.shown(event.counter)
        elif isinstance(event, Chimed):
            self.witness.chimed(event.order_id)

    # the printer, which knows what it has begun (as printing.underway does)

    def take(self, effect: Effect, document: Document) -> None:
        if effect not in self.on_paper:
            self.on_paper.add(effect)
            self.witness.printed(effect)
        life = self.life
        self._after(self.random.uniform(0.5, 3), lambda: self._printed(effect, life))

    def kick_drawer(self, effect: Effect) -> None:
        raise AssertionError("no cash is taken here")

    def recall(self, order_id: str) -> None:
        """This one prints at once: nothing waits."""

    def print_now(self, document: Document, told: Callable[[PrinterTrouble | None, str], None]) -> None:
        raise AssertionError("nobody tries the printer out")

    def _printed(self, effect: Effect, life: int) -> None:
        if self.life == life:
            self._do(Printed(effect))

    # the cashier and the customers

    def _cashier(self) -> None:
        counter = self.counter
        if counter is not None and self.alive:
            self._act(counter)
        elsewhere = any(payment.state.is_live for payment in self.witness.payments.values())
        if self.begun < self.sales or elsewhere or not self.alive:
            self._after(self.random.choice([1.0, 4.0, 20.0]), self._cashier)

    def _act(self, counter: Counter) -> None:
        roll, luck = self.random.random(), self.luck
        match counter.stage:
            case Stage.RINGING_UP if self.begun < self.sales:
                if counter.cart.is_empty:
                    self.begun += 1
                    self._do(AddAmount(Rupiah(self.random.randint(10_000, 900_000)), "Nominal"))
                self._do(Charge(self.random.choice(METHODS)))
            case Stage.RINGING_UP:
                self._resume()
            case Stage.WAITING if counter.payment is not None:
                self._serve(counter.payment)
                order = counter.payment.order_id
                if roll < luck.cancels:
                    self._do(Cancel(order, self.random.choice([*CancelReason])))
                elif roll < luck.cancels + luck.parks or counter.payment.method.has_store_code:
                    self._do(Park())
                else:
                    self._do(CheckNow(order))
            case Stage.IN_DOUBT if counter.payment is not None and roll < 0.1:
                self._do(Cancel(counter.payment.order_id, CancelReason.OTHER_METHOD))
            case Stage.PAID | Stage.ENDED if roll < 0.4:
                self._do(NewSale())
            case Stage.ENDED:
                self._do(Charge(self.random.choice(METHODS)))
            case Stage.CLOSING if roll < 0.3:
                self._do(Park())
            case _:
                pass

    def _resume(self) -> None:
        parked = [p.order_id for p in self.witness.payments.values() if p.state.is_live]
        if parked and self.random.random() < self.luck.resumes:
            self._do(Resume(self.random.choice(parked)))

    def _serve(self, payment: Payment) -> None:
        """Somebody with a phone, or on the way to a store, decides once."""
        order, luck = payment.order_id, self.luck
        if order in self.served:
            return
        self.served.add(order)
        if self.random.random() >= luck.pays:
            return
        life = self.shop.code_life if payment.method.has_store_code else self.shop.qr_life
        at_the_end = self.random.random() < luck.pays_at_the_end
        when = self.random.uniform(0.97, 1.02) if at_the_end else self.random.uniform(0.0, 0.3)
        other = Rupiah(payment.amount + 1) if self.random.random() < luck.pays_other_amount else None
        self._after(when * life.total_seconds(), lambda: self._pays(order, other))
        older = [p.order_id for p in self.journal.payments_of(payment.sale_id) if p.attempt < payment.attempt]
        for old in older:
            if old in self.bank.transactions and self.random.random() < luck.pays_old_one_too:
                self._after(self.random.uniform(1, 300), lambda old=old: self._pays_late(old))  # type: ignore[misc]  # bound now

    def _pays(self, order: str, amount: Rupiah | None = None) -> None:
        if self.bank.transactions[order].status is not S.PENDING:
            return
        self.bank.pay(order, amount=amount)
        self.happened["payments in time" if amount is None else "payments of another amount"] += 1
        self._notify(order)
        by_store = self.bank.transactions[order].method is Method.INDOMARET and amount is None
        if by_store and self.random.random() < self.luck.reversed_by_store:
            self._after(self.random.uniform(60, 300), lambda: self._reverses(order))

    def _pays_late(self, order: str) -> None:
        if self.bank.transactions[order].status in (S.EXPIRE, S.CANCEL):
            self.bank.pay(order, late=True)
            self.happened["late payments"] += 1
            self._notify(order)

    def _reverses(self, order: str) -> None:
        self.bank.reverse(order)
        self.happened["reversals"] += 1
        self._notify(order)

    def _meanwhile(self, call: Call | None, order: str) -> None:
        """Money that comes in the very moment in which the till closes the payment."""
        known = order in self.bank.transactions
        if (
            known
            and call in (Call.CANCEL, Call.EXPIRE)
            and self.random.random() < self.luck.pays_while_closing
        ):
            self._pays(order)

    # the world outside

    def _outside(self) -> None:
        """Expiry in batches, late money, forged news, clocks that jump, a relay that comes and goes."""
        now = self.clock.now() + self.bank.offset
        for order, transaction in self.bank.transactions.items():
            if transaction.status is S.PENDING and now > transaction.expires_at + timedelta(seconds=30):
                transaction.status = S.EXPIRE
                self._notify(order)
            elif self.random.random() < self.luck.late_money:
                self._pays_late(order)
        self._lie()
        self._disturb()
        if not self._is_closed():
            self._after(self.random.uniform(5, 40), self._outside)

    def _lie(self) -> None:
        """News by somebody who knows our address but not our key, old news again, news of another shop."""
        if not self.bank.transactions:
            return
        order = self.random.choice([*self.bank.transactions])
        if self.random.random() < self.luck.forged:
            status = self.random.choice([S.SETTLEMENT, S.SETTLEMENT, S.EXPIRE, S.DENY])
            self.mailbox.post(self.bank.told(order, status, key="SB-Mid-server-GUESSED"))
        if self.random.random() < self.luck.forged / 3:
            self.mailbox.post(self.bank.told(order, S.SETTLEMENT, name="WEBSHOP-1001"))
        if self.random.random() < self.luck.replayed and self.mailbox.bodies:
            self.mailbox.post(self.random.choice(self.mailbox.bodies))
        self._after(0.0, self._deliver)

    def _disturb(self) -> None:
        luck = self.luck
        if self.random.random() < luck.clock_jump:
            self.happened["clock jumps"] += 1
            self.clock.jump(self.random.choice([-3600, -30, 5, 1800]))
        if self.random.random() < luck.relay_gap:
            self.happened["relay gaps"] += 1
            self.mailbox.forget()
        if self.random.random() < 0.1:
            self._do(RelayProven(0.1) if self.random.random() < 0.5 else RelayLost("silence"))
        if self.random.random() < luck.disk_full and not self.mains.is_full:
            self.happened["full disks"] += 1
            self.mains.is_full = True
            self._after(self.random.uniform(2, 120), self._make_room)

    def _make_room(self) -> None:
        self.mains.is_full = False

    def _notify(self, order: str) -> None:
        """Midtrans tells the relay: perhaps late, twice, in any order, or never."""
        body = self.bank.told(order, self.bank.transactions[order].status)
        for _ in range(2 if self.random.random() < self.luck.notification_doubled else 1):
            if self.random.random() >= self.luck.notification_lost:
                self._after(
                    self.random.choice([0.1, 2.0, self.random.uniform(0, 60)]), lambda: self._posted(body)
                )

    def _posted(self, body: str) -> None:
        self.mailbox.post(body)
        self._deliver()

    def _deliver(self) -> None:
        while self.alive and (news := self.mailbox.next()) is not None:
            self._do(news)

    def _inspect(self) -> None:
        """Look whether everything that must be watched is."""
        if self.alive:
            watchlist = self.till._collector.watchlist
            self.witness.watches({w.payment.order_id for w in watchlist}, watchlist.gateway_now())
        if not self._is_closed():
            self._after(60.0, self._inspect)
