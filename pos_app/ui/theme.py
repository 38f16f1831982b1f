"""How both windows look: one stylesheet, one family of letters, icons recoloured from the palette."""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.domain.resources import resources
from pos_app.ui.palette import LIGHT, Palette, tokens

FAMILY = "Inter"
TRANSPARENT = QColor(0, 0, 0, 0)
_TABULAR = QFont.Tag("tnum")


class Theme:
    """The look of one run. `apply` once after the application is made, before the first window is shown."""

    def __init__(self, palette: Palette = LIGHT) -> None:
        self.palette = palette
        self._tokens = tokens(palette)
        self._pixmaps: dict[tuple[str, str, int, float, float], QPixmap] = {}

    def apply(self, app: QApplication) -> None:
        self.load_letters(app)
        self.set_sheet(app)

    def load_letters(self, app: QApplication) -> None:
        """The first half of `apply`, for windows that measure text while they are built."""
        for file in sorted((resources() / "fonts").glob("*.otf")):
            QFontDatabase.addApplicationFont(str(file))
        app.setFont(font(14, tabular=True))

    def set_sheet(self, app: QApplication) -> None:
        """The second: every `resources/qss/*.qss`, colours filled in.

        Windows that were built before it took half the time: each new parent styles all its parts again.
        """
        app.setStyleSheet(self.stylesheet())

    def stylesheet(self) -> str:
        """Raise KeyError where a sheet names a colour that no palette has."""
        sheets = sorted((resources() / "qss").glob("*.qss"))
        text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
        return re.sub(r"@(\w+)", lambda match: self._tokens[match[1]], text)

    def icon(self, name: str, token: str, size: int, ratio: float = 1.0, stroke: float = 2.0) -> QPixmap:
        """A Lucide icon (`resources/icons/<name>.svg`), `size` logical pixels wide, in the colour `token`.

        `ratio` is the device pixel ratio of the widget that shows it, `stroke` the line in 24ths of the icon.
        """
        key = (name, token, size, ratio, stroke)
        if key not in self._pixmaps:
            svg = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            svg = svg.replace("currentColor", self._tokens[token])
            svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')
            self._pixmaps[key] = _drawn(svg, round(size * ratio), ratio)
        return self._pixmaps[key]


def _drawn(svg: str, pixels: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(TRANSPARENT)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def font(pixels: int, weight: int = 400, *, tabular: bool = False, spacing: float = 0.0) -> QFont:
    """Letters for a painter: `weight` 400 to 800, `spacing` in pixels, `tabular` for columns and clocks."""
    letters = QFont(FAMILY)
    letters.setPixelSize(pixels)
    letters.setWeight(QFont.Weight(weight))
    letters.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if spacing:
        letters.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    letters.setFeature(_TABULAR, int(tabular))  # said either way: a painter would take over its widget's
    return letters


def set_property(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the stylesheet looks at, and let the widget follow it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        follow_sheet(widget)


def follow_sheet(widget: QWidget) -> None:
    """Look at the stylesheet again; a widget that was never shown yet will do so by itself."""
    from PySide6.QtCore import Qt  # before the first paint there is nothing to look at again

    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
