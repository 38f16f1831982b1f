"""What can't be written down first is not sent: no charge, no ask; and one call about a state at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from pos_app.domain.errors import JournalUnwritableError, Problem
from pos_app.domain.evidence import Call, CancelReason, Evidence
from pos_app.domain.record import Judge, Recorded
from pos_app.domain.states import State
from pos_app.till.messages import Cancel, Charge, CheckNow, Refused
from tests.till.harness import Bench


def _full(*_: object) -> None:
    raise JournalUnwritableError("disk full")


def test_a_disk_that_fills_up_after_the_intent_stops_the_charge(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench()
    bench.ring_up()
    record: Callable[[Evidence, Judge], Recorded] = bench.journal.record
    monkeypatch.setattr(bench.journal, "record", _full)
    bench.do(Charge(bench.shop.qr_method))
    bench.wait(5)
    assert bench.count(Call.CHARGE) == 0
    assert Refused(Problem.JOURNAL_UNWRITABLE) in bench.events
    monkeypatch.setattr(bench.journal, "record", record)
    bench.wait(5)
    (payment,) = bench.journal.memory.payments.values()
    assert (payment.state, payment.problem) == (State.FAILED, Problem.JOURNAL_UNWRITABLE)
    assert bench.count(Call.CHARGE) == 0


def test_an_ask_that_somebody_else_made_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench()
    order = bench.charge()

    def taken(_order: str, _at: datetime, _gap: timedelta) -> bool:
        return False

    monkeypatch.setattr(bench.journal, "claim_ask", taken)
    bench.do(CheckNow(order))
    bench.wait(60)
    assert bench.count(Call.STATUS) == 0


def test_an_ask_that_cannot_be_stored_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench()
    bench.charge()
    monkeypatch.setattr(bench.journal, "claim_ask", _full)
    bench.wait(60)
    assert bench.count(Call.STATUS) == 0


def test_a_cancel_waits_for_the_read_that_is_on_its_way() -> None:
    bench = Bench()
    order = bench.charge()
    bench.wait(11, deliver=False)
    assert [one.call for one in bench.calls.pending] == [Call.STATUS]
    bench.gateway.pay(order)
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    assert [one.call for one in bench.calls.pending] == [Call.STATUS]
    bench.settle_calls()
    assert bench.stored(order).state is State.PAID
    assert bench.count(Call.CANCEL) == 0
