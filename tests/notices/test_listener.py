from __future__ import annotations

import base64
import json
import logging
import socket
import threading
from pathlib import Path

import pytest

from pos_app.notices.listener import LARGEST_EVENT, Listener
from tests.midtrans.stub import Deed, Stub, answer, hang_up, raw, reset, silence
from tests.notices.ear import PATIENCE, Ear, Gap, Link, Message, listening
from tests.waiting import until

SECRET = "tests-and-nothing-but-tests-0123456789"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n\r\n"


def event(number: int, body: str = "", epoch: str = "e1", **more: str) -> str:
    data = json.dumps({"received_at": "2026-11-20T07:03:59+00:00", "content_type": None, "body": body} | more)
    return f"event: notification\nid: {epoch}-{number}\ndata: {data}\n\n"


def gap(cursor: str) -> str:
    return f'event: gap\nid: {cursor}\ndata: {{"reason": "pruned"}}\n\n'


def stream(*parts: str) -> Deed:
    """A stream that says all this and stays open."""

    def deed(connection: socket.socket) -> None:
        connection.sendall(HEAD + "".join(parts).encode())
        while connection.recv(65_536):
            """The other side hangs up sooner or later."""

    return deed


def short_stream(*parts: str) -> Deed:
    return raw(HEAD + "".join(parts).encode())


def header(stub: Stub, connection: int, name: str) -> str | None:
    for line in stub.requests[connection].decode().split("\r\n"):
        key, _, value = line.partition(": ")
        if key.lower() == name:
            return value
    return None


def test_a_proxy_that_can_not_be_used_is_told_and_ends_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks://127.0.0.1:1")
    ear = Ear()
    with listening("https://127.0.0.1:1", ear):
        assert "proxy" in ear.next_closing()


def test_messages_come_in_order_with_their_cursors() -> None:
    ear = Ear()
    with (
        Stub(stream(": listening\n", event(7, "a"), event(8, '{"b":"é\\u2028"}'))) as stub,
        listening(stub.url, ear),
    ):
        assert [ear.next() for _ in range(3)] == [
            Link(is_open=True, reason=""),
            Message("a", "e1-7"),
            Message('{"b":"é\\u2028"}', "e1-8"),
        ]
    assert stub.requests[0].startswith(b"GET /events HTTP/1.1\r\n")
    assert header(stub, 0, "authorization") == f"Bearer {SECRET}"
    assert header(stub, 0, "last-event-id") is None


