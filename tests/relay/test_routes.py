"""What the relay answers over a real socket (architecture, Relay; wire-facts 7.3)."""

import re
import socket
from collections.abc import Iterator

import httpx
import pytest

from pos_app.relay import answers, connection, routes
from pos_app.relay.mailbox import LARGEST_BODY, Limits
from pos_app.relay.serve import RelayThread
from tests.relay.till import Till, body_of
from tests.waiting import until


@pytest.fixture
def till(relay: RelayThread) -> Till:
    return Till(relay.url)


def test_a_notification_is_answered_with_the_id_under_which_it_is_heard(till: Till) -> None:
    body = '{"order_id": "TSJ-02-261120-0218-1", "gross_amount": "44000.00"}'
    promised = till.receives(body)
    assert re.fullmatch(r"[0-9a-f]{12}-1", promised)
    (event,) = till.hears(1)
    assert (event.id, body_of(event)) == (promised, body)


@pytest.mark.parametrize("size", [0, 1, LARGEST_BODY])
def test_the_largest_body_is_taken(till: Till, size: int) -> None:
    till.receives(b"x" * size)
    assert body_of(till.hears(1)[0]) == "x" * size


@pytest.mark.parametrize("size", [LARGEST_BODY + 1, 30_000_000])
@pytest.mark.parametrize("is_chunked", [False, True])
def test_a_larger_one_is_refused_and_nothing_is_stored(till: Till, size: int, is_chunked: bool) -> None:
    def chunks() -> Iterator[bytes]:
        for start in range(0, size, 50_000):
            yield bytes(min(50_000, size - start))

    answer = httpx.post(f"{till.url}/n/{till.mailbox}", content=chunks() if is_chunked else bytes(size))
    assert answer.status_code == 413
    assert (answer.headers.get("connection") == "close") == (
        size > 2 * LARGEST_BODY
    )  # the rest was heard out
    assert str(LARGEST_BODY) in answer.json()["error"]
    assert till.receives(b"next").endswith("-1")


def test_a_little_too_much_is_heard_out_before_it_is_refused(till: Till) -> None:
    """A proxy that has to break off while it sends may lose the answer."""
    url = httpx.URL(till.url)
    size = LARGEST_BODY + 1
    head = f"POST /n/{till.mailbox} HTTP/1.1\r\nHost: relay\r\nContent-Length: {size}\r\n\r\n".encode()
    with socket.create_connection((url.host, url.port)) as proxy:
        proxy.sendall(head + bytes(size - 1))
        proxy.settimeout(0.2)
        with pytest.raises(TimeoutError):
            proxy.recv(1)
        proxy.settimeout(5)
        proxy.sendall(b"x")
        assert proxy.recv(100).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize(
    "mailbox", ["abc", "A" * 26, "a" * 27, "a" * 25 + "1", "a" * 26 + "/", "a" * 26 + "/x", ""]
)
def test_what_is_no_mailbox_is_not_found_and_never_redirected(till: Till, mailbox: str) -> None:
    answer = httpx.post(f"{till.url}/n/{mailbox}", content=b"{}")
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/n/" + "a" * 26, "POST"),
        ("PUT", "/n/" + "a" * 26, "POST"),
        ("HEAD", "/n/" + "a" * 26, "POST"),
        ("GET", "/ack", "POST"),
        ("POST", "/events", "GET"),
        ("POST", "/healthz", "GET"),
        ("DELETE", "/metrics", "GET"),
    ],
)
def test_a_wrong_method_names_the_right_one(till: Till, method: str, path: str, allowed: str) -> None:
    answer = httpx.request(method, till.url + path, content=b"{}")
    assert answer.status_code == 405
    assert allowed in answer.headers["allow"].split(", ")


@pytest.mark.parametrize("path", ["/", "/n", "/event", "/healthz/", "/%2e%2e/etc"])
def test_an_unknown_path_is_not_found(till: Till, path: str) -> None:
    assert httpx.get(till.url + path).status_code == 404


@pytest.mark.parametrize("header", [None, "Bearer short", "Basic dTpwdTpwdTpwdTpw"])
def test_reading_and_acking_need_a_secret(till: Till, header: str | None) -> None:
    headers = {} if header is None else {"Authorization": header}
    for answer in (
        httpx.get(f"{till.url}/events", headers=headers),
        httpx.post(f"{till.url}/ack", json={"id": "x"}, headers=headers),
    ):
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"


def test_the_mailbox_id_opens_nothing(till: Till) -> None:
    till.receives(b"for the till alone")
    stranger = Till(till.url, secret=till.mailbox)
    assert stranger.mailbox != till.mailbox
    stranger.receives(b"for the stranger")
    assert body_of(stranger.hears(1)[0]) == "for the stranger"


def test_an_ack_says_what_stands_and_never_moves_back(till: Till) -> None:
    first, second = till.receives(b"1"), till.receives(b"2")
    for acked, standing in [(first, first), (second, second), (first, second), (second, second)]:
        answer = till.acks(acked)
        assert (answer.status_code, answer.json()) == (200, {"id": standing})


