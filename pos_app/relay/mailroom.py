"""The mailboxes as the event loop sees them: nothing here waits for a disk."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Collection
from datetime import UTC, datetime

from pos_app.relay.lane import Lane, LaneClosedError, LaneFullError
from pos_app.relay.mailbox import (
    Ack,
    Command,
    Listen,
    MailboxError,
    Mailboxes,
    NotPostedError,
    Outcome,
    Page,
    Position,
    Post,
    Probe,
    Prune,
    Read,
    StoreError,
)

logger = logging.getLogger(__name__)

WRITTEN_TOGETHER = 256
READ_TOGETHER = 32
LONGEST_QUEUE = 4_096
PRUNE_EVERY = 60.0
"""Seconds."""


class Mailroom:
    """Two lanes over a store, one that writes and one that reads, and the wake-up call between them.

    Everything may raise StoreError.
    """

    def __init__(self, store: Mailboxes, wake: Callable[[Collection[str] | None], None]) -> None:
        self._store = store
        loop = asyncio.get_running_loop()
        self._writing: Lane[Command, Outcome] = Lane(
            "relay-write", store.write, together=WRITTEN_TOGETHER, longest=LONGEST_QUEUE
        )
        self._reading: Lane[Read, Page] = Lane(
            "relay-read", store.read, together=READ_TOGETHER, longest=10**9
        )
        self._pruning = asyncio.create_task(self._prune_for_ever())

        def wake_from_any_thread(mailboxes: Collection[str] | None) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has closed: nobody is left to be woken
                loop.call_soon_threadsafe(wake, mailboxes)

        store.listen(wake_from_any_thread)

    @property
    def epoch(self) -> str:
        return self._store.epoch

    @property
    def waiting(self) -> int:
        """Commands that wait for the disk."""
        return self._writing.waiting

    async def post(self, mailbox: str, content_type: str | None, body: bytes) -> Position:
        """Durable when it returns. Raises MailboxFullError."""
        return Position(self.epoch, await self._write(Post(mailbox, datetime.now(UTC), content_type, body)))

    async def ack(self, mailbox: str, position: Position) -> Position:
        """The ack that now stands. Raises NotPostedError for a message that was never here."""
        if position.epoch != self.epoch:
            raise NotPostedError("this message belongs to another epoch; nothing was acked")
        return Position(self.epoch, await self._write(Ack(mailbox, position.seq)))

    async def listen(self, mailbox: str) -> None:
        """The numbers of this mailbox stay from now on; what was read before this may not be told any more."""
        await self._write(Listen(mailbox))

    async def read(self, mailbox: str, after: int | None) -> Page:
        try:
            return await self._reading.ask(Read(mailbox, after))
        except LaneClosedError as error:
            raise StoreError("the relay is stopping") from error

    async def probe(self) -> None:
        await self._write(Probe(datetime.now(UTC)))

    async def close(self) -> None:
        """What was taken is written before this returns."""
        self._pruning.cancel()
        await asyncio.gather(self._pruning, return_exceptions=True)
        await self._writing.close()
        await self._reading.close()
        await asyncio.to_thread(self._store.close)

    async def _write(self, command: Command) -> int:
        try:
            outcome = await self._writing.ask(command)
        except LaneFullError as error:
            raise StoreError("more notifications wait for the disk than it can take") from error
        except LaneClosedError as error:
            raise StoreError("the relay is stopping") from error
        if isinstance(outcome, MailboxError):
            raise outcome
        return outcome

    async def _prune_for_ever(self) -> None:
        while True:
            try:
                while await self._write(Prune(datetime.now(UTC))):
                    pass
            except MailboxError as error:
                logger.warning("old messages could not be pruned", extra={"reason": str(error)})
            await asyncio.sleep(PRUNE_EVERY)