def test_a_stream_cut_anywhere_says_the_same() -> None:
    whole = (": listening\n" + event(1, "satu ✓") + ": beat\n" + event(2, "dua") + event(3, "tiga")).encode()

    def bit_by_bit(connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.sendall(HEAD)
        for place in range(0, len(whole), 3):
            connection.sendall(whole[place : place + 3])

    ear = Ear()
    with Stub(bit_by_bit, stream()) as stub, listening(stub.url, ear):
        assert [told.body for told in ear.messages(3)] == ["satu ✓", "dua", "tiga"]


def test_it_goes_on_where_it_was() -> None:
    ear = Ear()
    deeds = [short_stream(event(5, "a")), hang_up, short_stream(event(6, "b")), stream(event(7, "c"))]
    with Stub(*deeds) as stub, listening(stub.url, ear, last_cursor="e1-4"):
        assert [told.cursor for told in ear.messages(3)] == ["e1-5", "e1-6", "e1-7"]
    assert [header(stub, number, "last-event-id") for number in range(4)] == ["e1-4", "e1-5", "e1-5", "e1-6"]


def test_a_cursor_that_is_none_is_not_sent() -> None:
    ear = Ear()
    with Stub(stream(event(1, "a"))) as stub, listening(stub.url, ear, last_cursor="kacau\r\nX: 1"):
        ear.messages(1)
    assert header(stub, 0, "last-event-id") is None


def test_nothing_is_told_twice() -> None:
    ear = Ear()
    deeds = [
        short_stream(event(1, "a"), event(1, "a"), event(2, "b"), event(1, "a"), event(2, "b")),
        stream(event(1, "a"), event(2, "b"), event(3, "c")),
    ]
    with Stub(*deeds) as stub, listening(stub.url, ear):
        assert [told.body for told in ear.messages(3)] == ["a", "b", "c"]
    assert [told for told in ear.rest if isinstance(told, Message)] == []


def test_a_gap_is_told_and_passed() -> None:
    ear = Ear()
    with (
        Stub(short_stream(gap("e1-9"), event(10, "a")), stream()) as stub,
        listening(stub.url, ear, last_cursor="e1-2"),
    ):
        assert [ear.next_but_links(), ear.next_but_links()] == [Gap("e1-9"), Message("a", "e1-10")]


def test_after_a_gap_lower_numbers_are_new() -> None:
    """The relay came back from a backup: it counts on from where that was made."""
    ear = Ear()
    with Stub(stream(gap("e1-3"), event(4, "a"))) as stub, listening(stub.url, ear, last_cursor="e1-90"):
        assert [ear.next_but_links(), ear.next_but_links()] == [Gap("e1-3"), Message("a", "e1-4")]


@pytest.mark.parametrize("odd", [event(9, "x"), event(1, "x", epoch="e2")])
def test_what_is_missing_without_a_word_is_a_gap(odd: str) -> None:
    ear = Ear()
    with Stub(stream(event(4, "a"), odd)) as stub, listening(stub.url, ear, last_cursor="e1-3"):
        assert [ear.next_but_links() for _ in range(3)][:2] == [Message("a", "e1-4"), Gap("e1-4")]


@pytest.mark.parametrize(
    "data",
    [
        *("{", "null", "[]", "7", "{}", '{"body": 7}', '{"body": null}'),
        '{"body": "%%%", "body_encoding": "base64"}',
    ],
)
def test_an_event_that_can_not_be_read_is_a_gap(data: str) -> None:
    ear = Ear()
    odd = f"event: notification\nid: e1-4\ndata: {data}\n\n"
    with Stub(stream(odd, event(5, "a"))) as stub, listening(stub.url, ear, last_cursor="e1-3"):
        assert [ear.next_but_links(), ear.next_but_links()] == [Gap("e1-4"), Message("a", "e1-5")]


def test_what_is_no_message_is_passed_over(caplog: pytest.LogCaptureFixture) -> None:
    odd = [
        "event: news\nid: e1-5\ndata: 1\n\n",
        "data: x\n\n",
        "event: notification\nid: salah\ndata: {}\n\n",
        "id\n\n",
    ]
    ear = Ear()
    with Stub(stream(*odd, gap(""), event(4, "a"))) as stub, listening(stub.url, ear, last_cursor="e1-3"):
        assert [ear.next_but_links(), ear.next_but_links()] == [Gap("e1-3"), Message("a", "e1-4")]
    assert "without a number" in caplog.text


def test_bytes_that_are_no_text_arrive_as_far_as_they_can() -> None:
    ear = Ear()
    odd = event(1, base64.b64encode(b"a\xffb").decode(), body_encoding="base64")
    with Stub(stream(odd)) as stub, listening(stub.url, ear):
        assert ear.messages(1) == [Message("a\ufffdb", "e1-1")]


def test_echoes_go_no_further() -> None:
    ear = Ear()
    with (
        Stub(short_stream(event(1, "echo"), event(2, "a"), event(3, "echo")), stream()) as stub,
        listening(stub.url, ear, is_echo=lambda body: body == "echo"),
    ):
        assert ear.messages(1) == [Message("a", "e1-2")]
        assert ear.next_closing()
        until(lambda: len(stub.requests) >= 2)
    assert header(stub, 1, "last-event-id") == "e1-3"


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        (answer("", 500), "HTTP 500"),
        (answer("<html>log in to the wifi</html>"), "not a stream of events"),
        (hang_up, "RemoteProtocolError"),
        (reset, "Error"),
        (short_stream(), "the relay closed the stream"),
        (raw(b"SSH-2.0\r\n"), "RemoteProtocolError"),
        (short_stream("data: " + "x" * (LARGEST_EVENT + 1)), "an event without an end"),
        (short_stream(": beat\n" * (LARGEST_EVENT // 7 + 1)), "an event without an end"),
    ],
)
def test_why_a_stream_ended(deed: Deed, reason: str) -> None:
    ear = Ear()
    with Stub(deed) as stub, listening(stub.url, ear):
        assert reason in ear.next_closing()


def test_silence_is_a_dead_line() -> None:
    ear = Ear()
    with (
        Stub(stream(event(1, "a")), stream(event(2, "b"))) as stub,
        listening(stub.url, ear, silence_seconds=0.2),
    ):
        assert [told.body for told in ear.messages(2)] == ["a", "b"]
    assert header(stub, 1, "last-event-id") == "e1-1"


@pytest.mark.parametrize("status", [301, 401, 404, 429])
def test_a_refusal_is_not_hammered(status: int) -> None:
    ear = Ear()
    with Stub(answer("", status)) as stub, listening(stub.url, ear):
        assert ear.next_closing().startswith(f"HTTP {status}: ")
    assert ear.rest == []
    assert stub.connections == 1


def test_what_the_till_could_not_take_comes_again(caplog: pytest.LogCaptureFixture) -> None:
    ear = Ear()
    refusals = iter([True, False])

    def take(body: str, cursor: str) -> None:
        if next(refusals, False):
            raise RuntimeError("no room")
        ear.message(body, cursor)

    deeds = [stream(event(1, "a")), stream(event(1, "a"), event(2, "b"))]
    with Stub(*deeds) as stub, listening(stub.url, ear, on_message=take):
        assert ear.next_closing() == "a fault of ours"
        assert [told.body for told in ear.messages(2)] == ["a", "b"]
    assert "no room" in caplog.text


@pytest.mark.parametrize("deed", [silence, stream(), stream(event(1, "a")), hang_up, answer("", 401)])
def test_stopping_is_immediate(deed: Deed) -> None:
    ear = Ear()
    with Stub(deed) as stub, listening(stub.url, ear) as listener:
        until(lambda: bool(stub.requests))
        listener.stop(patience=PATIENCE)
        assert not {"relay-listener", "relay-acks"} & {thread.name for thread in threading.enumerate()}


def test_stopping_is_immediate_over_tls(monkeypatch: pytest.MonkeyPatch, certificate: Path) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    ear = Ear()
    with Stub(stream(event(1, "a")), tls=certificate) as stub, listening(stub.url, ear) as listener:
        assert ear.messages(1) == [Message("a", "e1-1")]
        listener.stop(patience=PATIENCE)
        assert "relay-listener" not in {thread.name for thread in threading.enumerate()}


def test_a_stream_that_we_end_ourselves_is_not_told_as_lost() -> None:
    ear = Ear()
    with Stub(stream(event(1, "a"))) as stub, listening(stub.url, ear) as listener:
        ear.messages(1)
        listener.stop(patience=PATIENCE)
    assert ear.rest == []


def test_the_secret_stays_out_of_logs_and_reasons(caplog: pytest.LogCaptureFixture) -> None:
    ear = Ear()
    with (
        caplog.at_level(logging.DEBUG),
        Stub(hang_up, reset, answer("", 401)) as stub,
        listening(stub.url, ear),
    ):
        reasons = [ear.next_closing() for _ in range(3)]
    logged = "".join(record.getMessage() + repr(record.args) for record in caplog.records)
    assert "send_request_headers" in logged
    assert SECRET not in logged + "".join(reasons)


def test_the_secret_never_travels_in_the_open() -> None:
    ear = Ear()
    with pytest.raises(ValueError, match="in the open"):
        Listener(
            "http://relay.example",
            SECRET,
            last_cursor="",
            on_message=ear.message,
            on_gap=ear.gap,
            on_link=ear.link,
            is_echo=lambda _: False,
        )
