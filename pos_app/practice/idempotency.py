"""Answers remembered by `Idempotency-Key` (wire-facts 2.2)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum

from pos_app.practice.ledger import Clock
from pos_app.practice.replies import Reply

LONGEST_KEY = 46


class Running(Enum):
    """The first call with this key has no answer yet."""

    STILL = "still"


class AnswerMemory:
    """One memory for all endpoints; a different body under the same key still gets the first answer."""

    def __init__(self, clock: Clock, life: timedelta) -> None:
        self._clock = clock
        self._life = life
        self._running: set[str] = set()
        self._answers: dict[str, tuple[datetime, Reply]] = {}

    def begin(self, key: str) -> Reply | Running | None:
        """The first answer, or STILL while the first call runs, or None: this call is the first.

        After None the caller owes one `finish`.
        """
        if key in self._running:
            return Running.STILL
        remembered = self._answers.get(key)
        if remembered is not None and self._clock() - remembered[0] < self._life:
            return remembered[1]
        self._running.add(key)
        return None

    def finish(self, key: str, reply: Reply | None) -> None:
        """End the first call. Only a success is remembered: a failed call may be tried again."""
        self._running.discard(key)
        if reply is not None and reply.is_success:
            self._answers[key] = (self._clock(), reply)
