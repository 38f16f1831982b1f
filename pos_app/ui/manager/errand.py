"""Something that needs an answer first, or several: each answer leads to the next question or to a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pos_app.till.messages import Command
from pos_app.ui.manager.question import Answer, Asking


@dataclass(frozen=True, slots=True)
class Errand:
    """`take` makes the command of an answer, the next errand, or None where this one is asked again."""

    asking: Asking
    take: Callable[[Answer], Command | Errand | None]
