"""One line of plain text, styled by its role."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from pos_app.ui.by_name import set_by_name


class Label(QLabel):
    """Text that is never read as mark-up; `role` picks size, weight and colour in the stylesheet."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_by_name(self, textFormat="PlainText")
        self.setProperty("role", role)


class ElidedLabel(Label):
    """A line that gives way: what does not fit ends in dots, and nothing else moves."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @property
    def shown(self) -> str:
        """The text as it is painted."""
        from PySide6.QtCore import Qt  # not before something is too long

        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        if QFontMetricsF(self.fontMetrics()).horizontalAdvance(self.text()) <= self.contentsRect().width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.drawText(self.contentsRect(), int(self.alignment()), self.shown)
        painter.end()
