"""What a listener told, as a queue that a test waits on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from pos_app.notices.listener import Listener
from pos_app.notices.reasons import Reason

PATIENCE = 10.0
"""Seconds; only a broken test waits so long."""


@dataclass(frozen=True)
class Message:
    body: str
    cursor: str


@dataclass(frozen=True)
class Gap:
    cursor: str


@dataclass(frozen=True)
class Link:
    is_open: bool
    reason: str


Told = Message | Gap | Link


def no_echo(body: str) -> bool:
    return False


class Ear:
    def __init__(self) -> None:
        self._told: SimpleQueue[Told] = SimpleQueue()

    def message(self, body: str, cursor: str) -> None:
        self._told.put(Message(body, cursor))

    def gap(self, cursor: str) -> None:
        self._told.put(Gap(cursor))

    def link(self, reason: Reason | None) -> None:
        self._told.put(Link(reason is None, str(reason or "")))

    def next(self) -> Told:
        return self._told.get(timeout=PATIENCE)

    def next_but_links(self) -> Message | Gap:
        passed: list[Link] = []
        while len(passed) < 20:
            told = self.next()
            if not isinstance(told, Link):
                return told
            passed.append(told)
        raise AssertionError(passed)

    def next_closing(self) -> str:
        """The reason why the stream was closed."""
        while True:
            told = self.next()
            if isinstance(told, Link) and not told.is_open:
                return told.reason

    def messages(self, count: int) -> list[Message]:
        found = [self.next_but_links() for _ in range(count)]
        assert all(isinstance(told, Message) for told in found), found
        return [told for told in found if isinstance(told, Message)]

    @property
    def rest(self) -> list[Told]:
        found: list[Told] = []
        while True:
            try:
                found.append(self._told.get_nowait())
            except Empty:
                return found


@contextmanager
def listening(
    url: str,
    ear: Ear,
    secret: str = "tests-and-nothing-but-tests-0123456789",
    *,
    last_cursor: str = "",
    is_echo: Callable[[str], bool] = no_echo,
    silence_seconds: float = 30.0,
    on_message: Callable[[str, str], None] | None = None,
    on_link: Callable[[Reason | None], None] | None = None,
) -> Iterator[Listener]:
    listener = Listener(
        url,
        secret,
        last_cursor=last_cursor,
        on_message=on_message or ear.message,
        on_gap=ear.gap,
        on_link=on_link or ear.link,
        is_echo=is_echo,
        silence_seconds=silence_seconds,
    )
    listener.start()
    try:
        yield listener
    finally:
        listener.stop(patience=PATIENCE)
