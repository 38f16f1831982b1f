"""The thread around the till: it lives on after every failure, and it ends when it is told to."""

import queue
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from time import monotonic

import pytest

from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.environment import Environment
from pos_app.domain.errors import Problem
from pos_app.domain.journal_errors import (
    JournalDamagedError,
    JournalError,
    JournalInUseError,
    JournalTooNewError,
    JournalUnwritableError,
)
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.states import State
from pos_app.till.call_pool import CallPool
from pos_app.till.checkout import Till
from pos_app.till.desk_messages import FindDecided
from pos_app.till.kit import Kit
from pos_app.till.lane_messages import GapHeard, Printed
from pos_app.till.loop import TillThread
from pos_app.till.messages import (
    AddAmount,
    Charge,
    CounterShown,
    Event,
    Faulted,
    Halted,
    NewSale,
    Park,
    ParkedChanged,
    Print,
    Refused,
    Reprint,
    ShowStory,
)
from pos_app.till.shop import Shop
from pos_app.till.stage import Stage
from tests.fakes.chance import FakeChance
from tests.fakes.gateway import FakeGateway
from tests.fakes.journal import FakeJournal


class RealClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return monotonic()


class Shopkeeper:
    """A running till and everything it says, waited for and never slept for."""

    def __init__(self, gateway: FakeGateway | None = None) -> None:
        self.events: queue.Queue[Event] = queue.Queue()
        self.gateway = gateway or FakeGateway(RealClock())
        self.journal = FakeJournal()
        self.closed = threading.Event()
        self.acknowledged: list[str] = []
        self.thread = TillThread(self._make, self.events.put, self.closed.set, RealClock())
        self.pool = CallPool(self.thread.post)

    def _make(self) -> Till:
        kit = Kit(
            journal=self.journal,
            gateway=self.gateway,
            calls=self.pool,
            clock=RealClock(),
            chance=FakeChance(),
            shop=Shop(store="Toko Sinar Jaya", till="02", environment=Environment.PRACTICE),
            publish=self.events.put,
        )
        return Till(kit, self.acknowledged.append)

    def until(self, wanted: Callable[[Event], bool]) -> Event:
        while True:
            event = self.events.get(timeout=10)
            if wanted(event):
                return event

    def until_within(self, seconds: float, wanted: Callable[[Event], bool]) -> Event:
        """Raise queue.Empty where nothing is said for so long."""
        while True:
            event = self.events.get(timeout=seconds)
            if wanted(event):
                return event

    def until_stage(self, stage: Stage) -> None:
        self.until(lambda event: isinstance(event, CounterShown) and event.counter.stage is stage)


@pytest.fixture
def shopkeeper() -> Iterator[Shopkeeper]:
    one = Shopkeeper()
    yield one
    one.thread.stop()
    one.pool.stop()


def test_a_sale_runs_through_the_thread_and_the_pool(shopkeeper: Shopkeeper) -> None:
    shopkeeper.thread.start()
    shopkeeper.thread.post(AddAmount(Rupiah(44_000), "Nominal"))
    shopkeeper.thread.post(Charge(Method.GOPAY))
    shopkeeper.until_stage(Stage.WAITING)


def test_a_failing_command_is_told_and_the_till_lives_on(
    shopkeeper: Shopkeeper, caplog: pytest.LogCaptureFixture
) -> None:
    shopkeeper.thread.start()
    shopkeeper.until_stage(Stage.RINGING_UP)
    shopkeeper.journal.fails_with = JournalInUseError("another")
    shopkeeper.thread.post(Printed(Effect("no-such-order", EffectKind.CHIME)))
    shopkeeper.until(lambda event: isinstance(event, Faulted))
    shopkeeper.journal.fails_with = None
    shopkeeper.thread.post(AddAmount(Rupiah(44_000), "Nominal"))
    shopkeeper.until(lambda event: isinstance(event, CounterShown) and event.counter.cart.total == 44_000)
    assert "Printed failed" in caplog.text


def test_whatever_a_full_disk_refuses_is_told_in_plain_words(
    shopkeeper: Shopkeeper, caplog: pytest.LogCaptureFixture
) -> None:
    shopkeeper.thread.start()
    shopkeeper.thread.post(AddAmount(Rupiah(44_000), "Nominal"))
    shopkeeper.thread.post(Charge(Method.GOPAY))
    shopkeeper.until_stage(Stage.WAITING)
    shopkeeper.journal.fails_with = JournalUnwritableError("disk full")
    shopkeeper.thread.post(Park())
    told = shopkeeper.until(lambda event: isinstance(event, Refused | Faulted))
    assert told == Refused(Problem.JOURNAL_UNWRITABLE)
    assert "Park could not be kept: disk full" in caplog.text


def test_a_journal_that_gets_damaged_halts_the_till_and_keeps_no_core_busy(
    shopkeeper: Shopkeeper, caplog: pytest.LogCaptureFixture
) -> None:
    shopkeeper.thread.start()
    shopkeeper.thread.post(AddAmount(Rupiah(44_000), "Nominal"))
    shopkeeper.thread.post(Charge(Method.GOPAY))
    shopkeeper.until_stage(Stage.WAITING)
    shopkeeper.journal.fails_with = JournalDamagedError("torn")
    shopkeeper.thread.post(GapHeard("1"))  # a status read is due at once, and can't be claimed
    halted = Halted(Problem.JOURNAL_DAMAGED, "torn")
    shopkeeper.until(lambda event: event == halted)
    with pytest.raises(queue.Empty):
        shopkeeper.until_within(0.5, lambda event: event == halted)
    shopkeeper.until(lambda event: event == halted)
    assert "the journal is damaged" in caplog.text


