"""GET /events: one stream of server-sent events a reader.

Ten thousand tills are idle nearly all the time, so an idle stream is one task that waits for its client to hang up
and nothing more. A wake-up or a heartbeat starts a short task that reads from the store and writes to the stream. No
message is ever queued for a reader: a slow one only falls behind and reads on from its own position.
"""

import asyncio
import json
import logging
from base64 import b64encode
from collections.abc import Awaitable, Callable, Collection, Iterator, MutableMapping
from typing import Any

from pos_app.relay.capability import short
from pos_app.relay.mailbox import Message, Page, Position, StoreError
from pos_app.relay.mailroom import Mailroom
from pos_app.relay.metrics import Metrics

logger = logging.getLogger(__name__)

Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]

HEARTBEAT_PARTS = 15
"""The streams beat in so many groups, one after the other, so that the work is spread evenly."""

WRITTEN_AT_ONCE = 64 * 1024
READ_AGAIN_AFTER = 1.0
"""Seconds to wait when the store could not be read."""

_HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]
# Comments without an empty line behind them: to some readers an empty line is an event without data.
_OPENED = b": listening\n"
_BEAT = b": still here\n"
_CLOSING = b": the relay is stopping, come back\n"


class Stream:
    """One reader. `position` is the seq of the last message written to it."""

    __slots__ = ("_is_busy", "_is_closed", "_is_stale", "_send", "mailbox", "position", "streams")

    def __init__(self, streams: "Streams", mailbox: str, position: int, send: Send) -> None:
        self.streams = streams
        self.mailbox = mailbox
        self.position = position
        self._send = send
        self._is_busy = False
        self._is_stale = False
        self._is_closed = False

    def wake(self) -> None:
        """There may be new messages."""
        self._is_stale = True
        self._work(b"")

    def beat(self) -> None:
        self._work(_BEAT)

    def close(self) -> None:
        """Nothing is written from now on."""
        self._is_closed = True

    async def end(self) -> None:
        """Say good-bye; the reader comes back and goes on where it was."""
        if not self._is_closed:
            self._is_closed = True
            await self._send({"type": "http.response.body", "body": _CLOSING, "more_body": False})

    def _work(self, first: bytes) -> None:
        if not self._is_busy and not self._is_closed:
            self._is_busy = True
            self.streams.start(self._write(first))

    async def _write(self, first: bytes) -> None:
        """One of these runs at a time; while its client does not read, it waits here and holds one page."""
        try:
            if first:
                await self._put(first)
            while self._is_stale and not self._is_closed:
                self._is_stale = False
                await self._catch_up()
        finally:
            self._is_busy = False

    async def _catch_up(self) -> None:
        while not self._is_closed:
            try:
                page = await self._page()
            except StoreError:
                self._is_stale = True
                await asyncio.sleep(READ_AGAIN_AFTER)
                return
            for chunk in self._chunks(page):
                await self._put(chunk)
            if not page.messages:
                return

    async def _page(self) -> Page:
        """What follows; the first news of a mailbox is told once its numbers are sure to stay.

        A disk without room keeps nobody from hearing: the next news, or the ack, makes them stay.
        """
        room = self.streams.room
        page = await room.read(self.mailbox, self.position)
        while (page.messages or page.newest > self.position) and not page.is_heard:
            try:
                await room.listen(self.mailbox)
            except StoreError:
                return page
            page = await room.read(self.mailbox, self.position)
        return page

    def _chunks(self, page: Page) -> Iterator[bytes]:
        epoch = self.streams.room.epoch
        frames: list[bytes] = []
        size = 0
        for message in page.messages:
            if message.seq != self.position + 1:
                frames.append(self.streams.gap(Position(epoch, message.seq - 1), "pruned"))
            frames.append(_event(epoch, message))
            self.position = message.seq
            size += len(frames[-1])
            if size >= WRITTEN_AT_ONCE:
                yield b"".join(frames)
                frames, size = [], 0
        if not page.messages and page.newest > self.position:
            self.position = page.newest
            frames.append(self.streams.gap(Position(epoch, page.newest), "pruned"))
        self.streams.metrics.events_sent += len(page.messages)
        if frames:
            yield b"".join(frames)

    async def _put(self, body: bytes) -> None:
        if not self._is_closed:
            await self._send({"type": "http.response.body", "body": body, "more_body": True})


