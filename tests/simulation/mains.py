"""A journal with the shop's mains plug in somebody's hand, and a disk that is full now and then."""

from __future__ import annotations

from random import Random
from typing import Any, Protocol, cast

from pos_app.domain.evidence import CancelAsked, Decided, Evidence, RefundAsked
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.payment import Payment
from pos_app.domain.record import Recorded
from pos_app.till.ports import Journal
from tests.simulation.luck import Luck

_READS = frozenset(
    {
        *("counter_sale", "sale", "payment", "payments_of", "watched", "undecided", "last_ask"),
        *("evidence_of", "effects_due", "copies", "cursor", "staff", "wrong_pins", "audit"),
        *("attached_to", "open_sales", "refund_tasks", "payments_of_day", "proof_of", "decided"),
        *("other_tills", "standing_at", "moved_at"),
    }
)
"""Everything else changes something, as far as we know."""

_DESK = frozenset({"enrol", "keep_wrong_pins", "note", "hand_sale_to", "keep_proof", "add_effect"})
"""Changes of the manager's desk: rarer than a sale's, so the plug is pulled more often at each."""


class Onlooker(Protocol):
    """Hears of what is on disk, before anybody else does."""

    def stored(self, before: Payment | None, after: Payment, evidence: Evidence | None) -> None: ...

    def kept(self, name: str, given: tuple[object, ...]) -> None: ...


class PowerCut(BaseException):
    """The process ends here, whatever it was doing."""


class Mains:
    """The plug and the disk behind one journal. `disk` is what survives."""

    def __init__(self, disk: Journal, random: Random, luck: Luck, onlooker: Onlooker) -> None:
        self.disk = disk
        self.is_full = False
        self.is_off = False
        self._random = random
        self._luck = luck
        self._onlooker = onlooker

    @property
    def journal(self) -> Journal:
        """The same journal, on this disk and these mains."""
        return cast("Journal", _Plugged(self))

    def change(self, name: str, *given: object) -> object:
        """A power cut strikes before the change is on disk, or after it and before anybody hears of it."""
        if self.is_off:  # what the dying process still wants to do
            raise PowerCut
        if self.is_full:
            raise JournalUnwritableError("disk full")
        risk = self._luck.desk_power_cut if _is_of_the_desk(name, given) else self._luck.power_cut
        self._may_be_cut(risk)
        result = getattr(self.disk, name)(*given)
        match name, given, result:
            case "intend", _, Payment() as intent:
                self._onlooker.stored(None, intent, None)
            case "record", (Evidence() as evidence, _), Recorded() as recorded:
                self._onlooker.stored(recorded.before, recorded.after, evidence)
            case _:
                self._onlooker.kept(name, given)
        self._may_be_cut(risk)
        return result

    def _may_be_cut(self, risk: float) -> None:
        if self._random.random() < risk:
            self.is_off = True
            raise PowerCut


def _is_of_the_desk(name: str, given: tuple[object, ...]) -> bool:
    match given:
        case (Evidence(fact=Decided() | RefundAsked() | CancelAsked()), _):
            return True
        case _:
            return name in _DESK


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