def test_damage_ends_the_selling_and_not_the_watching(
    shopkeeper: Shopkeeper, caplog: pytest.LogCaptureFixture
) -> None:
    shopkeeper.thread.start()
    shopkeeper.thread.post(AddAmount(Rupiah(44_000), "Nominal"))
    shopkeeper.thread.post(Charge(Method.GOPAY))
    shopkeeper.until_stage(Stage.WAITING)
    shopkeeper.thread.post(Park())
    shopkeeper.until_stage(Stage.RINGING_UP)
    shopkeeper.journal.fails_with = JournalDamagedError("torn")
    shopkeeper.thread.post(AddAmount(Rupiah(18_000), "Nominal"))
    halted = Halted(Problem.JOURNAL_DAMAGED, "torn")
    shopkeeper.until(lambda event: event == halted)
    shopkeeper.journal.fails_with = None  # the next page that is read may be a sound one
    for command in (AddAmount(Rupiah(18_000), "Nominal"), Charge(Method.GOPAY), NewSale()):
        shopkeeper.thread.post(command)
        assert shopkeeper.until(lambda event: isinstance(event, CounterShown | Halted)) == halted
    (order,) = shopkeeper.gateway.transactions
    shopkeeper.gateway.pay(order)
    shopkeeper.thread.post(GapHeard("1"))
    shopkeeper.until(lambda event: isinstance(event, ParkedChanged) and event.payment.state is State.PAID)
    assert list(shopkeeper.gateway.transactions) == [order]
    assert "the journal is damaged" in caplog.text


@pytest.mark.parametrize("look", [ShowStory("TSJ-1"), FindDecided(""), Reprint()])
def test_an_old_record_that_can_not_be_read_is_told_and_the_selling_goes_on(
    look: ShowStory | FindDecided | Reprint,
    shopkeeper: Shopkeeper,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def torn(*_: object) -> None:
        raise JournalDamagedError("torn")

    monkeypatch.setattr(shopkeeper.journal, "evidence_of", torn)
    monkeypatch.setattr(shopkeeper.journal, "decided", torn)
    monkeypatch.setattr(shopkeeper.journal, "payments_of_day", torn)
    shopkeeper.thread.start()
    shopkeeper.thread.post(look)
    told = shopkeeper.until(lambda event: isinstance(event, Refused | Faulted | Halted))
    assert told == Refused(Problem.RECORD_UNREADABLE, "torn")
    shopkeeper.thread.post(AddAmount(Rupiah(44_000), "Nominal"))
    shopkeeper.thread.post(Charge(Method.GOPAY))
    shopkeeper.until_stage(Stage.WAITING)
    assert "the journal is damaged" in caplog.text


def test_an_unknown_order_is_no_fault(shopkeeper: Shopkeeper, caplog: pytest.LogCaptureFixture) -> None:
    shopkeeper.thread.start()
    shopkeeper.thread.post(Print("no-such-order"))
    shopkeeper.thread.post(AddAmount(Rupiah(1), "Nominal"))
    shopkeeper.until(lambda event: isinstance(event, CounterShown) and event.counter.cart.total == 1)
    assert "not ours" in caplog.text


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (JournalDamagedError("torn"), Problem.JOURNAL_DAMAGED),
        (JournalTooNewError("from 2031"), Problem.JOURNAL_TOO_NEW),
        (JournalInUseError("another"), Problem.JOURNAL_IN_USE),
        (JournalUnwritableError("full"), Problem.JOURNAL_UNWRITABLE),
    ],
)
def test_a_journal_that_can_not_be_used_halts_with_its_reason(
    error: JournalError, problem: Problem, caplog: pytest.LogCaptureFixture
) -> None:
    def make() -> Till:
        raise error

    events: queue.Queue[Event] = queue.Queue()
    closed = threading.Event()
    thread = TillThread(make, events.put, closed.set, RealClock())
    thread.start()
    assert events.get(timeout=10) == Halted(problem, str(error))
    assert closed.wait(10)
    assert "can't be used" in caplog.text


def test_a_till_that_can_not_start_by_a_fault_of_ours_halts_and_says_so(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def make() -> Till:
        raise ZeroDivisionError("no shop")

    events: queue.Queue[Event] = queue.Queue()
    closed = threading.Event()
    TillThread(make, events.put, closed.set, RealClock()).start()
    assert events.get(timeout=10) == Halted(Problem.TILL_NOT_STARTED, "ZeroDivisionError: no shop")
    assert closed.wait(10)
    assert "can't start" in caplog.text


def test_stopping_waits_for_nothing_slow(shopkeeper: Shopkeeper) -> None:
    shopkeeper.thread.start()
    shopkeeper.until_stage(Stage.RINGING_UP)
    shopkeeper.thread.stop(timeout=10)
    assert shopkeeper.closed.is_set()
