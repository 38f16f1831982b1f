"""The links that this counter has, side by side."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_app.till.stage import Glow
from pos_app.ui.cashier.link_light import LinkLight
from pos_app.ui.cashier.scene import Room
from pos_app.ui.i18n import tr
from pos_app.ui.text.links import Link
from pos_app.ui.theme import Theme

if TYPE_CHECKING:
    from pos_app.till.messages import LightsShown

_CHIP, _CHIP_BELOW_TAB = 32, 24
"""Pixels; in practice a tab hangs from the top edge, and a chip must not run into it."""


class LightsRow(QWidget):
    """Signals: `clicked` with the Link whose light somebody wants to know about."""

    clicked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, is_real: bool = True) -> None:
        super().__init__(parent)
        self._shown: LightsShown | None = None
        self._had_display = False
        self._theme = theme
        self._height = _CHIP if is_real else _CHIP_BELOW_TAB
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.display = self._light(Link.DISPLAY)
        self._layout.addWidget(self.display)

    @cached_property
    def _of(self) -> dict[Link, LinkLight]:
        """All, from left to right. The others are built when the till first says how its links are."""
        of = {link: self.display if link is Link.DISPLAY else self._light(link) for link in Link}
        for place, light in enumerate(of.values()):
            if light is not self.display:
                self._layout.insertWidget(place, light)
        for before, after in pairwise(of.values()):
            self.setTabOrder(before, after)
        return of

    @property
    def gateway(self) -> LinkLight:
        return self._of[Link.GATEWAY]

    @property
    def relay(self) -> LinkLight:
        return self._of[Link.RELAY]

    @property
    def printer(self) -> LinkLight:
        return self._of[Link.PRINTER]

    def _light(self, link: Link) -> LinkLight:
        light = LinkLight(self._theme, self._height, chip_ahead=link is not Link.DISPLAY)
        light.clicked.connect(lambda: self.clicked.emit(link))
        return light

    def show_lights(self, lights: LightsShown) -> None:
        self._shown = lights

    def present(self, room: Room) -> None:
        language, narrow = room.language, room.is_narrow
        spacing = 16 if narrow else 20
        if spacing != self._layout.spacing():
            self._layout.setSpacing(spacing)
        display = tr("lights", "Layar", language) if narrow else tr("lights", "Layar pelanggan", language)
        self._had_display |= room.has_customer_display
        if room.has_customer_display:
            self.display.show_light(Glow.OK, display, "", is_narrow=narrow)
        else:  # a till that never had one misses nothing
            glow = Glow.SLOW if self._had_display else Glow.OFF
            gone = tr("display light", "terputus", language)
            self.display.show_light(glow, display, gone, is_narrow=narrow)
        if self._shown is not None:
            self._present_links(self._shown, room)

    def _present_links(self, lights: LightsShown, room: Room) -> None:
        from pos_app.ui.text.light_stories import link_story
        from pos_app.ui.text.lights import light_note, printer_note

        language, narrow = room.language, room.is_narrow
        for light, named, shown in (
            (self.gateway, tr("lights", "Gateway", language), lights.gateway),
            (self.relay, tr("lights", "Relay", language), lights.relay),
        ):
            light.show_light(shown.glow, named, light_note(shown, room.now, language), is_narrow=narrow)
        trouble = lights.printer_trouble
        note = printer_note(trouble, language) if trouble else light_note(lights.printer, room.now, language)
        name = tr("lights", "Printer", language)
        self.printer.show_light(lights.printer.glow, name, note, is_narrow=narrow)
        for link, light in self._of.items():
            light.tell(link_story(link, lights, language, has_display=room.has_customer_display))
