"""How the relay refuses: the exact status, one sentence of JSON, and a clean end of the connection.

What Midtrans does with a status is in wire-facts 7.3. A notification is never answered with 400, 404, 500 or 503 for
something that passes, because those are retried less often than any other status.
"""

import asyncio
import contextlib

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import Message, Receive, Scope, Send

LINGER_SECONDS = 2.0
LINGER_BYTES = 1024 * 1024


class Refusal(JSONResponse):
    """`{"error": sentence}`. When the request's body was not read to its end, the connection is closed after it.

    Closing at once would reset the connection while the client is still sending, and it would never see the
    answer. So the rest is read and thrown away, but only so much and so long.
    """

    def __init__(
        self, status: int, sentence: str, *, is_body_read: bool, headers: dict[str, str] | None = None
    ) -> None:
        self._is_body_read = is_body_read
        closing = {} if is_body_read else {"connection": "close"}
        super().__init__({"error": sentence}, status, {**(headers or {}), **closing})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._is_body_read:
            await super().__call__(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LINGER_SECONDS):
                await _discard(receive)
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def refuse_by_route(request: Request, error: Exception) -> Refusal:
    """404 and 405 as the router raises them."""
    assert isinstance(error, HTTPException)
    sentence = "no such path" if error.status_code == 404 else f"{request.method} is not possible here"
    headers = dict(error.headers) if error.headers else None
    return Refusal(error.status_code, sentence, is_body_read=False, headers=headers)


async def _discard(receive: Receive) -> None:
    left = LINGER_BYTES
    message: Message = {"type": "http.request", "more_body": True}
    while left > 0 and message["type"] == "http.request" and message["more_body"]:
        message = await receive()
        left -= len(message.get("body", b""))
