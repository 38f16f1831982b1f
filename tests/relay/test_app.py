"""The application over a store that does what the test wants: slow, broken, or with a bug."""

import logging
import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import httpx
import pytest

from pos_app.relay import mailroom, routes, serve
from pos_app.relay.mailbox import Command, Outcome, Page, Post, Prune, Read, StoreError, Wake
from pos_app.relay.serve import RelayThread
from tests.relay.till import Till
from tests.waiting import until


class Store:
    """Keeps the contract of Mailboxes in memory. Posts and probes wait for `gate`; `failure` is raised instead."""

    epoch = "0123456789ab"

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.written: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self.failure: Exception | None = None
        self.is_closed = False

    def write(self, batch: Sequence[Command]) -> list[Outcome]:
        for command in batch:
            if isinstance(command, Post):
                self.written.put(command)
        if not all(isinstance(command, Prune) for command in batch):  # the relay prunes when it starts
            self.gate.wait()
        if self.failure is not None:
            raise self.failure
        return [1 if isinstance(command, Post) else 0 for command in batch]

    def read(self, batch: Sequence[Read]) -> list[Page]:
        if self.failure is not None:
            raise self.failure
        return [Page(0, 0, False, ()) for _ in batch]

    def listen(self, wake: Wake) -> None:
        wake(None)

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    made = Store()
    monkeypatch.setattr(serve, "open_mailboxes", lambda *_: made)
    return made


@contextmanager
def posting(store: Store, till: Till) -> Iterator["queue.SimpleQueue[httpx.Response]"]:
    answers: queue.SimpleQueue[httpx.Response] = queue.SimpleQueue()
    thread = threading.Thread(
        target=lambda: answers.put(httpx.post(f"{till.url}/n/{till.mailbox}", content=b"{}", timeout=30))
    )
    thread.start()
    try:
        yield answers
    finally:
        store.gate.set()
        thread.join()


def test_nothing_is_answered_before_the_store_has_written(store: Store) -> None:
    with RelayThread() as relay:
        till = Till(relay.url)
        store.gate.clear()
        with posting(store, till) as answers:
            store.written.get(timeout=10)
            # Others are served meanwhile, and this one still waits.
            assert httpx.get(f"{relay.url}/metrics").status_code == 200
            assert answers.empty()
            store.gate.set()
            assert answers.get(timeout=10).json() == {"id": "0123456789ab-1"}


def test_what_was_taken_before_the_stop_is_answered_and_the_store_closed(store: Store) -> None:
    relay = RelayThread()
    store.gate.clear()
    with posting(store, Till(relay.url)) as answers:
        store.written.get(timeout=10)
        stopping = threading.Thread(target=relay.stop)
        stopping.start()
        store.gate.set()
        assert answers.get(timeout=10).status_code == 200
        stopping.join()
    assert store.is_closed


@pytest.mark.parametrize("failure", [StoreError("the disk is full"), ZeroDivisionError("a bug")])
def test_whatever_goes_wrong_a_notification_is_507_and_never_500(
    store: Store, failure: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    with RelayThread() as relay:
        till = Till(relay.url)
        store.failure = failure
        answer = httpx.post(f"{relay.url}/n/{till.mailbox}", content=b"{}")
        assert (answer.status_code, answer.json()) == (
            507,
            {"error": "the notification could not be stored; send it again"},
        )
        store.failure = None
        till.receives(b"{}")
    assert "notification not stored" in {record.getMessage() for record in caplog.records}


def test_a_store_that_cannot_be_read_is_503_for_a_till(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    with RelayThread() as relay:
        till = Till(relay.url)
        store.failure = StoreError("away")
        with till.response() as response:
            assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    # Whether the relay came to prune before the store went away is a matter of luck.
    assert {record.getMessage() for record in caplog.records} <= {"old messages could not be pruned"}


def test_a_store_that_does_not_write_in_time_is_not_healthy(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "PROBE_SECONDS", 0.1)
    with RelayThread() as relay:
        store.gate.clear()
        answer = httpx.get(f"{relay.url}/healthz")
        store.gate.set()
    assert answer.status_code == 503
    assert "did not write" in answer.json()["error"]


def test_too_many_that_wait_for_the_disk_are_507_at_once(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(mailroom, "LONGEST_QUEUE", 1)
    with RelayThread() as relay:
        till = Till(relay.url)
        store.gate.clear()
        with posting(store, till) as first:
            store.written.get(timeout=10)
            with posting(store, till) as second:
                until(lambda: "relay_waiting 1" in httpx.get(f"{relay.url}/metrics").text)
                assert httpx.post(f"{relay.url}/n/{till.mailbox}", content=b"{}").status_code == 507
                store.gate.set()
                assert (first.get(timeout=10).status_code, second.get(timeout=10).status_code) == (200, 200)
    assert "notification not stored" in {record.getMessage() for record in caplog.records}
