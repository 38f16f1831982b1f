"""What stands around a QR: how much, to whom, and what to do."""

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


def draw_wide_panel(ink: Ink, panel: QRectF, scene: Scene, qr: QrCode) -> None:
    """Amount, steps and the merchant's name beside the QR."""
    colours = PanelColours()
    draw_header(ink, panel, scene, colours)
    label = tr("customer", "Total dibayar", scene.language)
    draw_amount(ink, panel, label, scene.amount, baseline=panel.top() + 321, colours=colours)
    draw_steps(ink, panel, panel.top() + 382, _steps(scene.language))
    if qr.merchant_name or qr.nmid:
        inner = inside(panel)
        box = QRectF(inner.left(), panel.top() + 670, inner.width(), 156)
        ink.tile(box, 20, DISPLAY.tile, DISPLAY.tile_line)
        left, width = box.left() + 30, box.width() - 60
        name_label = tr("customer", "Nama yang tampil di aplikasi Anda", scene.language)
        ink.write(name_label, _MERCHANT_LABEL, colours.calm, left, box.top() + 49, width=width)
        name = _MERCHANT.fitted(qr.merchant_name, width, _LEAST_MERCHANT, step=2)
        ink.write(qr.merchant_name, name, colours.strong, left, box.top() + 90, width=width)
        ink.write(_nmid(qr), _NMID, colours.calm, left, box.top() + 125, width=width)


def draw_upright_panels(ink: Ink, drawing: Canvas, scene: Scene, qr: QrCode) -> None:
    """The same above and below the QR of an upright monitor."""
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
    baseline = y + 283
    nmid_width = _NMID_UPRIGHT.width(_nmid(qr))
    width = inner.width() - nmid_width - 32
    name = _MERCHANT_UPRIGHT.fitted(qr.merchant_name, width, _LEAST_MERCHANT, step=2)
    ink.write(qr.merchant_name, name, colours.strong, inner.left(), baseline, width=width)
    ink.write(_nmid(qr), _NMID_UPRIGHT, colours.calm, inner.right(), baseline, align=RIGHT)


def _steps(language: Language) -> tuple[tuple[str, str], ...]:
    return (
        ("smartphone", tr("customer", "Buka aplikasi bank atau dompet digital", language)),
        ("scan-line", tr("customer", "Pindai QR di layar ini", language)),
        ("shield-check", tr("customer", "Cocokkan nama dan jumlah, lalu bayar", language)),
    )


def _nmid(qr: QrCode) -> str:
    return f"NMID {qr.nmid}" if qr.nmid else ""
