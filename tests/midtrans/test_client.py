from __future__ import annotations

import base64
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from pos_app.domain.charge import ChargeOrder, Item
from pos_app.domain.errors import (
    MisconfiguredError,
    OutcomeUnknownError,
    Problem,
    QrRefusedError,
    UnreachableError,
)
from pos_app.domain.evidence import TransactionStatus
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.midtrans.client import MidtransGateway
from tests.midtrans.pictures import png
from tests.midtrans.recorded import recorded
from tests.midtrans.stub import DATE, Deed, Stub, answer, raw
from tests.midtrans.test_qris import TEST_MERCHANT

KEY = "SB-Mid-server-TOq1a2AVuiyhhOjvfs3U_KeO"
CREATED = '{"status_code":"201","transaction_status":"pending"}'


def key() -> str:
    return KEY


def no_key() -> str:
    raise MisconfiguredError(Problem.NO_KEY)


def head_of(request: bytes) -> tuple[str, dict[str, str], bytes]:
    head, _, body = request.partition(b"\r\n\r\n")
    line, *headers = head.decode().split("\r\n")
    names = [header.partition(":")[0].lower() for header in headers]
    assert len(names) == len(set(names))
    return line, {name: header.partition(": ")[2] for name, header in zip(names, headers, strict=True)}, body


def test_a_charge_on_the_wire() -> None:
    request = '{"payment_type":"gopay","note":"caf\u00e9 \\u00e9"}'
    with (
        Stub(answer(recorded("gopay-charge-2019"))) as stub,
        MidtransGateway(stub.url + "/", key, "https://relay.example/n/abc") as gateway,
    ):
        reply = gateway.charge(request, "0f5e-1")
    line, headers, body = head_of(stub.requests[0])
    assert line == "POST /v2/charge HTTP/1.1"
    assert body == request.encode()
    assert headers["authorization"] == "Basic " + base64.b64encode(f"{KEY}:".encode()).decode()
    assert headers["accept"] == headers["content-type"] == "application/json"
    assert headers["x-override-notification"] == "https://relay.example/n/abc"
    assert headers["idempotency-key"] == "0f5e-1"
    assert headers["connection"] == "close"
    assert reply.raw == recorded("gopay-charge-2019")
    assert reply.reading.status is TransactionStatus.PENDING
    assert reply.seconds > 0


@pytest.mark.parametrize(
    ("apart", "is_believed"),
    [
        (timedelta(0), True),
        (timedelta(minutes=-5), True),  # the first reply, told again to a repeated charge
        (timedelta(hours=-1), False),
        (timedelta(hours=1), False),
    ],
)
def test_the_gateways_clock_at_a_charge(apart: timedelta, is_believed: bool) -> None:
    made_at = DATE + apart
    local = f"{made_at.astimezone(timezone(timedelta(hours=7))):%Y-%m-%d %H:%M:%S}"
    body = recorded("gopay-charge-2019").replace("2019-10-08 12:41:36", local)
    with Stub(answer(body)) as stub, MidtransGateway(stub.url, key) as gateway:
        assert gateway.charge("{}", "0f5e-1").gateway_at == (DATE if is_believed else made_at)
        assert gateway.status("TSJ-1").gateway_at == (DATE if is_believed else None)


def test_a_date_is_believed_again_when_a_charge_bears_it_out() -> None:
    old, local = (
        recorded("gopay-charge-2019"),
        f"{DATE.astimezone(timezone(timedelta(hours=7))):%Y-%m-%d %H:%M:%S}",
    )
    with (
        Stub(answer(old), answer(old.replace("2019-10-08 12:41:36", local))) as stub,
        MidtransGateway(stub.url, key) as gateway,
    ):
        gateway.charge("{}", "0f5e-1")
        gateway.charge("{}", "0f5e-2")
        assert gateway.status("TSJ-1").gateway_at == DATE


def test_without_a_date_a_charge_tells_the_gateways_clock_by_its_transaction() -> None:
    body = recorded("gopay-charge-2019").encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    with Stub(raw(head + body)) as stub, MidtransGateway(stub.url, key) as gateway:
        assert gateway.charge("{}", "0f5e-1").gateway_at == datetime(2019, 10, 8, 5, 41, 36, tzinfo=UTC)


