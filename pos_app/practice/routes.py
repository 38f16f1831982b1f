"""The Core API over HTTP: who may come in, what is asked, what goes out (wire-facts 1 and 4.8).

POST /v2/charge · GET /v2/{id}/status · POST /v2/{id}/cancel, expire, refund, refund/online/direct, approve, deny ·
GET /v2/gopay/{id}/qr-code, /v2/qris/{id}/qr-code and the framed /v4/qris/{ref}/qr-code,
/v4/qris/gopay/{ref}/qr-code (no key needed) · GET /v2/token, /v2/card/register, /v2/point_inquiry/{token}.
`{id}` is an order id or a transaction id.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pos_app.practice import cards, replies
from pos_app.practice.answers import Dropped, answer_under, dated, json_answer, page_answer
from pos_app.practice.charges import reads_as_indomaret
from pos_app.practice.faults import Fault, Operation
from pos_app.practice.gateway import Gateway
from pos_app.practice.idempotency import LONGEST_KEY, Running
from pos_app.practice.ledger import Status, Transaction, UnknownTransactionError
from pos_app.practice.opening import Order
from pos_app.practice.qr_picture import framed_qr_png, qr_png
from pos_app.practice.replies import Reply
from pos_app.practice.wire import JsonObject

Endpoint = Callable[[Request], Awaitable[Response]]

_BY_NAME = {
    "cancel": Operation.CANCEL,
    "expire": Operation.EXPIRE,
    "refund": Operation.REFUND,
    "refund/online/direct": Operation.REFUND,
    "approve": Operation.APPROVE,
    "deny": Operation.DENY,
}


class _RefusedError(Exception):
    """The call does not get past the door."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


