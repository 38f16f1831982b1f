"""Whatever a stranger sends: a known answer, nothing stored that was not promised, and a relay that lives on."""

import re
import socket
from collections.abc import Iterator

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_app.relay.mailbox import LARGEST_BODY
from pos_app.relay.serve import RelayThread
from tests.relay.till import Till, bytes_of

KNOWN = {200, 400, 401, 404, 405, 408, 409, 413, 429}

methods = st.sampled_from(
    ["GET", "POST", "PUT", "HEAD", "OPTIONS", "DELETE", "PATCH", "TRACE", "NONSENSE", ""]
)
paths = st.one_of(
    st.sampled_from(
        ["/ack", "/events", "/healthz", "/metrics", "/", "*", "/n/", "/n/" + "a" * 26, "/n/" + "b" * 26]
    ),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=60).map("/".__add__),
)
header_text = st.text(st.characters(min_codepoint=1, max_codepoint=255), max_size=40)
headers = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(["Content-Type", "Authorization", "Last-Event-ID", "X-A", "Connection"]),
            header_text,
        ),
        st.tuples(
            st.sampled_from(["Content-Length", "Transfer-Encoding", "Expect", "Upgrade", "Connection"]),
            st.sampled_from(
                [
                    "0",
                    "5",
                    "-1",
                    "70000",
                    "9" * 30,
                    "chunked",
                    "gzip, chunked",
                    "100-continue",
                    "websocket",
                    "close",
                ]
            ),
        ),
        st.just(("Authorization", "Bearer 0123456789abcdef0123456789abcdef")),
    ),
    max_size=5,
)
bodies = st.one_of(
    st.binary(max_size=200), st.just(b"5\r\nhello\r\n0\r\n\r\n"), st.just(b'{"id": "0123456789ab-1"}')
)


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RelayThread]:
    with RelayThread(tmp_path_factory.mktemp("fuzzed")) as relay:
        yield relay


def _request(method: str, path: str, lines: list[tuple[str, str]], body: bytes) -> bytes:
    head = "".join(f"{name}: {value}\r\n" for name, value in lines)
    return f"{method} {path} HTTP/1.1\r\nHost: x\r\n{head}\r\n".encode("latin-1") + body


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(request=st.builds(_request, methods, paths, headers, bodies))
def test_any_request_gets_a_known_answer(
    fuzzed: RelayThread, caplog: pytest.LogCaptureFixture, request: bytes
) -> None:
    answer = _answer(fuzzed, request)
    statuses = {int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", answer)}
    assert statuses - {100} <= KNOWN
    assert httpx.get(f"{fuzzed.url}/healthz").status_code == 200
    for record in caplog.records:
        assert record.exc_info is None, record.getMessage()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(garbage=st.binary(max_size=400))
def test_bytes_that_are_no_request_do_no_harm(
    fuzzed: RelayThread, caplog: pytest.LogCaptureFixture, garbage: bytes
) -> None:
    answer = _answer(fuzzed, garbage)
    assert re.match(rb"HTTP/1\.1 (400|404|405) |$", answer)
    assert httpx.get(f"{fuzzed.url}/healthz").status_code == 200
    assert {record.getMessage() for record in caplog.records} <= {"Invalid HTTP request received."}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.binary(max_size=20_000), max_size=8),
    st.sampled_from([None, "text/plain", "application/json; charset=utf-8", "caf\xe9", "x" * 500]),
)
def test_stored_is_exactly_what_was_promised(
    fuzzed: RelayThread, chunks: list[bytes], content_type: str | None
) -> None:
    till = Till(fuzzed.url)
    sent = b"".join(chunks)
    headers = {} if content_type is None else {b"Content-Type": content_type.encode("latin-1")}
    answer = httpx.post(f"{till.url}/n/{till.mailbox}", content=iter(chunks), headers=headers)
    if len(sent) > LARGEST_BODY:
        assert answer.status_code == 413
        assert till.receives(b"next").endswith("-1")
    else:
        assert answer.status_code == 200
        (event,) = till.hears(1)
        assert event.id == answer.json()["id"]
        assert bytes_of(event) == sent


def _answer(relay: RelayThread, request: bytes) -> bytes:
    """Everything that comes back; a stream is left after its head."""
    url = httpx.URL(relay.url)
    received = b""
    with socket.create_connection((url.host, url.port), timeout=10) as client:
        client.sendall(request)
        client.shutdown(socket.SHUT_WR)
        try:
            while b"text/event-stream" not in received and (more := client.recv(65536)):
                received += more
        except ConnectionResetError:
            pass
    return received
