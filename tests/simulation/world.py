"""A shop, its gateway and its bad luck under one virtual clock: the same seed gives the same life.

Till, journal, gateway, relay, printer, staff and customers act through one agenda. Power cuts strike at
any durable step, before or after it. `World.live` runs until nobody can pay any more, the till knows all
that there is to know and the manager has decided all that wants a decision, or until a bound by which
that must be so; then it compares what the gateway took and gave back with what the journal says.
"""

from __future__ import annotations

import heapq
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import chain
from random import Random

from pos_app.domain.audit import OWNER, Act, AuditEntry
from pos_app.domain.environment import Environment
from pos_app.domain.evidence import Call, TransactionStatus
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.method import Method
from pos_app.domain.payment import Payment
from pos_app.domain.staff import Pin
from pos_app.till.checkout import Till
from pos_app.till.desk_messages import (
    AttachableShown,
    DayReconciled,
    DeskRefused,
    PinAccepted,
    PinRefused,
    ReconciliationMoved,
    RefundAnswered,
    StaffShown,
)
from pos_app.till.errand import Errand
from pos_app.till.kit import Kit
from pos_app.till.lane_messages import Answered, PinHashed
from pos_app.till.messages import Chimed, Command, CounterShown, Event
from pos_app.till.ports import Journal
from pos_app.till.shop import Shop
from pos_app.till.snapshot import Counter
from tests.fakes.chance import FakeChance
from tests.fakes.clock import FakeClock
from tests.fakes.journal import FakeJournal
from tests.simulation.bank import Bank
from tests.simulation.books import audit
from tests.simulation.cashier import Cashier
from tests.simulation.internet import Internet
from tests.simulation.luck import Luck
from tests.simulation.mailbox import Mailbox
from tests.simulation.mains import Mains, PowerCut
from tests.simulation.office import Office
from tests.simulation.outside import Outside
from tests.simulation.paper import Paper
from tests.simulation.witness import Witness

S = TransactionStatus
_OPENS = tuple(datetime(2026, 11, 20, *at, tzinfo=UTC) for at in ((7, 30), (7, 30), (16, 35)))
"""The last one is late in the evening of Jakarta: the day ends with the shop at work."""

