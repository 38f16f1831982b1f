"""A till whose clock, calls and gateway a test moves by hand; it can die and be started again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from pos_app.domain.catalog import Product
from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.environment import Environment
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.receipt import Document
from pos_app.till.checkout import Till
from pos_app.till.errand import Errand
from pos_app.till.kit import Kit
from pos_app.till.messages import AddAmount, Charge, Command, CounterShown, Event
from pos_app.till.shop import Shop
from pos_app.till.snapshot import Counter
from pos_app.till.stage import Stage
from tests.fakes.calls import FakeCalls
from tests.fakes.chance import FakeChance
from tests.fakes.clock import FakeClock
from tests.fakes.gateway import FakeGateway
from tests.fakes.journal import FakeJournal

COFFEE = Product("k", "Kopi Susu Gula Aren 250 ml", "8990771600203", Rupiah(18_000))


class FakePrinter:
    """Takes everything and says nothing until a test lets it."""

    def __init__(self) -> None:
        self.taken: list[tuple[Effect, Document]] = []
        self.kicks: list[Effect] = []
        self.recalled: list[tuple[str, EffectKind]] = []
        self.tried: list[tuple[Document, Callable[[PrinterTrouble | None, str], None]]] = []

    def take(self, effect: Effect, document: Document) -> None:
        self.taken.append((effect, document))

    def kick_drawer(self, effect: Effect) -> None:
        self.kicks.append(effect)

    def recall(self, order_id: str, kind: EffectKind) -> None:
        self.recalled.append((order_id, kind))

    def print_now(self, document: Document, told: Callable[[PrinterTrouble | None, str], None]) -> None:
        self.tried.append((document, told))


class Bench:
    """One shop: what survives a crash (journal, gateway, clock) and what does not (the till)."""

    def __init__(
        self,
        *,
        method: Method = Method.GOPAY,
        offset: timedelta = timedelta(0),
        printer: bool = False,
        beside: Bench | None = None,
        till: str = "02",
    ) -> None:
        """`beside` is another till of the same shop: one journal, one gateway, one time."""
        self.clock: FakeClock = FakeClock() if beside is None else beside.clock
        self.gateway: FakeGateway = FakeGateway(self.clock, offset) if beside is None else beside.gateway
        self.journal: FakeJournal = FakeJournal(till, None if beside is None else beside.journal.memory)
        self.shop = Shop(
            store="Toko Sinar Jaya",
            till=till,
            environment=Environment.PRACTICE,
            qr_method=method,
            cashier="Rani",
        )
        self.chance = FakeChance()
        self.printer = FakePrinter() if printer else None
        self.events: list[Event] = []
        self.acknowledged: list[str] = []
        self.calls = FakeCalls()
        self.till = self._new_till()

    def _new_till(self) -> Till:
        kit = Kit(
            journal=self.journal,
            gateway=self.gateway,
            calls=self.calls,
            clock=self.clock,
            chance=self.chance,
            shop=self.shop,
            publish=self.events.append,
            printer=self.printer,
        )
        till = Till(kit, self.acknowledged.append)
        till.start()
        return till

    def crash(self) -> None:
        """Power off: calls on their way are lost, what they did at the gateway is not asked for here."""
        self.calls = FakeCalls()
        self.events.clear()
        self.till = self._new_till()

    # acting

    def do(self, *commands: Command) -> None:
        for command in commands:
            self.till.handle(command)
            self.hash_pins()
            self.till.tick()

    def hash_pins(self) -> None:
        """Let every PIN come back hashed, and those that follow at once."""
        while self.calls.hashing:
            self.till.handle(self.calls.hashing.pop(0))

    def ring_up(self, amount: int = 44_000) -> None:
        self.do(AddAmount(Rupiah(amount), "Nominal"))

    def charge(self, method: Method | None = None, amount: int = 44_000) -> str:
        """Ring up, charge, and let everything come back. Returns the order id."""
        self.ring_up(amount)
        self.do(Charge(method or self.shop.qr_method))
        self.settle_calls()
        return self.payment.order_id

    def deliver(self, index: int = 0) -> None:
        self.calls.deliver(self.till.handle, index)
        self.till.tick()

    def settle_calls(self) -> None:
        """Let every call come back, and those that follow at once."""
        while self.calls.pending:
            self.deliver()

    def wait(self, seconds: float, *, deliver: bool = True, step: Callable[[], None] | None = None) -> None:
        """Let time pass, doing what is due at the moment it is due."""
        end = self.clock.monotonic() + seconds
        rounds = 0
        while True:
            if step is not None:
                step()
            due = max(self.till.next_due(), self.clock.monotonic())
            if due > end:
                break
            self.clock.advance(due - self.clock.monotonic())
            before = len(self.calls.pending)
            self.till.tick()
            if deliver:
                self.settle_calls()
            rounds += 1
            assert rounds < 200_000, "the till never comes to rest"
            stuck = self.till.next_due() <= self.clock.monotonic() and len(self.calls.pending) == before
            assert not stuck or deliver, "a tick left its own work undone"
        self.clock.advance(max(0.0, end - self.clock.monotonic()))

    # looking

    @property
    def counter(self) -> Counter:
        return next(event.counter for event in reversed(self.events) if isinstance(event, CounterShown))

    def stage(self) -> Stage:
        return self.counter.stage

    @property
    def payment(self) -> Payment:
        assert self.counter.payment is not None
        return self.counter.payment

    def stored(self, order_id: str) -> Payment:
        payment = self.journal.payment(order_id)
        assert payment is not None
        return payment

    def count(self, call: Errand) -> int:
        return sum(1 for kind, _ in self.gateway.calls if kind is call)

    def seen(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]
