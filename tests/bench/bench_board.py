"""Figures of the pending board: `python -m tests.bench.bench_board`. Ratios, not times.

What the till sends four times a second under 500 live payments, against building the list anew, and
against the 250 ms in which the next picture comes; and a look at another till's 500 beside them.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from pos_app.domain.environment import Environment
from pos_app.domain.language import Language
from pos_app.domain.money import Rupiah
from pos_app.till.messages import BoardShown, CounterShown, NeighboursShown
from pos_app.till.snapshot import BoardRow
from pos_app.ui.keys import Action
from pos_app.ui.manager.board_rows import BoardRows
from pos_app.ui.palette import LIGHT
from pos_app.ui.theme import Theme
from tests.ui import portraits, snapshots
from tests.ui.manager import boards

ROWS, ROUNDS = 500, 60
BEAT = 0.25


def changed(row: BoardRow) -> BoardRow:
    return replace(row, payment=replace(row.payment, amount=Rupiah(row.payment.amount + 1)))


def seconds(act: Callable[[int], None]) -> float:
    """The median of many rounds."""
    taken = []
    for number in range(ROUNDS):
        before = time.perf_counter()
        act(number)
        taken.append(time.perf_counter() - before)
    return median(taken)


def main() -> None:
    app = QApplication([])
    theme = Theme(LIGHT)
    theme.apply(app)
    first = tuple(boards.many(ROWS))
    pictures = [(*first[:n], changed(first[n]), *first[n + 1 :]) for n in range(ROUNDS)]
    rows = BoardRows()
    rows.show_rows(first)
    in_place = seconds(lambda number: rows.show_rows(pictures[number]))

    def anew(number: int) -> None:
        fresh = BoardRows()
        fresh.show_rows(pictures[number])

    rebuilt = seconds(anew)
    window = portraits.new_window(theme, Environment.PRODUCTION, Language.INDONESIAN, display=True)
    window.resize(1366, 768)
    window.show()
    window.on_event(CounterShown(snapshots.ringing_up()))
    window.back_room.hear(BoardShown(first))
    window.back_room.act(Action.PENDING)

    def whole(number: int) -> None:
        window.on_event(BoardShown(pictures[number]))
        window.grab()

    painted = seconds(whole)
    theirs = [tuple(boards.held_by("01", row) for row in picture) for picture in pictures]

    def looked(number: int) -> None:
        window.on_event(NeighboursShown(theirs[number]))
        window.grab()

    beside = seconds(looked)
    print(f"rows {ROWS}, one changed a picture")
    print(f"model in place / model anew: {in_place / rebuilt:.2f}")
    print(f"model in place / the beat of the board: {in_place / BEAT:.4f}")
    print(f"whole window, painted to a picture / the beat: {painted / BEAT:.3f}")
    print(f"another till's {ROWS} looked at, painted to a picture / the beat: {beside / BEAT:.3f}")


if __name__ == "__main__":
    main()
