import io
import json
import logging
import os
import sys

import httpx
import pytest

from pos_app.relay.log import JsonLines, Sparing, Unhurried
from pos_app.relay.serve import RelayThread
from tests.relay.till import Till


def record(message: str = "stream opened", **extra: object) -> logging.LogRecord:
    return logging.makeLogRecord({"name": "relay", "levelname": "INFO", "msg": message, **extra})


def test_an_event_is_one_line_of_json_with_its_facts() -> None:
    line = JsonLines().format(record("notification\nrefused", status=413, created=1_795_150_800.5))
    assert "\n" not in line
    assert json.loads(line) == {
        "at": "2026-11-20T05:00:00.500+00:00",
        "level": "info",
        "from": "relay",
        "event": "notification\nrefused",
        "status": 413,
    }


def test_an_exception_is_on_the_same_line() -> None:
    try:
        int("what happened")
    except ValueError:
        line = JsonLines().format(record(exc_info=sys.exc_info()))
    assert "\n" not in line
    assert "ValueError: invalid literal" in json.loads(line)["trace"]


def test_a_flood_of_one_kind_is_cut_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [5.0]
    monkeypatch.setattr("pos_app.relay.log.time.monotonic", lambda: now[0])
    sparing = Sparing(lines=3)
    assert [sparing.filter(record()) for _ in range(10)] == [True] * 3 + [False] * 7
    assert sparing.filter(record("another kind"))
    now[0] = 6.0
    first = record()
    assert sparing.filter(first)
    assert json.loads(JsonLines().format(first))["left_out"] == 7
    second = record()
    assert sparing.filter(second)
    assert "left_out" not in json.loads(JsonLines().format(second))


def test_a_reader_that_stopped_reading_holds_nothing_up() -> None:
    reads, writes = os.pipe()
    log = Unhurried(writes, longest=2_000)
    log.setFormatter(logging.Formatter("%(message)s"))
    for number in range(10_000):
        log.emit(record(f"{number:04} {'x' * 200}"))
    # The pipe is full and so is the queue; whoever reads on gets the oldest lines whole and in order.
    with os.fdopen(reads, "rb") as lines:
        assert [int(lines.readline()[:4]) for _ in range(2_000)] == list(range(2_000))
        log.close()
        os.close(writes)
        assert all(len(line) == 206 for line in lines)


def test_a_log_that_is_gone_is_no_error() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    log = Unhurried(writes)
    log.emit(record())
    log.close()
    os.close(writes)


def test_no_body_no_secret_and_no_whole_mailbox_id_is_logged(
    relay: RelayThread, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(JsonLines())
    logging.getLogger("pos_app.relay").addHandler(handler)
    logging.getLogger("uvicorn").addHandler(handler)
    try:
        till = Till(relay.url)
        till.acks(till.receives('{"order_id": "TSJ-02-261120-0218-1"}'))
        with till.listening(last_event_id="0123456789ab-4") as events:
            next(events)
        httpx.post(f"{relay.url}/n/{till.mailbox}", content=bytes(70_000))
        httpx.post(f"{relay.url}/ack", content=b"nonsense TSJ-02", headers=till.bearer)
    finally:
        logging.getLogger("pos_app.relay").removeHandler(handler)
        logging.getLogger("uvicorn").removeHandler(handler)
    text = lines.getvalue()
    assert text.count(till.mailbox[:6]) >= 3
    for private in (till.mailbox, till.mailbox[:10], till.secret, "TSJ-02"):
        assert private not in text
