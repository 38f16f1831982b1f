"""The listener and the echo with the real relay, and with a bad way in between."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Self
from urllib.parse import urlsplit

import httpx
import pytest

from pos_app.notices.address import make_secret, notification_url
from pos_app.notices.echo import Echo
from pos_app.relay.serve import RelayThread
from tests.notices.ear import PATIENCE, Ear, Gap, Link, listening
from tests.notices.proxy import Proxy, delayed, each_event_twice


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[RelayThread]:
    with RelayThread(tmp_path / "relay", heartbeat=0.2) as running:
        yield running


@pytest.fixture
def secret() -> str:
    return make_secret()


def notify(relay_url: str, secret: str, *bodies: str) -> list[str]:
    """Post as the gateway does; the ids that the relay gave."""
    with httpx.Client() as client:
        answers = [client.post(notification_url(relay_url, secret), content=body) for body in bodies]
    assert {answer.status_code for answer in answers} == {200}
    return [str(answer.json()["id"]) for answer in answers]


def numbered(first: int, count: int) -> list[str]:
    return [f'{{"order_id":"TSJ-{number}"}}' for number in range(first, first + count)]


def test_what_was_posted_is_heard(relay: RelayThread, secret: str) -> None:
    before = notify(relay.url, secret, *numbered(0, 3))
    ear = Ear()
    with listening(relay.url, ear, secret):
        after = notify(relay.url, secret, *numbered(3, 3))
        heard = ear.messages(6)
    assert [told.body for told in heard] == numbered(0, 6)
    assert [told.cursor for told in heard] == before + after


def test_another_secret_hears_nothing(relay: RelayThread, secret: str) -> None:
    ear, other = Ear(), make_secret()
    with listening(relay.url, ear, other):
        notify(relay.url, secret, "for somebody else")
        notify(relay.url, other, "for us")
        assert [told.body for told in ear.messages(1)] == ["for us"]


def test_what_was_acked_does_not_come_again(relay: RelayThread, secret: str) -> None:
    cursors = notify(relay.url, secret, *numbered(0, 3))
    ear = Ear()
    with listening(relay.url, ear, secret) as listener:
        ear.messages(3)
        listener.ack(cursors[1])
        standing = ""
        while standing != cursors[1]:
            answer = httpx.post(
                f"{relay.url}/ack", json={"id": cursors[0]}, headers={"Authorization": f"Bearer {secret}"}
            )
            standing = answer.json()["id"]
    again = Ear()
    with listening(relay.url, again, secret):
        assert [told.cursor for told in again.messages(1)] == [cursors[2]]


def test_a_restarted_relay_is_found_again(tmp_path: Path, secret: str) -> None:
    ear = Ear()
    first = RelayThread(tmp_path)
    port = urlsplit(first.url).port or 0
    with listening(first.url, ear, secret):
        notify(first.url, secret, "a")
        assert ear.messages(1)[0].body == "a"
        first.stop()
        assert ear.next_closing()
        with RelayThread(tmp_path, port=port) as second:
            notify(second.url, secret, "b")
            assert ear.messages(1)[0].body == "b"


def test_a_relay_that_lost_its_memory_is_a_gap(tmp_path: Path, secret: str) -> None:
    ear = Ear()
    first = RelayThread(tmp_path / "one")
    port = urlsplit(first.url).port or 0
    with listening(first.url, ear, secret):
        notify(first.url, secret, "a")
        ear.messages(1)
        first.stop()
        with RelayThread(tmp_path / "two", port=port) as second:
            assert isinstance(ear.next_but_links(), Gap)
            notify(second.url, secret, "b")
            assert ear.messages(1)[0].body == "b"


def test_each_message_said_twice_is_heard_once(relay: RelayThread, secret: str) -> None:
    ear = Ear()
    with Proxy(relay.url, each_event_twice) as proxy, listening(proxy.url, ear, secret):
        assert ear.next() == Link(is_open=True, reason="")
        for body in numbered(0, 20):
            notify(relay.url, secret, body)
        assert [told.body for told in ear.messages(20)] == numbered(0, 20)
        notify(relay.url, secret, "last")
        assert [told.body for told in ear.messages(1)] == ["last"]


def test_a_slow_way_loses_nothing(relay: RelayThread, secret: str) -> None:
    ear = Ear()
    with Proxy(relay.url, delayed(0.02)) as proxy, listening(proxy.url, ear, secret):
        notify(relay.url, secret, *numbered(0, 30))
        assert [told.body for told in ear.messages(30)] == numbered(0, 30)


@pytest.mark.parametrize("harm", [Proxy.drop, Proxy.half_close])
def test_a_way_that_breaks_again_and_again(
    relay: RelayThread, secret: str, harm: Callable[[Proxy], None]
) -> None:
    ear = Ear()
    with Proxy(relay.url) as proxy, listening(proxy.url, ear, secret):
        heard: list[str] = []
        for round_ in range(8):
            notify(relay.url, secret, *numbered(5 * round_, 3))
            harm(proxy)
            notify(relay.url, secret, *numbered(5 * round_ + 3, 2))
            heard += [told.body for told in ear.messages(5)]
    assert heard == numbered(0, 40)


def test_a_half_open_connection_is_noticed(relay: RelayThread, secret: str) -> None:
    ear = Ear()
    with Proxy(relay.url) as proxy, listening(proxy.url, ear, secret, silence_seconds=0.6):
        notify(relay.url, secret, "a")
        ear.messages(1)
        proxy.freeze()
        notify(relay.url, secret, "b")
        assert "ReadTimeout" in ear.next_closing()
        proxy.thaw()
        assert ear.messages(1)[0].body == "b"


def test_a_heartbeat_keeps_a_quiet_stream(relay: RelayThread, secret: str) -> None:
    ear = Ear()
    with listening(relay.url, ear, secret, silence_seconds=1.0):
        assert ear.next() == Link(is_open=True, reason="")
        threading.Event().wait(1.6)
        notify(relay.url, secret, "a")
        assert ear.messages(1)[0].body == "a"
    assert ear.rest == []


class Proof:
    """What an echo told: seconds for proven, a reason for lost."""

    def __init__(self, url: str, secret: str, period: float) -> None:
        self._told: SimpleQueue[float | str] = SimpleQueue()
        self.echo = Echo(
            url,
            secret,
            on_proven=self._told.put,
            on_lost=lambda reason: self._told.put(str(reason)),
            period_seconds=period,
        )

    def next(self) -> float | str:
        return self._told.get(timeout=PATIENCE)

    def next_lost(self) -> str:
        while True:
            told = self.next()
            if isinstance(told, str):
                return told

    def next_proven(self) -> float:
        while True:
            told = self.next()
            if isinstance(told, float):
                return told

    def __enter__(self) -> Self:
        self.echo.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.echo.stop(PATIENCE)


def test_the_whole_way_is_proven_and_lost_and_proven_again(relay: RelayThread, secret: str) -> None:
    ear = Ear()
    with (
        Proxy(relay.url) as proxy,
        Proof(notification_url(proxy.url, secret), secret, period=0.5) as proof,
        listening(
            proxy.url,
            ear,
            secret,
            is_echo=proof.echo.heard,
            on_link=proof.echo.link_changed,
            silence_seconds=1.0,
        ),
    ):
        first = proof.next()
        assert isinstance(first, float)
        assert 0 < first < PATIENCE
        proof.next_proven()
        proxy.freeze()
        assert proof.next_lost()
        proxy.thaw()
        proxy.drop()
        assert proof.next_proven() > 0
        notify(relay.url, secret, "a")
        assert [told.body for told in ear.messages(1)] == ["a"]
    assert ear.rest == []
    assert proof.echo.forged == 0


def test_a_lost_stream_is_told_at_once(tmp_path: Path, secret: str) -> None:
    ear = Ear()
    relay = RelayThread(tmp_path)
    with (
        Proof(notification_url(relay.url, secret), secret, period=3600) as proof,
        listening(relay.url, ear, secret, is_echo=proof.echo.heard, on_link=proof.echo.link_changed),
    ):
        assert proof.next_proven() > 0
        relay.stop()
        assert proof.next() == "the relay closed the stream"