_KNOWN_WITHIN = 6 * 3600.0
_A_DAY_LATER = 27 * 3600.0
"""Seconds of the virtual clock: until all must be known and decided, and beyond every grace."""


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
        self.clock = FakeClock(self.random.choice(_OPENS))
        offset = timedelta(seconds=self.random.choice([0, 0, 2, -40, 7200]))
        self.bank = Bank(self.clock, offset, self.random, self.luck)
        self.witness = Witness(
            f"python -m tests.simulation --seed {self.seed} --worlds 1 --sales {self.sales}",
            self.bank,
            self.clock,
        )
        self.mains = Mains(self.disk(), self.random, self.luck, self.witness)
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
        self.has_staff = self.random.random() < self.luck.has_staff
        self.agenda: list[tuple[float, int, Callable[[], None]]] = []
        self.entries = 0
        self.life = 0
        self.alive = False
        self._by_pin = False
        self.begun = 0
        self.counter: Counter | None = None
        self.staff: StaffShown | None = None
        self.happened: Tally[str] = Tally()
        self.paper = Paper(self)
        self.outside = Outside(self)
        self.cashier = Cashier(self)
        self.office = Office(self)

    # running

    def live(self) -> None:
        """Run the whole life and audit it."""
        self._born()
        self.after(1.0, self.cashier.act)
        self.after(3.0, self.office.act)
        self.after(5.0, self.outside.act)
        self.after(7.0, self._inspect)
        self.after(8.0, self._look_at_the_counter)
        while not self.is_closed():
            self._step()
        end = self.clock.monotonic() + (_A_DAY_LATER if self.seed % 40 == 0 else 0.0)
        must_know = end + _KNOWN_WITHIN
        while self.clock.monotonic() < end or not self._is_over(must_know):
            self._step()
        audit(self.witness, self.bank, self.mains.disk)
        for decided in chain.from_iterable(self.witness.desk.taken.values()):
            self.happened[f"decided {decided.decision.value}"] += 1
        for order in self.bank.transactions:
            self.happened["refunds by call"] += len(self.bank.refunds_by_call(order))

    def is_closed(self) -> bool:
        """The shop is closed and nobody can pay any more."""
        waits = any(transaction.status is S.PENDING for transaction in self.bank.transactions.values())
        return self.begun >= self.sales and not waits

    def _is_over(self, must_know: float) -> bool:
        """Whether the till knows all and the manager is done, or should be; power and disk come back first."""
        if self.clock.monotonic() >= must_know:
            return True
        if not self.alive or self.mains.is_full or any(p.state.is_live for p in self._unexplained()):
            return False
        if any(self.witness.differs(order) for order in self.bank.transactions):
            return False
        return not self.mains.disk.undecided() and not self.mains.disk.refund_tasks()

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

    def after(self, seconds: float, action: Callable[[], None]) -> None:
        self.entries += 1
        heapq.heappush(self.agenda, (self.clock.monotonic() + seconds, self.entries, action))

    def chance_of(self, likelihood: float) -> bool:
        return self.random.random() < likelihood

    def do(self, command: Command) -> None:
        if self.alive:
            self._by_pin = isinstance(command, PinHashed)
            self._guarded(lambda: self.till.handle(command))
            self._by_pin = False
        if self.alive:
            self._guarded(self.till.tick)

    def do_with(self, pin: Pin, command: Command) -> None:
        """A command that carries a PIN; it may be refused before anybody looks at the PIN."""
        if not self.alive:
            return
        refused = self.happened["refused at the desk"]
        self.witness.desk.pad.typed(pin, command)
        if (
            self._guarded(lambda: self.till.handle(command))
            and self.happened["refused at the desk"] > refused
        ):
            self.witness.desk.pad.not_looked_at()
        if self.alive:
            self._guarded(self.till.tick)

    @property
    def asks_pins(self) -> bool:
        return self.staff is not None and self.staff.pins_in_use

    # power

    def _guarded(self, act: Callable[[], None]) -> bool:
        """As the till's thread does it: what a full disk refuses ends one command, never the till."""
        try:
            act()
        except PowerCut:
            self.cut_power()
            return False
        except JournalUnwritableError:
            self.happened["refused by the disk"] += 1
            return False
        return True

    def cut_power(self) -> None:
        self.happened["power cuts"] += 1
        self._ends(self.random.uniform(1, 90))

    def _ends(self, back_in: float) -> None:
        self.alive = False
        self.mains.is_off = True
        self.counter = self.staff = None
        self.after(back_in, self._born)

    def _kill_soon(self, life: int) -> None:
        """Between a call to the gateway and the recording of its answer."""
        if self.alive and self.life == life:
            self.happened["kills in a refund"] += 1
            self.cut_power()

    def _born(self) -> None:
        self.life += 1
        self.alive = True
        self.mains.is_off = False
        self.mains.disk = self.reopen(self.mains.disk)
        self.witness.desk.restarted()
        if not self._guarded(self._start):
            if self.alive:  # the disk is full: somebody starts the till again later
                self.cut_power()
            return
        self.mailbox.connect(self.journal.cursor())
        self.after(self.random.uniform(0.1, 3), self.outside.deliver)

    def _start(self) -> None:
        life = self.life

        def bring(answer: Answered | PinHashed) -> None:
            if self.life == life:
                if isinstance(answer, Answered):
                    self.witness.answered(answer)
                    self.witness.desk.answered(answer)
                self.do(answer)

        internet = Internet(
            self.random,
            self.luck,
            self.bank,
            self.after,
            leaves=self._leaves,
            meanwhile=self.outside.meanwhile,
            moved=self.outside.notify,
            bring=bring,
        )
        kit = Kit(
            journal=self.journal,
            gateway=self.bank,
            calls=internet,
            clock=self.clock,
            chance=self.chance,
            shop=self.shop,
            publish=self._publish,
            printer=self.paper,
        )
        self.till = Till(kit, lambda _cursor: None)
        self.till.start()

    def _leaves(self, call: Errand, order_id: str) -> None:
        self.witness.leaves(call, order_id, self.clock.monotonic())
        if call is Call.REFUND:
            self.happened["refund calls"] += 1
            if self.chance_of(self.luck.killed_in_refund):
                life = self.life
                self.after(self.random.uniform(0.0, 2.5), lambda: self._kill_soon(life))

    # what the till says

    def _publish(self, event: Event) -> None:
        if self.mains.is_off:  # nobody sees or hears what a process says that has no power
            return
        match event:
            case CounterShown(counter=counter):
                self.counter = counter
                self.witness.shown(counter)
            case Chimed(order_id=order_id):
                self.witness.chimed(order_id)
            case StaffShown():
                self.staff = event
                self.witness.desk.staff_shown(event)
            case PinAccepted(member=member, right=right):
                if self._by_pin and member is not None:
                    self.witness.desk.pad.accepted(member, right)
                else:
                    self.witness.desk.allowed_by_place(member, right)
            case PinRefused():
                self.happened[f"PINs {event.refusal.value}"] += 1
                self.witness.desk.pad.refused(event)
                if self.witness.desk.pad.is_shut:
                    self.after(self.random.uniform(30, 600), self._owner_unlocks)
            case DeskRefused():
                self.happened["refused at the desk"] += 1
                self.office.refused(event)
            case AttachableShown():
                self.office.attachable(event)
            case RefundAnswered(trouble=trouble):
                self.happened[f"refunds {trouble.value if trouble else 'given'}"] += 1
                self.witness.desk.refund_answered(event)
            case ReconciliationMoved(day=day):
                self.witness.desk.reconciling(day)
            case DayReconciled(proof=proof):
                self.happened["days proven"] += 1
                self.witness.desk.proven(proof, self.witness.payments)
            case _:
                pass

    def _owner_unlocks(self) -> None:
        """As `pos-app staff unlock` does it, while no till is open."""
        if not self.witness.desk.pad.is_shut:
            return
        if not self.alive or self.mains.is_full:
            self.after(30.0, self._owner_unlocks)
            return
        self.happened["pads unlocked"] += 1
        self._ends(self.random.uniform(5, 60))
        self.mains.disk.note(AuditEntry(self.clock.now(), Act.PINS_UNLOCKED, OWNER))
        self.mains.disk.keep_wrong_pins(0)
        self.witness.desk.pad.kept = 0

    def _look_at_the_counter(self) -> None:
        self.witness.asks(is_able=self.alive and not self.mains.is_full)
        if not self.is_closed():
            self.after(5.0, self._look_at_the_counter)

    def _inspect(self) -> None:
        """Look whether everything that must be watched is."""
        if self.alive:
            watchlist = self.till._collector.watchlist
            self.witness.watches({w.payment.order_id for w in watchlist}, watchlist.gateway_now())
        if not self.is_closed():
            self.after(60.0, self._inspect)