class CoreApi:
    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._answers = gateway.answers

    def routes(self) -> list[Route]:
        card_calls = {
            "/v2/token": cards.card_token,
            "/v2/card/register": cards.registered_card,
            "/v2/point_inquiry/{token}": cards.card_points,
        }
        pictures = (
            ("/v2/gopay/{name}/qr-code", False),
            ("/v2/qris/{name}/qr-code", False),
            ("/v4/qris/{name}/qr-code", True),
            ("/v4/qris/gopay/{name}/qr-code", True),
        )
        return [
            *(Route(path, self._card(make), methods=["GET"]) for path, make in card_calls.items()),
            *(Route(path, self._picture(framed=framed), methods=["GET"]) for path, framed in pictures),
            Route("/v2/charge", self._call(Operation.CHARGE), methods=["POST"]),
            Route("/v2/{name}/status", self._call(Operation.STATUS), methods=["GET"]),
            *(
                Route(f"/v2/{{name}}/{ending}", self._call(operation), methods=["POST"])
                for ending, operation in _BY_NAME.items()
            ),
        ]

    async def refuse(self, _request: Request, error: Exception) -> Response:
        """Unknown paths get a page, wrong methods a JSON body."""
        if isinstance(error, HTTPException) and error.status_code == 405:
            return json_answer(replies.refusal(405, self._gateway.habits))
        return page_answer(404)

    def _call(self, operation: Operation) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            raw = await request.body()
            key = request.headers.get("Idempotency-Key")
            number = self._gateway.calls.arrived(
                operation, request.method, request.url.path, key=key, body=raw
            )
            try:
                order = self._admitted(request, operation, raw)
            except _RefusedError as refused:
                response = dated(
                    json_answer(replies.refusal(refused.code, self._gateway.habits)), self._gateway
                )
            else:
                order_id = self._order_id(order)
                fault = self._gateway.faults.take(operation, order_id)
                self._gateway.calls.identified(number, order_id, fault.harm if fault else None)
                response = await self._answer(
                    order, fault, key if operation is not Operation.STATUS else None
                )
            self._gateway.calls.answered(
                number, None if isinstance(response, Dropped) else response.status_code
            )
            return response

        return endpoint

    async def _answer(self, order: Order, fault: Fault | None, key: str | None) -> Response:
        if key is None or len(key) > LONGEST_KEY or reads_as_indomaret(order.body):
            return await answer_under(
                fault, self._gateway, lambda: json_answer(self._gateway.carry_out(order, fault))
            )
        begun = self._answers.begin(key)
        if begun is Running.STILL:
            return dated(json_answer(replies.still_running()), self._gateway)
        if isinstance(begun, Reply):
            first = begun
            return await answer_under(fault, self._gateway, lambda: json_answer(first))
        made: list[Reply] = []

        def carry_out() -> Response:
            made.append(self._gateway.carry_out(order, fault))
            return json_answer(made[0])

        try:
            return await answer_under(fault, self._gateway, carry_out)
        finally:
            self._answers.finish(key, made[0] if made else None)

    def _admitted(self, request: Request, operation: Operation, raw: bytes) -> Order:
        key = _basic_user(request.headers.get("Authorization", ""))
        if key is None or not self._gateway.account.accepts(key):
            raise _RefusedError(401)
        accept = request.headers.get("Accept", "*/*")
        if not any(kind in accept for kind in ("application/json", "application/*", "*/*")):
            raise _RefusedError(403)
        return Order(
            operation=operation,
            name=request.path_params.get("name", ""),
            server_key=key,
            body=_json_object(raw) if request.method == "POST" else {},
            base_url=str(request.base_url).rstrip("/"),
            override=_addresses(request.headers.get("X-Override-Notification")),
            append=_addresses(request.headers.get("X-Append-Notification")),
            is_direct_refund=request.url.path.endswith("/online/direct"),
        )

    def _order_id(self, order: Order) -> str | None:
        if order.operation is Operation.CHARGE:
            details = order.body.get("transaction_details")
            named = details.get("order_id") if isinstance(details, dict) else None
            return named if isinstance(named, str) else None
        try:
            return self._gateway.find(order.name).order_id
        except UnknownTransactionError:
            return None

    def _card(self, make: Callable[[], Reply]) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            self._gateway.calls.arrived(Operation.CARD, request.method, request.url.path, key=None, body=b"")
            fault = self._gateway.faults.take(Operation.CARD, None)
            return await answer_under(fault, self._gateway, lambda: json_answer(make()))

        return endpoint

    def _picture(self, *, framed: bool) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            gateway, name = self._gateway, request.path_params["name"]
            number = gateway.calls.arrived(
                Operation.QR_PICTURE, request.method, request.url.path, key=None, body=b""
            )
            shown = self._pictured(name, framed=framed)
            fault = gateway.faults.take(Operation.QR_PICTURE, shown.order_id if shown else None)

            def draw() -> Response:
                if shown is None or shown.qr_text is None:
                    return page_answer(404)
                png = framed_qr_png(shown.qr_text, gateway.account) if framed else qr_png(shown.qr_text)
                return Response(png, media_type="image/png")

            response = await answer_under(fault, gateway, draw)
            gateway.calls.identified(number, shown.order_id if shown else None, fault.harm if fault else None)
            gateway.calls.answered(number, None if isinstance(response, Dropped) else response.status_code)
            return response

        return endpoint

    def _pictured(self, name: str, *, framed: bool) -> Transaction | None:
        for transaction in self._gateway.transactions():
            if name == (transaction.qr_reference if framed else transaction.id):
                live = transaction.status is Status.PENDING
                return transaction if live or self._gateway.habits.qr_after_end else None
        return None


def _basic_user(header: str) -> str | None:
    """The user of a Basic header whose password is empty."""
    scheme, _, coded = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        user, colon, password = base64.b64decode(coded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return user if colon and not password else None


def _addresses(header: str | None) -> tuple[str, ...]:
    return tuple(address.strip() for address in (header or "").split(",") if address.strip())


def _json_object(raw: bytes) -> JsonObject:
    """An empty body counts as `{}`; `null` crashes the real gateway, other non-objects are malformed."""
    try:
        body = json.loads(raw or b"{}")
        json.dumps(body, ensure_ascii=False).encode()  # half a surrogate pair could never be sent back
    except (ValueError, RecursionError):
        raise _RefusedError(413) from None
    if body is None:
        raise _RefusedError(500)
    if not isinstance(body, dict):
        raise _RefusedError(413)
    return body
