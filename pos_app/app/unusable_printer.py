"""Stands where a printer should be whose settings can't work, so that sales go on without it."""

from __future__ import annotations

from collections.abc import Callable

from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.receipt import Document


class UnusablePrinter:
    """Papers stay due in the journal, and come out once the settings are mended; a drawer does not open so late."""

    def __init__(self, reason: str, on_given_up: Callable[[Effect], None]) -> None:
        self._reason = reason
        self._on_given_up = on_given_up

    def take(self, effect: Effect, document: Document) -> None:
        """Leave it due."""

    def recall(self, order_id: str, kind: EffectKind) -> None:
        """The journal knows."""

    def kick_drawer(self, effect: Effect) -> None:
        self._on_given_up(effect)

    def print_now(self, document: Document, told: Callable[[PrinterTrouble | None, str], None]) -> None:
        told(PrinterTrouble.WRONG_SETTING, self._reason)
