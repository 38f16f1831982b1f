"""What the journal gives back: one piece of evidence and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pos_app.domain.effect import Effect
from pos_app.domain.evidence import Evidence
from pos_app.domain.payment import Payment
from pos_app.domain.states import State

Judge = Callable[[Payment, bool], tuple[Payment, tuple[Effect, ...]]]
"""Takes the payment as stored and whether another payment paid its sale; gives what becomes of it."""


@dataclass(frozen=True, slots=True)
class Held:
    """One payment, the till that it belongs to, and the label of its sale there."""

    till: str
    payment: Payment
    sale_label: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """One payment before and after one piece of evidence, and whether that caused an effect, as far as anybody knows."""

    before: Payment
    after: Payment
    caused: bool = False


@dataclass(frozen=True, slots=True)
class Testimony:
    """One stored piece of evidence: its number in the journal, and the state it left behind."""

    number: int
    evidence: Evidence
    state: State
