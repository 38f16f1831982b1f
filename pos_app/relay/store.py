"""Mailboxes in SQL. What SQLite and PostgreSQL have in common is here; how they commit, lock and wake is theirs."""

import abc
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from pos_app.relay.mailbox import (
    Ack,
    Command,
    Limits,
    Listen,
    MailboxFullError,
    Message,
    NotPostedError,
    Outcome,
    Page,
    Post,
    Probe,
    Prune,
    Read,
    StoreError,
)

Row = tuple[object, ...]

PAGE_MESSAGES = 100
PAGE_BYTES = 128 * 1024
PRUNED_MAILBOXES = 100
PRUNED_MESSAGES = 500
"""At most so many in one Prune, so that the posts behind it hardly wait."""

_EPOCH_START = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_STATE = "SELECT acked, newest, is_heard FROM mailbox WHERE id = ?"
_NEXT = """
SELECT seq, received_at, content_type, body FROM (
    SELECT seq, received_at, content_type, body,
           SUM(LENGTH(body)) OVER (ORDER BY seq) - LENGTH(body) AS bytes_before
    FROM (SELECT seq, received_at, content_type, body FROM message
          WHERE mailbox = ? AND seq > ? ORDER BY seq LIMIT ?) AS following
) AS page WHERE bytes_before < ? ORDER BY seq
"""
_INSERT = "INSERT INTO message (mailbox, seq, received_at, content_type, body) VALUES (?, ?, ?, ?, ?)"
_KEEP = """
INSERT INTO mailbox (id, newest, acked, messages, bytes, is_heard) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET newest = excluded.newest, acked = excluded.acked,
    messages = excluded.messages, bytes = excluded.bytes, is_heard = excluded.is_heard
"""
# `newest - messages` is the seq before the oldest that is still stored.
_WITH_ACKED = """
SELECT id, acked FROM mailbox WHERE id > ? AND acked > newest - messages AND messages > 0 ORDER BY id LIMIT ?
"""
_WITH_OLD = """
SELECT DISTINCT mailbox FROM
    (SELECT mailbox FROM message WHERE received_at < ? ORDER BY received_at LIMIT ?) AS oldest ORDER BY mailbox
"""
_DROP = """
DELETE FROM message WHERE mailbox = ? AND seq IN
    (SELECT seq FROM message WHERE mailbox = ? AND seq <= ? AND received_at < ? ORDER BY seq LIMIT ?)
RETURNING LENGTH(body)
"""
_SHRINK = "UPDATE mailbox SET messages = messages - ?, bytes = bytes - ? WHERE id = ?"
_FORGET = "DELETE FROM mailbox WHERE id = ? AND messages = 0 AND acked = 0 AND is_heard = 0"
_ANY_SEQ = 2**62


@dataclass(slots=True)
class _Box:
    newest: int = 0
    acked: int = 0
    messages: int = 0
    bytes: int = 0
    is_heard: int = 0


