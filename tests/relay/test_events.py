"""The stream: order, resuming, gaps, several readers, heartbeats and slow readers."""

import base64
import contextlib
import json
import socket
import sqlite3
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.relay import serve
from pos_app.relay.events import _event
from pos_app.relay.mailbox import Limits, Message, Prune
from pos_app.relay.serve import RelayThread
from pos_app.relay.store import PAGE_MESSAGES
from pos_app.relay.store_sqlite import SqliteMailboxes
from tests.relay.till import Till, body_of
from tests.waiting import until


@pytest.fixture
def till(relay: RelayThread) -> Till:
    return Till(relay.url)


def prune_now_at(directory: Path, when: datetime) -> None:
    """Between two runs of the relay: everything that is due at `when` is dropped."""
    store = SqliteMailboxes(directory)
    while store.write([Prune(when)]) == [1]:
        pass
    store.close()


def test_an_event_carries_the_whole_notification(till: Till) -> None:
    before = datetime.now(UTC)
    promised = till.receives("Rp 1.000\nbaris dua \u2028 ☕", content_type="text/plain; charset=utf-8")
    (event,) = till.hears(1)
    data = json.loads(event.data)
    assert event.id == promised
    assert data.pop("body") == "Rp 1.000\nbaris dua \u2028 ☕"
    received_at = datetime.fromisoformat(data.pop("received_at"))
    assert before <= received_at <= datetime.now(UTC)
    assert received_at.utcoffset() == timedelta(0)
    assert data == {"content_type": "text/plain; charset=utf-8"}


def test_the_headers_of_a_stream_keep_proxies_from_holding_it_back(till: Till) -> None:
    with till.response() as response:
        assert response.status_code == 200
        assert response.headers["content-type"] == "text/event-stream"
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["x-accel-buffering"] == "no"
        assert next(response.iter_lines()).startswith(":")


def test_a_listening_till_hears_at_once_and_in_order(till: Till) -> None:
    with till.listening() as events:
        for number in range(30):
            promised = till.receives(str(number))
            event = next(events)
            assert (event.id, body_of(event)) == (promised, str(number))


def test_a_long_backlog_is_replayed_in_order(till: Till) -> None:
    count = 2 * PAGE_MESSAGES + 7
    with httpx.Client() as gateway:
        for number in range(count):
            gateway.post(f"{till.url}/n/{till.mailbox}", content=str(number))
    assert [body_of(event) for event in till.hears(count)] == [str(number) for number in range(count)]


def test_a_stream_resumes_after_the_last_id(till: Till) -> None:
    ids = [till.receives(str(number)) for number in range(5)]
    assert [event.id for event in till.hears(3, last_event_id=ids[1])] == ids[2:]


def test_without_a_last_id_it_begins_after_the_last_ack(till: Till) -> None:
    ids = [till.receives(str(number)) for number in range(3)]
    till.acks(ids[1])
    assert till.hears(1)[0].id == ids[2]
    assert [event.id for event in till.hears(2, last_event_id=ids[0])] == ids[1:]


def test_every_reader_of_a_mailbox_hears_everything(till: Till) -> None:
    first_id = till.receives("0")
    with till.listening() as one, till.listening() as two, till.listening(first_id) as three:
        later = [till.receives("1"), till.receives("2")]
        assert [next(one).id for _ in range(3)] == [first_id, *later]
        assert [next(two).id for _ in range(3)] == [first_id, *later]
        assert [next(three).id for _ in range(2)] == later


def test_no_till_hears_another(relay: RelayThread) -> None:
    one, two = Till(relay.url), Till(relay.url)
    with one.listening() as heard_by_one, two.listening() as heard_by_two:
        one.receives("for one")
        two.receives("for two")
        assert body_of(next(heard_by_one)) == "for one"
        assert body_of(next(heard_by_two)) == "for two"


@pytest.mark.parametrize(
    ("last_event_id", "reason"),
    [("0123456789ab-1", "epoch"), ("what is this", "unreadable"), ("-1", "unreadable"), ("17", "unreadable")],
)
def test_an_id_that_means_nothing_here_is_a_gap_and_then_everything(
    till: Till, last_event_id: str, reason: str
) -> None:
    ids = [till.receives("1"), till.receives("2")]
    till.acks(ids[0])
    gap, event = till.hears(2, last_event_id=last_event_id)
    assert (gap.event, json.loads(gap.data), gap.id) == ("gap", {"reason": reason}, ids[0])
    assert event.id == ids[1]


def test_an_id_that_this_mailbox_never_gave_is_a_gap(till: Till) -> None:
    first = till.receives("1")
    gap, event = till.hears(2, last_event_id=f"{first}7")
    assert (gap.event, json.loads(gap.data)["reason"]) == ("gap", "ahead")
    assert event.id == first


