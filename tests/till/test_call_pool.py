"""Calls on threads of their own: nothing that is slow holds up a charge, or the end of the process."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from textwrap import dedent

import pytest

from pos_app.domain.charge import Reply
from pos_app.domain.errors import OutcomeUnknownError, UnreachableError
from pos_app.domain.evidence import Call
from pos_app.domain.pin import PinSalt, hash_pin
from pos_app.domain.staff import Pin
from pos_app.till.call_pool import CallPool
from pos_app.till.errand import Errand, Fetch
from pos_app.till.lane_messages import Answered, PinHashed


@pytest.fixture
def answers() -> queue.Queue[Answered | PinHashed]:
    return queue.Queue()


@pytest.fixture
def pool(answers: queue.Queue[Answered | PinHashed]) -> Iterator[CallPool]:
    one = CallPool(answers.put)
    yield one
    one.stop()


def lost() -> Reply:
    raise OutcomeUnknownError("lost")


@pytest.mark.parametrize("errand", [*Call, Fetch.QR])
def test_what_a_customer_waits_for_leaves_before_the_till_goes_on(
    errand: Errand, pool: CallPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    stood_back: list[float] = []
    monkeypatch.setattr("pos_app.till.call_pool.time.sleep", stood_back.append)
    pool.start("A-1", errand, lost)
    somebody_waits = errand in (Call.CHARGE, Fetch.QR)
    assert len(stood_back) == somebody_waits
    assert all(0 < seconds < 0.002 for seconds in stood_back)


@pytest.mark.parametrize(
    ("slow", "quick"),
    [
        ({Call.CANCEL, Call.EXPIRE}, {Call.CHARGE, Call.STATUS}),
        ({Call.STATUS}, {Call.CHARGE, Call.CANCEL, Call.EXPIRE}),
        ({Call.CANCEL, Call.EXPIRE, Call.STATUS, Fetch.QR}, {Call.CHARGE, Call.REFUND}),
        ({Call.CHARGE}, {Fetch.QR, Call.STATUS}),
    ],
)
def test_no_slow_call_holds_up_a_charge_or_another_kind(
    slow: set[Errand],
    quick: set[Errand],
    pool: CallPool,
    answers: queue.Queue[Answered | PinHashed],
) -> None:
    release = threading.Event()

    def frozen() -> Reply:
        release.wait(10)
        raise OutcomeUnknownError("at last")

    def answered() -> Errand:
        answer = answers.get(timeout=10)
        assert isinstance(answer, Answered)
        return answer.errand

    for call in slow:
        for number in range(12):
            pool.start(f"frozen-{number}", call, frozen)
    for call in quick:
        pool.start("quick", call, lost)
    assert {answered() for _ in quick} == quick
    release.set()
    assert {answered() for _ in range(12 * len(slow))} == slow


def test_so_many_calls_at_once_and_the_others_in_their_order(
    pool: CallPool, answers: queue.Queue[Answered | PinHashed]
) -> None:
    release, begun = threading.Event(), queue.Queue[int]()

    def frozen(number: int) -> Reply:
        begun.put(number)
        release.wait(10)
        raise OutcomeUnknownError("at last")

    for number in range(8):
        pool.start(f"order-{number}", Call.CHARGE, lambda number=number: frozen(number))  # type: ignore[misc]  # bound now
    assert {begun.get(timeout=10) for _ in range(4)} == {0, 1, 2, 3}
    with pytest.raises(queue.Empty):
        begun.get(timeout=0.2)
    release.set()
    assert {begun.get(timeout=10) for _ in range(4)} == {4, 5, 6, 7}


def test_a_process_that_ends_waits_for_no_call() -> None:
    script = """
        import time
        from pos_app.domain.evidence import Call
        from pos_app.till.call_pool import CallPool

        pool = CallPool(print)
        for call in (Call.CHARGE, Call.CANCEL, Call.STATUS):
            pool.start("order", call, lambda: time.sleep(60))
        time.sleep(0.1)
        pool.stop()
    """
    done = subprocess.run(
        [sys.executable, "-c", dedent(script)], timeout=20, check=True, capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("", "")


def test_what_is_nearly_there_comes_to_its_end_before_the_process_does(pool: CallPool) -> None:
    begun, ended = threading.Event(), threading.Event()

    def quick() -> Reply:
        begun.set()
        threading.Event().wait(0.1)
        ended.set()
        raise OutcomeUnknownError("nobody listens")

    pool.start("order", Call.CHARGE, quick)
    assert begun.wait(10)
    pool.stop()
    assert ended.is_set()


def test_a_stopped_pool_takes_no_more_work(
    pool: CallPool, answers: queue.Queue[Answered | PinHashed]
) -> None:
    pool.stop()
    pool.start("order", Call.CHARGE, lost)
    with pytest.raises(queue.Empty):
        answers.get(timeout=0.2)


def test_a_fault_of_ours_in_a_call_is_an_unknown_outcome(
    pool: CallPool, answers: queue.Queue[Answered | PinHashed], caplog: pytest.LogCaptureFixture
) -> None:

    def broken() -> Reply:
        raise ZeroDivisionError

    pool.start("order", Call.CHARGE, broken)
    answer = answers.get(timeout=10)
    assert isinstance(answer, Answered)
    assert isinstance(answer.outcome, OutcomeUnknownError)
    assert "a fault of ours" in caplog.text


def test_a_pin_is_hashed_beside_the_till_under_every_salt(
    pool: CallPool, answers: queue.Queue[Answered | PinHashed]
) -> None:
    salts = PinSalt("old", 2), PinSalt("new", 4)
    pool.hash_pin(7, Pin("1234"), salts)
    assert answers.get(timeout=10) == PinHashed(7, tuple(hash_pin(Pin("1234"), salt) for salt in salts))


def test_a_pin_that_can_not_be_hashed_comes_back_all_the_same(
    pool: CallPool, answers: queue.Queue[Answered | PinHashed], caplog: pytest.LogCaptureFixture
) -> None:
    pool.hash_pin(8, Pin("1234"), (PinSalt("salt", 3),))  # no power of two
    assert answers.get(timeout=10) == PinHashed(8, ())
    assert "1234" not in caplog.text


def _out_of_threads(_: threading.Thread) -> None:
    raise RuntimeError("can't start new thread")


@pytest.mark.parametrize("errand", [*Call, Fetch.QR])
def test_a_call_that_finds_no_thread_never_left_and_is_not_made_later(
    errand: Errand,
    pool: CallPool,
    answers: queue.Queue[Answered | PinHashed],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    made: list[str] = []

    def call(name: str) -> Reply:
        made.append(name)
        return lost()

    with monkeypatch.context() as poor:
        poor.setattr(threading.Thread, "start", _out_of_threads)
        pool.start("A-1", errand, lambda: call("A-1"))
        answer = answers.get(timeout=10)
        assert isinstance(answer, Answered)
        assert (answer.order_id, answer.errand) == ("A-1", errand)
        assert isinstance(answer.outcome, UnreachableError)
        pool.hash_pin(7, Pin("1234"), (PinSalt("salt", 2),))
        assert answers.get(timeout=10) == PinHashed(7, ())
    pool.start("A-2", errand, lambda: call("A-2"))
    later = answers.get(timeout=10)
    assert isinstance(later, Answered)
    assert isinstance(later.outcome, OutcomeUnknownError)
    assert made == ["A-2"]
    assert "no thread" in caplog.text
