"""The PIN pad of a simulated till: what was typed, what it may open, and that nothing opened without it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from pos_app.domain.staff import Member, Pin, Right, Role
from pos_app.till.desk_messages import PinRefusal, PinRefused
from pos_app.till.messages import Command
from pos_app.till.ports import Clock
from tests.simulation.staff import Person, may, whose

MOST_WRONG = 10


@dataclass(frozen=True)
class Typed:
    """A PIN that somebody typed for one command; `by` is None where it is nobody's."""

    by: Person | None
    command: Command


def wait_after(wrong: int) -> float:
    """Seconds: two slips are free, then 5, 10, 20 … up to five minutes."""
    return 0.0 if wrong < 3 else float(min(300, 5 * 2 ** (wrong - 3)))


class Pad:
    """Counts on its own. `kept` is the count of wrong PINs that reached the disk."""

    def __init__(self, broken: Callable[[str], Exception], clock: Clock) -> None:
        self._broken = broken
        self._clock = clock
        self._line: deque[Typed] = deque()
        self._opened: list[Typed] = []
        self._not_before = float("-inf")
        self.wrong = 0
        self.kept = 0

    @property
    def is_shut(self) -> bool:
        return self.wrong >= MOST_WRONG

    def seconds_shut(self) -> float:
        """How long the pad looks at nothing yet."""
        return max(0.0, self._not_before - self._clock.monotonic())

    def restarted(self) -> None:
        """A new process knows what is on disk, and waits anew."""
        self._line.clear()
        self._opened.clear()
        self.wrong = self.kept
        self._not_before = self._clock.monotonic() + wait_after(self.wrong)

    def typed(self, pin: Pin, command: Command) -> None:
        self._line.append(Typed(whose(pin), command))

    def not_looked_at(self) -> None:
        """What was typed last was refused for another reason, before the PIN."""
        self._line.pop()

    def accepted(self, member: Member, right: Right | None) -> None:
        """The till says that a PIN was right."""
        typed = self._line.popleft()
        if typed.by is None or (typed.by.name, typed.by.role) != (member.name, member.role):
            raise self._broken(f"a PIN of {typed.by} was taken for {member.name}'s")
        if right is not None and not may(typed.by, right):
            raise self._broken(f"{member.name} was allowed to {right.value}")
        if self.is_shut or self.seconds_shut():
            raise self._broken(f"the pad opened after {self.wrong} wrong PINs, too soon")
        if member.role is Role.MANAGER:
            self.wrong = 0
        self._opened.append(typed)

    def refused(self, refused: PinRefused) -> None:
        """The till says that a PIN opened nothing."""
        if refused.refusal is PinRefusal.NEEDED:
            return
        typed = self._line.popleft()
        if not self._is_right(refused, typed):
            raise self._broken(
                f"{refused.refusal} for a PIN of {typed.by and typed.by.name}, {self.wrong} wrong before"
            )

    def _is_right(self, refused: PinRefused, typed: Typed) -> bool:
        match refused.refusal:
            case PinRefusal.WRONG:
                self._count()
                return typed.by is None and not self.is_shut
            case PinRefusal.LOCKED:
                if self.is_shut:
                    return True
                self._count()
                return typed.by is None and self.is_shut
            case PinRefusal.TOO_SOON:
                return self.seconds_shut() > 0
            case _:
                if typed.by is not None and typed.by.role is Role.MANAGER:
                    self.wrong = 0
                return refused.right is not None and not may(typed.by, refused.right)

    def _count(self) -> None:
        self.wrong += 1
        self._not_before = self._clock.monotonic() + wait_after(self.wrong)

    def spend(self, by: str, meant: Callable[[Command], bool]) -> None:
        """Something was done in somebody's name: their PIN opened the pad for this very thing, once."""
        for typed in self._opened:
            if typed.by is not None and typed.by.name == by and meant(typed.command):
                self._opened.remove(typed)
                return
        raise self._broken(f"something was done in the name of {by!r} without a PIN")
