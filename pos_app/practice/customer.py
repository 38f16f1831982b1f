"""The customer's side over HTTP, for the page, for scripts and for test suites in other languages.

GET  /practice/                        the page on which a person plays the customer
GET  /practice/payments[?newest=N]     newest first: id, order_id, amount, channel, status, seconds_left, qr_text, …
POST /practice/payments/{id}/{act}     act: pay, fail, expire, pay-late, pay-twice, cancel, deny, reverse, resend;
                                       id: order id, transaction id or payment code; 404 unknown, 409 not possible now
GET  /practice/payments/{id}/qr.svg    the QR picture of one payment
GET  /practice/calls                   every Core API call: at (monotonic seconds), operation, method, path, http, …
GET  /practice/notifications           every attempt to bring a notification, with the answer
GET  /practice/faults                  the faults still to strike
POST /practice/faults                  one fault as JSON: harm, on, times (null: always), order_id, after_commit,
                                       seconds, code, amount, channel_code; names as in `faults`; 400 when it makes no sense
DELETE /practice/faults                forget all faults

A page of another site may not press these buttons: a foreign Origin gets 403.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from functools import cache
from pathlib import Path
from types import NoneType

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.gateway import Gateway
from pos_app.practice.ledger import CannotChangeError, Transaction, UnknownTransactionError
from pos_app.practice.qr_picture import qr_svg
from pos_app.practice.wire import JsonObject

_PAGE = Path(__file__).with_name("customer_page.html")
_PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}
_KINDS: Mapping[str, tuple[type, ...]] = {
    "times": (int, NoneType),
    "order_id": (str, NoneType),
    "after_commit": (bool,),
    "seconds": (int, float),
    "code": (int,),
    "amount": (int,),
    "channel_code": (str,),
}
_SECOND = timedelta(seconds=1)


@cache
def _page() -> str:
    return _PAGE.read_text(encoding="utf-8")


class CustomerSide:
    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._acts = {
            "pay": gateway.pay,
            "fail": gateway.fail,
            "expire": gateway.expire,
            "pay-late": gateway.pay_late,
            "pay-twice": gateway.pay_twice,
            "cancel": gateway.cancel,
            "deny": gateway.deny,
            "reverse": gateway.reverse,
            "resend": gateway.resend,
        }

    def routes(self) -> list[Route]:
        return [
            Route("/", self._show, methods=["GET"]),
            Route("/practice/", self._show, methods=["GET"]),
            Route("/practice/payments", self._list, methods=["GET"]),
            Route("/practice/payments/{name}/qr.svg", self._picture, methods=["GET"]),
            Route("/practice/payments/{name}/{act}", self._act, methods=["POST"]),
            Route("/practice/calls", self._calls, methods=["GET"]),
            Route("/practice/notifications", self._notifications, methods=["GET"]),
            Route("/practice/faults", self._faults, methods=["GET", "POST", "DELETE"]),
        ]

    async def _show(self, _request: Request) -> Response:
        return HTMLResponse(_page(), headers=_PAGE_HEADERS)

    async def _list(self, request: Request) -> Response:
        newest = request.query_params.get("newest", "")
        transactions = self._gateway.transactions()[: int(newest) if newest.isdecimal() else None]
        payments = [self._payment(each) for each in transactions]
        merchant = {"name": self._gateway.account.merchant_name, "nmid": self._gateway.account.nmid}
        return JSONResponse({"merchant": merchant, "payments": payments})

    async def _act(self, request: Request) -> Response:
        if _is_foreign(request):
            return _complaint(403, "only this computer's own page may do that")
        act = self._acts.get(request.path_params["act"])
        if act is None:
            return _complaint(404, f"acts are: {', '.join(self._acts)}")
        try:
            return JSONResponse(self._payment(act(request.path_params["name"])))
        except UnknownTransactionError:
            return _complaint(404, "no such payment")
        except CannotChangeError as error:
            return _complaint(409, f"not possible while the payment is: {error}")

    async def _picture(self, request: Request) -> Response:
        try:
            transaction = self._gateway.find(request.path_params["name"])
        except UnknownTransactionError:
            return _complaint(404, "no such payment")
        if transaction.qr_text is None:
            return _complaint(404, "this payment has no QR")
        return Response(qr_svg(transaction.qr_text), media_type="image/svg+xml")

    async def _calls(self, _request: Request) -> Response:
        return JSONResponse(
            [
                {
                    "at": call.at,
                    "operation": call.operation.value,
                    "method": call.method,
                    "path": call.path,
                    "order_id": call.order_id,
                    "idempotency_key": call.idempotency_key,
                    "body": call.body.decode(errors="replace"),
                    "harm": call.harm.value if call.harm else None,
                    "http": call.http,
                }
                for call in self._gateway.calls.all()
            ]
        )

    async def _notifications(self, _request: Request) -> Response:
        return JSONResponse(
            [{**asdict(each), "at": each.at.isoformat()} for each in self._gateway.deliveries]
        )

    async def _faults(self, request: Request) -> Response:
        if request.method != "GET" and _is_foreign(request):
            return _complaint(403, "only this computer's own page may do that")
        if request.method == "DELETE":
            self._gateway.faults.clear()
        elif request.method == "POST":
            try:
                self._gateway.script(_fault(json.loads(await request.body())))
            except (ValueError, TypeError) as error:
                return _complaint(400, str(error))
        return JSONResponse([_spelled(fault) for fault in self._gateway.faults.waiting()])

    def _payment(self, transaction: Transaction) -> JsonObject:
        now = self._gateway.clock()
        return {
            "id": transaction.id,
            "order_id": transaction.order_id,
            "amount": transaction.amount,
            "channel": transaction.store.value if transaction.store else transaction.payment_type.value,
            "status": transaction.status.value,
            "age_seconds": max(0, (now - transaction.created_at) // _SECOND),
            "seconds_left": max(0, (transaction.expires_at - now) // _SECOND),
            "payment_code": transaction.payment_code,
            "qr_text": transaction.qr_text,
            "failed_attempts": transaction.failed_attempts,
            "notification_addresses": len(transaction.addresses),
        }


def _fault(spelled: object) -> Fault:
    """Raise ValueError or TypeError with a sentence for what is wrong."""
    if not isinstance(spelled, dict) or "harm" not in spelled:
        raise ValueError(f"a fault needs a harm, one of: {', '.join(harm.value for harm in Harm)}")
    for name, kinds in _KINDS.items():
        if name in spelled and not isinstance(spelled[name], kinds):
            raise TypeError(f"{name} cannot be {json.dumps(spelled[name])}")
    fields = {**spelled, "harm": Harm(spelled["harm"])}
    if spelled.get("on") is not None:
        fields["on"] = Operation(spelled["on"])
    return Fault(**fields)


def _spelled(fault: Fault) -> JsonObject:
    return {**asdict(fault), "harm": fault.harm.value, "on": fault.on.value if fault.on else None}


def _complaint(http: int, sentence: str) -> Response:
    return JSONResponse({"error": sentence}, http)


def _is_foreign(request: Request) -> bool:
    origin = request.headers.get("Origin")
    return origin is not None and origin != f"{request.url.scheme}://{request.headers.get('Host', '')}"
