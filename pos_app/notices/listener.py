"""Holds the relay's stream open, for ever, and hands on what comes: each message once, in order."""

from __future__ import annotations

import json
import logging
import re
import threading
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pos_app import __version__
from pos_app.domain.address import is_http_to_this_pc, may_carry_secret
from pos_app.domain.relay import RelayTrouble
from pos_app.notices import reasons
from pos_app.notices.acks import Acks
from pos_app.notices.backoff import Backoff
from pos_app.notices.line import Line
from pos_app.notices.post import UNUSABLE_PROXY
from pos_app.notices.reasons import Reason

if TYPE_CHECKING:
    import httpx
    from httpx_sse import ServerSentEvent

logger = logging.getLogger(__name__)

SILENCE = 32.0
"""Seconds without a byte, two heartbeats of the relay and a little: the connection is dead."""

LARGEST_EVENT = 1024 * 1024
"""Bytes; a notification of 64 KiB can swell to six times that as JSON."""

_CONNECT_SECONDS = 3.0
_LASTED = 5.0
_FIRST_WAIT, _LONGEST_WAIT, _REFUSED_WAIT = 0.2, 5.0, 30.0
_CURSOR = re.compile(r"([0-9A-Za-z]{1,64})-([0-9]{1,18})")


class Listener:
    """Listens at `relay_url` with the till's `secret` from `last_cursor` on (empty: after the last ack).

    Its thread calls, one after the other: `on_message(body, cursor)` for a notification,
    `on_gap(cursor)` where something before `cursor` is lost, `on_link(None)` when the stream was opened
    and `on_link(reason)` when it was closed. A body for which `is_echo` says yes goes to nobody else. A callback
    that raises gets its message again. `silence_seconds` is how long the relay may say nothing.
    """

    def __init__(
        self,
        relay_url: str,
        secret: str,
        *,
        last_cursor: str,
        on_message: Callable[[str, str], None],
        on_gap: Callable[[str], None],
        on_link: Callable[[Reason | None], None],
        is_echo: Callable[[str], bool],
        silence_seconds: float = SILENCE,
    ) -> None:
        """Raise ValueError for an address over which the secret must not travel."""
        if not may_carry_secret(relay_url):
            raise ValueError(
                f"{relay_url!r} is neither https nor on this PC: the secret would travel in the open"
            )
        self._url = f"{relay_url.rstrip('/')}/events"
        self._secret = secret
        self._cursor = last_cursor if _place(last_cursor) else ""
        self._on_message = on_message
        self._on_gap = on_gap
        self._on_link = on_link
        self._is_echo = is_echo
        self._silence = silence_seconds
        self._line = Line()
        self._acks = Acks(relay_url, secret)
        self._backoff = Backoff(_FIRST_WAIT, _LONGEST_WAIT)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="relay-listener", daemon=True)

    def start(self) -> None:
        self._thread.start()
        self._acks.start()

    def stop(self, patience: float = 1.0) -> None:
        """End at once; nothing is handed on any more. Waits at most `patience` seconds for each thread."""
        self._stopping.set()
        self._line.cut()
        self._acks.stop(patience)
        self._thread.join(patience)

    def ack(self, cursor: str) -> None:
        """The evidence of everything up to `cursor` is on disk: the relay may forget it. Returns at once."""
        self._acks.ack(cursor)

    def _run(self) -> None:
        import httpx

        while not self._stopping.is_set():
            try:
                client = self._opened()
            except (
                httpx.InvalidURL,
                OSError,
                *UNUSABLE_PROXY,
            ) as error:  # the PC's own proxy or certificates
                self._on_link(reasons.of_error(error))
                self._stopping.wait(_REFUSED_WAIT)
            else:
                with client:
                    self._listen(client)

    def _opened(self) -> httpx.Client:
        import httpx

        return httpx.Client(
            headers={
                "Accept": "text/event-stream",
                "Accept-Encoding": "identity",
                "Authorization": f"Bearer {self._secret}",
                "Cache-Control": "no-store",
                "User-Agent": f"pos-app/{__version__}",
            },
            timeout=httpx.Timeout(self._silence, connect=_CONNECT_SECONDS),
            limits=httpx.Limits(max_keepalive_connections=0),
            trust_env=not is_http_to_this_pc(self._url),
        )

    def _listen(self, client: httpx.Client) -> None:
        """One stream after the other, until the end."""
        while not self._stopping.is_set():
            ended = self._hold(client)
            if not self._stopping.is_set():
                self._on_link(ended.reason)
                self._stopping.wait(max(ended.wait, self._backoff.wait()))

    def _hold(self, client: httpx.Client) -> _Ended:
        """One stream from beginning to end."""
        import httpx
        from httpx_sse import SSEError

        began = time.monotonic()
        headers = {"Last-Event-ID": self._cursor} if self._cursor else {}
        try:
            with client.stream(
                "GET", self._url, headers=headers, extensions={"trace": self._line.trace}
            ) as response:
                if response.status_code != 200 or not _is_stream(response):
                    return _refused(response)
                self._on_link(None)
                self._take_in(response)
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, SSEError, OSError) as error:
            return _Ended(reasons.of_error(error))
        except Exception:
            logger.exception("a message from the relay could not be handed on; it comes again")
            return _Ended(Reason(RelayTrouble.OUR_FAULT, "a fault of ours"))
        finally:
            if time.monotonic() - began > _LASTED:
                self._backoff.reset()
        return _Ended(Reason(RelayTrouble.CUT_OFF, "the relay closed the stream"))

    def _take_in(self, response: httpx.Response) -> None:
        for event in _events(response):
            if self._stopping.is_set():
                return
            if event.event == "gap":
                self._cursor = event.id if _place(event.id) else self._cursor
                self._on_gap(self._cursor)
            elif event.event == "notification":
                self._hand_on(event)
            self._backoff.reset()

    def _hand_on(self, event: ServerSentEvent) -> None:
        place, last = _place(event.id), _place(self._cursor)
        if place is None:
            logger.warning("the relay sent a message without a number")
            return
        if last is not None:
            if place.epoch == last.epoch and place.number <= last.number:
                return
            if place != _Place(last.epoch, last.number + 1):
                self._on_gap(self._cursor)
        body = _body(event.data)
        if body is None:
            self._on_gap(event.id)
        elif not self._is_echo(body):
            self._on_message(body, event.id)
        self._cursor = event.id


