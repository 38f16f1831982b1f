"""A merchant's server on loopback: it keeps what it gets and answers what the test wants."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import SimpleQueue
from threading import Thread

from pos_app.practice.wire import JsonObject


@dataclass(frozen=True)
class Received:
    method: str
    path: str
    headers: Mapping[str, str]
    content: bytes

    @property
    def json(self) -> JsonObject:
        body = json.loads(self.content)
        assert isinstance(body, dict)
        return body


@dataclass
class Receiver:
    url: str = ""
    answer: Callable[[Received], tuple[int, str]] = lambda _received: (200, "")
    """The HTTP status, and the Location that goes with a redirect."""
    inbox: SimpleQueue[Received] = field(default_factory=SimpleQueue)

    def next(self) -> Received:
        return self.inbox.get(timeout=10)

    def next_status(self) -> str:
        return str(self.next().json["transaction_status"])


@contextmanager
def receiving(answer: Callable[[Received], tuple[int, str]] | None = None) -> Iterator[Receiver]:
    receiver = Receiver()
    if answer is not None:
        receiver.answer = answer

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            received = Received(self.command, self.path, dict(self.headers), self.rfile.read(length))
            http, location = receiver.answer(received)
            self.send_response(http)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Length", "0")
            self.end_headers()
            receiver.inbox.put(received)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's own name
            """Tests print nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        receiver.url = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield receiver
        finally:
            server.shutdown()
            thread.join()
