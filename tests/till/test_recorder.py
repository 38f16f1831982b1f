"""What is heard from the relay: counted where it counts for nothing, and never lost where it counts."""

from __future__ import annotations

import logging

import pytest

from pos_app.domain.evidence import Notified, TransactionStatus
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.payment import Payment
from pos_app.till.lane_messages import GapHeard, Heard
from pos_app.till.stage import Stage
from tests.till.harness import Bench

S = TransactionStatus


def notifications_on_disk(bench: Bench, order_id: str) -> int:
    return sum(1 for one in bench.journal.evidence_of(order_id) if isinstance(one.evidence.fact, Notified))


def test_a_repeated_notification_costs_neither_disk_nor_calls(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    bench = Bench()
    order = bench.charge()
    note = bench.gateway.notification(order, S.PENDING)
    bench.do(Heard(note, "e-1"))
    bench.wait(60)
    asks = len(bench.gateway.asks)
    for number in range(2, 2_000):
        bench.do(Heard(note, f"e-{number}"))
    assert notifications_on_disk(bench, order) == 1
    assert len(bench.gateway.asks) == asks
    assert sum("without effect" in record.message for record in caplog.records) == 1


def test_the_same_notification_counts_again_after_a_restart() -> None:
    bench = Bench()
    order = bench.charge()
    note = bench.gateway.notification(order, S.PENDING)
    bench.do(Heard(note, "e-1"))
    bench.crash()
    bench.do(Heard(note, "e-1"))
    assert notifications_on_disk(bench, order) == 2


def test_the_cursor_never_passes_evidence_that_is_not_on_disk() -> None:
    bench = Bench()
    order = bench.charge()
    bench.gateway.pay(order)
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.do(Heard(bench.gateway.notification(order, S.SETTLEMENT), "e-1"), GapHeard("e-2"))
    bench.wait(5, deliver=False)
    assert (bench.acknowledged, bench.journal.cursor()) == ([], "")
    bench.journal.fails_with = None
    bench.wait(5, deliver=False)
    assert (bench.acknowledged, bench.journal.cursor()) == (["e-2"], "e-2")
    assert (bench.stage(), notifications_on_disk(bench, order)) == (Stage.PAID, 1)


def test_what_came_while_the_journal_could_not_be_read_is_heard_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def away(order_id: str) -> Payment | None:
        raise JournalUnwritableError("the server is away")

    bench = Bench()
    order = bench.charge()
    bench.gateway.pay(order)
    with monkeypatch.context() as outage:
        outage.setattr(bench.journal, "payment", away)
        bench.do(Heard(bench.gateway.notification(order, S.SETTLEMENT), "e-1"), GapHeard("e-2"))
        bench.wait(5, deliver=False)
        assert (bench.acknowledged, bench.stage()) == ([], Stage.WAITING)
    bench.wait(2, deliver=False)
    assert (bench.acknowledged, bench.stage()) == (["e-2"], Stage.PAID)


def test_a_cursor_that_could_not_be_kept_is_kept_later() -> None:
    bench = Bench()
    bench.do(GapHeard("e-1"))
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.wait(5)
    assert bench.acknowledged == []
    bench.journal.fails_with = None
    bench.wait(5)
    assert (bench.acknowledged, bench.journal.cursor()) == (["e-1"], "e-1")
