"""What can be wrong with a receipt printer."""

from __future__ import annotations

from enum import Enum


class PrinterTrouble(Enum):
    """What a person must do something about at the printer."""

    OFFLINE = "offline"
    OUT_OF_PAPER = "out_of_paper"
    PAPER_LOW = "paper_low"
    COVER_OPEN = "cover_open"
    WRONG_SETTING = "wrong_setting"
