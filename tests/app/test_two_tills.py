"""Two tills over one real journal: each sees the other's payments, and each asks for its own alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from itertools import pairwise
from pathlib import Path

import pytest

from pos_app.domain.decision import Obstacle
from pos_app.domain.environment import Environment
from pos_app.domain.evidence import CancelReason, Decision
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.states import State
from pos_app.journal.check import examine
from pos_app.journal.sqlite_file import url_of
from pos_app.journal.store import SqlJournal
from pos_app.till.checkout import Till
from pos_app.till.desk_messages import Decide, DeskRefused, LookAround
from pos_app.till.kit import Kit
from pos_app.till.messages import (
    AddAmount,
    Cancel,
    Charge,
    CheckNow,
    Command,
    CounterShown,
    Event,
    NeighboursShown,
    Park,
)
from pos_app.till.shop import Shop
from pos_app.till.snapshot import BoardRow
from tests.fakes.calls import FakeCalls
from tests.fakes.chance import FakeChance
from tests.fakes.clock import FakeClock
from tests.fakes.gateway import FakeGateway
from tests.postgres import fresh_schema_url


class Counter:
    """One till of the shop; its gateway calls come back at once."""

    def __init__(self, name: str, journal: SqlJournal, gateway: FakeGateway, clock: FakeClock) -> None:
        self.events: list[Event] = []
        self._calls, self._clock = FakeCalls(), clock
        shop = Shop(store="Toko Sinar Jaya", till=name, environment=Environment.PRACTICE, cashier="Rani")
        self.till = Till(
            Kit(
                journal=journal,
                gateway=gateway,
                calls=self._calls,
                clock=clock,
                chance=FakeChance(),
                shop=shop,
                publish=self.events.append,
            ),
            lambda _: None,
        )
        self.till.start()

    def do(self, *commands: Command) -> None:
        for command in commands:
            self.till.handle(command)
            self.go_on()

    def go_on(self) -> None:
        self.till.tick()
        while self._calls.pending:
            self._calls.deliver(self.till.handle)
            self.till.tick()

    def parked(self, amount: int) -> str:
        self.do(AddAmount(Rupiah(amount), "Nominal"), Charge(Method.ALFAMART))
        shown = [event.counter for event in self.events if isinstance(event, CounterShown)][-1]
        assert shown.payment is not None
        self.do(Park())
        return shown.payment.order_id

    def elsewhere(self) -> dict[str, BoardRow]:
        self.do(LookAround())
        shown = [event for event in self.events if isinstance(event, NeighboursShown)][-1]
        return {row.payment.order_id: row for row in shown.rows}


class Street:
    """Two counters in one shop, and time that passes for both."""

    def __init__(self, url: str, opened: ExitStack) -> None:
        self.clock = FakeClock()
        self.gateway = FakeGateway(self.clock)
        self.one, self.two = (
            Counter(name, opened.enter_context(closing(SqlJournal.open(url, name))), self.gateway, self.clock)
            for name in ("01", "02")
        )

    def wait(self, seconds: int) -> None:
        for _ in range(seconds):
            self.clock.advance(1)
            for counter in (self.one, self.two):
                counter.go_on()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return url_of(tmp_path / "journal.sqlite3") if request.param == "sqlite" else fresh_schema_url()


@pytest.fixture
def street(url: str) -> Iterator[Street]:
    with ExitStack() as opened:
        yield Street(url, opened)


def test_each_sees_what_the_other_holds_as_it_moves(street: Street) -> None:
    mine, theirs = street.one.parked(40_000), street.two.parked(50_000)
    assert street.one.elsewhere().keys() == {theirs}
    assert street.two.elsewhere().keys() == {mine}
    assert street.one.elsewhere()[theirs].held_by == "02"

    street.two.do(Cancel(theirs, CancelReason.CUSTOMER_LEFT))
    street.wait(30)
    assert street.one.elsewhere() == {}
    street.gateway.pay(theirs, late=True)
    street.wait(400)
    late = street.one.elsewhere()[theirs].payment
    assert (late.state, late.wants_decision) == (State.PAID, True)
    street.two.do(Decide(theirs, Decision.HAND_OVER, "belum diberi"))
    assert street.one.elsewhere() == {}


def test_two_managers_never_act_on_one_payment_nor_ask_for_it_too_soon(street: Street, url: str) -> None:
    mine, theirs = street.one.parked(40_000), street.two.parked(50_000)
    for _ in range(30):
        for counter in (street.one, street.two):
            counter.do(CheckNow(mine), CheckNow(theirs), LookAround())
        street.wait(2)

    for order in (mine, theirs):
        asked = [at for name, at in street.gateway.asks if name == order]
        assert len(asked) > 3
        assert all(later - earlier >= 10 for earlier, later in pairwise(asked))
    for counter, holder in ((street.one, "02"), (street.two, "01")):
        refused = [event for event in counter.events if isinstance(event, DeskRefused)]
        assert set(refused) == {DeskRefused(Obstacle.HELD_BY_OTHER_TILL, holder)}
        assert len(refused) == 30
    assert examine(url).faults == ()
