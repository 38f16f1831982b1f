"""Who a PIN belongs to: hashed beside the till's thread, slower after wrong tries, shut after ten.

A PIN alone names a person, so wrong ones are counted for the till and not for somebody. Only a
manager's PIN takes the count back: a cashier who guesses can't wash it away with a PIN of their own.
The count is on disk, the wait runs on the clock that never jumps and begins anew with the process.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from pos_app.domain.audit import Act, AuditEntry
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.pin import PinSalt, salts_of, whose
from pos_app.domain.staff import Member, Pin, Right, Role
from pos_app.till.desk_messages import PinRefusal, PinRefused
from pos_app.till.kit import Kit
from pos_app.till.lane_messages import PinHashed

log = logging.getLogger(__name__)

MOST_WRONG = 10
"""So many wrong PINs shut the till's pad until its owner opens it at the PC."""

_FREE_TRIES = 3
_FIRST_WAIT = 5.0
_LONGEST_WAIT = 300.0

Hashes = dict[PinSalt, bytes]


@dataclass(frozen=True, slots=True)
class _Knock:
    pin: Pin
    right: Right | None
    then: Callable[[Member], None]


def wait_after(wrong: int) -> float:
    """Seconds before the next try: none for the first slips, then 5, 10, 20 … up to 5 minutes."""
    if wrong < _FREE_TRIES:
        return 0.0
    return min(_LONGEST_WAIT, _FIRST_WAIT * 2.0 ** (wrong - _FREE_TRIES))


class PinGate:
    """One PIN at a time, in the order in which they came: what is wrong slows down what follows it."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._line: deque[_Knock] = deque()
        self._is_busy = False
        self._tickets = 0
        self._hashing: dict[int, tuple[tuple[PinSalt, ...], Callable[[Hashes], None]]] = {}
        self._wrong = kit.journal.wrong_pins()
        self._not_before = kit.clock.monotonic() + wait_after(self._wrong)

    @property
    def tries_left(self) -> int:
        return max(0, MOST_WRONG - self._wrong)

    def identify(self, pin: Pin, right: Right | None, then: Callable[[Member], None]) -> None:
        """Find whose PIN it is. `then` runs for somebody who has the right; all else is PinRefused."""
        self._line.append(_Knock(pin, right, then))
        self._next()

    def hash(self, pin: Pin, salts: tuple[PinSalt, ...], then: Callable[[Hashes], None]) -> None:
        """The PIN's hash under every salt, later; `then` gets none where hashing failed."""
        self._tickets += 1
        self._hashing[self._tickets] = salts, then
        self._kit.calls.hash_pin(self._tickets, pin, salts)

    def hashed(self, message: PinHashed) -> None:
        salts, then = self._hashing.pop(message.ticket)
        then(dict(zip(salts, message.hashes, strict=False)))

    def _next(self) -> None:
        while self._line and not self._is_busy:
            knock = self._line.popleft()
            wait = self._not_before - self._kit.clock.monotonic()
            if self._wrong >= MOST_WRONG:
                self._refuse(PinRefusal.LOCKED, knock.right)
            elif wait > 0:
                self._refuse(PinRefusal.TOO_SOON, knock.right, wait)
            else:
                salts = salts_of(self._kit.journal.staff())  # may fail, and must leave the gate free
                self._is_busy = True
                self.hash(knock.pin, salts, lambda hashes, knock=knock: self._judge(knock, hashes))  # type: ignore[misc]  # bound now

    def _judge(self, knock: _Knock, hashes: Hashes) -> None:
        self._is_busy = False
        try:
            self._answer(knock, hashes)
        finally:
            self._next()

    def _answer(self, knock: _Knock, hashes: Hashes) -> None:
        if not hashes:
            raise RuntimeError("the PIN could not be hashed: nothing was allowed")
        member = whose(self._kit.journal.staff(), hashes)
        if member is None:
            self._miss(knock)
            return
        if member.role is Role.MANAGER and self._wrong:
            self._count(0)
        if knock.right is not None and not member.may(knock.right):
            self._refuse(PinRefusal.NO_RIGHT, knock.right)
            return
        knock.then(member)

    def _miss(self, knock: _Knock) -> None:
        self._count(self._wrong + 1)
        if self._wrong < MOST_WRONG:
            self._refuse(PinRefusal.WRONG, knock.right, wait_after(self._wrong))
            return
        log.warning("ten wrong PINs: the pad of this till is shut")
        with suppress(JournalUnwritableError):  # the count alone shuts it
            self._kit.journal.note(AuditEntry(self._kit.clock.now(), Act.PINS_LOCKED, ""))
        self._refuse(PinRefusal.LOCKED, knock.right)

    def _count(self, wrong: int) -> None:
        self._wrong = wrong
        self._not_before = self._kit.clock.monotonic() + wait_after(wrong)
        with suppress(JournalUnwritableError):  # this process knows it all the same
            self._kit.journal.keep_wrong_pins(wrong)

    def _refuse(self, refusal: PinRefusal, right: Right | None, wait: float = 0.0) -> None:
        self._kit.publish(PinRefused(refusal, right, self.tries_left, wait))
