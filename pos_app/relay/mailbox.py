"""What a mailbox is: commands, questions, answers and the contract that every store of mailboxes keeps.

A mailbox numbers its messages 1, 2, 3 … without holes in the order in which they were committed. The number is
only meaningful inside one *epoch*: the random name that a database is given when it is made.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

LARGEST_BODY = 64 * 1024
"""Bytes. A notification of the gateway has about 1,000 (wire-facts 7.1)."""

_POSITION = re.compile(r"([0-9a-f]{12})-(0|[1-9][0-9]{0,17})")


class MailboxError(Exception):
    """Why a mailbox did not do what it was asked; the text is a sentence for the one who asked."""


class OpenError(MailboxError):
    """The store can't be used at all; nothing was changed."""


class StoreError(MailboxError):
    """Nothing of this command is stored, or it is unknown whether it is; it may be sent again."""


class MailboxFullError(MailboxError):
    """The mailbox is over its limit; nothing was stored."""


class NotPostedError(MailboxError):
    """An ack names a message that this mailbox never held."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a mailbox: `<epoch>-<seq>`; seq 0 is before the first message."""

    epoch: str
    seq: int

    def __str__(self) -> str:
        return f"{self.epoch}-{self.seq}"

    @staticmethod
    def parse(text: str) -> "Position | None":
        found = _POSITION.fullmatch(text)
        return None if found is None else Position(found[1], int(found[2]))


@dataclass(frozen=True, slots=True)
class Limits:
    """What one mailbox may hold and take. A busy counter posts some thousand messages a day, echoes included.

    `messages` and `bytes` are stored at once, `rate` is posts a second on average, `burst` is posts in one rush,
    `readers` are streams open at the same time.
    """

    messages: int = 100_000
    bytes: int = 128 * 1024 * 1024
    rate: float = 100.0
    burst: int = 20_000
    readers: int = 16
    keep_acked: timedelta = timedelta(hours=1)
    keep_all: timedelta = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Post:
    """Store a message. Outcome: its seq. Refused with MailboxFullError."""

    mailbox: str
    received_at: datetime
    content_type: str | None
    body: bytes


@dataclass(frozen=True, slots=True)
class Ack:
    """Everything up to seq was heard and is safe at the till. Outcome: the ack that now stands, never a lower one."""

    mailbox: str
    seq: int


@dataclass(frozen=True, slots=True)
class Listen:
    """Somebody is about to be told numbers of this mailbox, which are kept for good from now on. Outcome: 0."""

    mailbox: str


@dataclass(frozen=True, slots=True)
class Probe:
    """Write something that changes no mailbox, to prove that the store can. Outcome: 0."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Prune:
    """Drop a bounded number of messages whose time is over. Outcome: 1 when there may be more to drop, else 0.

    A mailbox that nobody ever listened to goes with its last message: it may have been invented.
    """

    now: datetime


Command = Post | Ack | Listen | Probe | Prune
Outcome = int | MailboxError


@dataclass(frozen=True, slots=True)
class Read:
    """The messages that follow `after`, or no messages when `after` is None."""

    mailbox: str
    after: int | None


@dataclass(frozen=True, slots=True)
class Message:
    seq: int
    received_at: datetime
    content_type: str | None
    body: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """A mailbox as it stood: its ack, its newest seq ever, and the next messages (bounded in number and bytes).

    `is_heard` once somebody listened to it: until then its numbers may be given again, and nobody may be told them.
    A message that is missing between two others, or between the last one and `newest`, was pruned.
    """

    acked: int
    newest: int
    is_heard: bool
    messages: tuple[Message, ...]


Wake = Callable[[Collection[str] | None], None]
"""Told which mailboxes got messages; None when it may have been any of them. Called from any thread."""


class Mailboxes(Protocol):
    """A store of mailboxes. `write` is called from one thread, `read` from another one, always the same two."""

    @property
    def epoch(self) -> str: ...

    def write(self, batch: Sequence[Command]) -> list[Outcome]:
        """Do all commands in their order. They are durable when this returns: one fsync pays for the whole batch.

        Raises StoreError when none of them could be kept.
        """

    def read(self, batch: Sequence[Read]) -> list[Page]:
        """Answer all questions. Raises StoreError when the store can't be read now."""

    def listen(self, wake: Wake) -> None:
        """From now on tell `wake` about every committed post, whichever process made it."""

    def close(self) -> None: ...
