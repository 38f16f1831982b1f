from __future__ import annotations

from datetime import timedelta

from pos_app.practice.idempotency import AnswerMemory, Running
from pos_app.practice.replies import Reply
from tests.practice.caller import HandClock

_CREATED = Reply({"status_code": "201"})


def _memory() -> tuple[AnswerMemory, HandClock]:
    clock = HandClock()
    return AnswerMemory(clock, timedelta(minutes=5)), clock


def test_a_success_is_remembered_for_five_minutes() -> None:
    memory, clock = _memory()
    assert memory.begin("k") is None
    memory.finish("k", _CREATED)
    clock.move(minutes=4, seconds=59)
    assert memory.begin("k") is _CREATED
    clock.move(seconds=1)
    assert memory.begin("k") is None


def test_while_the_first_call_runs_the_second_is_told_so() -> None:
    memory, _ = _memory()
    assert memory.begin("k") is None
    assert memory.begin("k") is Running.STILL
    assert memory.begin("other") is None


def test_a_failure_and_a_lost_call_may_be_tried_again() -> None:
    memory, _ = _memory()
    for outcome in (Reply({"status_code": "400"}, 400), Reply({"status_code": "202"}), None):
        assert memory.begin("k") is None
        memory.finish("k", outcome)
    assert memory.begin("k") is None
