"""How a face is laid out on any monitor: one drawing of the visual specification, enlarged or reduced as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize

PANEL = 840.0
"""Width of the panel beside the stage."""

PORTRAIT_TOP, PORTRAIT_BOTTOM = 416.0, 440.0
"""Heights of the two panels around a QR on an upright monitor."""

PORTRAIT_PANEL = 840.0
"""Height of the one panel below the stage on an upright monitor, where a face needs no more."""

_LANDSCAPE = (1920.0, 1080.0)
_PORTRAIT = (1080.0, 1920.0)
_STAGE_OF_SHORT_SIDE = 0.8
"""What the stage keeps at least, so that a QR fills 60 % of the shorter side on a squarish monitor too."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """`unit` logical pixels of the monitor are one pixel of the drawing; all sizes are the drawing's.

    `width` and `height` are never less than the specification's; where the monitor has another shape,
    the stage takes what is more.
    """

    unit: float
    width: float
    height: float

    @property
    def is_portrait(self) -> bool:
        return self.height > self.width

    @property
    def whole(self) -> QRectF:
        return QRectF(0, 0, self.width, self.height)

    def halves(self, upright_panel: float = PORTRAIT_PANEL) -> tuple[QRectF, QRectF]:
        """The stage and the panel: side by side, on an upright monitor one above the other."""
        if self.is_portrait:
            edge = self.height - upright_panel
            return QRectF(0, 0, self.width, edge), QRectF(0, edge, self.width, upright_panel)
        edge = self.width - PANEL
        return QRectF(0, 0, edge, self.height), QRectF(edge, 0, PANEL, self.height)

    def on_monitor(self, area: QRectF) -> QRect:
        """A place of the drawing in the window's logical pixels."""
        unit = self.unit
        return QRectF(area.x() * unit, area.y() * unit, area.width() * unit, area.height() * unit).toRect()


def canvas(size: QSize) -> Canvas:
    """The drawing for a window of `size` logical pixels."""
    width, height = float(max(1, size.width())), float(max(1, size.height()))
    portrait = height > width
    across, down = _PORTRAIT if portrait else _LANDSCAPE
    panels = PORTRAIT_TOP + PORTRAIT_BOTTOM if portrait else PANEL
    long, short = max(width, height), min(width, height)
    unit = min(width / across, height / down, (long - _STAGE_OF_SHORT_SIDE * short) / panels)
    return Canvas(unit, width / unit, height / unit)
