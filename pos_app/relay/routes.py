"""POST /n/{mailbox}, POST /ack, GET /healthz, GET /metrics."""

import asyncio
import json
import logging
import re
import time

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from pos_app.relay.allowance import Allowance
from pos_app.relay.answers import Refusal
from pos_app.relay.capability import is_mailbox_id, mailbox_of, short
from pos_app.relay.mailbox import (
    LARGEST_BODY,
    MailboxError,
    MailboxFullError,
    NotPostedError,
    Position,
    StoreError,
)
from pos_app.relay.mailroom import Mailroom
from pos_app.relay.metrics import CONTENT_TYPE, Metrics

logger = logging.getLogger(__name__)

BODY_SECONDS = 10.0
"""A sender that takes longer than this for its body is cut off. Midtrans itself gives up after 15 s."""

_HEARD_OUT = LARGEST_BODY
"""Bytes above what is allowed that are taken in before they are refused: a proxy that has to break off while it sends
may lose our answer, and the gateway would hear of a fault of the relay. More than that is refused at once.
"""

PROBE_SECONDS = 5.0
LARGEST_ACK = 1024
_CONTENT_TYPE = re.compile(r"[ -~]{1,200}")


class TooLargeError(Exception):
    """The body is larger than it may be. `is_body_read` is False where the rest of it did not come in."""

    def __init__(self, *, is_body_read: bool) -> None:
        super().__init__()
        self.is_body_read = is_body_read


class Routes:
    """The answers that are no stream. `room` is set when the relay starts."""

    room: Mailroom

    def __init__(self, metrics: Metrics, allowance: Allowance) -> None:
        self._metrics = metrics
        self._allowance = allowance
        self.routes = [
            Route("/n/{mailbox}", self.post, methods=["POST"]),
            Route("/ack", self.ack, methods=["POST"]),
            Route("/healthz", self.healthz, methods=["GET"]),
            Route("/metrics", self.show_metrics, methods=["GET"]),
        ]

    async def post(self, request: Request) -> Response:
        began = time.perf_counter()
        mailbox = request.path_params["mailbox"]
        answer = await self._post(request, mailbox)
        self._metrics.posted(answer.status_code, time.perf_counter() - began)
        if answer.status_code != 200:
            logger.info(
                "notification refused", extra={"mailbox": short(mailbox), "status": answer.status_code}
            )
        return answer

    async def _post(self, request: Request, mailbox: str) -> Response:
        if not is_mailbox_id(mailbox):
            return Refusal(404, "this is not a mailbox id", is_body_read=False)
        try:
            body = await _body(request, LARGEST_BODY)
        except TooLargeError as error:
            why = f"a notification has at most {LARGEST_BODY} bytes"
            return Refusal(413, why, is_body_read=error.is_body_read)
        except (TimeoutError, ClientDisconnect):
            return Refusal(408, "the body did not arrive in time", is_body_read=False)
        if not self._allowance.take(mailbox):
            wait = {"retry-after": str(self._allowance.seconds_until_next())}
            return Refusal(429, "this mailbox gets too many notifications", is_body_read=True, headers=wait)
        try:
            position = await self.room.post(mailbox, _content_type(request), body)
        except MailboxFullError as error:
            return Refusal(429, str(error), is_body_read=True, headers={"retry-after": "60"})
        except StoreError as error:
            logger.warning("notification not stored", extra={"mailbox": short(mailbox), "reason": str(error)})
        except Exception:
            logger.exception("notification not stored", extra={"mailbox": short(mailbox)})
        else:
            logger.debug(
                "notification stored",
                extra={"mailbox": short(mailbox), "seq": position.seq, "bytes": len(body)},
            )
            return JSONResponse({"id": str(position)})
        return Refusal(507, "the notification could not be stored; send it again", is_body_read=True)

    async def ack(self, request: Request) -> Response:
        answer = await self._ack(request)
        self._metrics.acks[answer.status_code] += 1
        return answer

    async def _ack(self, request: Request) -> Response:
        mailbox = mailbox_of(request.headers.get("authorization", ""))
        if mailbox is None:
            return unauthorized()
        try:
            body = await _body(request, LARGEST_ACK)
        except TooLargeError as error:
            return Refusal(413, f"an ack has at most {LARGEST_ACK} bytes", is_body_read=error.is_body_read)
        except (TimeoutError, ClientDisconnect):
            return Refusal(408, "the body did not arrive in time", is_body_read=False)
        position = _acked(body)
        if position is None:
            return Refusal(
                400, 'an ack is {"id": "<epoch>-<seq>"} with the id of an event', is_body_read=True
            )
        try:
            standing = await self.room.ack(mailbox, position)
        except NotPostedError as error:
            return Refusal(409, str(error), is_body_read=True)
        except StoreError as error:
            logger.warning("ack not stored", extra={"mailbox": short(mailbox), "reason": str(error)})
            return Refusal(507, "the ack could not be stored; send it again", is_body_read=True)
        return JSONResponse({"id": str(standing)})

    async def healthz(self, request: Request) -> Response:
        """Well means: a write has just reached the disk."""
        try:
            async with asyncio.timeout(PROBE_SECONDS):
                await self.room.probe()
        except TimeoutError:
            sentence = f"the store did not write within {PROBE_SECONDS:g} s"
        except MailboxError as error:
            logger.warning("not healthy", extra={"reason": str(error)})
            sentence = "the store does not write; the log says why"
        else:
            return JSONResponse({"status": "ok"})
        return JSONResponse({"status": "failing", "error": sentence}, 503)

    async def show_metrics(self, request: Request) -> Response:
        return Response(self._metrics.text(), media_type=CONTENT_TYPE)


def unauthorized() -> Refusal:
    return Refusal(
        401,
        "send Authorization: Bearer with the secret of this till",
        is_body_read=False,
        headers={"www-authenticate": "Bearer"},
    )


async def _body(request: Request, largest: int) -> bytes:
    """Raises TooLargeError, TimeoutError, ClientDisconnect."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > largest + _HEARD_OUT:
        raise TooLargeError(is_body_read=False)
    body = bytearray()
    async with asyncio.timeout(BODY_SECONDS):
        async for chunk in request.stream():
            body += chunk
            if len(body) > largest + _HEARD_OUT:
                raise TooLargeError(is_body_read=False)
    if len(body) > largest:
        raise TooLargeError(is_body_read=True)
    return bytes(body)


def _content_type(request: Request) -> str | None:
    announced = request.headers.get("content-type", "")
    return announced if _CONTENT_TYPE.fullmatch(announced) else None


def _acked(body: bytes) -> Position | None:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return None
    named = content.get("id") if isinstance(content, dict) else None
    return Position.parse(named) if isinstance(named, str) else None
