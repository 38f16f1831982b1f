"""A shop, its gateway and its bad luck under one virtual clock: the same seed gives the same day.

Till, journal, gateway, relay and customers act through one agenda. Power cuts strike at any durable
step, before or after it. `World.live` runs until every payment is beyond its grace, then `audit`
compares what the gateway took with what the journal says.
"""

from __future__ import annotations

import heapq
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from pos_app.domain.cart import Cart
from pos_app.domain.charge import Reply
from pos_app.domain.environment import Environment
from pos_app.domain.errors import GatewayError, OutcomeUnknownError, UnreachableError
from pos_app.domain.evidence import Call, CancelReason, Evidence, QrCode, Reading, TransactionStatus
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.record import Effect, Judge, Recorded
from pos_app.domain.sale import Sale
from pos_app.domain.states import ALLOWED, Attention, State
from pos_app.till.checkout import Till
from pos_app.till.kit import Kit, Work
from pos_app.till.messages import (
    AddAmount,
    Answered,
    Cancel,
    Charge,
    CheckNow,
    Chimed,
    Command,
    Counter,
    CounterShown,
    Event,
    GapHeard,
    Heard,
    NewSale,
    Park,
    RelayLost,
    RelayProven,
    Stage,
)
from pos_app.till.ports import Shop
from tests.fakes.chance import FakeChance
from tests.fakes.clock import FakeClock
from tests.fakes.gateway import FakeGateway
from tests.fakes.journal import FakeJournal

S = TransactionStatus
METHODS = (Method.GOPAY, Method.GOPAY, Method.QRIS, Method.ALFAMART, Method.INDOMARET)


class PowerCut(BaseException):
    """The process ends here, whatever it was doing."""


class BrokenInvariantError(AssertionError):
    """What must never happen has happened; the seed repeats it."""


@dataclass(frozen=True)
class Luck:
    """How often things go wrong, per opportunity."""

    power_cut: float = 0.004
    request_lost: float = 0.05
    answer_lost: float = 0.08
    unreachable: float = 0.04
    trouble: float = 0.04
    notification_lost: float = 0.15
    notification_doubled: float = 0.15
    forged: float = 0.15
    clock_jump: float = 0.02
    late_money: float = 0.1
    pays: float = 0.65
    cancels: float = 0.2
    parks: float = 0.25


class CutJournal(FakeJournal):
    """The journal in memory, with the mains plug of the shop in somebody's hand."""

    def __init__(self, random: Random, chance: float) -> None:
        super().__init__()
        self._random = random
        self._chance = chance
        self.touched: set[str] = set()

    def _cut(self) -> None:
        if self._random.random() < self._chance:
            raise PowerCut

    def open_sale(self, cashier: str, day: date, at: datetime) -> Sale:
        self._cut()
        sale = super().open_sale(cashier, day, at)
        self._cut()
        return sale

    def keep_cart(self, sale_id: int, cart: Cart) -> Sale:
        self._cut()
        sale = super().keep_cart(sale_id, cart)
        self._cut()
        return sale

    def intend(self, payment: Payment) -> None:
        self._cut()
        super().intend(payment)
        self.touched.add(payment.order_id)
        self._cut()

    def record(self, evidence: Evidence, judge: Judge) -> Recorded:
        self._cut()
        recorded = super().record(evidence, judge)
        self.touched.add(evidence.order_id)
        self._cut()
        return recorded

    def claim_ask(self, order_id: str, at: datetime, gap: timedelta) -> bool:
        self._cut()
        claimed = super().claim_ask(order_id, at, gap)
        self._cut()
        return claimed

    def effect_done(self, effect: Effect, at: datetime) -> None:
        self._cut()
        super().effect_done(effect, at)
        self._cut()

    def keep_cursor(self, cursor: str) -> None:
        self._cut()
        super().keep_cursor(cursor)
        self._cut()