@pytest.mark.parametrize(
    ("call", "line", "body"),
    [
        (MidtransGateway.status, "GET /v2/TSJ-1/status HTTP/1.1", b""),
        (MidtransGateway.cancel, "POST /v2/TSJ-1/cancel HTTP/1.1", b"{}"),
        (MidtransGateway.expire, "POST /v2/TSJ-1/expire HTTP/1.1", b"{}"),
    ],
)
def test_the_other_calls_on_the_wire(
    call: Callable[[MidtransGateway, str], object], line: str, body: bytes
) -> None:
    with (
        Stub(answer(CREATED)) as stub,
        MidtransGateway(stub.url, key, "https://relay.example/n/abc") as gateway,
    ):
        call(gateway, "TSJ-1")
    said, headers, sent = head_of(stub.requests[0])
    assert (said, sent) == (line, body)
    assert headers["authorization"].startswith("Basic ")
    assert not {"x-override-notification", "idempotency-key"} & headers.keys()


def test_without_a_notification_address_the_dashboards_holds() -> None:
    with Stub(answer(CREATED)) as stub, MidtransGateway(stub.url, key) as gateway:
        gateway.charge("{}", "k")
    assert "x-override-notification" not in head_of(stub.requests[0])[1]


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (200, '{"status_code":"406"}', 406),
        (401, '{"status_code":"401"}', 401),
        (400, '{"status_code":400,"validation_messages":["x"]}', 400),
        (404, '{"message":"no"}', 404),
        (500, '{"status_code":"500"}', 500),
        (429, '{"message":"API rate limit exceeded"}', 429),
        (429, "slow down", 429),
        (202, "", 202),
        (202, "<html>", 202),
        (202, '{"status":"running"}', 202),
    ],
)
def test_answers_that_are_readings(status: int, body: str, code: int) -> None:
    with Stub(answer(body, status)) as stub, MidtransGateway(stub.url, key) as gateway:
        reply = gateway.charge("{}", "k")
    assert (reply.reading.code, reply.reading.http_status, reply.raw) == (code, status, body)
    assert reply.reading.status is TransactionStatus.ABSENT


@pytest.mark.parametrize(
    "date",
    [
        "",
        "Date: soon",
        "Date: Fri, 20 Nov 2026 07:03:59 -0000",
        "Date: Fri, 20 Nov 99999999999999999999 07:03:59 GMT",
        "Date: Fri, 31 Dec 9999 23:59:59 -1200",
        "Date: Thu, 01 Jan 1970 00:00:00 GMT",
    ],
)
def test_a_missing_or_wrong_date_is_no_moment(date: str) -> None:
    reply_lines = ["HTTP/1.1 200 OK", *([date] if date else []), "Content-Length: 2", "", "{}"]

    with Stub(raw("\r\n".join(reply_lines).encode())) as stub, MidtransGateway(stub.url, key) as gateway:
        assert gateway.status("a").gateway_at is None


def test_calls_run_beside_each_other() -> None:
    together = threading.Barrier(6, timeout=10)

    def once_all_are_here(connection: socket.socket) -> None:
        together.wait()
        answer(CREATED)(connection)

    with (
        Stub(once_all_are_here) as stub,
        MidtransGateway(stub.url, key) as gateway,
        ThreadPoolExecutor(6) as pool,
    ):
        replies = list(pool.map(gateway.status, [f"id-{number}" for number in range(6)]))
    assert [reply.reading.code for reply in replies] == [201] * 6
    assert stub.connections == 6


def test_after_close_it_opens_again() -> None:
    with Stub(answer(CREATED)) as stub, MidtransGateway(stub.url, key) as gateway:
        gateway.prepare()
        gateway.status("a")
        gateway.close()
        gateway.close()
        assert gateway.status("a").reading.code == 201


@pytest.mark.parametrize("found", [no_key, lambda: ""])
def test_without_a_key_nothing_is_sent(found: Callable[[], str]) -> None:
    with (
        Stub(answer(CREATED)) as stub,
        MidtransGateway(stub.url, found) as gateway,
        pytest.raises(MisconfiguredError) as refused,
    ):
        gateway.charge("{}", "k")
    assert refused.value.problem is Problem.NO_KEY
    assert stub.connections == 0


