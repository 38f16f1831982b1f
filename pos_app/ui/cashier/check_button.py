"""Asking the gateway now: possible as soon as the ten seconds since the last time are over."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pos_app.ui.cashier.scene import Scene
from pos_app.ui.countdown import seconds_until
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text.moments import duration
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.key_button import KeyButton


class CheckButton(KeyButton):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "plain", Action.MAIN.value, "refresh-cw", height=56, parent=parent)

    def present(self, scene: Scene) -> None:
        watch, language = scene.counter.watch, scene.language
        left = seconds_until(watch.next_check, scene.monotonic) if watch else 0
        self.setEnabled(left == 0)
        note = (
            tr("payment", "bisa lagi {duration}", language).format(duration=duration(left, language))
            if left
            else tr("payment", "tanya gateway", language)
        )
        self.show_words(tr("payment", "Cek sekarang", language), note)
