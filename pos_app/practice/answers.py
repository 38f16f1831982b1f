"""Answers as they go out on the wire, whole or spoilt by a fault."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from email.utils import format_datetime

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from pos_app.practice import replies
from pos_app.practice.faults import REPLACES_ANSWER, Fault, Harm
from pos_app.practice.gateway import Gateway
from pos_app.practice.replies import Reply

HANG_UP = "hang_up"
"""Key of the ASGI state under which the server leaves the way to drop the connection."""

_PAGE_502 = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n"
)
_PAGE_403 = "<!DOCTYPE html><html><head><title>Access denied</title></head><body><h1>403</h1></body></html>"
_PAGE_404 = "<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>404</h1></body></html>"
_PATIENCE_STEP = 0.05


class Dropped(Response):
    """Sends `sent` of the answer, nothing by default, and then closes the connection."""

    def __init__(self, whole: Response | None = None, sent: bytes = b"") -> None:
        super().__init__()
        self._whole = whole
        self._sent = sent

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._whole is not None:
            await send(
                {
                    "type": "http.response.start",
                    "status": self._whole.status_code,
                    "headers": self._whole.raw_headers,
                }
            )
            await send({"type": "http.response.body", "body": self._sent, "more_body": True})
        scope["state"][HANG_UP]()
        while (await receive())["type"] != "http.disconnect":
            pass


def json_answer(reply: Reply) -> Response:
    text = json.dumps(reply.body, separators=(",", ":"))
    return Response(text, reply.http, media_type="application/json")


def page_answer(http: int) -> Response:
    pages = {502: _PAGE_502, 403: _PAGE_403, 404: _PAGE_404}
    return Response(pages[http], http, media_type="text/html")


def dated(response: Response, gateway: Gateway, skew: float = 0.0) -> Response:
    """Stamp the gateway's time, `skew` seconds wrong, in the `Date` header."""
    moment = gateway.clock() + timedelta(seconds=skew)
    response.headers["Date"] = format_datetime(moment, usegmt=True)
    return response


async def answer_under(fault: Fault | None, gateway: Gateway, carry_out: Callable[[], Response]) -> Response:
    """Carry a call out and answer it as well as `fault` lets the gateway do that."""
    if fault is None:
        return dated(carry_out(), gateway)
    is_slow = fault.harm is Harm.SLOW
    if is_slow and not fault.after_commit:
        await _wait(fault.seconds, gateway)
    if fault.harm in REPLACES_ANSWER and not fault.after_commit:
        return dated(_instead(fault, gateway), gateway)
    response = carry_out()
    if is_slow and fault.after_commit:
        await _wait(fault.seconds, gateway)
    return dated(_spoilt(response, fault, gateway), gateway, _skew(fault))


def _spoilt(response: Response, fault: Fault, gateway: Gateway) -> Response:
    whole = bytes(response.body)
    if fault.harm in REPLACES_ANSWER:
        return _instead(fault, gateway)
    if fault.harm is Harm.HALF_BODY:
        return Dropped(response, whole[: len(whole) // 2])
    if fault.harm is Harm.BROKEN_JSON:
        return Response(whole[: len(whole) // 2], response.status_code, media_type="application/json")
    return response


def _instead(fault: Fault, gateway: Gateway) -> Response:
    if fault.harm is Harm.LOST:
        return Dropped()
    if fault.harm is Harm.HTML_502:
        return page_answer(502)
    if fault.harm is Harm.HTML_403:
        return page_answer(403)
    if fault.harm is Harm.SERVER_ERROR:
        return json_answer(Reply(replies.refusal(500, gateway.habits).body, 500))
    code = 429 if fault.harm is Harm.TOO_MANY else fault.code
    return json_answer(replies.refusal(code, gateway.habits))


def _skew(fault: Fault) -> float:
    return fault.seconds if fault.harm is Harm.SKEWED_DATE else 0.0


async def _wait(seconds: float, gateway: Gateway) -> None:
    """In short steps, so that a server that stops need not wait for a slow answer."""
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    while not gateway.is_closed and (left := until - loop.time()) > 0:  # noqa: ASYNC110  # closed by another thread
        await asyncio.sleep(min(left, _PATIENCE_STEP))