def test_an_empty_last_id_is_none(till: Till) -> None:
    first = till.receives("1")
    assert till.hears(1, last_event_id="")[0].id == first


def test_what_was_pruned_before_it_was_heard_is_a_gap(tmp_path: Path) -> None:
    with RelayThread(tmp_path) as relay:
        till = Till(relay.url)
        ids = [till.receives(str(number)) for number in range(4)]
        till.acks(ids[1])
    prune_now_at(tmp_path, datetime.now(UTC) + timedelta(hours=2))
    with RelayThread(tmp_path) as relay:
        till = Till(relay.url, till.secret)
        gap, *events = till.hears(3, last_event_id=ids[0])
        assert (gap.event, json.loads(gap.data)["reason"], gap.id) == ("gap", "pruned", ids[1])
        assert [event.id for event in events] == ids[2:]
        # Whoever goes on after the gap is not told of it again.
        assert [event.id for event in till.hears(2, last_event_id=gap.id)] == ids[2:]


def test_a_gap_comes_even_when_nothing_follows_it(tmp_path: Path) -> None:
    with RelayThread(tmp_path) as relay:
        till = Till(relay.url)
        ids = [till.receives("1"), till.receives("2")]
        till.hears(1)
    prune_now_at(tmp_path, datetime.now(UTC) + timedelta(days=8))
    with RelayThread(tmp_path) as relay:
        till = Till(relay.url, till.secret)
        with till.listening() as events:
            gap = next(events)
            assert (gap.event, gap.id) == ("gap", ids[1])
            third = till.receives("3")
            assert next(events).id == third


def test_a_number_that_one_reader_was_told_is_never_given_again(tmp_path: Path) -> None:
    with RelayThread(tmp_path) as relay:
        till = Till(relay.url)
        told = till.receives("1")
        till.hears(1)
        invented = Till(relay.url)
        nobody_knows = invented.receives("2")
    prune_now_at(tmp_path, datetime.now(UTC) + timedelta(days=8))
    with RelayThread(tmp_path) as relay:
        assert Till(relay.url, till.secret).receives("3") == f"{told[:-1]}2"
        assert Till(relay.url, invented.secret).receives("4") == nobody_knows
        (event,) = Till(relay.url, till.secret).hears(1, last_event_id=told)
        assert body_of(event) == "3"


def test_what_is_posted_while_a_reader_comes_for_the_first_time_is_heard_once(tmp_path: Path) -> None:
    with RelayThread(tmp_path) as relay, ThreadPoolExecutor(8) as others:
        tills = [Till(relay.url) for _ in range(40)]
        posted = [others.submit(till.receives, str(number)) for till in tills for number in range(3)]
        heard = [others.submit(till.hears, 3) for till in tills]
        ids = [post.result() for post in posted]
        assert [event.id for one in heard for event in one.result()] == [
            position for first in range(0, len(ids), 3) for position in sorted(ids[first : first + 3])
        ]


def test_a_new_database_is_a_new_epoch(tmp_path: Path) -> None:
    with RelayThread(tmp_path / "old") as relay:
        till = Till(relay.url)
        old = till.receives("1")
    with RelayThread(tmp_path / "new") as relay:
        till = Till(relay.url, till.secret)
        new = till.receives("2")
        gap, event = till.hears(2, last_event_id=old)
        assert (gap.event, event.id) == ("gap", new)
        assert new.split("-")[0] != old.split("-")[0]


def test_silence_is_broken_by_heartbeats(tmp_path: Path) -> None:
    with RelayThread(tmp_path, heartbeat=0.1) as relay, Till(relay.url).response() as response:
        lines = response.iter_lines()
        assert all(next(lines).startswith(":") for _ in range(5))


def test_a_heartbeat_is_no_event(tmp_path: Path) -> None:
    with RelayThread(tmp_path, heartbeat=0.05) as relay:
        till = Till(relay.url)
        first = till.receives("1")
        with till.listening() as events:
            assert next(events).id == first
            beats = threading.Event()
            threading.Timer(0.3, beats.set).start()
            beats.wait()
            second = till.receives("2")
            assert next(events).id == second


def test_a_mailbox_has_so_many_readers_and_no_more(tmp_path: Path) -> None:
    with RelayThread(tmp_path, limits=Limits(readers=2)) as relay, contextlib.ExitStack() as streams:
        till = Till(relay.url)
        for _ in range(2):
            assert streams.enter_context(till.response()).status_code == 200
        refused = streams.enter_context(till.response())
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "15")
        assert streams.enter_context(Till(relay.url).response()).status_code == 200


