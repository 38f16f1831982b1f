"""What can be done about a QR: asking the gateway, another method, giving it up; the last alone while it is made."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pos_app.ui.cashier.check_button import CheckButton
from pos_app.ui.cashier.kept_room import keep_room
from pos_app.ui.cashier.scene import Scene
from pos_app.ui.cashier.strip import Strip
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text.offers import cancel_note
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.key_button import KeyButton


class WaitingStrip(Strip):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.check = CheckButton(theme)
        self.switch = KeyButton(theme, "plain", Action.SWITCH_METHOD.value, "arrow-left-right", height=56)
        self.cancel = KeyButton(theme, "danger", Action.REMOVE.value, "ban", height=56)
        super().__init__(self.check, self.switch, apart=self.cancel, parent=parent)
        for button in (self.check, self.switch):
            keep_room(button)

    def present(self, scene: Scene, *, has_icons: bool) -> None:
        language, narrow = scene.language, scene.is_narrow
        self.fit(is_narrow=narrow)
        for button in (self.check, self.switch, self.cancel):
            button.set_icon_shown(has_icons)
        for button in (self.check, self.switch):
            button.setVisible(not scene.is_coming)
        self.check.present(scene)
        first = (
            tr("waiting, narrow", "QR ini dibatalkan dulu", language)
            if narrow
            else tr("waiting", "QR ini dibatalkan dulu", language)
        )
        self.switch.show_words(tr("waiting", "Ganti cara bayar", language), first)
        self.cancel.show_words(tr("waiting", "Batalkan", language), _cancel_note(scene))


def _cancel_note(scene: Scene) -> str:
    if not scene.is_coming:
        return cancel_note(scene.language, needs_pin=scene.cancel_needs_pin)
    if scene.is_narrow:
        return tr("preparing, narrow", "ditutup dulu", scene.language)
    return tr("preparing", "ditutup di gateway dulu", scene.language)
