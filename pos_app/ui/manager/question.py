"""What somebody is asked before something is done that not everybody may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pos_app.domain.language import Language
from pos_app.domain.money import Rupiah
from pos_app.domain.staff import Pin


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`choices` are chosen by Alt 1 to 5. Empty titles leave their part out.

    `last_is_free` lets the last choice be said in own words. `text_title` asks for words at once.
    """

    title: str
    confirm: str
    keep: str
    subtitle: str = ""
    amount: Rupiah | None = None
    is_destructive: bool = False
    choices_title: str = ""
    choices: tuple[str, ...] = ()
    last_is_free: bool = False
    text_title: str = ""
    text_hint: str = ""
    pin_title: str = ""
    advice: str = ""


Asking = Callable[[Language, bool], Question]
"""The question in a language, in its short form where there is little room."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`choice` counts from 0, -1 where nothing was to be chosen."""

    choice: int
    text: str
    pin: Pin | None
