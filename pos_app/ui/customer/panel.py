"""What the panel beside the stage is made of: who sells, what is to be paid, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from pos_app.domain.environment import Environment
from pos_app.domain.money import Rupiah
from pos_app.ui.customer.ink import Ink, Letters
from pos_app.ui.customer.scene import Scene
from pos_app.ui.i18n import tr
from pos_app.ui.palette import DISPLAY

PADDING = 64.0
LANGUAGE_WIDTH, LANGUAGE_HEIGHT = 233.0, 72.0
"""The most that the language button takes; it ends where this place ends."""

_NAME = Letters(36, 700)
_TILL = Letters(26, 500)
_LABEL = Letters(30, 500)
_STEP = Letters(30, 500)
_AMOUNT = Letters(112, 800, spacing=-3, tabular=False)
_LEAST_AMOUNT = 72
_LEAST_NAME = 26


@dataclass(frozen=True, slots=True)
class PanelColours:
    """One panel's inks; `store` is the tile behind the shop's icon."""

    ground: str = DISPLAY.panel
    store: str = DISPLAY.primary
    strong: str = DISPLAY.on_panel
    calm: str = DISPLAY.on_panel2


CALM = PanelColours(DISPLAY.expired_panel, DISPLAY.expired_tile, DISPLAY.on_expired, DISPLAY.on_expired2)


def inside(panel: QRectF) -> QRectF:
    """The panel without its padding at both sides."""
    return panel.adjusted(PADDING, 0, -PADDING, 0)


def language_place(panel: QRectF, top: float = 57) -> QRectF:
    right = inside(panel).right()
    return QRectF(right - LANGUAGE_WIDTH, panel.top() + top, LANGUAGE_WIDTH, LANGUAGE_HEIGHT)


def draw_header(ink: Ink, panel: QRectF, scene: Scene, colours: PanelColours, top: float = 57) -> None:
    """The shop's name, and the till or what is not real."""
    left, y = inside(panel).left(), panel.top() + top
    ink.tile(QRectF(left, y, 72, 72), 16, colours.store)
    ink.icon("store", "display_on_panel", QPointF(left + 36, y + 36), 40)
    width = inside(panel).width() - 92 - LANGUAGE_WIDTH - 24
    name = _NAME.fitted(scene.shop.store, width, _LEAST_NAME, step=2)
    ink.write(scene.shop.store, name, colours.strong, left + 92, y + 33, width=width)
    ink.write(_till_words(scene), _TILL, colours.calm, left + 92, y + 66, width=width)


def draw_amount(
    ink: Ink, panel: QRectF, label: str, amount: Rupiah, *, baseline: float, colours: PanelColours
) -> None:
    """The label 110 above the amount's baseline; a long amount gets smaller, never shorter."""
    inner = inside(panel)
    ink.write(label, _LABEL, colours.calm, inner.left(), baseline - 110)
    letters = _AMOUNT.fitted(amount.text, inner.width(), _LEAST_AMOUNT)
    ink.write(amount.text, letters, colours.strong, inner.left() - 6, baseline)


def draw_steps(ink: Ink, panel: QRectF, top: float, steps: tuple[tuple[str, str], ...]) -> None:
    """Pairs of an icon and a sentence, one below the other."""
    inner = inside(panel)
    for number, (icon, words) in enumerate(steps):
        y = top + number * 88
        draw_step_icon(ink, QPointF(inner.left() + 36, y + 36), icon)
        lines = _STEP.wrapped(words, inner.width() - 96)
        first = y + 47 - (len(lines) - 1) * 18
        ink.write_lines(
            lines, _STEP, DISPLAY.on_panel, inner.left() + 96, first, width=inner.width() - 96, leading=36
        )


def draw_step_icon(ink: Ink, middle: QPointF, icon: str) -> None:
    disc = QRectF(middle.x() - 36, middle.y() - 36, 72, 72)
    ink.tile(disc, 36, DISPLAY.tile, DISPLAY.tile_line)
    ink.icon(icon, "display_on_panel", middle, 36)


def _till_words(scene: Scene) -> str:
    match scene.shop.environment:
        case Environment.PRACTICE:
            return tr("customer", "Mode latihan", scene.language)
        case Environment.SANDBOX:
            return tr("customer", "Mode sandbox", scene.language)
        case Environment.PRODUCTION:
            return tr("customer", "Kasir {till}", scene.language).format(till=scene.shop.till)
