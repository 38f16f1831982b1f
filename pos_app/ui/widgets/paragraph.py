"""Text of several lines at a line height of our own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.widgets.label import Label


class Paragraph(Label):
    """Wraps at its width; every line is `line_height` pixels, as the specification gives it.

    The room that is left lies before the lines by `across` and above them by `down`, from 0 to 1: half of it
    puts them into the middle.
    """

    def __init__(
        self,
        role: str,
        line_height: int,
        parent: QWidget | None = None,
        *,
        across: float = 0.0,
        down: float = 0.5,
    ) -> None:
        super().__init__(role, parent)
        self._line_height = line_height
        self._across = across
        self._down = down
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setWordWrap(True)  # else a label takes the policy back at every text

    def setText(self, text: str) -> None:  # noqa: N802  # Qt's name
        if text != self.text():
            self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._heights.clear()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Layouts ask this hundreds of times for one show: every width is laid out once for a text and its font."""
        if width not in self._heights:
            self._heights[width] = self._laid_out(width).lineCount() * self._line_height
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self._line_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._line_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        layout = self._laid_out(self.width())
        tall = layout.lineCount() * self._line_height
        layout.draw(painter, QPointF(0, (self.height() - tall) * self._down))
        painter.end()

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            left = (width - line.horizontalAdvance()) * self._across
            line.setPosition(QPointF(left, y + (self._line_height - line.height()) / 2))
            y += self._line_height
        layout.endLayout()
        return layout