def test_hearing_with_and_without_a_key() -> None:
    body = recorded("alfamart-notification-2020")
    with_key = MidtransGateway("http://127.0.0.1:1", key).hear(body)
    without = MidtransGateway("http://127.0.0.1:1", no_key).hear(body)
    assert with_key is not None
    assert without is not None
    assert (with_key.signed, without.signed) == (True, False)
    assert with_key.reading == without.reading


def test_composing_is_the_wires() -> None:
    order = ChargeOrder(
        order_id="a",
        method=Method.GOPAY,
        amount=Rupiah(1),
        items=(Item("Permen", Rupiah(1), 1),),
        life=timedelta(minutes=15),
    )
    assert json.loads(MidtransGateway("http://127.0.0.1:1", key).compose(order))["payment_type"] == "gopay"


@pytest.mark.parametrize("idempotency_key", ["", "x" * 47, "a b", "kunci\r\nX: 1", "é"])
def test_an_idempotency_key_that_would_be_ignored_is_a_fault(idempotency_key: str) -> None:
    with pytest.raises(ValueError, match="idempotency"):
        MidtransGateway("http://127.0.0.1:1", key).charge("{}", idempotency_key)


@pytest.mark.parametrize(
    "base_url",
    [
        *(
            "http://api.midtrans.com",
            "http://10.0.0.5:8000",
            "ftp://127.0.0.1",
            "127.0.0.1:8000",
            "",
            "https://",
        ),
        *("http://localhost.evil.example", "http://127.0.0.1@evil.example", "http://[::2]", "http://[bad"),
    ],
)
def test_the_key_never_travels_in_the_open(base_url: str) -> None:
    with pytest.raises(ValueError, match="in the open"):
        MidtransGateway(base_url, key)


@pytest.mark.parametrize("url", ["https://toko\u00e9.example/n/1", "https://relay.example/n/1\r\nX: 1"])
def test_a_notification_address_that_fits_into_no_header(url: str) -> None:
    with pytest.raises(ValueError, match="notification address"):
        MidtransGateway("http://127.0.0.1:1", key, url)


@pytest.mark.parametrize("base_url", ["https://api.midtrans.com", "http://localhost:1", "http://[::1]:1"])
def test_where_the_key_may_go(base_url: str) -> None:
    assert repr(MidtransGateway(base_url, key)) == f"<MidtransGateway {base_url}>"


def test_a_proxy_of_the_shop_is_not_for_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with Stub(answer(CREATED)) as stub, MidtransGateway(stub.url, key) as gateway:
        assert gateway.status("a").reading.code == 201


def test_importing_the_client_loads_nothing_heavy() -> None:
    heavy = "{'httpx', 'httpcore', 'PIL', 'zxingcpp', 'ssl'}"
    code = f"import sys, pos_app.midtrans.client; print(sorted({heavy} & sys.modules.keys()))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


# the picture


def served(body: bytes, status: int = 200) -> Stub:
    return Stub(answer(body, status))


def moved(place: str) -> Deed:
    return answer(b"", 302, headers=[f"Location: {place}"])


def test_a_picture_becomes_a_checked_text() -> None:
    with served(png(TEST_MERCHANT)) as stub, MidtransGateway(stub.url, key) as gateway:
        shown = gateway.read_qr("", f"{stub.url}/v2/gopay/1/qr-code", Rupiah(789_000))
    assert (shown.text, shown.merchant_name, shown.nmid) == (TEST_MERCHANT, "Test", "AID060733612866")
    headers = head_of(stub.requests[0])[1]
    assert "authorization" not in headers
    assert headers["accept"].startswith(
        "image/"
    )  # a server may keep to it, and one that has no JSON says 406


def test_a_picture_may_have_moved() -> None:
    with (
        Stub(moved("/there"), moved("there/again"), answer(png(TEST_MERCHANT))) as stub,
        MidtransGateway(stub.url, key) as gateway,
    ):
        shown = gateway.read_qr("", f"{stub.url}/here", Rupiah(789_000))
    assert shown.merchant_name == "Test"
    assert [head_of(request)[0].split()[1] for request in stub.requests] == [
        "/here",
        "/there",
        "/there/again",
    ]


