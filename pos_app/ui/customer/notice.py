"""Nothing to pay from right now: one calm sentence, what it means for the customer's money, and the amount."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from pos_app.ui.customer.canvas import Canvas
from pos_app.ui.customer.face import FaceView
from pos_app.ui.customer.ink import Ink, Letters
from pos_app.ui.customer.notice_words import NoticeWords, notice_words
from pos_app.ui.customer.panel import (
    CALM,
    PanelColours,
    draw_amount,
    draw_header,
    inside,
    language_place,
)
from pos_app.ui.customer.scene import Face, Scene
from pos_app.ui.palette import DISPLAY

_TITLE = Letters(74, 800, spacing=-2.5)
_BODY = Letters(36, 500)
_BOX_TITLE = Letters(34, 700)
_BOX_BODY = Letters(30, 500)
_NOTE = Letters(30, 500)
_MARGIN = 104.0
_DISC = 184.0
_BODY_LEADING, _BOX_LEADING, _NOTE_LEADING = 50.0, 42.0, 42.0

CALM_FACES = frozenset({Face.WITHHELD, Face.CLOSING, Face.EXPIRED, Face.ENDED})
"""Faces whose panel is grey: what was offered is offered no more."""


class NoticeFace(FaceView):
    """Preparing, in doubt, withheld, closing, expired and ended: one layout, other words."""

    def language_place(self, drawing: Canvas) -> QRectF:
        return language_place(drawing.halves()[1])

    def draw(self, ink: Ink, drawing: Canvas, scene: Scene) -> None:
        words = notice_words(scene)
        colours = CALM if scene.face in CALM_FACES else PanelColours()
        stage, panel = drawing.halves()
        ink.ground(stage, DISPLAY.stage)
        ink.ground(panel, colours.ground)
        draw_notice(ink, stage, words, is_expired=scene.face is Face.EXPIRED)
        self._draw_panel(ink, panel, scene, words, colours)

    @staticmethod
    def _draw_panel(ink: Ink, panel: QRectF, scene: Scene, words: NoticeWords, colours: PanelColours) -> None:
        draw_header(ink, panel, scene, colours)
        inner, baseline = inside(panel), panel.center().y() + 38
        draw_amount(ink, panel, words.label, scene.amount, baseline=baseline, colours=colours)
        ink.write_wrapped(
            words.note,
            _NOTE,
            colours.calm,
            inner.left(),
            baseline + 85,
            width=inner.width(),
            leading=_NOTE_LEADING,
        )


def draw_notice(
    ink: Ink, stage: QRectF, words: NoticeWords, *, is_expired: bool = False, room_for: int = 1
) -> None:
    """The sentence in the middle of a stage, and the box below it where there is one.

    With `room_for` so many lines a shorter sentence begins where a longer one does.
    """
    width = stage.width() - 2 * _MARGIN
    left = _MARGIN
    room = width - 118 - 40
    title = _TITLE.fitted(words.title, width, 52, step=2)
    titles, bodies = title.wrapped(words.title, width), _BODY.wrapped(words.body, width)
    boxed = _BOX_BODY.wrapped(words.box_body, room) if words.box_body else ()
    box_height = 160 + (len(boxed) - 1) * _BOX_LEADING if boxed else 0.0
    text = 374 + (len(titles) - 1) * 84 + (max(len(bodies), room_for) - 1) * _BODY_LEADING
    top = stage.center().y() - (text + (64 + box_height if boxed else 15)) / 2
    _draw_disc(ink, QRectF(left, top, _DISC, _DISC), words.icon, is_expired=is_expired)
    last = ink.write_wrapped(words.title, title, DISPLAY.ink, left, top + 299, width=width, leading=84)
    last = ink.write_wrapped(
        words.body, _BODY, DISPLAY.body, left, last + 75, width=width, leading=_BODY_LEADING
    )
    if boxed:
        box = QRectF(left, last + 64, width, box_height)
        ink.tile(box, 16, DISPLAY.calm_box, DISPLAY.calm_box_line)
        ink.icon("wallet", "display_ink", QPointF(left + 64, box.top() + 60), 52)
        inner = left + 118
        ink.write(words.box_title, _BOX_TITLE, DISPLAY.ink, inner, box.top() + 68, width=room)
        ink.write_wrapped(
            words.box_body,
            _BOX_BODY,
            DISPLAY.body,
            inner,
            box.top() + 116,
            width=room,
            leading=_BOX_LEADING,
        )


def _draw_disc(ink: Ink, disc: QRectF, icon: str, *, is_expired: bool) -> None:
    if is_expired:
        ink.tile(disc, _DISC / 2, DISPLAY.expired_icon_fill, DISPLAY.expired_icon_line)
    else:
        ink.tile(disc, _DISC / 2, DISPLAY.box, DISPLAY.box_line)
    ink.icon(icon, "display_expired_icon" if is_expired else "display_primary", disc.center(), 100)
