"""One link in the top bar: a blue disc when well, an amber triangle when slow, a red cross when down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from pos_app.till.stage import Glow
from pos_app.ui.by_name import set_by_name
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.chip import Chip
from pos_app.ui.widgets.dot import Dot
from pos_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from pos_app.ui.text.stages import Sentence

_HEIGHT = 44


class LinkLight(QPushButton):
    """`chip_ahead` makes the chip ready while the light is well: not so for a light that the first paint shows."""

    def __init__(
        self, theme: Theme, chip_height: int, parent: QWidget | None = None, *, chip_ahead: bool = True
    ) -> None:
        super().__init__(parent)
        self._chip_ahead = chip_ahead
        self.glow = Glow.OFF
        self._said: tuple[Glow, str, str, bool] | None = None
        self.setProperty("kind", "light")
        self.setFixedHeight(_HEIGHT)
        set_by_name(self, focusPolicy="TabFocus")
        self._dot = Dot(theme.palette.info, 9)
        self._name = Label("light")
        self._figure = Label("light-figure")
        self.chip = Chip(theme, chip_height)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        for part in (self._dot, self._name, self._figure, self.chip):
            layout.addWidget(part)
        self.hide()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(layout.sizeHint().width() if layout else 0, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def tell(self, story: Sentence) -> None:
        """What the light means and what to do, for whoever points at it or listens to it."""
        words = f"{story.state} {story.note}"
        from html import escape  # brings every entity that there is

        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            self.setToolTip(f"<qt>{escape(words)}</qt>")

    def show_light(self, glow: Glow, name: str, note: str, *, is_narrow: bool) -> None:
        """`note` is the figure of a healthy link, or what is wrong with it."""
        said = glow, name, note, is_narrow
        if said == self._said:
            return
        self._said, self.glow = said, glow
        if glow is Glow.OFF:
            self.hide()
            return
        is_well = glow is Glow.OK
        self._dot.setVisible(is_well)
        self._name.setVisible(is_well)
        self._figure.setVisible(is_well and bool(note) and not is_narrow)
        self.chip.setVisible(not is_well)
        self._name.setText(name)
        self._figure.setText(note)
        words = name if is_narrow else f"{name} {note}".strip()
        if glow is Glow.DOWN:
            self.chip.show_words("red", "x", words)
        elif glow is Glow.SLOW or self._chip_ahead:
            self.chip.show_words("amber", "triangle-alert", words)
        self.setAccessibleName(f"{name} {note}".strip())
        self.updateGeometry()
        self.show()
