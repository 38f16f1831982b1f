"""The base of every picture of the display."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from pos_app.ui.customer.canvas import Canvas, canvas
from pos_app.ui.customer.ink import Ink
from pos_app.ui.customer.scene import Scene
from pos_app.ui.theme import Theme


class FaceView(QWidget):
    """Draws one scene. A face is given all that it shows at once and keeps nothing else."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._scene: Scene | None = None
        self._words: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What is written on the face, as it was last painted."""
        return self._words

    @property
    def canvas(self) -> Canvas:
        return canvas(self.size())

    def show_scene(self, scene: Scene) -> None:
        before, self._scene = self._scene, scene
        if before is None or scene.drawn != before.drawn:
            self.arrange(scene)
            self.renew(before)
        elif scene != before:
            self.tick(scene)

    def forget(self) -> None:
        """Keep nothing of what was shown: another face has taken its place."""
        self._scene = None
        self._words = ()

    def language_place(self, drawing: Canvas) -> QRectF | None:
        """Where the language button sits; None on a face without one."""
        raise NotImplementedError

    def arrange(self, scene: Scene) -> None:
        """Place the widgets of this face, if it has any."""

    def renew(self, before: Scene | None) -> None:
        """Paint again what differs from `before`, None where nothing was shown; a face may spare what does not."""
        self.update()

    def tick(self, scene: Scene) -> None:
        """Only the time has gone on; a face that shows none needs nothing."""

    def draw(self, ink: Ink, drawing: Canvas, scene: Scene) -> None:
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._scene is not None:
            self.arrange(self._scene)

    def event(self, event: QEvent) -> bool:
        """A monitor of another pixel ratio can hold a QR that the last one could not."""
        if event.type() is QEvent.Type.DevicePixelRatioChange and self._scene is not None:
            self.arrange(self._scene)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._scene is None:
            return
        drawing = self.canvas
        painter = QPainter(self)
        painter.scale(drawing.unit, drawing.unit)
        ink = Ink(painter, self._theme, drawing.unit * self.devicePixelRatioF(), event.region())
        self.draw(ink, drawing, self._scene)
        painter.end()
        self._words = tuple(ink.words)

    def place(self, widget: QWidget, area: QRectF) -> None:
        """Lay a widget on a place of the drawing."""
        where: QRect = self.canvas.on_monitor(area)
        if widget.geometry() != where:
            widget.setGeometry(where)
