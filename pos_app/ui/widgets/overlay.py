"""A layer over a window, deaf to the mouse, that follows the window's size at every moment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QFocusFrame, QWidget


class Overlay(QFocusFrame):
    """The base of what marks a window from above. The last one that is made lies on top.

    Whatever changes below a layer is painted with the layer again: one that needs only a part of the
    window says so with `place`, and paints no more than what was exposed. Qt's own layer of this kind, the frame
    around what has the keys, is born deaf to the mouse and to the keys.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        self.cover()

    def place(self) -> QRect:
        """The part of the window that this layer lies over: all of it."""
        return self._window.rect()

    def cover(self) -> None:
        """Take the place that belongs to the window as it is now; before it is shown its size means nothing."""
        if self._window.isVisible():
            self.setGeometry(self.place())
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and watched is self._window:
            self.cover()
        return False