def test_a_relay_has_so_many_streams_and_no_more(tmp_path: Path) -> None:
    with RelayThread(tmp_path, streams=3) as relay, contextlib.ExitStack() as streams:
        for _ in range(3):
            assert streams.enter_context(Till(relay.url).response()).status_code == 200
        late = Till(relay.url)
        with late.response() as refused:
            assert (refused.status_code, refused.headers["retry-after"]) == (503, "30")
            assert refused.read() == b'{"error":"this relay has as many streams as it may; come back later"}'
        # Everything else goes on: it is kept for the one who comes back.
        kept = late.receives("1")
        streams.close()
        until(lambda: _status(late) == 200)
        assert late.hears(1)[0].id == kept
        assert "relay_streams_refused_total 1\n" in httpx.get(f"{relay.url}/metrics").text


def test_a_rush_of_readers_is_counted_before_the_store_has_answered(tmp_path: Path) -> None:
    with RelayThread(tmp_path, streams=5) as relay, ThreadPoolExecutor(40) as others:
        everybody = threading.Barrier(40, timeout=20)

        def knock(till: Till) -> int:
            everybody.wait()
            with till.response() as response:
                everybody.wait()
                return response.status_code

        answers = Counter(others.map(knock, [Till(relay.url) for _ in range(40)]))
    assert answers == {200: 5, 503: 35}


def test_a_reader_that_left_makes_room_for_another(tmp_path: Path) -> None:
    with RelayThread(tmp_path, limits=Limits(readers=1)) as relay:
        till = Till(relay.url)
        with till.response() as first, till.response() as second:
            assert (first.status_code, second.status_code) == (200, 429)
        until(lambda: _status(till) == 200)


def test_a_reader_that_does_not_read_holds_nobody_up(tmp_path: Path) -> None:
    count, body = 400, "x" * 60_000
    with RelayThread(tmp_path, heartbeat=0.2) as relay:
        till = Till(relay.url)
        url = httpx.URL(relay.url)
        with socket.socket() as stuck, till.listening() as events, httpx.Client() as gateway:
            stuck.connect((url.host, url.port))
            stuck.sendall(
                f"GET /events HTTP/1.1\r\nHost: x\r\nAuthorization: {till.bearer['Authorization']}\r\n\r\n".encode()
            )
            posting = threading.Thread(
                target=lambda: [
                    gateway.post(f"{till.url}/n/{till.mailbox}", content=body) for _ in range(count)
                ]
            )
            posting.start()
            heard = [next(events).id for _ in range(count)]
            posting.join()
            assert [int(position.split("-")[1]) for position in heard] == list(range(1, count + 1))
            # The stuck one goes on where it was, with everything, as soon as it reads again.
            stuck.settimeout(10)
            received = bytearray()
            while f"id: {heard[-1]}\n".encode() not in received[-200_000:]:
                received += stuck.recv(1_000_000)
            assert received.count(b"event: notification") == count


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has TCP_USER_TIMEOUT")
def test_a_reader_that_never_reads_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "DEAD_PEER_MILLISECONDS", 500)
    with (
        RelayThread(tmp_path) as relay,
        socket.socket() as stuck,
        httpx.Client(base_url=relay.url) as gateway,
    ):
        till, url = Till(relay.url), httpx.URL(relay.url)
        stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        stuck.connect((url.host, url.port))
        stuck.sendall(
            f"GET /events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {till.secret}\r\n\r\n".encode()
        )
        until(lambda: "relay_streams 1" in gateway.get("/metrics").text)
        for _ in range(100):
            gateway.post(f"/n/{till.mailbox}", content=bytes(60_000))
        until(lambda: "relay_streams 0" in gateway.get("/metrics").text)


def test_a_restored_file_with_its_epoch_taken_away_is_another_epoch(tmp_path: Path) -> None:
    with RelayThread(tmp_path) as relay:
        till = Till(relay.url)
        old = till.receives("1")
    with contextlib.closing(sqlite3.connect(tmp_path / "relay.db")) as connection, connection:
        connection.execute("DELETE FROM relay")
    with RelayThread(tmp_path) as relay:
        gap, event = Till(relay.url, till.secret).hears(2, last_event_id=old)
        assert (gap.event, body_of(event)) == ("gap", "1")


def _status(till: Till) -> int:
    with till.response() as response:
        return response.status_code


@given(st.binary(max_size=300))
def test_any_body_arrives_on_one_line(body: bytes) -> None:
    frame = _event("0123456789ab", Message(5, datetime(2026, 1, 1, tzinfo=UTC), None, body))
    kind, position, data, *end = frame.decode("ascii").split("\n")
    assert (kind, position, end) == ("event: notification", "id: 0123456789ab-5", ["", ""])
    content = json.loads(data.removeprefix("data: "))
    if content.get("body_encoding") == "base64":
        assert base64.b64decode(content["body"]) == body
    else:
        assert content["body"].encode() == body


def test_what_is_no_text_travels_as_base64(till: Till) -> None:
    till.receives(b"\xff\xfe")
    data = json.loads(till.hears(1)[0].data)
    assert (data["body"], data["body_encoding"]) == ("//4=", "base64")
