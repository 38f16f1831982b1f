"""Brings notifications to the merchant's addresses, with Midtrans's own patience (wire-facts 7.3)."""

from __future__ import annotations

import http.client
import json
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from secrets import SystemRandom
from threading import Lock, Thread
from urllib.parse import urljoin, urlsplit

from pos_app.domain.address import is_this_pc
from pos_app.practice.account import Habits
from pos_app.practice.agenda import Agenda
from pos_app.practice.ledger import Clock
from pos_app.practice.wire import JsonObject

_MOST_HOPS = 5
_RETRIES = {500: 1, 503: 4, 400: 2, 404: 2, 301: 0, 302: 0, 303: 0}
_RETRIES_OTHERWISE = 5
_SHIFT_FIRST = (0.275, 1.0)
_SHIFT_LATER = (0.9, 1.1)
_random = SystemRandom()


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt to bring a notification.

    `answer` is the HTTP status, None when there was none, and then `trouble` says why.
    """

    at: datetime
    address: str
    attempt: int
    body: str
    answer: int | None
    trouble: str = ""


class NotLoopbackError(ValueError):
    """Practice reaches nothing but this computer."""


def retries_after(answer: int | None) -> int:
    """How many retries an answer allows altogether; None is no answer at all."""
    if answer is None:
        return _RETRIES_OTHERWISE
    if HTTPStatus.OK <= answer < HTTPStatus.MULTIPLE_CHOICES:
        return 0
    return _RETRIES.get(answer, _RETRIES_OTHERWISE)


class Courier:
    """Each attempt runs in a thread of its own, so the order of arrival is not promised."""

    def __init__(self, agenda: Agenda, habits: Habits, clock: Clock) -> None:
        self._agenda = agenda
        self._habits = habits
        self._clock = clock
        self._lock = Lock()
        self._deliveries: list[Delivery] = []

    @property
    def deliveries(self) -> tuple[Delivery, ...]:
        """Every attempt so far, in the order of their answers."""
        with self._lock:
            return tuple(self._deliveries)

    def send(self, address: str, bodies: Sequence[JsonObject], after: float = 0.0) -> None:
        """Start bringing `bodies`, one after the other, to `address` in `after` seconds; returns at once."""
        texts = [json.dumps(body) for body in bodies]
        self._agenda.after(after, lambda: self._start(address, texts, 1))

    def _start(self, address: str, texts: Sequence[str], number: int) -> None:
        def bring() -> None:
            for text in texts:
                self._attempt(address, text, number)

        Thread(target=bring, name="practice-notification", daemon=True).start()

    def _attempt(self, address: str, text: str, number: int) -> None:
        answer, trouble = None, ""
        try:
            answer = _post(address, text, self._habits.answer_within)
        except (OSError, ValueError, http.client.HTTPException) as error:
            trouble = f"{type(error).__name__}: {error}"
        with self._lock:
            self._deliveries.append(Delivery(self._clock(), address, number, text, answer, trouble))
        waits = self._habits.retry_minutes
        if number <= min(retries_after(answer), len(waits)):
            shift = _random.uniform(*(_SHIFT_FIRST if number == 1 else _SHIFT_LATER))
            wait = waits[number - 1] * 60 * shift * self._habits.retry_scale
            self._agenda.after(wait, lambda: self._start(address, [text], number + 1))


def _post(address: str, text: str, patience: float) -> int:
    """The HTTP status of the last hop. 307 and 308 are followed with the body, other redirects are not."""
    for _ in range(_MOST_HOPS + 1):
        status, location = _post_once(address, text, patience)
        if status not in {307, 308} or location is None:
            break
        address = urljoin(address, location)
    return status


def _post_once(address: str, text: str, patience: float) -> tuple[int, str | None]:
    parts = urlsplit(address)
    host = parts.hostname or ""
    if not is_this_pc(host):
        raise NotLoopbackError(f"practice notifies addresses on this computer only, not {host or address}")
    if parts.scheme == "https":
        context = ssl.create_default_context()
        connection: http.client.HTTPConnection = http.client.HTTPSConnection(
            host, parts.port, timeout=patience, context=context
        )
    else:
        connection = http.client.HTTPConnection(host, parts.port, timeout=patience)
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "Veritrans"}
    target = parts.path or "/"
    try:
        connection.request(
            "POST", f"{target}?{parts.query}" if parts.query else target, text.encode(), headers
        )
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.getheader("Location")
    finally:
        connection.close()
