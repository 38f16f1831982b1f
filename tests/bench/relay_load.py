"""Clients that cost little, so that what is measured is the server: gateways that post and tills that listen."""

import asyncio
import contextlib
import json
import re
import secrets
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from pos_app.relay.capability import mailbox_id

_SENT_AT = re.compile(rb"sent (\d+) at")
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """Where a server takes notifications and where it hands them out; both are complete request heads."""

    host: str
    port: int
    post: Callable[[str], bytes]
    listen: Callable[[str, str], bytes]


def relay_at(port: int) -> Place:
    return Place(
        "127.0.0.1",
        port,
        lambda mailbox: (
            f"POST /n/{mailbox} HTTP/1.1\r\nHost: relay.example.id\r\nUser-Agent: Veritrans\r\n"
            "Accept: application/json\r\nContent-Type: application/json\r\n"
        ).encode(),
        lambda _, secret: (
            "GET /events HTTP/1.1\r\nHost: relay.example.id\r\nAccept: text/event-stream\r\n"
            f"User-Agent: pos-app\r\nAccept-Encoding: gzip, deflate\r\nAuthorization: Bearer {secret}\r\n\r\n"
        ).encode(),
    )


@dataclass
class Secret:
    text: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def mailbox(self) -> str:
        return mailbox_id(self.text)


def notification(sent_at: int) -> bytes:
    """About as large as the gateway's own (wire-facts 7.1), with the sender's clock in nanoseconds inside."""
    fields = {
        "transaction_time": "2026-11-20 12:00:00",
        "transaction_status": "settlement",
        "transaction_id": "513f1f01-c9da-474c-9fc9-d5c64364b709",
        "status_message": "midtrans payment notification",
        "status_code": "200",
        "signature_key": "8a" * 64,
        "payment_type": "qris",
        "order_id": "TSJ-02-261120-0218-1",
        "merchant_id": "G141532850",
        "gross_amount": "44000.00",
        "fraud_status": "accept",
        "currency": "IDR",
        "note": f"sent {sent_at} at",
        "padding": "x" * 280,
    }
    return json.dumps(fields).encode()


class Poster(asyncio.Protocol):
    """One keep-alive connection that posts one notification after another."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._buffer = b""
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._transport: asyncio.Transport

    @staticmethod
    async def connected(place: Place) -> "Poster":
        loop = asyncio.get_running_loop()
        _, poster = await loop.create_connection(lambda: Poster(place), place.host, place.port)
        return poster

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is one in all but name

    async def post(self, mailbox: str, body: bytes) -> tuple[int, bytes]:
        """Status and body of the answer. Raises ConnectionError when the server is gone."""
        self._answer = asyncio.get_running_loop().create_future()
        head = self._place.post(mailbox) + b"Content-Length: %d\r\n\r\n" % len(body)
        self._transport.write(head + body)
        return await self._answer

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, end, body = self._buffer.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if end and self._answer is not None and len(body) >= int(length[1] if length else 0):
            self._buffer = b""
            if not self._answer.done():
                self._answer.set_result((int(head[9:12]), body))

    def connection_lost(self, exc: Exception | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(ConnectionError("the server is gone"))

    def close(self) -> None:
        self._transport.close()


class Heard:
    """How long each notification took from its sender to a listener, in seconds."""

    def __init__(self) -> None:
        self.took: list[float] = []
        self._news = asyncio.Event()

    def note(self, seconds: float) -> None:
        self.took.append(seconds)
        self._news.set()

    async def reaches(self, count: int) -> None:
        """Returns also when nothing new came for five seconds."""
        with contextlib.suppress(TimeoutError):
            while len(self.took) < count:
                self._news.clear()
                await asyncio.wait_for(self._news.wait(), 5)


class Listener(asyncio.Protocol):
    """One open stream."""

    def __init__(self, request: bytes, heard: Heard) -> None:
        self._request = request
        self._heard = heard
        self._tail = b""
        self._transport: asyncio.Transport
        self.is_open = asyncio.get_running_loop().create_future()

    @staticmethod
    async def connected(place: Place, secret: Secret, heard: Heard) -> "Listener":
        loop = asyncio.get_running_loop()
        request = place.listen(secret.mailbox, secret.text)
        _, listener = await loop.create_connection(lambda: Listener(request, heard), place.host, place.port)
        await listener.is_open
        return listener

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is one in all but name
        self._transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        now = time.perf_counter_ns()
        if not self.is_open.done():
            assert data.startswith(b"HTTP/1.1 200"), data
            self.is_open.set_result(None)
        text = self._tail + data
        end = 0
        for found in _SENT_AT.finditer(text):
            self._heard.note((now - int(found[1])) / 1e9)
            end = found.end()
        self._tail = text[max(end, len(text) - 40) :]

    def close(self) -> None:
        self._transport.close()


@dataclass
class Posted:
    seconds: float
    took: list[float]
    refused: int

    @property
    def rate(self) -> float:
        return len(self.took) / self.seconds


async def post_for(place: Place, mailboxes: Sequence[str], seconds: float, connections: int) -> Posted:
    """As fast as `connections` can, each waiting for its answer."""
    took: list[float] = []
    refused = 0
    began = time.perf_counter()

    async def hurry(number: int) -> None:
        nonlocal refused
        poster = await Poster.connected(place)
        turn = deque(mailboxes)
        turn.rotate(-number * len(mailboxes) // connections)
        while time.perf_counter() - began < seconds:
            sent = time.perf_counter_ns()
            status, _ = await poster.post(turn[0], notification(sent))
            turn.rotate(-1)
            if 200 <= status < 300:
                took.append((time.perf_counter_ns() - sent) / 1e9)
            else:
                refused += 1
        poster.close()

    await asyncio.gather(*(hurry(number) for number in range(connections)))
    return Posted(time.perf_counter() - began, took, refused)


async def post_paced(place: Place, mailboxes: Sequence[str], seconds: float, rate: float) -> Posted:
    """So many a second, whatever the answers do."""
    posters = [await Poster.connected(place) for _ in range(16)]
    free: asyncio.Queue[Poster] = asyncio.Queue()
    for poster in posters:
        free.put_nowait(poster)
    took: list[float] = []
    statuses: list[int] = []

    async def one(mailbox: str) -> None:
        poster = await free.get()
        sent = time.perf_counter_ns()
        status, _ = await poster.post(mailbox, notification(sent))
        took.append((time.perf_counter_ns() - sent) / 1e9)
        statuses.append(status)
        free.put_nowait(poster)

    began = time.perf_counter()
    async with asyncio.TaskGroup() as sending:
        for number in range(int(seconds * rate)):
            await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
            sending.create_task(one(mailboxes[number % len(mailboxes)]))
    for poster in posters:
        poster.close()
    return Posted(time.perf_counter() - began, took, sum(not 200 <= status < 300 for status in statuses))


def quantile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def resident_bytes(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) * 1024


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100