@dataclass(frozen=True, slots=True)
class _Ended:
    """Why a stream ended, and how many seconds to stay away at least."""

    reason: Reason
    wait: float = 0.0


@dataclass(frozen=True, slots=True)
class _Place:
    """A message's number in the life of one mailbox database."""

    epoch: str
    number: int


def _place(cursor: str) -> _Place | None:
    found = _CURSOR.fullmatch(cursor)
    return _Place(found[1], int(found[2])) if found else None


def _is_stream(response: httpx.Response) -> bool:
    return str(response.headers.get("content-type", "")).startswith("text/event-stream")


def _refused(response: httpx.Response) -> _Ended:
    """No stream: a wrong secret or address, or somebody else's page, does not mend itself in seconds."""
    status = response.status_code
    return _Ended(reasons.of_answer(status), 0.0 if status >= 500 else _REFUSED_WAIT)


def _events(response: httpx.Response) -> Iterator[ServerSentEvent]:
    """The stream's events; raises StreamError for one that will not end."""
    import httpx
    from httpx_sse import EventSource

    class Bounded(httpx.SyncByteStream):
        size = 0

        def __iter__(self) -> Iterator[bytes]:
            for chunk in response.iter_raw():
                self.size += len(chunk)
                if self.size > LARGEST_EVENT:
                    raise httpx.StreamError("an event without an end")
                yield chunk

    bounded = Bounded()
    for event in EventSource(httpx.Response(200, headers=response.headers, stream=bounded)).iter_sse():
        yield event
        bounded.size = 0


def _body(data: str) -> str | None:
    """The notification as it came to the relay; what was no UTF-8 is replaced. None for what can't be read."""
    try:
        content = json.loads(data)
        body = content["body"]
        if content.get("body_encoding") == "base64":
            return b64decode(body, validate=True).decode("utf-8", "replace")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return body if isinstance(body, str) else None