class SqlMailboxes(abc.ABC):
    """The algorithm of both stores. A subclass gives it a connection a thread and the five verbs below."""

    epoch: str

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._pruned_up_to = ""

    @abc.abstractmethod
    def _transaction(self) -> AbstractContextManager[None]:
        """Begin; commit durably at the end, or roll back. Raises StoreError when the database refuses."""

    @abc.abstractmethod
    def _run(self, sql: str, values: Sequence[object]) -> list[Row]: ...

    @abc.abstractmethod
    def _run_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None: ...

    @abc.abstractmethod
    def _ask(self, questions: Sequence[tuple[str, Sequence[object]]]) -> list[list[Row]]:
        """Read on the reader's connection, each question after the one before. Raises StoreError."""

    @abc.abstractmethod
    def _lock(self, mailboxes: Collection[str]) -> None:
        """Until the transaction ends nobody else numbers, acks or prunes messages of these mailboxes."""

    @abc.abstractmethod
    def _announce(self, mailboxes: Collection[str]) -> None:
        """Called inside the transaction; whoever listens is to hear of it once it is committed."""

    def write(self, batch: Sequence[Command]) -> list[Outcome]:
        outcomes: dict[int, Outcome] = {}
        prunes = {index: command for index, command in enumerate(batch) if isinstance(command, Prune)}
        if len(prunes) < len(batch):
            with self._transaction():
                outcomes = dict(self._apply(batch))
        for index, prune in prunes.items():
            try:
                with self._transaction():
                    outcomes[index] = self._prune(prune.now)
            except StoreError as error:
                outcomes[index] = error
        return [outcomes[index] for index in range(len(batch))]

    def read(self, batch: Sequence[Read]) -> list[Page]:
        # The state is asked first: what is committed in between can only add messages, never look like a hole.
        questions: list[tuple[str, Sequence[object]]] = []
        for question in batch:
            questions.append((_STATE, (question.mailbox,)))
            if question.after is not None:
                questions.append((_NEXT, (question.mailbox, question.after, PAGE_MESSAGES, PAGE_BYTES)))
        replies = iter(self._ask(questions))
        return [_page(next(replies), [] if question.after is None else next(replies)) for question in batch]

    def _apply(self, batch: Sequence[Command]) -> Iterator[tuple[int, Outcome]]:
        named = sorted({command.mailbox for command in batch if isinstance(command, Post | Ack | Listen)})
        if named:
            self._lock(named)
        boxes = self._boxes(named)
        messages: list[tuple[object, ...]] = []
        touched: set[str] = set()
        posted: set[str] = set()
        for index, command in enumerate(batch):
            match command:
                case Post():
                    box = boxes[command.mailbox]
                    if self._has_room(box, len(command.body)):
                        box.newest += 1
                        box.messages += 1
                        box.bytes += len(command.body)
                        messages.append(_values(command, box.newest))
                        posted.add(command.mailbox)
                        yield index, box.newest
                    else:
                        yield (
                            index,
                            MailboxFullError("this mailbox holds as much as it may; its till must ack first"),
                        )
                case Ack():
                    box = boxes[command.mailbox]
                    if command.seq > box.newest:
                        yield index, NotPostedError(f"the newest message of this mailbox is {box.newest}")
                    else:
                        if command.seq > box.acked:
                            box.acked = command.seq
                            touched.add(command.mailbox)
                        yield index, box.acked
                case Listen():
                    box = boxes[command.mailbox]
                    if box.newest:
                        box.is_heard = 1
                        touched.add(command.mailbox)
                    yield index, 0
                case Probe():
                    self._run("UPDATE relay SET probed_at = ?", (_microseconds(command.at),))
                    yield index, 0
                case Prune():
                    pass
        self._run_many(_INSERT, messages)
        self._run_many(_KEEP, [_kept(mailbox, boxes[mailbox]) for mailbox in sorted(touched | posted)])
        if posted:
            self._announce(posted)

    def _boxes(self, named: Sequence[str]) -> dict[str, _Box]:
        boxes = {mailbox: _Box() for mailbox in named}
        if named:
            marks = ", ".join("?" * len(named))
            sql = f"SELECT id, newest, acked, messages, bytes, is_heard FROM mailbox WHERE id IN ({marks})"  # noqa: S608  (only question marks are filled in)
            for mailbox, *numbers in self._run(sql, named):
                boxes[str(mailbox)] = _Box(*map(_integer, numbers))
        return boxes

    def _has_room(self, box: _Box, body: int) -> bool:
        return box.messages < self._limits.messages and box.bytes + body <= self._limits.bytes

    def _prune(self, now: datetime) -> int:
        acked_before = _microseconds(now - self._limits.keep_acked)
        all_before = _microseconds(now - self._limits.keep_all)
        acked = self._run(_WITH_ACKED, (self._pruned_up_to, PRUNED_MAILBOXES))
        old = self._run(_WITH_OLD, (all_before, PRUNED_MESSAGES))
        due = [(str(mailbox), _integer(seq), acked_before) for mailbox, seq in acked]
        due += [(str(mailbox), _ANY_SEQ, all_before) for (mailbox,) in old]
        if due:
            self._lock(sorted({mailbox for mailbox, _, _ in due}))
        was_cut_short = False
        for mailbox, through, before in due:
            was_cut_short |= self._drop(mailbox, through, before) == PRUNED_MESSAGES
        is_round_done = len(acked) < PRUNED_MAILBOXES
        self._pruned_up_to = "" if is_round_done else str(acked[-1][0])
        return 1 if was_cut_short or not is_round_done or old else 0

    def _drop(self, mailbox: str, through: int, before: int) -> int:
        dropped = self._run(_DROP, (mailbox, mailbox, through, before, PRUNED_MESSAGES))
        if dropped:
            total = sum(_integer(size) for (size,) in dropped)
            self._run(_SHRINK, (len(dropped), total, mailbox))
            self._run(_FORGET, (mailbox,))
        return len(dropped)


def _values(post: Post, seq: int) -> tuple[object, ...]:
    return post.mailbox, seq, _microseconds(post.received_at), post.content_type, post.body


def _kept(mailbox: str, box: _Box) -> tuple[object, ...]:
    return mailbox, box.newest, box.acked, box.messages, box.bytes, box.is_heard


def _page(state: list[Row], rows: list[Row]) -> Page:
    acked, newest, is_heard = map(_integer, state[0]) if state else (0, 0, 0)
    return Page(acked, newest, is_heard == 1, tuple(map(_message, rows)))


def _message(row: Row) -> Message:
    seq, received_at, content_type, body = row
    assert isinstance(body, bytes)
    moment = _EPOCH_START + timedelta(microseconds=_integer(received_at))
    return Message(_integer(seq), moment, None if content_type is None else str(content_type), body)


def _microseconds(moment: datetime) -> int:
    return (moment - _EPOCH_START) // _MICROSECOND


def _integer(value: object) -> int:
    assert isinstance(value, int)
    return value
