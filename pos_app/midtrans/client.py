"""The gateway over HTTPS: one call each time, no retry, and never a doubt about whether it was sent."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin

from pos_app import __version__
from pos_app.domain.address import is_http_to_this_pc, is_https, may_carry_secret
from pos_app.domain.charge import ChargeOrder, Reply
from pos_app.domain.errors import (
    MisconfiguredError,
    OutcomeUnknownError,
    Problem,
    QrRefusedError,
    UnreachableError,
)
from pos_app.domain.evidence import Call, Notified, QrCode
from pos_app.domain.money import Rupiah
from pos_app.midtrans import picture, qris, wire
from pos_app.midtrans.call_time import CallTime

if TYPE_CHECKING:
    import httpx

LARGEST_REPLY = 256 * 1024
LARGEST_PICTURE = 2 * 1024 * 1024
LONGEST_TROUBLE = 4_000
"""Characters kept of a reply that can't be read."""

_NOTHING: Mapping[str, str] = {}
_JSON = {"Accept": "application/json", "Content-Type": "application/json"}
_PICTURE = {"Accept": "image/png, image/*;q=0.9, */*;q=0.1"}

_EARLY, _LATE = timedelta(minutes=1), timedelta(minutes=10)

_HOPS = 3
"""Redirections on the way to a QR's picture: an `<img>` would follow them too (wire-facts 1.3)."""


