from __future__ import annotations

import hashlib
import hmac
import json
import re
import socket
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Self

import pytest

from pos_app.domain.relay import RelayTrouble
from pos_app.notices.echo import Echo
from pos_app.notices.reasons import Reason
from tests.midtrans.stub import Deed, Stub, answer, hang_up, silence
from tests.notices.ear import PATIENCE
from tests.waiting import until

SECRET = "tests-and-nothing-but-tests-0123456789"
TAKEN = answer('{"id":"e1-1"}', headers=["Connection: close"])


class Told:
    def __init__(self, url: str, period: float) -> None:
        self._told: SimpleQueue[float | str] = SimpleQueue()
        self.echo = Echo(
            f"{url}/n/abc",
            SECRET,
            on_proven=self._told.put,
            on_lost=lambda reason: self._told.put(str(reason)),
            period_seconds=period,
        )

    def next(self) -> float | str:
        return self._told.get(timeout=PATIENCE)

    @property
    def is_silent(self) -> bool:
        return self._told.empty()

    def __enter__(self) -> Self:
        self.echo.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.echo.stop(PATIENCE)


def cut_off(text: str) -> Reason:
    return Reason(RelayTrouble.CUT_OFF, text)


def body_of(request: bytes) -> str:
    return request.partition(b"\r\n\r\n")[2].decode()


def posted(stub: Stub, number: int) -> str:
    """The body of an echo, once it was posted."""
    until(lambda: len(stub.requests) > number, PATIENCE)
    return body_of(stub.requests[number])


def forged(text: str = "A" * 43, mac: str = "0" * 64) -> str:
    return f'{{"echo":"{text}","mac":"{mac}"}}'


def test_an_echo_on_the_wire() -> None:
    with Stub(TAKEN) as stub, Told(stub.url, period=3600) as told:
        told.echo.link_changed(None)
        body = posted(stub, 0)
    assert stub.requests[0].startswith(b"POST /n/abc HTTP/1.1\r\n")
    assert b"uthorization" not in stub.requests[0]
    assert SECRET.encode() not in stub.requests[0]
    found = re.fullmatch(r'\{"echo":"([A-Za-z0-9_-]{43})","mac":"([0-9a-f]{64})"\}', body)
    assert found is not None
    assert (
        found[2] == hmac.new(SECRET.encode(), f"pos-app echo {found[1]}".encode(), hashlib.sha256).hexdigest()
    )


def test_an_echo_that_comes_back_proves_the_way() -> None:
    with Stub(TAKEN) as stub, Told(stub.url, period=3600) as told:
        told.echo.link_changed(None)
        assert told.echo.heard(posted(stub, 0))
        seconds = told.next()
    assert isinstance(seconds, float)
    assert seconds > 0


def test_nothing_is_posted_while_the_stream_is_closed() -> None:
    with Stub(TAKEN) as stub, Told(stub.url, period=0.05) as told:
        told.echo.link_changed(cut_off("HTTP 401"))
        assert told.next() == "HTTP 401"
        told.echo.link_changed(cut_off("HTTP 401"))
        told.echo.link_changed(cut_off("HTTP 502"))
        assert told.next() == "HTTP 502"
        assert stub.requests == []
        told.echo.link_changed(None)
        assert told.echo.heard(posted(stub, 0))


def test_a_stream_that_closes_loses_the_proof_at_once() -> None:
    with Stub(TAKEN) as stub, Told(stub.url, period=3600) as told:
        told.echo.link_changed(None)
        told.echo.heard(posted(stub, 0))
        assert isinstance(told.next(), float)
        told.echo.link_changed(cut_off("ReadTimeout: timed out"))
        assert told.next() == "ReadTimeout: timed out"
        told.echo.link_changed(None)
        told.echo.heard(posted(stub, 1))
        assert isinstance(told.next(), float)


def test_an_echo_under_way_when_the_stream_closes_is_not_waited_for() -> None:
    with Stub(TAKEN) as stub, Told(stub.url, period=3600) as told:
        told.echo.link_changed(None)
        posted(stub, 0)
        told.echo.link_changed(cut_off("gone"))
        assert told.next() == "gone"


def test_a_post_that_hangs_delays_no_bad_news() -> None:
    with Stub(silence) as stub, Told(stub.url, period=3600) as told:
        told.echo.link_changed(None)
        posted(stub, 0)
        told.echo.link_changed(cut_off("gone"))
        assert told.next() == "gone"


def test_no_echo_within_the_period() -> None:
    with Stub(TAKEN) as stub, Told(stub.url, period=0.1) as told:
        told.echo.link_changed(None)
        assert told.next() == "no echo within 0.1 s"
        assert posted(stub, 1) != posted(stub, 0)


@pytest.mark.parametrize(
    ("deed", "reason"),
    [(answer("", 507), "HTTP 507"), (answer("", 307), "HTTP 307"), (hang_up, "RemoteProtocolError")],
)
def test_an_echo_that_could_not_be_posted(deed: Deed, reason: str) -> None:
    with Stub(deed) as stub, Told(stub.url, period=3600) as told:
        told.echo.link_changed(None)
        assert reason in str(told.next())


def test_an_echo_that_came_back_counts_whatever_the_post_said() -> None:
    def heard_first(connection: socket.socket) -> None:
        told.echo.heard(body_of(stub.requests[0]))

    with Stub(heard_first) as stub, Told(stub.url, period=3600) as told:
        told.echo.link_changed(None)
        assert isinstance(told.next(), float)


def test_forged_and_old_echoes_prove_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with Stub(TAKEN) as stub, Told(stub.url, period=0.3) as told:
        told.echo.link_changed(None)
        old = posted(stub, 0)
        assert told.next() == "no echo within 0.3 s"
        fresh = posted(stub, 1)
        text = json.loads(fresh)["echo"]
        assert told.echo.heard(old)
        assert told.echo.heard(forged())
        assert told.echo.heard(forged(text))
        assert told.echo.heard(forged(text, json.loads(old)["mac"]))
        assert told.echo.forged == 3
        assert told.next() == "no echo within 0.3 s"
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == [
        "echoes that are not ours came through the relay: 1 so far"
    ]


@pytest.mark.parametrize(
    "body",
    [
        *(
            "",
            "{}",
            '{"order_id":"TSJ-1"}',
            forged(text="A" * 42),
            forged(mac="0" * 63),
            forged(mac="F" * 64),
        ),
        *(forged() + "\n", " " + forged(), forged().replace('"mac"', '"mac" '), "x" * 65_536),
    ],
)
def test_what_is_no_echo_is_the_tills(body: str) -> None:
    told = Told("http://127.0.0.1:1", period=3600)
    assert not told.echo.heard(body)
    assert told.echo.forged == 0


def opened(told: Told) -> None:
    told.echo.link_changed(None)


def closed(told: Told) -> None:
    told.echo.link_changed(cut_off(""))


@pytest.mark.parametrize("change", [opened, closed])
@pytest.mark.parametrize("deed", [silence, TAKEN])
def test_stopping_is_immediate_and_silent(deed: Deed, change: Callable[[Told], None]) -> None:
    with Stub(deed) as stub, Told(stub.url, period=3600) as told:
        change(told)
        if change is opened:
            posted(stub, 0)
        told.echo.stop(PATIENCE)
        assert "relay-echo" not in {thread.name for thread in threading.enumerate()}
        assert told.is_silent