def test_an_ack_of_another_epoch_or_of_the_future_is_a_conflict(till: Till) -> None:
    first = till.receives(b"1")
    for wrong in (f"{first}0", "0123456789ab-1"):
        assert till.acks(wrong).status_code == 409
    assert body_of(till.hears(1)[0]) == "1"


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"id": 5}', b'{"id": "5"}', b"\xff", b"[" * 1000])
def test_what_is_no_ack_is_a_bad_request(till: Till, body: bytes) -> None:
    assert httpx.post(f"{till.url}/ack", content=body, headers=till.bearer).status_code == 400


def test_an_ack_is_small(till: Till) -> None:
    assert httpx.post(f"{till.url}/ack", content=bytes(2000), headers=till.bearer).status_code == 413


def test_one_mailbox_over_its_rate_does_not_touch_another(tmp_path_factory: pytest.TempPathFactory) -> None:
    with RelayThread(tmp_path_factory.mktemp("data"), limits=Limits(rate=0.01, burst=2)) as relay:
        busy, other = Till(relay.url), Till(relay.url)
        assert [busy.receives(b"1")[-2:], busy.receives(b"2")[-2:]] == ["-1", "-2"]
        answer = httpx.post(f"{relay.url}/n/{busy.mailbox}", content=b"3")
        assert answer.status_code == 429
        assert int(answer.headers["retry-after"]) > 0
        assert other.receives(b"1").endswith("-1")


def test_one_mailbox_over_its_size_does_not_touch_another(tmp_path_factory: pytest.TempPathFactory) -> None:
    with RelayThread(tmp_path_factory.mktemp("data"), limits=Limits(messages=1)) as relay:
        full, other = Till(relay.url), Till(relay.url)
        full.receives(b"1")
        assert httpx.post(f"{relay.url}/n/{full.mailbox}", content=b"2").status_code == 429
        other.receives(b"1")


def test_a_body_that_does_not_come_is_given_up(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "BODY_SECONDS", 0.2)
    monkeypatch.setattr(answers, "LINGER_SECONDS", 0.2)
    answer = _exchange(till, f"POST /n/{till.mailbox} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345")
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert till.receives(b"next").endswith("-1")


def test_a_sender_that_hangs_up_in_the_middle_stores_nothing(own_relay: RelayThread) -> None:
    till = Till(own_relay.url)
    with _connected(till) as client:
        client.sendall(
            f"POST /n/{till.mailbox} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345".encode()
        )
    until(lambda: 'relay_posts_total{status="408"} 1' in httpx.get(f"{till.url}/metrics").text)
    assert till.receives(b"next").endswith("-1")


def test_of_a_body_longer_than_announced_only_the_announced_part_counts(
    till: Till, caplog: pytest.LogCaptureFixture
) -> None:
    request = f"POST /n/{till.mailbox} HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n123{'4' * 70_000}"
    assert b"HTTP/1.1 400 " in _exchange(till, request)
    last = till.receives(b"next")
    heard = till.hears(int(last.split("-")[1]))
    assert [body_of(event) for event in heard] in (["next"], ["123", "next"])
    assert {record.getMessage() for record in caplog.records} == {"Invalid HTTP request received."}


@pytest.mark.parametrize("head", ["", "POST /n/x HTTP/1.1\r\nHost: x\r\nX-Slow: "])
def test_a_head_that_does_not_end_is_given_up(till: Till, monkeypatch: pytest.MonkeyPatch, head: str) -> None:
    monkeypatch.setattr(connection, "HEAD_SECONDS", 0.2)
    assert _exchange(till, head) == b""


def test_a_head_that_is_too_large_is_given_up(till: Till) -> None:
    with _connected(till) as client, pytest.raises(OSError):
        client.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n")
        for number in range(100_000):
            client.sendall(f"X-{number}: {'x' * 1000}\r\n".encode())


def test_a_second_slow_head_on_one_connection_is_given_up_too(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _connected(till) as client:
        client.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert client.recv(10_000).startswith(b"HTTP/1.1 200 ")
        monkeypatch.setattr(connection, "HEAD_SECONDS", 0.2)
        client.sendall(b"GET /healthz HT")
        assert _rest(client) == b""


def test_health_is_a_write(till: Till) -> None:
    answer = httpx.get(f"{till.url}/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_metrics_count_what_happened_and_name_no_mailbox(own_relay: RelayThread) -> None:
    till = Till(own_relay.url)
    till.acks(till.receives(b"1"))
    httpx.post(f"{till.url}/n/nothing")
    httpx.post(f"{till.url}/ack")
    text = httpx.get(f"{till.url}/metrics").text
    for line in (
        'relay_posts_total{status="200"} 1',
        'relay_posts_total{status="404"} 1',
        'relay_acks_total{status="200"} 1',
        'relay_acks_total{status="401"} 1',
        'relay_post_seconds_bucket{le="+Inf"} 2',
        "relay_streams 0",
        "relay_waiting 0",
    ):
        assert line in text.splitlines()
    assert till.mailbox[:6] not in text


def _connected(till: Till) -> socket.socket:
    url = httpx.URL(till.url)
    assert url.port is not None
    return socket.create_connection((url.host, url.port), timeout=10)


def _exchange(till: Till, request: str) -> bytes:
    with _connected(till) as client:
        client.sendall(request.encode())
        return _rest(client)


def _rest(client: socket.socket) -> bytes:
    received = b""
    try:
        while more := client.recv(65536):
            received += more
    except ConnectionResetError:
        pass
    return received
