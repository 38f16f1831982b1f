from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue

import pytest

from pos_app.notices.acks import Acks
from tests.midtrans.stub import Deed, Stub, answer, hang_up, silence
from tests.notices.ear import PATIENCE

SECRET = "tests-and-nothing-but-tests-0123456789"


class Heard:
    """A deed that also tells the test that it was done."""

    def __init__(self, deed: Deed) -> None:
        self._deed = deed
        self.times: SimpleQueue[None] = SimpleQueue()

    def __call__(self, connection: socket.socket) -> None:
        self._deed(connection)
        self.times.put(None)

    def wait(self) -> None:
        self.times.get(timeout=PATIENCE)


@contextmanager
def acks_to(stub: Stub) -> Iterator[Acks]:
    acks = Acks(stub.url, SECRET, first_wait=0.01, longest_wait=0.02)
    acks.start()
    yield acks
    acks.stop(PATIENCE)


def ids(stub: Stub) -> list[str]:
    return [json.loads(request.partition(b"\r\n\r\n")[2])["id"] for request in stub.requests]


TAKEN = answer('{"id":"e-7"}', headers=["Connection: close"])


def test_an_ack_on_the_wire() -> None:
    taken = Heard(TAKEN)
    with Stub(taken) as stub, acks_to(stub) as acks:
        acks.ack("e-7")
        taken.wait()
    assert stub.requests[0].startswith(b"POST /ack HTTP/1.1\r\n")
    assert f"Authorization: Bearer {SECRET}\r\n".encode() in stub.requests[0]
    assert ids(stub) == ["e-7"]


def test_while_one_is_under_way_only_the_newest_waits() -> None:
    asked, go_on = threading.Event(), threading.Event()

    def slowly(connection: socket.socket) -> None:
        asked.set()
        go_on.wait(PATIENCE)
        TAKEN(connection)

    last = Heard(TAKEN)
    with Stub(slowly, last) as stub, acks_to(stub) as acks:
        acks.ack("e-1")
        asked.wait(PATIENCE)
        for number in range(2, 101):
            acks.ack(f"e-{number}")
        go_on.set()
        last.wait()
    assert ids(stub) == ["e-1", "e-100"]


@pytest.mark.parametrize("deed", [hang_up, answer("", 507), answer("", 401), answer("", 302)])
def test_an_ack_is_tried_until_it_is_taken(deed: Deed) -> None:
    taken = Heard(TAKEN)
    with Stub(deed, deed, taken) as stub, acks_to(stub) as acks:
        acks.ack("e-7")
        taken.wait()
    assert ids(stub) == ["e-7"] * 3


@pytest.mark.parametrize("status", [400, 409])
def test_what_the_relay_does_not_know_is_given_up(status: int, caplog: pytest.LogCaptureFixture) -> None:
    refused, taken = Heard(answer("", status, headers=["Connection: close"])), Heard(TAKEN)
    with Stub(refused, taken) as stub, acks_to(stub) as acks:
        acks.ack("old-7")
        refused.wait()
        acks.ack("new-1")
        taken.wait()
    assert ids(stub) == ["old-7", "new-1"]
    assert "old-7" in caplog.text
    assert SECRET not in caplog.text


def test_stopping_waits_for_no_answer() -> None:
    with Stub(silence) as stub:
        acks = Acks(stub.url, SECRET)
        acks.start()
        acks.ack("e-1")
        while not stub.requests:
            threading.Event().wait(0.01)
        acks.stop(PATIENCE)
        assert not any(thread.name == "relay-acks" for thread in threading.enumerate())
        assert not stub.ended.is_set()
