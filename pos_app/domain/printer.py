"""A receipt printer: how it is set, and what can be wrong with it."""

from __future__ import annotations

from enum import Enum


class PrinterTrouble(Enum):
    """What a person must do something about at the printer; NOT_DRAWN is its paper's trouble, and a fault of ours."""

    OFFLINE = "offline"
    OUT_OF_PAPER = "out_of_paper"
    PAPER_LOW = "paper_low"
    COVER_OPEN = "cover_open"
    WRONG_SETTING = "wrong_setting"
    NOT_DRAWN = "not_drawn"


class PaperCut(Enum):
    """What the cutter does after a paper; NONE feeds far enough to tear."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class CodePage(Enum):
    """The letters of a printer in text mode; the value is Python's name of them."""

    PC437 = "cp437"
    PC850 = "cp850"
    PC858 = "cp858"
    WINDOWS_1252 = "cp1252"


class DrawerPin(Enum):
    """The pin of the drawer's plug that the kick goes to."""

    TWO = 2
    FIVE = 5