class MidtransGateway:
    """Fits the till's `Gateway` port. Safe for several threads; each call has a connection of its own.

    A connection is never used twice: a kept one may be dead without showing it, and then nobody
    could tell whether a charge went out. So a connection that can't be made means that nothing
    happened (UnreachableError), and everything after it that brings no reading means that the
    outcome is unknown (OutcomeUnknownError).

    `base_url` is https, or http to this very PC (practice). `key` gives the server key, quickly; it
    may raise MisconfiguredError, and is asked for each call. `notification_url` is where the gateway
    posts what happens to a charge, empty for the address in the shop's dashboard. Times in seconds:
    for the connection, between two bytes, and for a call as a whole, to which only the look-up of the
    host's name may add what the system allows it.
    """

    def __init__(
        self,
        base_url: str,
        key: Callable[[], str],
        notification_url: str = "",
        *,
        connect_seconds: float = 3.0,
        read_seconds: float = 10.0,
        deadline_seconds: float = 15.0,
    ) -> None:
        """Raise ValueError for an address over which the key must not travel, or that fits into no header."""
        self._base = base_url.rstrip("/")
        self._on_this_pc = is_http_to_this_pc(self._base)
        if not may_carry_secret(self._base):
            raise ValueError(
                f"{base_url!r} is neither https nor on this PC: the key would travel in the open"
            )
        if not (notification_url.isascii() and notification_url.isprintable()):
            raise ValueError(f"{notification_url!r} can't be sent as a notification address")
        self._key = key
        self._notification_url = notification_url
        self._connect_seconds = connect_seconds
        self._read_seconds = read_seconds
        self._deadline_seconds = deadline_seconds
        self._lock = threading.Lock()
        self._client: httpx.Client | None = None
        self._believes_dates = True

    def __repr__(self) -> str:
        return f"<MidtransGateway {self._base}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of what is open; a later call opens it again."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()

    def prepare(self) -> None:
        """Load what the first call needs, before a customer waits for it: a quarter of a second."""
        self._opened()
        picture.load()

    def compose(self, order: ChargeOrder) -> str:
        return wire.compose(order)

    def charge(self, request: str, idempotency_key: str) -> Reply:
        if not wire.IDEMPOTENCY_KEY.fullmatch(idempotency_key):
            raise ValueError(f"{idempotency_key!r} would be ignored as an idempotency key")
        headers = {"Idempotency-Key": idempotency_key}
        if self._notification_url:
            headers["X-Override-Notification"] = self._notification_url
        reply = self._call("POST", wire.path_of(Call.CHARGE), request, headers)
        told, likely = reply.gateway_at, _likely(reply.gateway_at, reply.reading.transaction_time)
        self._believes_dates = told is None or told == likely
        return replace(reply, gateway_at=likely)

    def status(self, ident: str) -> Reply:
        return self._read("GET", wire.path_of(Call.STATUS, ident))

    def cancel(self, ident: str) -> Reply:
        return self._read("POST", wire.path_of(Call.CANCEL, ident), "{}")

    def expire(self, ident: str) -> Reply:
        return self._read("POST", wire.path_of(Call.EXPIRE, ident), "{}")

    def refund(self, ident: str, refund_key: str, amount: Rupiah, reason: str) -> Reply:
        return self._read(
            "POST", wire.path_of(Call.REFUND, ident), wire.compose_refund(refund_key, amount, reason)
        )

    def read_qr(self, qr_text: str, picture_url: str, amount: Rupiah) -> QrCode:
        return qris.check(qr_text or self._text_in_picture(picture_url), amount)

    def hear(self, body: str) -> Notified | None:
        try:
            key = self._key()
        except MisconfiguredError:
            key = ""
        return wire.hear(body, key)

    def _read(self, method: str, path: str, body: str = "") -> Reply:
        """What was disbelieved at a charge is no better here: the next charge tells whether it is right again."""
        reply = self._call(method, path, body)
        return reply if self._believes_dates else replace(reply, gateway_at=None)

    def _call(self, method: str, path: str, body: str = "", headers: Mapping[str, str] = _NOTHING) -> Reply:
        answer = self._exchange(
            method,
            self._base + path,
            LARGEST_REPLY,
            body=body,
            headers={**_JSON, **headers},
            auth=self._auth(),
        )
        raw = answer.body.decode("utf-8", "replace")
        reading = None
        if answer.is_whole:
            with contextlib.suppress(wire.UnreadableError):
                reading = wire.read(raw, answer.http_status)
        if reading is None:
            raise OutcomeUnknownError(
                f"HTTP {answer.http_status} without a readable answer",
                problem=Problem.GATEWAY_TROUBLE,
                raw=_excerpt(answer.body),
            )
        return Reply(raw=raw, reading=reading, gateway_at=answer.gateway_at, seconds=answer.seconds)

    def _auth(self) -> httpx.BasicAuth:
        import httpx

        key = self._key()
        if not key:
            raise MisconfiguredError(Problem.NO_KEY)
        return httpx.BasicAuth(key, "")

    def _text_in_picture(self, url: str) -> str:
        answer = self._picture(url)
        if answer.http_status != 200:
            raise OutcomeUnknownError(
                f"HTTP {answer.http_status} in place of the QR's picture", problem=Problem.GATEWAY_TROUBLE
            )
        text = ""
        if answer.is_whole:
            with contextlib.suppress(picture.PictureError):
                text = picture.decode(answer.body)
        if not text:
            raise QrRefusedError(Problem.QR_UNREADABLE)
        return text

    def _picture(self, url: str) -> _Answer:
        """It may lie on any host (wire-facts 1.3); the key goes to none of them. One call's time is for all hops."""
        until = time.monotonic() + self._deadline_seconds
        for _ in range(1 + _HOPS):
            if not (is_https(url) or (self._on_this_pc and is_http_to_this_pc(url))):
                raise QrRefusedError(Problem.QR_UNREADABLE)
            answer = self._exchange("GET", url, LARGEST_PICTURE, headers=_PICTURE, until=until)
            if not answer.moved_to:
                break
            try:
                url = urljoin(url, answer.moved_to)
            except ValueError:
                raise QrRefusedError(Problem.QR_UNREADABLE) from None
        return answer

    def _exchange(
        self,
        method: str,
        url: str,
        largest: int,
        *,
        body: str = "",
        headers: Mapping[str, str] = _NOTHING,
        auth: httpx.BasicAuth | None = None,
        until: float | None = None,
    ) -> _Answer:
        """Send once, and take in at most `largest` bytes. Raises UnreachableError or OutcomeUnknownError.

        `until`, in monotonic seconds, ends it sooner or later than a call's own time would.
        """
        import httpx

        began = time.monotonic()
        call_time = CallTime(self._deadline_seconds if until is None else max(0.0, until - began))
        trouble = ""
        came = bytearray()
        status, date, moved_to = 0, "", ""
        try:
            with (
                call_time,
                self._opened().stream(
                    method,
                    url,
                    content=body.encode() if body else None,
                    headers=headers,
                    auth=auth,
                    extensions={"trace": call_time.trace},
                ) as response,
            ):
                status, date = response.status_code, response.headers.get("date", "")
                moved_to = response.headers.get("location", "") if response.has_redirect_location else ""
                for chunk in response.iter_bytes():
                    came += chunk
                    if len(came) > largest:
                        break
        # A proxy of a kind that httpx does not know is a ValueError or an ImportError before anything is sent.
        except (
            httpx.HTTPError,
            httpx.StreamError,
            httpx.InvalidURL,
            OSError,
            ValueError,
            ImportError,
        ) as error:
            trouble = f"{type(error).__name__}: {error}"
        if call_time.is_over:  # hanging up may look like the end of a body
            trouble = "out of time"
        # Raised out here, so that no error of ours leads back to the request and the key in it.
        if trouble and not call_time.was_sent:
            raise UnreachableError(trouble)
        if trouble:
            problem = Problem.GATEWAY_TROUBLE if status else Problem.NO_ANSWER
            raise OutcomeUnknownError(trouble, problem=problem, raw=_excerpt(came))
        return _Answer(
            body=bytes(came[:largest]),
            is_whole=len(came) <= largest,
            http_status=status,
            moved_to=moved_to,
            gateway_at=_moment(date),
            seconds=time.monotonic() - began,
        )

    def _opened(self) -> httpx.Client:
        import httpx

        with self._lock:
            if self._client is None:
                self._client = httpx.Client(
                    headers={
                        "Accept-Encoding": "identity",
                        "Connection": "close",
                        "User-Agent": f"pos-app/{__version__}",
                    },
                    timeout=httpx.Timeout(self._read_seconds, connect=self._connect_seconds, pool=None),
                    limits=httpx.Limits(max_connections=None, max_keepalive_connections=0),
                    trust_env=not self._on_this_pc,  # SSL_CERT_FILE and the shop's proxy; neither is for loopback
                )
            return self._client


@dataclass(frozen=True, slots=True)
class _Answer:
    body: bytes
    is_whole: bool
    http_status: int
    moved_to: str
    gateway_at: datetime | None
    seconds: float


def _likely(date: datetime | None, made_at: datetime | None) -> datetime | None:
    """The gateway's clock at the reply to a charge, by which a QR's time is counted down (wire-facts 11).

    A `Date` that is missing, or far from the time at which the transaction was made, may be that of a proxy whose clock
    is wrong. The reply to a repeated charge is the first one's, some minutes old.
    """
    if made_at is None or (date is not None and made_at - _EARLY <= date <= made_at + _LATE):
        return date
    return made_at


def _excerpt(body: bytes | bytearray) -> str:
    return body.decode("utf-8", "replace").replace("\0", "\ufffd")[:LONGEST_TROUBLE]


def _moment(date: str) -> datetime | None:
    """The `Date` header as UTC; None where it is missing or wrong."""
    try:
        moment = parsedate_to_datetime(date)
    except (ValueError, OverflowError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo is not None and wire.is_of_our_age(moment) else None