@pytest.mark.parametrize("place", ["http://10.0.0.5/qr", "file:///etc/passwd", "http://[x"])
def test_a_picture_moves_to_no_other_kind_of_place(place: str) -> None:
    with (
        Stub(moved(place)) as stub,
        MidtransGateway(stub.url, key) as gateway,
        pytest.raises(QrRefusedError),
    ):
        gateway.read_qr("", stub.url, Rupiah(789_000))


def test_all_moves_of_a_picture_share_one_calls_time() -> None:
    def slowly(deed: Deed) -> Deed:
        def late(connection: socket.socket) -> None:
            time.sleep(0.4)
            deed(connection)

        return late

    with (
        Stub(slowly(moved("/there")), slowly(answer(png(TEST_MERCHANT)))) as stub,
        MidtransGateway(stub.url, key, deadline_seconds=0.6) as gateway,
        pytest.raises(OutcomeUnknownError),
    ):
        gateway.read_qr("", stub.url, Rupiah(789_000))


def test_a_picture_that_moves_for_ever_is_given_up() -> None:
    with (
        Stub(moved("/on")) as stub,
        MidtransGateway(stub.url, key) as gateway,
        pytest.raises(OutcomeUnknownError),
    ):
        gateway.read_qr("", stub.url, Rupiah(789_000))
    assert stub.connections == 4


def test_a_text_needs_no_picture() -> None:
    assert MidtransGateway("http://127.0.0.1:1", no_key).read_qr(TEST_MERCHANT, "", Rupiah(789_000)).text


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (png(TEST_MERCHANT[:-1] + "4"), Problem.QR_UNREADABLE),
        (b"<html>", Problem.QR_UNREADABLE),
        (b"", Problem.QR_UNREADABLE),
        (b"\0" * 3_000_000, Problem.QR_UNREADABLE),
    ],
)
def test_a_picture_that_must_not_be_shown(body: bytes, problem: Problem) -> None:
    with (
        served(body) as stub,
        MidtransGateway(stub.url, key) as gateway,
        pytest.raises(QrRefusedError) as refused,
    ):
        gateway.read_qr("", stub.url, Rupiah(789_000))
    assert refused.value.problem is problem


def test_a_picture_of_another_amount() -> None:
    with (
        served(png(TEST_MERCHANT)) as stub,
        MidtransGateway(stub.url, key) as gateway,
        pytest.raises(QrRefusedError) as refused,
    ):
        gateway.read_qr("", stub.url, Rupiah(789_001))
    assert refused.value.problem is Problem.WRONG_AMOUNT


@pytest.mark.parametrize("status", [302, 403, 404, 500, 502])
def test_no_picture_yet_may_be_one_later(status: int) -> None:
    with (
        served(png(TEST_MERCHANT), status) as stub,
        MidtransGateway(stub.url, key) as gateway,
        pytest.raises(OutcomeUnknownError),
    ):
        gateway.read_qr("", stub.url, Rupiah(789_000))
    assert stub.connections == 1


@pytest.mark.parametrize(
    "url", ["", "file:///etc/passwd", "http://10.0.0.5/qr", "https://", "qr.png", "http://[x"]
)
def test_pictures_come_over_tls_or_from_this_pc(url: str) -> None:
    with pytest.raises(QrRefusedError):
        MidtransGateway("http://127.0.0.1:1", key).read_qr("", url, Rupiah(1))


def test_the_real_gateway_has_no_pictures_on_this_pc() -> None:
    with (
        served(png(TEST_MERCHANT)) as stub,
        MidtransGateway("https://api.midtrans.com", key) as gateway,
        pytest.raises(QrRefusedError),
    ):
        gateway.read_qr("", stub.url, Rupiah(789_000))
    assert stub.connections == 0


# TLS


def test_a_certificate_that_the_shop_trusts(monkeypatch: pytest.MonkeyPatch, certificate: Path) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with Stub(answer(CREATED), tls=certificate) as stub, MidtransGateway(stub.url, key) as gateway:
        assert gateway.status("a").reading.code == 201


def test_a_certificate_that_nobody_trusts(monkeypatch: pytest.MonkeyPatch, certificate: Path) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with (
        Stub(answer(CREATED), tls=certificate) as stub,
        MidtransGateway(stub.url, key) as gateway,
        pytest.raises(UnreachableError, match="CERTIFICATE_VERIFY_FAILED"),
    ):
        gateway.status("a")
    assert stub.requests == []
