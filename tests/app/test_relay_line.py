from __future__ import annotations

import queue
import threading
import time

import pytest

from pos_app.app import relay_line
from pos_app.app.link import LinkedGateway
from pos_app.app.relay_line import RelayLine
from pos_app.domain.relay import RelayTrouble
from pos_app.till.lane_messages import RelayLost
from pos_app.till.messages import Command
from tests.waiting import until


class NoLink:
    """A link whose secrets are there; nothing is reached over it."""

    def gateway_url(self) -> str:
        return "http://127.0.0.1:9"

    def server_key(self) -> str:
        return "SB-Mid-server-test"

    def read_key_again(self) -> None: ...

    def relay_url(self) -> str:
        return "http://127.0.0.1:9"

    def relay_secret(self) -> str:
        return "secret"

    def notification_url(self) -> str:
        return ""


class Broken(LinkedGateway):
    """A gateway that a fault of ours keeps from being made ready."""

    tries = 0

    def prepare(self) -> None:
        self.tries += 1
        raise ValueError("not foreseen")


def test_a_fault_of_ours_is_told_and_tried_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(relay_line, "_OPEN_AGAIN", 0.01)
    heard: queue.SimpleQueue[Command] = queue.SimpleQueue()
    gateway = Broken(NoLink())
    line = RelayLine(NoLink(), gateway, heard.put)
    line.start("")
    try:
        assert heard.get(timeout=5) == RelayLost(RelayTrouble.OUR_FAULT)
        until(lambda: gateway.tries > 1)
    finally:
        line.stop()
    assert "not foreseen" in caplog.text


class Slow(LinkedGateway):
    """A gateway that takes its time to be made ready."""

    def __init__(self, seconds: float) -> None:
        super().__init__(NoLink())
        self.began, self.ended = threading.Event(), threading.Event()
        self._seconds = seconds

    def prepare(self) -> None:
        self.began.set()
        time.sleep(self._seconds)
        self.ended.set()


@pytest.mark.parametrize(("seconds", "is_waited_for"), [(0.1, True), (1.5, False)])
def test_a_till_that_ends_waits_for_what_is_nearly_ready(seconds: float, is_waited_for: bool) -> None:
    gateway = Slow(seconds)
    line = RelayLine(NoLink(), gateway, queue.SimpleQueue[Command]().put)
    line.start("")
    gateway.began.wait(5)
    line.stop()
    assert gateway.ended.is_set() == is_waited_for
    gateway.ended.wait(5)
