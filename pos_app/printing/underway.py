"""What was last begun and what came out, on disk: so that a crash neither loses a paper nor doubles it."""

from __future__ import annotations

import logging
import os
from enum import Enum
from pathlib import Path

from pos_app.domain.effect import Effect, EffectKind

_log = logging.getLogger(__name__)

_REMEMBERED = 64


class Outcome(Enum):
    """How far one effect went; the value is what the file says."""

    BEGUN = "begun"  # bytes may have left, the end is not known
    OUT = "out"
    OVER = "over"  # without coming out


class Underway:
    """A small file with one line an effect, replaced as a whole before and after each paper.

    Where it can't be written printing goes on, and only a crash at that very moment could double a paper.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = _read(path)

    def outcome(self, effect: Effect) -> Outcome | None:
        """None where the effect was never begun."""
        return self._known.get(effect)

    def begin(self, effect: Effect) -> None:
        self._note(effect, Outcome.BEGUN)

    def take_back(self, effect: Effect) -> None:
        """Nothing came out after all."""
        if self._known.pop(effect, None):
            self._write()

    def finish(self, effect: Effect, outcome: Outcome) -> None:
        self._note(effect, outcome)

    def _note(self, effect: Effect, outcome: Outcome) -> None:
        self._known.pop(effect, None)
        self._known[effect] = outcome
        while len(self._known) > _REMEMBERED:
            del self._known[next(iter(self._known))]
        self._write()

    def _write(self) -> None:
        lines = [
            f"{outcome.value} {effect.kind.value} {effect.copy} {effect.order_id}\n"
            for effect, outcome in self._known.items()
        ]
        half = self._path.with_suffix(".part")
        try:
            with half.open("w", encoding="utf-8") as file:
                file.writelines(lines)
                file.flush()
                os.fsync(file.fileno())
            half.replace(self._path)
        except OSError as error:
            _log.warning("can't note what is being printed: %s", error)


def _read(path: Path) -> dict[Effect, Outcome]:
    """What an earlier run noted; nothing where there is no file. A line that is no note is left out."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    known: dict[Effect, Outcome] = {}
    for line in lines:
        try:
            outcome, kind, copy, order_id = line.split(" ", 3)
            known[Effect(order_id, EffectKind(kind), int(copy))] = Outcome(outcome)
        except ValueError:
            _log.warning("left out what is no note of a print: %r", line)
    return known
