"""The relay as an ASGI application."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from pos_app.relay.allowance import Allowance
from pos_app.relay.answers import Refusal, refuse_by_route
from pos_app.relay.capability import mailbox_of
from pos_app.relay.events import Streams
from pos_app.relay.mailbox import Limits, Mailboxes, StoreError
from pos_app.relay.mailroom import Mailroom
from pos_app.relay.metrics import Metrics
from pos_app.relay.routes import Routes, unauthorized

HEARTBEAT = 15.0
"""Seconds."""

MOST_STREAMS = 20_000
"""Of one process, whose mailboxes they ever belong to: some 320 MB of memory when all are idle."""


class Relay:
    """An ASGI application over one store, which it closes when its lifespan ends.

    `/events` is answered here and not by the router, whose frames would lie around every idle stream.
    """

    def __init__(self, store: Mailboxes, limits: Limits, streams: int, heartbeat: float) -> None:
        self._store = store
        self._metrics = Metrics()
        self._streams = Streams(self._metrics, limits.readers, streams, heartbeat)
        self._routes = Routes(self._metrics, Allowance(limits.rate, limits.burst))
        self._router: ASGIApp = Starlette(
            routes=self._routes.routes,
            lifespan=self._lifespan,
            exception_handlers={HTTPException: refuse_by_route},
        )
        # A redirect is the one answer after which Midtrans does not come back (wire-facts 7.3).
        self._router.router.redirect_slashes = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == "/events":
            await self._events(scope, receive, send)
        else:
            await self._router(scope, receive, send)

    def end_streams(self) -> None:
        """Every reader gets a clean end and comes back later. Called when the server begins to stop."""
        self._streams.end()

    async def _events(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        mailbox = mailbox_of(headers.get("authorization", ""))
        refusal: Refusal
        if scope["method"] != "GET":
            refusal = Refusal(405, "a stream is read with GET", is_body_read=False, headers={"allow": "GET"})
        elif mailbox is None:
            refusal = unauthorized()
        elif not self._streams.has_room(mailbox):
            refusal = Refusal(
                429, "this mailbox has enough readers", is_body_read=False, headers={"retry-after": "15"}
            )
        elif self._streams.is_full:
            self._metrics.streams_refused += 1
            refusal = Refusal(
                503,
                "this relay has as many streams as it may; come back later",
                is_body_read=False,
                headers={"retry-after": "30"},
            )
        else:
            last_event_id = headers.get("last-event-id", "").strip()
            del headers
            try:
                await self._streams.serve(mailbox, last_event_id, receive, send)
            except StoreError:
                refusal = Refusal(
                    503, "the mailbox can't be read now", is_body_read=False, headers={"retry-after": "5"}
                )
            else:
                return
        await refusal(scope, receive, send)

    @contextlib.asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        room = Mailroom(self._store, self._streams.wake)
        self._streams.room = self._routes.room = room
        self._metrics.gauge("relay_waiting", "Commands that wait for the disk", lambda: room.waiting)
        beating = asyncio.create_task(self._streams.beat_for_ever())
        yield
        beating.cancel()
        await room.close()


def create_app(
    store: Mailboxes,
    limits: Limits | None = None,
    *,
    streams: int = MOST_STREAMS,
    heartbeat: float = HEARTBEAT,
) -> Relay:
    """`heartbeat` is in seconds. The store belongs to the application from now on."""
    return Relay(store, limits or Limits(), streams, heartbeat)
