"""What a call says when the network or the other side misbehaves: was anything sent, and what came."""

from __future__ import annotations

import base64
import logging
import socket
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from pos_app.domain.errors import GatewayError, OutcomeUnknownError, Problem, UnreachableError
from pos_app.midtrans.client import LARGEST_REPLY, LONGEST_TROUBLE, MidtransGateway
from tests.midtrans.stub import (
    Deed,
    Stub,
    answer,
    deaf,
    drip_body,
    drip_head,
    hang_up,
    raw,
    reset,
    silence,
)
from tests.midtrans.test_client import CREATED, KEY, key


def hasty(url: str) -> MidtransGateway:
    """Gives up soon, and not so soon that a busy machine has not even sent the request."""
    return MidtransGateway(url, key, connect_seconds=2.0, read_seconds=1.0, deadline_seconds=2.0)


def failed(call: Callable[[], object]) -> GatewayError:
    with pytest.raises(GatewayError) as error:
        call()
    return error.value


SAID_NOTHING = [silence, drip_head, hang_up, reset, deaf, raw(b"HTTP/1.1 2"), raw(b"SSH-2.0-OpenSSH\r\n")]


@pytest.mark.parametrize("deed", SAID_NOTHING)
def test_no_answer(deed: Deed) -> None:
    with Stub(deed) as stub, hasty(stub.url) as gateway:
        error = failed(lambda: gateway.charge(CREATED, "k"))
    assert isinstance(error, OutcomeUnknownError)
    assert (error.problem, error.raw) == (Problem.NO_ANSWER, "")
    assert stub.connections == 1