@dataclass
class World:
    """One till's life. `sales` is how many sales are begun before the shop closes."""

    seed: int
    sales: int = 10
    luck: Luck = field(default_factory=Luck)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self.clock = FakeClock()
        self.gateway = FakeGateway(self.clock, timedelta(seconds=self.random.choice([0, 0, 2, -40, 7200])))
        self.journal = CutJournal(self.random, self.luck.power_cut)
        self.chance = FakeChance(self.seed)
        self.shop = Shop(
            store="Toko Sinar Jaya",
            till="02",
            environment=Environment.PRACTICE,
            qr_method=self.random.choice([Method.GOPAY, Method.QRIS]),
            code_life=timedelta(hours=2),
        )
        self.agenda: list[tuple[float, int, Callable[[], None]]] = []
        self.entries = 0
        self.life = 0
        self.alive = False
        self.begun = 0
        self.counter: Counter | None = None
        self.unheard: list[str] = []
        self.told: dict[str, TransactionStatus] = {}
        self.cursor = 0
        self.chimes: Tally[str] = Tally()
        self.asked: dict[str, float] = {}
        self.happened: Tally[str] = Tally()
        self.states: dict[str, State] = {}

    # running

    def live(self) -> None:
        """Run the whole life and audit it."""
        self._born()
        self._after(1.0, self._cashier)
        self._after(5.0, self._world)
        while not self._is_over():
            self._step()
        rest = 27 * 3600.0 if self.seed % 10 == 0 else 2 * 3600.0
        end = self.clock.monotonic() + rest
        while self.clock.monotonic() < end:
            self._step()
        self.audit()

    def _is_over(self) -> bool:
        """The shop is closed, nobody can pay any more, and the till knows it."""
        ours = self.journal.memory.payments.values()
        theirs = self.gateway.transactions.values()
        return (
            self.begun >= self.sales
            and not any(payment.state.is_live for payment in ours)
            and not any(transaction.status is S.PENDING for transaction in theirs)
        )

    def _step(self) -> None:
        if not self.agenda:
            self._run_for(60.0)
            return
        at, _, action = heapq.heappop(self.agenda)
        self._run_for(max(0.0, at - self.clock.monotonic()))
        action()

    def _run_for(self, seconds: float) -> None:
        """Let the till do what is due until then."""
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

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            act()
        except PowerCut:
            self.happened["power cuts"] += 1
            self.alive = False
            self.counter = None
            self._after(self.random.uniform(1, 90), self._born)
        self._watch_states()

    def _do(self, command: Command) -> None:
        def act() -> None:
            self.till.handle(command)
            self.till.tick()

        if self.alive:
            self._guarded(act)

    def _born(self) -> None:
        self.life += 1
        self.alive = True

        def start() -> None:
            kit = Kit(
                journal=self.journal,
                gateway=self.gateway,
                calls=Wire(self),
                clock=self.clock,
                chance=self.chance,
                shop=self.shop,
                publish=self._publish,
            )
            self.till = Till(kit, lambda _cursor: None)
            self.till.start()

        self._guarded(start)
        self._after(self.random.uniform(0.1, 3), self._deliver)

    def _publish(self, event: Event) -> None:
        if isinstance(event, CounterShown):
            self.counter = event.counter
        elif isinstance(event, Chimed):
            self.chimes[event.order_id] += 1

    # the cashier and the customers

    def _cashier(self) -> None:
        counter = self.counter
        if counter is not None and self.alive:
            self._act(counter)
        elsewhere = any(p.state.is_live for p in self.journal.memory.payments.values())
        if self.begun < self.sales or elsewhere or not self.alive:
            self._after(self.random.choice([1.0, 4.0, 20.0]), self._cashier)

    def _act(self, counter: Counter) -> None:
        roll = self.random.random()
        match counter.stage:
            case Stage.RINGING_UP if self.begun < self.sales:
                if counter.cart.is_empty:
                    self.begun += 1
                    self._do(AddAmount(Rupiah(self.random.randint(10_000, 900_000)), "Nominal"))
                self._do(Charge(self.random.choice(METHODS)))
            case Stage.WAITING if counter.payment is not None:
                self._customer(counter.payment)
                order = counter.payment.order_id
                if roll < self.luck.cancels:
                    self._do(Cancel(order, self.random.choice([*CancelReason])))
                elif roll < self.luck.cancels + self.luck.parks or counter.payment.method.has_store_code:
                    self._do(Park())
                else:
                    self._do(CheckNow(order))
            case Stage.IN_DOUBT if counter.payment is not None and roll < 0.1:
                self._do(Cancel(counter.payment.order_id, CancelReason.OTHER_METHOD))
            case Stage.PAID | Stage.ENDED if roll < 0.7:
                self._do(NewSale())
            case Stage.ENDED if self.begun < self.sales:
                self._do(Charge(self.random.choice(METHODS)))
            case Stage.CLOSING if roll < 0.3:
                self._do(Park())
            case _:
                pass

    def _customer(self, payment: Payment) -> None:
        """Somebody with a phone, or on the way to a store, decides once."""
        if payment.order_id in self.told:
            return
        self.told[payment.order_id] = S.PENDING
        if self.random.random() < self.luck.pays:
            life = 7200 if payment.method.has_store_code else 900
            self._after(self.random.uniform(1, life * 1.02), lambda: self._pays(payment.order_id))

    def _pays(self, order: str) -> None:
        before = self.gateway.transactions[order].status
        self.gateway.pay(order)
        if self.gateway.transactions[order].status is not before:
            self.happened["payments in time"] += 1
            self._notify(order)

    # the world outside

    def _world(self) -> None:
        """Expiry in batches, late money, forged news, clocks that jump, a relay that comes and goes."""
        now = self.clock.now() + self.gateway.offset
        for order, transaction in self.gateway.transactions.items():
            if transaction.status is S.PENDING and now > transaction.expires_at + timedelta(seconds=30):
                transaction.status = S.EXPIRE
                self._notify(order)
            dead = transaction.status in (S.EXPIRE, S.CANCEL)
            if dead and self.random.random() < self.luck.late_money / 100:
                self.gateway.pay(order, late=True)
                self.happened["late payments"] += 1
                self._notify(order)
        self._mischief()
        if self.begun < self.sales or any(t.status is S.PENDING for t in self.gateway.transactions.values()):
            self._after(self.random.uniform(5, 40), self._world)

    def _mischief(self) -> None:
        if self.random.random() < self.luck.forged and self.gateway.transactions:
            order = self.random.choice([*self.gateway.transactions])
            self._do(Heard(self.gateway.notification(order, S.SETTLEMENT, signed=False), self._next_cursor()))
        if self.random.random() < self.luck.clock_jump:
            self.happened["clock jumps"] += 1
            self.clock.jump(self.random.choice([-3600, -30, 5, 1800]))
        if self.random.random() < 0.1:
            news: list[Command] = [RelayProven(0.1), RelayLost("silence"), GapHeard(self._next_cursor())]
            self._do(self.random.choice(news))

    def _notify(self, order: str) -> None:
        """Midtrans tells the relay: perhaps late, twice, in any order, or never."""
        status = self.gateway.transactions[order].status
        body = self.gateway.notification(order, status)
        for _ in range(2 if self.random.random() < self.luck.notification_doubled else 1):
            if self.random.random() >= self.luck.notification_lost:
                self._after(self.random.uniform(0, 60), lambda: self.unheard.append(body))
                self._after(61.0, self._deliver)

    def _deliver(self) -> None:
        self.random.shuffle(self.unheard)
        while self.unheard and self.alive:
            body = self.unheard[0]
            self._do(Heard(body, self._next_cursor()))
            if self.alive:
                self.unheard.pop(0)

    def _next_cursor(self) -> str:
        self.cursor += 1
        return f"e-{self.cursor}"

    # what must always hold

    def _watch_states(self) -> None:
        while self.journal.touched:
            order = self.journal.touched.pop()
            payment = self.journal.memory.payments[order]
            before = self.states.get(order, State.INTENDED)
            if payment.state is not before:
                self._check_move(order, before, payment)
            if sum(one.state.is_live for one in self.journal.payments_of(payment.sale_id)) > 1:
                raise BrokenInvariantError(f"seed {self.seed}: sale {payment.sale_id} has two live payments")

    def _check_move(self, order: str, before: State, payment: Payment) -> None:
        reachable, frontier = {before}, [before]
        while frontier:
            for state in ALLOWED[frontier.pop()] - reachable:
                reachable.add(state)
                frontier.append(state)
        if payment.state not in reachable:
            raise BrokenInvariantError(f"seed {self.seed}: {order} went from {before} to {payment.state}")
        truth = self.gateway.transactions.get(order)
        if payment.state is State.PAID and (truth is None or truth.status is not S.SETTLEMENT):
            raise BrokenInvariantError(f"seed {self.seed}: {order} is paid and the gateway does not say so")
        self.states[order] = payment.state

    def asks(self, order: str) -> None:
        """A status read leaves now."""
        now = self.clock.monotonic()
        last = self.asked.get(order)
        if last is not None and now - last < 10:
            raise BrokenInvariantError(
                f"seed {self.seed}: {order} was asked {now - last:.2f} s after the last time"
            )
        self.asked[order] = now

    def sends(self, order: str) -> None:
        """A charge leaves now."""
        stored = self.journal.payment(order)
        if stored is None or stored.charges_sent < 1:
            raise BrokenInvariantError(f"seed {self.seed}: {order} left without a durable intent")

    def audit(self) -> None:
        """Money received is money recorded, and each sound was heard at most once."""
        for order, transaction in self.gateway.transactions.items():
            payment = self.journal.memory.payments[order]
            received = transaction.status is S.SETTLEMENT
            if received is not (payment.state is State.PAID):
                raise BrokenInvariantError(
                    f"seed {self.seed}: the gateway says {transaction.status.value}, we say {payment.state.value}: {order}"
                )
            late = Attention.PAID_LATE in payment.attention
            if received and not payment.confirmed and not late:
                raise BrokenInvariantError(f"seed {self.seed}: {order} was never confirmed")
        for order, payment in self.journal.memory.payments.items():
            if payment.state.is_live:
                raise BrokenInvariantError(f"seed {self.seed}: {order} is {payment.state.value} for ever")
            if payment.state.has_money and order not in self.gateway.transactions:
                raise BrokenInvariantError(f"seed {self.seed}: {order} has money that nobody sent")
        if any(count > 1 for count in self.chimes.values()):
            raise BrokenInvariantError(f"seed {self.seed}: a sound was heard twice")


