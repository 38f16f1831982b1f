"""A payment code for eyes: digits by four, as large as they fit, in as few lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.text.customer import grouped_code
from pos_app.ui.theme import font
from pos_app.ui.widgets.label import Label

_LARGEST, _SMALLEST, _STEP = 60, 24, 2
_WORTH_ONE_LINE = 44
"""Pixels: smaller than this, two lines are easier to read out."""


class CodeView(Label):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("code-view", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_code(self, code: str) -> None:
        self.setText(code)
        self.setAccessibleName(" ".join(code))

    @property
    def lines(self) -> tuple[str, ...]:
        """The groups as they are painted."""
        return self._laid_out()[0]

    @property
    def shown_pixels(self) -> int:
        return self._laid_out()[1]

    def sizeHint(self) -> QSize:
        return QSize(320, 112)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 72)

    def paintEvent(self, event: QPaintEvent) -> None:
        lines, pixels = self._laid_out()
        painter = QPainter(self)
        painter.setFont(_letters(pixels))
        painter.setPen(self.palette().windowText().color())
        high = self.height() / max(1, len(lines))
        for number, line in enumerate(lines):
            place = QRectF(0, number * high, self.width(), high)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line)
        painter.end()

    def _laid_out(self) -> tuple[tuple[str, ...], int]:
        groups = grouped_code(self.text())
        alone = (" ".join(groups),)
        pixels = self._fitting(alone)
        return (
            (alone, pixels)
            if pixels >= _WORTH_ONE_LINE or len(groups) == 1
            else (groups, self._fitting(groups))
        )

    def _fitting(self, lines: tuple[str, ...]) -> int:
        pixels = _LARGEST
        room, high = self.width() - 32, self.height() / max(1, len(lines))
        while pixels > _SMALLEST and (pixels * 1.2 > high or _widest(lines, pixels) > room):
            pixels -= _STEP
        return pixels


def _widest(lines: tuple[str, ...], pixels: int) -> float:
    return max((QFontMetricsF(_letters(pixels)).horizontalAdvance(line) for line in lines), default=0.0)


def _letters(pixels: int) -> QFont:
    return font(pixels, 700, tabular=True, spacing=1.0)