@pytest.mark.parametrize("proxy", ["socks://127.0.0.1:1", "socks5://127.0.0.1:1", "http://[::1"])
def test_a_proxy_that_can_not_be_used_means_that_nothing_was_sent(
    monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    with hasty("https://127.0.0.1:1") as gateway:
        assert isinstance(failed(lambda: gateway.charge(CREATED, "k")), UnreachableError)


HTML = "<html><body>Attention Required! | Cloudflare</body></html>"


@pytest.mark.parametrize(
    ("deed", "came"),
    [
        (drip_body, '{"status_code":"201",'),
        (answer('{"status_code":"20', length=400), '{"status_code":"20'),
        (answer(CREATED, length=400), CREATED),
        (raw(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n'), '{"a":'),
        (answer("", length=10), ""),
        (answer(HTML, 403), HTML),
        (answer(HTML, 502), HTML),
        (answer(HTML), HTML),
        (answer("", 204), ""),
        (answer(""), ""),
        (answer("[]"), "[]"),
        (answer("null", 500), "null"),
        (answer('{"status_code":"201"'), '{"status_code":"201"'),
        (answer("a\0b"), "a\ufffdb"),
        (answer(b"\xff\xfe"), "\ufffd\ufffd"),
        (answer(CREATED, 301, headers=["Location: /v2/elsewhere"], length=0), ""),
    ],
)
def test_an_answer_that_is_none(deed: Deed, came: str) -> None:
    with Stub(deed) as stub, hasty(stub.url) as gateway:
        error = failed(lambda: gateway.charge(CREATED, "k"))
    assert isinstance(error, OutcomeUnknownError)
    assert error.problem is Problem.GATEWAY_TROUBLE
    assert error.raw.startswith(came)
    assert stub.connections == 1


def test_a_huge_answer_is_not_taken_in() -> None:
    padded = '{"status_code":"201","x":"' + "x" * LARGEST_REPLY + '"}'
    with Stub(answer(padded)) as stub, hasty(stub.url) as gateway:
        error = failed(lambda: gateway.status("a"))
    assert isinstance(error, OutcomeUnknownError)
    assert error.raw == padded[:LONGEST_TROUBLE]


@pytest.mark.parametrize("deed", [drip_head, drip_body, silence])
def test_dripping_bytes_buy_no_time(deed: Deed) -> None:
    with Stub(deed) as stub, MidtransGateway(stub.url, key, read_seconds=60, deadline_seconds=1.5) as gateway:
        assert isinstance(failed(lambda: gateway.status("a")), OutcomeUnknownError)
        assert not stub.ended.is_set()


@pytest.mark.parametrize("deed", [drip_head, drip_body, silence])
def test_nor_do_they_over_tls(deed: Deed, monkeypatch: pytest.MonkeyPatch, certificate: Path) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with (
        Stub(deed, tls=certificate) as stub,
        MidtransGateway(stub.url, key, read_seconds=60, deadline_seconds=1.5) as gateway,
    ):
        assert isinstance(failed(lambda: gateway.status("a")), OutcomeUnknownError)
        assert not stub.ended.is_set()


def test_a_server_that_takes_nothing_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """The request is larger than what fits between the two: it was begun, so the outcome is unknown."""

    def never_reads(connection: socket.socket) -> None:
        connection.recv(1)
        stub.ended.wait()

    with Stub(never_reads) as stub, hasty(stub.url) as gateway:
        monkeypatch.setattr(stub, "_hear", lambda _: b"")
        assert isinstance(failed(lambda: gateway.charge("x" * 20_000_000, "k")), OutcomeUnknownError)


def closed_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"http://127.0.0.1:{server.getsockname()[1]}"


def test_nobody_listens() -> None:
    with hasty(closed_port()) as gateway:
        assert isinstance(failed(lambda: gateway.charge(CREATED, "k")), UnreachableError)


def test_no_such_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> object:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with hasty("https://api.midtrans.com") as gateway:
        error = failed(lambda: gateway.charge(CREATED, "k"))
    assert isinstance(error, UnreachableError)
    assert "Name or service not known" in str(error)


def test_a_host_that_takes_no_connection() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        address = full.getsockname()
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(address)
        with hasty(f"http://127.0.0.1:{address[1]}") as gateway:
            error = failed(lambda: gateway.charge(CREATED, "k"))
        for each in waiting:
            each.close()
    assert isinstance(error, UnreachableError)


@pytest.mark.parametrize("deed", [silence, hang_up, raw(b"HTTP/1.1 400 Bad Request\r\n\r\n")])
def test_a_host_that_speaks_no_tls(deed: Deed) -> None:
    with Stub(deed) as stub, hasty(stub.url.replace("http:", "https:")) as gateway:
        assert isinstance(failed(lambda: gateway.charge(CREATED, "k")), UnreachableError)
    assert all(KEY.encode() not in request for request in stub.requests)


def test_a_proxy_that_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    with Stub(answer(HTML, 403)) as proxy, hasty("https://api.midtrans.com") as gateway:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        assert isinstance(failed(lambda: gateway.charge(CREATED, "k")), UnreachableError)
    (request,) = proxy.requests
    assert request.startswith(b"CONNECT api.midtrans.com:443")
    assert b"uthorization" not in request


def test_time_that_ran_out_before_anything_was_sent(certificate: Path) -> None:
    with (
        Stub(answer(CREATED), tls=certificate) as stub,
        MidtransGateway(stub.url, key, deadline_seconds=0.0) as gateway,
    ):
        assert isinstance(failed(lambda: gateway.charge(CREATED, "k")), UnreachableError)
    assert stub.requests == []


def test_after_any_fault_the_next_call_is_fine() -> None:
    deeds = [*SAID_NOTHING, answer(CREATED)]
    with Stub(*deeds) as stub, hasty(stub.url) as gateway:
        for _ in SAID_NOTHING:
            failed(lambda: gateway.charge(CREATED, "k"))
        assert gateway.charge(CREATED, "k").reading.code == 201


def whole_story(error: BaseException) -> str:
    """Everything that a crash reporter could find by way of this error, values of variables included."""
    told: list[str] = []
    one: BaseException | None = error
    while one is not None:
        frames = traceback.TracebackException.from_exception(one, capture_locals=True)
        told += [*frames.format(), repr(one), repr(vars(one))]
        one = one.__cause__ or one.__context__
    return "".join(told)


@pytest.mark.parametrize(
    "deed", [silence, hang_up, reset, deaf, drip_body, answer(HTML, 502), answer(CREATED, length=400)]
)
def test_the_key_is_in_no_traceback_and_no_log(deed: Deed, caplog: pytest.LogCaptureFixture) -> None:
    secrets = (KEY, base64.b64encode(f"{KEY}:".encode()).decode())
    with caplog.at_level(logging.DEBUG), Stub(deed) as stub, hasty(stub.url) as gateway:
        story = whole_story(failed(lambda: gateway.charge(CREATED, "k")))
        logged = "".join(record.getMessage() + repr(record.args) for record in caplog.records)
        shown = repr(gateway) + repr(stub.url)
    assert "charge" in story
    assert "send_request_headers" in logged
    for secret in secrets:
        assert secret not in story
        assert secret not in logged
        assert secret not in shown


@pytest.mark.parametrize("url", ["https", "http"])
def test_an_error_leads_back_to_no_request(url: str) -> None:
    with Stub(hang_up) as stub, hasty(stub.url.replace("http:", f"{url}:")) as gateway:
        error = failed(lambda: gateway.charge(CREATED, "k"))
    assert (error.__cause__, error.__context__) == (None, None)