class Wire:
    """The internet between one incarnation of the till and the gateway."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._life = world.life

    def start(self, order_id: str, call: Call | None, work: Work) -> None:
        world = self._world
        if call is Call.STATUS:
            world.asks(order_id)
        if call is Call.CHARGE:
            world.sends(order_id)
        roll, luck = world.random.random(), world.luck
        if roll < luck.request_lost:
            self._come_back(order_id, call, OutcomeUnknownError("request lost"), 15.0)
        elif roll < luck.request_lost + luck.unreachable:
            self._come_back(order_id, call, UnreachableError("no route"), 0.1)
        elif roll < luck.request_lost + luck.unreachable + luck.trouble and call is not None:
            trouble = Reading(code=world.random.choice([500, 503, 429]), http_status=200)
            self._come_back(order_id, call, world.gateway._reply(trouble), 0.3)
        else:
            lost = world.random.random() < luck.answer_lost
            world._after(
                world.random.uniform(0.02, 1.5), lambda: self._arrive(order_id, call, work, lost=lost)
            )

    def _arrive(self, order_id: str, call: Call | None, work: Work, *, lost: bool) -> None:
        """The gateway does its part, even where the till is dead by now."""
        truth = self._world.gateway.transactions.get(order_id)
        before = truth.status if truth else None
        try:
            outcome = work()
        except GatewayError as error:
            self._come_back(order_id, call, error, 0.1)
            return
        after = self._world.gateway.transactions.get(order_id)
        if after is not None and after.status is not before:
            self._world._notify(order_id)
        if lost and call is not None:
            self._come_back(order_id, call, OutcomeUnknownError("answer lost"), 15.0)
        else:
            self._come_back(order_id, call, outcome, self._world.random.uniform(0.02, 1.0))

    def _come_back(
        self, order_id: str, call: Call | None, outcome: Reply | QrCode | GatewayError, seconds: float
    ) -> None:
        def bring() -> None:
            if self._world.alive and self._world.life == self._life:
                self._world._do(Answered(order_id, call, outcome))

        self._world._after(seconds, bring)
