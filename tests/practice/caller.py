"""Calls a practice server as a merchant would, and a clock that a test moves."""

from __future__ import annotations

import base64
import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import Message
from itertools import count
from urllib.parse import urlsplit

from pos_app.practice.account import PRACTICE_SERVER_KEY
from pos_app.practice.wire import Json, JsonObject

_numbers = count(1)


def new_order_id() -> str:
    return f"TSJ-02-261120-{next(_numbers):04d}-1"


def charge_body(payment_type: str = "gopay", amount: Json = 44_000, **more: Json) -> JsonObject:
    order_id = more.pop("order_id", None) or new_order_id()
    details: JsonObject = {"order_id": order_id, "gross_amount": amount}
    return {"payment_type": payment_type, "transaction_details": details, **more}


def store_body(store: str = "alfamart", amount: int = 44_000) -> JsonObject:
    return charge_body("cstore", amount, cstore={"store": store})


def order_id_of(body: JsonObject) -> str:
    details = body["transaction_details"]
    assert isinstance(details, dict)
    return str(details["order_id"])


@dataclass(frozen=True)
class Answer:
    http: int
    headers: Message
    content: bytes

    @property
    def json(self) -> JsonObject:
        body = json.loads(self.content)
        assert isinstance(body, dict)
        return body

    @property
    def code(self) -> str:
        return str(self.json["status_code"])

    def text(self, name: str) -> str:
        return str(self.json[name])

    def action(self, name: str) -> str:
        """The path of one action."""
        actions = self.json["actions"]
        assert isinstance(actions, list)
        for action in actions:
            assert isinstance(action, dict)
            if action["name"] == name:
                parts = urlsplit(str(action["url"]))
                return f"{parts.path}?{parts.query}" if parts.query else parts.path
        raise AssertionError(f"no action {name}")


class Caller:
    def __init__(self, url: str, key: str = PRACTICE_SERVER_KEY) -> None:
        self._address = urlsplit(url).netloc
        self._authorization = "Basic " + base64.b64encode(f"{key}:".encode()).decode()

    def ask(
        self, method: str, path: str, body: Json | bytes = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        content = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        connection = http.client.HTTPConnection(self._address, timeout=10)
        try:
            connection.request(
                method,
                path,
                content,
                {
                    "Authorization": self._authorization,
                    "Accept": "application/json",
                    "Content-Type": "application/json",
                    **(headers or {}),
                },
            )
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def charge(self, body: JsonObject, **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.ask("POST", "/v2/charge", body, named)

    def status(self, name: str) -> Answer:
        return self.ask("GET", f"/v2/{name}/status")

    def post(self, name: str, what: str, body: Json = None) -> Answer:
        return self.ask("POST", f"/v2/{name}/{what}", body)


class HandClock:
    """UTC that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)