class Streams:
    """All open streams of this process. `readers` bounds those of one mailbox, `streams` all of them together.

    `heartbeat` is in seconds.
    """

    def __init__(self, metrics: Metrics, readers: int, streams: int, heartbeat: float) -> None:
        self.metrics = metrics
        self.room: Mailroom
        self._readers = readers
        self._streams = streams
        self._taken = 0
        self._heartbeat = heartbeat
        self._by_mailbox: dict[str, set[Stream]] = {}
        self._groups: list[set[Stream]] = [set() for _ in range(HEARTBEAT_PARTS)]
        self._group = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_closed = False
        metrics.gauge("relay_streams", "Streams that are open", lambda: sum(map(len, self._groups)))

    def has_room(self, mailbox: str) -> bool:
        return len(self._by_mailbox.get(mailbox, ())) < self._readers

    @property
    def is_full(self) -> bool:
        """Whether this process has as many streams as it may, those included that are about to open."""
        return self._taken >= self._streams

    async def serve(self, mailbox: str, last_event_id: str, receive: Receive, send: Send) -> None:
        """Answer with a stream until the client hangs up or the relay stops. Raises StoreError before it answers."""
        self._taken += 1
        try:
            position, lost = await self._begin(mailbox, last_event_id)
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            first = self.gap(position, lost) if lost else _OPENED
            await send({"type": "http.response.body", "body": first, "more_body": True})
            stream = Stream(self, mailbox, position.seq, send)
            group = self._add(stream)
            try:
                if self._is_closed:
                    await stream.end()
                else:
                    stream.wake()
                while (await receive())["type"] != "http.disconnect":
                    pass
            finally:
                stream.close()
                self._remove(stream, group)
        finally:
            self._taken -= 1

    def wake(self, mailboxes: Collection[str] | None) -> None:
        for mailbox in self._by_mailbox if mailboxes is None else mailboxes:
            for stream in self._by_mailbox.get(mailbox, ()):
                stream.wake()

    async def beat_for_ever(self) -> None:
        while True:
            await asyncio.sleep(self._heartbeat / HEARTBEAT_PARTS)
            self._group = (self._group + 1) % HEARTBEAT_PARTS
            for stream in self._groups[self._group]:
                stream.beat()

    def end(self) -> None:
        """Every stream ends; a stream that is opened from now on ends at once."""
        self._is_closed = True
        for group in self._groups:
            for stream in group:
                self.start(stream.end())

    def start(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def gap(self, position: Position, reason: str) -> bytes:
        """Some messages before `position` are lost or unknown to this reader; the stream goes on after it."""
        self.metrics.gaps[reason] += 1
        return f'event: gap\nid: {position}\ndata: {{"reason": "{reason}"}}\n\n'.encode("ascii")

    async def _begin(self, mailbox: str, last_event_id: str) -> tuple[Position, str]:
        """Where to go on, and why something may be lost (empty: nothing is)."""
        page = await self.room.read(mailbox, None)
        epoch = self.room.epoch
        if not last_event_id:
            return Position(epoch, page.acked), ""
        wanted = Position.parse(last_event_id)
        if wanted is None:
            return Position(epoch, page.acked), "unreadable"
        if wanted.epoch != epoch:
            return Position(epoch, page.acked), "epoch"
        if wanted.seq > page.newest:
            return Position(epoch, page.acked), "ahead"
        return wanted, ""

    def _add(self, stream: Stream) -> int:
        self.metrics.streams_opened += 1
        self._by_mailbox.setdefault(stream.mailbox, set()).add(stream)
        # The group that has just beaten: its next turn is one whole heartbeat away.
        self._groups[self._group].add(stream)
        logger.info("stream opened", extra={"mailbox": short(stream.mailbox), "after": stream.position})
        return self._group

    def _remove(self, stream: Stream, group: int) -> None:
        self._groups[group].discard(stream)
        readers = self._by_mailbox[stream.mailbox]
        readers.discard(stream)
        if not readers:
            del self._by_mailbox[stream.mailbox]
        logger.info("stream closed", extra={"mailbox": short(stream.mailbox), "after": stream.position})


def _event(epoch: str, message: Message) -> bytes:
    """One notification. What is no UTF-8 travels as base64 and says so; nothing is ever changed or left out."""
    data = {
        "received_at": message.received_at.isoformat(timespec="microseconds"),
        "content_type": message.content_type,
    }
    try:
        data["body"] = message.body.decode("utf-8")
    except UnicodeDecodeError:
        data["body"] = b64encode(message.body).decode("ascii")
        data["body_encoding"] = "base64"
    # ASCII only: some readers take U+2028 and the like for the end of a line.
    line = json.dumps(data, ensure_ascii=True)
    return f"event: notification\nid: {epoch}-{message.seq}\ndata: {line}\n\n".encode("ascii")
