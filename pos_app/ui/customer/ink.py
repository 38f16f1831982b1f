"""Drawing in the units of the visual specification: letters, tiles and icons on one face."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QRegion

from pos_app.ui.theme import Theme, font

LEFT = Qt.AlignmentFlag.AlignLeft
CENTRE = Qt.AlignmentFlag.AlignHCenter
RIGHT = Qt.AlignmentFlag.AlignRight

_FAR = 1e5
"""Pixels of the drawing beyond which no window reaches."""


@dataclass(frozen=True, slots=True)
class Letters:
    """One line of the type table: `pixels` high, `weight` 400 to 800, `spacing` pixels between letters.

    Figures are of equal width but in hero amounts.
    """

    pixels: int
    weight: int
    spacing: float = 0.0
    tabular: bool = True

    @property
    def font(self) -> QFont:
        return _font(self)

    def width(self, words: str) -> float:
        return _width(self, words)

    def fitted(self, words: str, width: float, least: int, step: int = 8) -> Letters:
        """The same letters, smaller by whole steps until `words` are no wider than `width`, never below `least`."""
        letters = self
        while letters.width(words) > width and letters.pixels - step >= least:
            smaller = letters.pixels - step
            letters = replace(letters, pixels=smaller, spacing=self.spacing * smaller / self.pixels)
        return letters

    def wrapped(self, words: str, width: float) -> tuple[str, ...]:
        """`words` in lines no wider than `width`, broken at plain spaces only."""
        lines: list[str] = []
        for word in words.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return tuple(lines)


@lru_cache(maxsize=256)
def _font(letters: Letters) -> QFont:
    """Made once: a face asks for its fonts some seventy times each time it is painted."""
    return font(letters.pixels, letters.weight, spacing=letters.spacing, tabular=letters.tabular)


@lru_cache(maxsize=512)
def _width(letters: Letters, words: str) -> float:
    """Measured once: a face measures the same words each time it is painted."""
    return QFontMetricsF(letters.font).horizontalAdvance(words)


class Ink:
    """A painter at work on one face; `words` is all that stands on it, in order.

    `exposed` is what has to be painted, in the painter's own coordinates; what lies beside it is left out.
    """

    def __init__(self, painter: QPainter, theme: Theme, ratio: float, exposed: QRegion | None = None) -> None:
        """`ratio` is how many device pixels one unit of the drawing takes."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter = painter
        self.words: list[str] = []
        self._theme = theme
        self._ratio = ratio
        self._exposed = exposed
        self._to_window = painter.worldTransform()

    def _is_hidden(self, area: QRectF) -> bool:
        return self._exposed is not None and not self._exposed.intersects(
            self._to_window.mapRect(area).toAlignedRect()
        )

    @contextmanager
    def turned(self, origin: QPointF) -> Iterator[None]:
        """What is drawn now reads upwards from `origin`."""
        exposed, self._exposed = self._exposed, None
        self.painter.save()
        self.painter.translate(origin)
        self.painter.rotate(-90)
        yield
        self.painter.restore()
        self._exposed = exposed

    def ground(self, area: QRectF, colour: str) -> None:
        """What a part of the face stands on. It ends with a whole pixel: one that two grounds share shows as a line."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self.fill(area, colour)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def fill(self, area: QRectF, colour: str) -> None:
        self.painter.fillRect(area, QColor(colour))

    def tile(self, area: QRectF, radius: float, colour: str, line: str = "", thickness: float = 2.0) -> None:
        """A rounded block; with `line` it has an outline inside its edge."""
        if self._is_hidden(area):
            return
        painter = self.painter
        half = thickness / 2 if line else 0.0
        painter.setPen(QPen(QColor(line), thickness) if line else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        inner = area.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inner, radius - half, radius - half)

    def icon(self, name: str, token: str, middle: QPointF, size: float) -> None:
        target = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
        if self._is_hidden(target):
            return
        pixmap = self._pixmap(name, token, size)
        self.painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))

    def write(
        self,
        words: str,
        letters: Letters,
        colour: str,
        x: float,
        baseline: float,
        *,
        align: Qt.AlignmentFlag = LEFT,
        width: float | None = None,
    ) -> None:
        """One line at `x`, which is its left, middle or right end; what is wider than `width` ends in …"""
        self.words.append(words)
        if self._is_hidden(_row(x, baseline, letters, align)):
            return
        shown = words
        if width is not None and letters.width(words) > width:
            metrics = QFontMetricsF(letters.font)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        start = 0.0 if align is LEFT else {CENTRE: 0.5, RIGHT: 1.0}[align] * letters.width(shown)
        self.painter.setFont(letters.font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(QPointF(x - start, baseline), shown)

    def write_wrapped(
        self,
        words: str,
        letters: Letters,
        colour: str,
        x: float,
        baseline: float,
        *,
        width: float,
        leading: float,
        align: Qt.AlignmentFlag = LEFT,
    ) -> float:
        """As many lines as it takes, `leading` apart; give the last baseline."""
        lines = letters.wrapped(words, width)
        self.write_lines(lines, letters, colour, x, baseline, width=width, leading=leading, align=align)
        return baseline + (len(lines) - 1) * leading

    def write_lines(
        self,
        lines: Sequence[str],
        letters: Letters,
        colour: str,
        x: float,
        baseline: float,
        *,
        width: float,
        leading: float,
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """What is broken into lines already, the first on `baseline`, the others `leading` apart."""
        for number, line in enumerate(lines):
            self.write(line, letters, colour, x, baseline + number * leading, align=align, width=width)

    def _pixmap(self, name: str, token: str, size: float) -> QPixmap:
        return self._theme.icon(name, token, max(1, round(size * self._ratio)))


def _row(x: float, baseline: float, letters: Letters, align: Qt.AlignmentFlag) -> QRectF:
    """What a line of any length can cover."""
    left = x - (_FAR if align is not LEFT else letters.pixels / 4)
    right = x + (_FAR if align is not RIGHT else letters.pixels / 4)
    return QRectF(left, baseline - 1.5 * letters.pixels, right - left, 2.5 * letters.pixels)
