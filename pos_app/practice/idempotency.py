"""Answers remembered by `Idempotency-Key` (wire-facts 2.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from pos_app.practice.ledger import Clock
from pos_app.practice.replies import Reply

LONGEST_KEY = 46


class Running(Enum):
    """The first call with this key has no answer yet."""

    STILL = "still"


@dataclass(frozen=True, slots=True)
class Answer:
    """The first answer under a key, given at a moment in UTC."""

    key: str
    at: datetime
    reply: Reply


class AnswerMemory:
    """One memory for all endpoints; a different body under the same key still gets the first answer.

    `known` are the answers of an earlier run; `keep` is given each new one.
    """

    def __init__(
        self,
        clock: Clock,
        life: timedelta,
        known: Iterable[Answer] = (),
        keep: Callable[[Answer], None] | None = None,
    ) -> None:
        self._clock = clock
        self._life = life
        self._write = keep
        self._running: set[str] = set()
        self._answers = {each.key: each for each in known}

    def begin(self, key: str) -> Reply | Running | None:
        """The first answer, or STILL while the first call runs, or None: this call is the first.

        After None the caller owes one `finish`.
        """
        if key in self._running:
            return Running.STILL
        remembered = self._answers.get(key)
        if remembered is not None and self._clock() - remembered.at < self._life:
            return remembered.reply
        self._running.add(key)
        return None

    def finish(self, key: str, reply: Reply | None) -> None:
        """End the first call. Only a success is remembered: a failed call may be tried again."""
        self._running.discard(key)
        if reply is not None and reply.is_success:
            answer = Answer(key, self._clock(), reply)
            if self._write is not None:
                self._write(answer)
            self._answers[key] = answer
