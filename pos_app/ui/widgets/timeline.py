"""What was done, what is being done and what comes next, one below the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import Theme, font

STEP = 56
_DISC = 28
_WORDS = 40
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Progress(Enum):
    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Step:
    progress: Progress
    title: str
    note: str
    time: str = ""


class Timeline(QWidget):
    """A disc with a tick is done, an amber ring is now, a hollow ring comes next; times stand right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: tuple[Step, ...] = ()
        self._step = STEP
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def steps(self) -> tuple[Step, ...]:
        return self._steps

    def show_steps(self, steps: tuple[Step, ...], step: int = STEP) -> None:
        """`step` is how far apart they stand, in pixels."""
        if (steps, step) != (self._steps, self._step):
            self._steps, self._step = steps, step
            self.setAccessibleDescription("; ".join(f"{step.title}. {step.note}" for step in steps))
            self.setFixedHeight(step * len(steps))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._step * len(self._steps))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.palette
        for number, step in enumerate(self._steps):
            middle = number * self._step + self._step // 2
            if number + 1 < len(self._steps):
                painter.setPen(QPen(QColor(colours.pborder), 2))
                painter.drawLine(
                    QPointF(_DISC / 2, middle + _DISC / 2),
                    QPointF(_DISC / 2, middle + self._step - _DISC / 2),
                )
            self._paint_disc(painter, step.progress, middle)
            self._paint_words(painter, step, middle)
        painter.end()

    def _paint_disc(self, painter: QPainter, progress: Progress, middle: int) -> None:
        colours = self._theme.palette
        disc = QRectF(0, middle - _DISC / 2, _DISC, _DISC)
        fill, line, thick = {
            Progress.DONE: (colours.ptint, colours.pborder, 1.0),
            Progress.NOW: (colours.ambertint, colours.amber, 2.0),
            Progress.NEXT: (colours.surface, colours.border2, 2.0),
        }[progress]
        inset = thick / 2
        painter.setBrush(QColor(fill))
        painter.setPen(QPen(QColor(line), thick))
        painter.drawEllipse(disc.adjusted(inset, inset, -inset, -inset))
        icon = {Progress.DONE: ("check", "info"), Progress.NOW: ("loader-circle", "amber")}.get(progress)
        if icon:
            pixmap = self._theme.icon(*icon, 16, self.devicePixelRatioF())
            painter.drawPixmap(QRect(6, middle - 8, 16, 16), pixmap)

    def _paint_words(self, painter: QPainter, step: Step, middle: int) -> None:
        colours = self._theme.palette
        is_next = step.progress is Progress.NEXT
        weight = {Progress.DONE: 600, Progress.NOW: 700, Progress.NEXT: 500}[step.progress]
        times, titles, notes = (
            font(13, tabular=True),
            font(14, weight, tabular=True),
            font(13, tabular=True),
        )
        room = self.width() - _WORDS
        painter.setFont(times)
        painter.setPen(QColor(colours.text3))
        painter.drawText(QRect(_WORDS, middle - 10, room, 20), _RIGHT, step.time)
        room -= QFontMetrics(times).horizontalAdvance(step.time) + 12 if step.time else 0
        for words, letters, colour, top, high in (
            (step.title, titles, colours.text2 if is_next else colours.text, -19, 20),
            (step.note, notes, colours.text3, 0, 20),
        ):
            painter.setFont(letters)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(letters).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(_WORDS, middle + top, room, high), _LEFT, shown)
