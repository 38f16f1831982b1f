"""A till and a gateway as the relay sees them, on real sockets."""

import base64
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from httpx_sse import EventSource, ServerSentEvent

from pos_app.relay.capability import mailbox_id


class Till:
    """One secret, the mailbox that it opens, and one connection to the relay at `url`."""

    def __init__(self, url: str, secret: str | None = None) -> None:
        self.url = url
        self.secret = secret or secrets.token_urlsafe(32)
        self.mailbox = mailbox_id(self.secret)

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.secret}"}

    def receives(self, body: bytes | str, content_type: str | None = "application/json") -> str:
        """The gateway notifies this till; the id that the relay promised."""
        headers = {} if content_type is None else {"Content-Type": content_type}
        answer = httpx.post(f"{self.url}/n/{self.mailbox}", content=body, headers=headers)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["id"])

    def acks(self, position: str) -> httpx.Response:
        return httpx.post(f"{self.url}/ack", json={"id": position}, headers=self.bearer)

    @contextmanager
    def response(self, last_event_id: str | None = None) -> Iterator[httpx.Response]:
        headers = {**self.bearer, "Accept": "text/event-stream"}
        if last_event_id is not None:
            headers["Last-Event-ID"] = last_event_id
        with httpx.stream("GET", f"{self.url}/events", headers=headers, timeout=10) as response:
            yield response

    @contextmanager
    def listening(self, last_event_id: str | None = None) -> Iterator[Iterator[ServerSentEvent]]:
        with self.response(last_event_id) as response:
            yield EventSource(response).iter_sse()

    def hears(self, how_many: int, last_event_id: str | None = None) -> list[ServerSentEvent]:
        with self.listening(last_event_id) as events:
            return [next(events) for _ in range(how_many)]


def bytes_of(event: ServerSentEvent) -> bytes:
    """The body as the gateway sent it."""
    assert event.event == "notification", event
    data = json.loads(event.data)
    body = str(data["body"])
    return base64.b64decode(body) if data.get("body_encoding") == "base64" else body.encode()


def body_of(event: ServerSentEvent) -> str:
    return bytes_of(event).decode()
