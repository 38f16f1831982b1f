"""How old a payment is, and how long it can still be paid: by when the gateway made it, not by when it was asked to."""

from __future__ import annotations

import pytest

from pos_app.domain.errors import OutcomeUnknownError
from pos_app.domain.evidence import Call
from pos_app.domain.method import Method
from pos_app.till.messages import BoardShown
from pos_app.till.stage import Stage
from tests.fakes.gateway import Fault
from tests.till.harness import Bench

LOST = OutcomeUnknownError("no answer")
REPEATED_FOR = 1 + 3 + 9 + 27


@pytest.mark.parametrize(
    ("was_made_at_once", "age"), [(False, 0), (True, REPEATED_FOR)], ids=["request lost", "answer lost"]
)
@pytest.mark.parametrize("method", [Method.GOPAY, Method.ALFAMART])
def test_the_age_of_a_charge_that_got_no_answer_at_first(
    method: Method, was_made_at_once: bool, age: int
) -> None:
    bench = Bench()
    life = (bench.shop.code_life if method.has_store_code else bench.shop.qr_life).total_seconds()
    bench.gateway.fail(Call.CHARGE, *[Fault(LOST, after=was_made_at_once)] * 4)
    bench.charge(method)
    bench.wait(REPEATED_FOR + 1)
    assert bench.stage() is Stage.WAITING
    watch, now = bench.counter.watch, bench.clock.monotonic()
    assert watch is not None
    assert watch.began is not None
    assert watch.ends is not None
    assert now - watch.began == pytest.approx(age, abs=2)
    assert watch.ends - watch.began == pytest.approx(life, abs=2)
    row = next(event for event in reversed(bench.events) if isinstance(event, BoardShown)).rows[0]
    assert row.began == pytest.approx(watch.began, abs=2)


def test_a_payment_that_the_gateway_lets_live_longer_than_was_asked_is_not_younger_than_nothing() -> None:
    bench = Bench()
    bench.gateway.generous = 600.0
    bench.charge()
    watch = bench.counter.watch
    assert watch is not None
    assert watch.began is not None
    assert watch.began <= bench.clock.monotonic()
    bench.wait(25)
    assert bench.count(Call.STATUS) == 2
