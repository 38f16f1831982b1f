"""What is being rung up, as the cashier rings it up."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from pos_app.domain.cart import Cart, Line
from pos_app.ui.customer.canvas import Canvas
from pos_app.ui.customer.face import FaceView
from pos_app.ui.customer.ink import RIGHT, Ink, Letters
from pos_app.ui.customer.panel import (
    PanelColours,
    draw_amount,
    draw_header,
    inside,
    language_place,
)
from pos_app.ui.customer.scene import Scene
from pos_app.ui.i18n import tr
from pos_app.ui.palette import DISPLAY
from pos_app.ui.text.customer import totals_rows

_TITLE = Letters(52, 800, spacing=-1)
_NOTE = Letters(32, 500)
_NAME = Letters(36, 600)
_PRICE = Letters(28, 500)
_QUANTITY = Letters(40, 700)
_TIMES = Letters(32, 500)
_TOTAL = Letters(40, 700)
_NEWEST = Letters(28, 500)
_ROWS = Letters(32, 500)
_DOUBT = Letters(28, 500)
_ROW = 124.0
_TOP = 176.0
_FOOT = 160.0


class CartFace(FaceView):
    def language_place(self, drawing: Canvas) -> QRectF:
        return language_place(drawing.halves()[1])

    def draw(self, ink: Ink, drawing: Canvas, scene: Scene) -> None:
        if scene.counter is None:
            return
        cart = scene.counter.cart
        stage, panel = drawing.halves()
        ink.ground(stage, DISPLAY.stage)
        ink.ground(panel, DISPLAY.panel)
        self._draw_stage(ink, stage, cart, scene)
        self._draw_panel(ink, panel, cart, scene)

    @staticmethod
    def _draw_stage(ink: Ink, stage: QRectF, cart: Cart, scene: Scene) -> None:
        language = scene.language
        right = stage.right() - 64
        ink.write(tr("customer", "Belanjaan Anda", language), _TITLE, DISPLAY.ink, 64, 114)
        pieces = tr("customer", "{pieces} barang", language).format(pieces=cart.pieces)
        ink.write(pieces, _NOTE, DISPLAY.secondary, right, 107, align=RIGHT)
        fit = max(1, int((stage.height() - _TOP - _FOOT) // _ROW))
        rows = _window(cart, fit, scene.newest)
        for place, index in enumerate(rows):
            row = QRectF(32, _TOP + place * _ROW, stage.width() - 64, _ROW)
            is_newest = index == scene.newest
            if is_newest:
                ink.tile(row, 16, DISPLAY.selected_line)
            elif place + 1 < len(rows) and index + 1 != scene.newest:
                ink.fill(QRectF(row.left(), row.bottom() - 2, row.width(), 2), DISPLAY.rule)
                row.setHeight(_ROW - 2)
            _draw_line(ink, row, cart.lines[index])
        if scene.newest is not None:
            baseline = stage.bottom() - 52
            ink.icon("scan-barcode", "display_secondary", QPointF(82, baseline - 10), 36)
            words = tr("customer", "Baru ditambahkan: {name}", language)
            name = cart.lines[scene.newest].name
            ink.write(words.format(name=name), _NEWEST, DISPLAY.secondary, 116, baseline, width=right - 116)

    @staticmethod
    def _draw_panel(ink: Ink, panel: QRectF, cart: Cart, scene: Scene) -> None:
        colours, inner, language = PanelColours(), inside(panel), scene.language
        draw_header(ink, panel, scene, colours)
        rows = totals_rows(cart.totals, language)
        for place, (label, amount) in enumerate(reversed(rows)):
            baseline = panel.bottom() - 412 - place * 60
            ink.write(label, _ROWS, colours.calm, inner.left(), baseline)
            ink.write(amount, _ROWS, DISPLAY.on_panel, inner.right(), baseline, align=RIGHT)
        if rows:
            ink.fill(QRectF(inner.left(), panel.bottom() - 366, inner.width(), 2), DISPLAY.panel_rule)
        total = tr("customer", "Total", language)
        draw_amount(ink, panel, total, cart.total, baseline=panel.bottom() - 193, colours=colours)
        doubt = tr("customer", "Harga atau jumlah tidak cocok?", language)
        tell = tr("customer", "Beri tahu kasir sebelum membayar.", language)
        ink.write(doubt, _DOUBT, colours.calm, inner.left(), panel.bottom() - 103, width=inner.width())
        ink.write(tell, _DOUBT, colours.calm, inner.left(), panel.bottom() - 65, width=inner.width())


def _draw_line(ink: Ink, row: QRectF, line: Line) -> None:
    right, middle = row.right() - 32, row.center().y()
    total = line.total.grouped
    quantity = str(line.quantity)
    ink.write(quantity, _QUANTITY, DISPLAY.ink, row.left() + 32, middle + 15)
    times = row.left() + 32 + _QUANTITY.width(quantity) + 9
    ink.write("×", _TIMES, DISPLAY.secondary, times, middle + 15)
    left = max(row.left() + 136, times + _TIMES.width("×") + 20)
    width = right - _TOTAL.width(total) - 24 - left
    ink.write(line.name, _NAME, DISPLAY.ink, left, middle - 5, width=width)
    ink.write(line.price.grouped, _PRICE, DISPLAY.secondary, left, middle + 32)
    ink.write(total, _TOTAL, DISPLAY.ink, right, middle + 15, align=RIGHT)


def _window(cart: Cart, fit: int, newest: int | None) -> range:
    """The rows that are shown of a long cart: the last ones, or those that end with the newest."""
    end = len(cart.lines)
    if newest is not None and newest < end - fit:
        end = newest + 1
    start = max(0, end - fit)
    return range(start, min(len(cart.lines), start + fit))
