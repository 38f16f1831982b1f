"""A journal with the shop's mains plug in somebody's hand, and a disk that is full now and then."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, cast

from pos_app.domain.errors import JournalUnwritableError
from pos_app.domain.evidence import Evidence
from pos_app.domain.payment import Payment
from pos_app.domain.record import Recorded
from pos_app.till.ports import Journal

_READS = frozenset(
    {
        *("counter_sale", "sale", "payment", "payments_of", "watched", "undecided", "last_ask"),
        *("evidence_of", "effects_due", "copies", "cursor"),
    }
)
"""Everything else changes something, as far as we know."""

Stored = Callable[[Payment | None, Payment, Evidence | None], None]


class PowerCut(BaseException):
    """The process ends here, whatever it was doing."""


class Mains:
    """The plug and the disk behind one journal. `disk` is what survives."""

    def __init__(self, disk: Journal, random: Random, power_cut: float, stored: Stored) -> None:
        """`stored` hears of every payment that a change has left on disk: before, after, the evidence."""
        self.disk = disk
        self.is_full = False
        self._random = random
        self._power_cut = power_cut
        self._stored = stored

    @property
    def journal(self) -> Journal:
        """The same journal, on this disk and these mains."""
        return cast("Journal", _Plugged(self))

    def change(self, name: str, *given: object) -> object:
        """A power cut strikes before the change is on disk, or after it and before anybody hears of it."""
        if self.is_full:
            raise JournalUnwritableError("disk full")
        if self._random.random() < self._power_cut:
            raise PowerCut
        result = getattr(self.disk, name)(*given)
        match name, given, result:
            case "intend", (Payment(), Evidence() as sent), Payment() as intent:
                self._stored(None, intent, sent)
            case "record", (Evidence() as evidence, _), Recorded() as recorded:
                self._stored(recorded.before, recorded.after, evidence)
            case _:
                pass
        if self._random.random() < self._power_cut:
            raise PowerCut
        return result


class _Plugged:
    """Passes every call on; those that change something go over the mains."""

    def __init__(self, mains: Mains) -> None:
        self._mains = mains

    def __getattr__(self, name: str) -> Any:
        if name in _READS:
            return getattr(self._mains.disk, name)

        def change(*given: object) -> object:
            return self._mains.change(name, *given)

        return change
