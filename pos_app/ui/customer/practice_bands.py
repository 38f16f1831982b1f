"""What says beside a QR that it is not real."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from pos_app.domain.language import Language
from pos_app.ui.customer.ink import CENTRE, Ink, Letters
from pos_app.ui.i18n import tr
from pos_app.ui.palette import PRACTICE

BAND_HEIGHT = 64.0
BAND_GAP = 16.0
SIDE_ROOM = 110.0
"""What the words at each side take, from the edge of the stage on."""

_BAND = Letters(42, 800, spacing=1)
_SIDE = Letters(40, 800, spacing=3)


def draw_practice_bands(ink: Ink, stage: QRectF, middle: QPointF, side: float, language: Language) -> None:
    """Above, below and beside a QR of `side`, its quiet zone included, around `middle`: never inside it."""
    words = tr("customer", "BUKAN PEMBAYARAN ASLI", language)
    half = side / 2
    for top in (middle.y() - half - BAND_GAP - BAND_HEIGHT, middle.y() + half + BAND_GAP):
        ink.tile(QRectF(middle.x() - half, top, side, BAND_HEIGHT), 12, PRACTICE.band)
        letters = _BAND.fitted(words, side - 48, 20, step=2)
        ink.write(words, letters, PRACTICE.on_band, middle.x(), top + 47, align=CENTRE)
    letters = _SIDE.fitted(words, side, 20, step=2)
    for baseline in (SIDE_ROOM - 23, stage.right() - 57):
        with ink.turned(QPointF(baseline, middle.y() - 4)):
            ink.write(words, letters, PRACTICE.side_text, 0, 0, align=CENTRE)
