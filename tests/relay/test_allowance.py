import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.relay import allowance
from pos_app.relay.allowance import Allowance


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_rush_is_taken_and_then_the_rate() -> None:
    clock = Clock()
    allowed = Allowance(rate=2.0, burst=3, clock=clock)
    assert [allowed.take("a") for _ in range(4)] == [True, True, True, False]
    clock.now += 0.5
    assert [allowed.take("a"), allowed.take("a")] == [True, False]


def test_one_mailbox_never_pays_for_another() -> None:
    allowed = Allowance(rate=1.0, burst=1, clock=Clock())
    assert allowed.take("a")
    assert not allowed.take("a")
    assert allowed.take("b")


@given(st.lists(st.floats(0, 10), max_size=60))
def test_never_more_than_the_burst_and_the_rate(pauses: list[float]) -> None:
    clock = Clock()
    allowed = Allowance(rate=1.5, burst=4, clock=clock)
    taken = 0
    for pause in pauses:
        clock.now += pause
        taken += allowed.take("a")
    assert taken <= 4 + 1.5 * sum(pauses) + 1e-6


def test_invented_mailboxes_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "_SWEEP_ABOVE", 10)
    clock = Clock()
    allowed = Allowance(rate=1.0, burst=2, clock=clock)
    for number in range(1000):
        clock.now += 0.2
        allowed.take(f"stranger {number}")
    assert len(allowed._buckets) <= 11


def test_an_empty_bucket_is_not_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "_SWEEP_ABOVE", 10)
    clock = Clock()
    allowed = Allowance(rate=0.001, burst=1, clock=clock)
    assert allowed.take("busy")
    for number in range(100):
        allowed.take(f"stranger {number}")
    assert not allowed.take("busy")
