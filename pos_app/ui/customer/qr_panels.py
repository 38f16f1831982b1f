"""What stands around a QR: how much, what to do, and to whom. All but the last is there before the QR is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from pos_app.domain.evidence import QrCode
from pos_app.domain.language import Language
from pos_app.ui.customer.canvas import PORTRAIT_BOTTOM, PORTRAIT_TOP, Canvas
from pos_app.ui.customer.ink import RIGHT, Ink, Letters
from pos_app.ui.customer.panel import (
    PanelColours,
    draw_amount,
    draw_header,
    draw_step_icon,
    draw_steps,
    inside,
)
from pos_app.ui.customer.scene import Scene
from pos_app.ui.i18n import tr
from pos_app.ui.palette import DISPLAY

_LABEL = Letters(30, 500)
_MERCHANT_LABEL = Letters(26, 500)
_MERCHANT = Letters(34, 700)
_MERCHANT_UPRIGHT = Letters(30, 700)
_LEAST_MERCHANT = 22
_NMID = Letters(26, 500)
_NMID_UPRIGHT = Letters(28, 500)
_STEP_UPRIGHT = Letters(28, 500)
_AMOUNT_UPRIGHT = Letters(136, 800, spacing=-3, tabular=False)
_LEAST_AMOUNT = 72


def draw_panels(ink: Ink, drawing: Canvas, scene: Scene) -> None:
    """Amount and steps, beside the stage or above and below it."""
    if drawing.is_portrait:
        _draw_upright(ink, drawing, scene)
    else:
        _draw_wide(ink, drawing.halves()[1], scene)


def merchant_place(drawing: Canvas) -> QRectF:
    """Where `draw_merchant` draws, and nothing else does."""
    if drawing.is_portrait:
        inner = inside(drawing.whole)
        return QRectF(inner.left(), drawing.height - PORTRAIT_BOTTOM + 250, inner.width(), 46)
    inner = inside(drawing.halves()[1])
    return QRectF(inner.left(), 670, inner.width(), 156)


def draw_merchant(ink: Ink, drawing: Canvas, language: Language, qr: QrCode) -> None:
    """The name that the customer's app will show, where the QR tells one."""
    if not (qr.merchant_name or qr.nmid):
        return
    colours, place = PanelColours(), merchant_place(drawing)
    if drawing.is_portrait:
        baseline = place.top() + 33
        width = place.width() - _NMID_UPRIGHT.width(_nmid(qr)) - 32
        name = _MERCHANT_UPRIGHT.fitted(qr.merchant_name, width, _LEAST_MERCHANT, step=2)
        ink.write(qr.merchant_name, name, colours.strong, place.left(), baseline, width=width)
        ink.write(_nmid(qr), _NMID_UPRIGHT, colours.calm, place.right(), baseline, align=RIGHT)
        return
    ink.tile(place, 20, DISPLAY.tile, DISPLAY.tile_line)
    left, width = place.left() + 30, place.width() - 60
    label = tr("customer", "Nama yang tampil di aplikasi Anda", language)
    ink.write(label, _MERCHANT_LABEL, colours.calm, left, place.top() + 49, width=width)
    name = _MERCHANT.fitted(qr.merchant_name, width, _LEAST_MERCHANT, step=2)
    ink.write(qr.merchant_name, name, colours.strong, left, place.top() + 90, width=width)
    ink.write(_nmid(qr), _NMID, colours.calm, left, place.top() + 125, width=width)


def _draw_wide(ink: Ink, panel: QRectF, scene: Scene) -> None:
    colours = PanelColours()
    draw_header(ink, panel, scene, colours)
    label = tr("customer", "Total dibayar", scene.language)
    draw_amount(ink, panel, label, scene.amount, baseline=panel.top() + 321, colours=colours)
    draw_steps(ink, panel, panel.top() + 382, _steps(scene.language))


def _draw_upright(ink: Ink, drawing: Canvas, scene: Scene) -> None:
    colours, top = PanelColours(), QRectF(0, 0, drawing.width, PORTRAIT_TOP)
    inner = inside(top)
    draw_header(ink, top, scene, colours, 49)
    label = tr("customer", "Total dibayar", scene.language)
    ink.write(label, _LABEL, colours.calm, inner.left(), 203)
    amount = scene.amount.text
    letters = _AMOUNT_UPRIGHT.fitted(amount, inner.width(), _LEAST_AMOUNT)
    ink.write(amount, letters, colours.strong, inner.left() - 6, 333)
    y = drawing.height - PORTRAIT_BOTTOM
    column = inner.width() / 2.9
    for number, (icon, words) in enumerate(_steps(scene.language)):
        left = inner.left() + number * column
        draw_step_icon(ink, QPointF(left + 36, y + 72), icon)
        ink.write_wrapped(words, _STEP_UPRIGHT, colours.strong, left, y + 150, width=column - 40, leading=36)


def _steps(language: Language) -> tuple[tuple[str, str], ...]:
    return (
        ("smartphone", tr("customer", "Buka aplikasi bank atau dompet digital", language)),
        ("scan-line", tr("customer", "Pindai QR di layar ini", language)),
        ("shield-check", tr("customer", "Cocokkan nama dan jumlah, lalu bayar", language)),
    )


def _nmid(qr: QrCode) -> str:
    return f"NMID {qr.nmid}" if qr.nmid else ""
