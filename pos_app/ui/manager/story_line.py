"""A payment's way so far: filled discs are done, the amber ring is now."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.domain.language import Language
from pos_app.ui.text.moments import clock_with_seconds
from pos_app.ui.text.story import Happening
from pos_app.ui.theme import Theme, font

STEP = 44
_DISC = 12.0
_WORDS = 24
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StoryLine(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = theme.palette
        self._told: tuple[Happening, ...] = ()
        self._language = Language.INDONESIAN
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def told(self) -> tuple[Happening, ...]:
        return self._told

    def tell(self, told: tuple[Happening, ...], language: Language) -> None:
        if (told, language) == (self._told, self._language):
            return
        self._told, self._language = told, language
        self.setFixedHeight(STEP * len(told))
        self.setAccessibleDescription("; ".join(f"{one.title}. {one.note}" for one in told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, STEP * len(self._told))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colours.border2), 2))
        last = (len(self._told) - 1) * STEP + STEP // 2
        painter.drawLine(QPointF(_DISC / 2, STEP / 2), QPointF(_DISC / 2, last))
        for number, happening in enumerate(self._told):
            middle = number * STEP + STEP // 2
            self._paint_disc(painter, middle, is_now=happening.is_now)
            self._paint_words(painter, middle, happening)
        painter.end()

    def _paint_disc(self, painter: QPainter, middle: int, *, is_now: bool) -> None:
        disc = QRectF(0, middle - _DISC / 2, _DISC, _DISC)
        if is_now:
            painter.setPen(QPen(QColor(self._colours.amber), 3))
            painter.setBrush(QColor(self._colours.surface))
            painter.drawEllipse(disc.adjusted(1.5, 1.5, -1.5, -1.5))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colours.info))
            painter.drawEllipse(disc)

    def _paint_words(self, painter: QPainter, middle: int, happening: Happening) -> None:
        colours = self._colours
        times = font(12, tabular=True)
        time = clock_with_seconds(happening.at, self._language)
        room = self.width() - _WORDS
        area = QRect(_WORDS, middle - 10, room, 20)
        _write(painter, area, time, times, colours.text3, align=_RIGHT)
        room -= QFontMetrics(times).horizontalAdvance(time) + 12
        titles = font(13, 600 if happening.is_now else 400, tabular=True)
        top = middle - (17 if happening.note else 10)
        _write(painter, QRect(_WORDS, top, room, 20), happening.title, titles, colours.text)
        if happening.note:
            notes = font(12, tabular=True)
            place = QRect(_WORDS, middle + 1, room, 16)
            _write(painter, place, happening.note, notes, colours.text3)


def _write(
    painter: QPainter, area: QRect, words: str, letters: QFont, ink: str, *, align: Qt.AlignmentFlag = _LEFT
) -> None:
    painter.setFont(letters)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(letters).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, align, shown)
