"""Nobody is being served: the shop's name, and how one can pay."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from pos_app.domain.money import NO_BREAK_SPACE
from pos_app.ui.customer.canvas import Canvas
from pos_app.ui.customer.face import FaceView
from pos_app.ui.customer.ink import CENTRE, Ink, Letters
from pos_app.ui.customer.panel import LANGUAGE_HEIGHT, LANGUAGE_WIDTH
from pos_app.ui.customer.scene import Scene
from pos_app.ui.i18n import tr
from pos_app.ui.palette import DISPLAY
from pos_app.ui.text.customer import methods_sentence
from pos_app.ui.text.long_dates import day_and_month
from pos_app.ui.text.moments import clock
from pos_app.ui.widgets.pattern import CELL, paint_kawung

_DATE = Letters(32, 600)
_WELCOME = Letters(44, 500)
_NAME = Letters(168, 800, spacing=-5, tabular=False)
_METHODS = Letters(36, 500)
_LEAST_NAME = 72


class IdleFace(FaceView):
    def language_place(self, drawing: Canvas) -> QRectF:
        return QRectF(drawing.width - 56 - LANGUAGE_WIDTH, 56, LANGUAGE_WIDTH, LANGUAGE_HEIGHT)

    def tick(self, scene: Scene) -> None:
        self.update()

    def draw(self, ink: Ink, drawing: Canvas, scene: Scene) -> None:
        language = scene.language
        ink.ground(drawing.whole, DISPLAY.panel)
        self._draw_ornament(ink, drawing)
        day = day_and_month(scene.now, language)
        time = f"{clock(scene.now, language)}{NO_BREAK_SPACE}WIB"
        ink.write(day, _DATE, DISPLAY.on_panel, 64, 103)
        ink.write(time, _DATE, DISPLAY.on_panel, 64 + _DATE.width(day) + 24, 103)
        middle, width = drawing.width / 2, drawing.width - 128
        name = _NAME.fitted(scene.shop.store, width, _LEAST_NAME)
        lines = len(name.wrapped(scene.shop.store, width))
        base = drawing.height / 2 - 7 - (lines - 1) * name.pixels * 0.57
        ink.write(
            tr("customer", "Selamat datang di", language),
            _WELCOME,
            DISPLAY.on_panel2,
            middle,
            base - 0.727 * name.pixels - 47,
            align=CENTRE,
        )
        last = ink.write_wrapped(
            scene.shop.store,
            name,
            DISPLAY.on_panel,
            middle,
            base,
            width=width,
            leading=name.pixels * 8 / 7,
            align=CENTRE,
        )
        ink.write_wrapped(
            methods_sentence(scene.methods, language),
            _METHODS,
            DISPLAY.on_panel3,
            middle,
            last + 96,
            width=width,
            leading=48,
            align=CENTRE,
        )

    @staticmethod
    def _draw_ornament(ink: Ink, drawing: Canvas) -> None:
        """Two rows of kawung along the lower edge, whole cells from side to side."""
        columns = max(1, round(drawing.width / CELL))
        cell = drawing.width / columns
        painter = ink.painter
        painter.save()
        painter.translate(0, drawing.height - 3 * cell)
        paint_kawung(painter, range(columns), range(1, 3), DISPLAY.pattern, cell)
        painter.restore()
