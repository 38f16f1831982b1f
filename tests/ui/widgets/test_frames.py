"""Which buttons have a frame, and when."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from pos_app.till.stage import Glow
from pos_app.ui.cashier.link_light import LinkLight
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.key_button import KeyButton
from tests.ui.pixels import colours


def top_of(button: QPushButton) -> set[int]:
    """The colours of its upper edge, above its words."""
    return colours(button.grab().copy(0, 0, button.width(), 5).toImage())


def test_a_ghost_that_is_out_of_use_stays_plain_text(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme()
    theme.apply(qapp)
    button = KeyButton(theme, "ghost", "F9")
    button.show_words("Cek")
    qtbot.addWidget(button)
    button.show()
    button.setEnabled(False)
    assert len(top_of(button)) == 1


@pytest.mark.parametrize("glow", [Glow.OK, Glow.SLOW, Glow.DOWN])
def test_a_light_below_the_mouse_has_no_frame_beside_its_chip_s(
    qapp: QApplication, qtbot: QtBot, glow: Glow
) -> None:
    theme = Theme()
    theme.apply(qapp)
    light = LinkLight(theme, 32)
    light.show_light(glow, "Gateway", "", is_narrow=False)
    qtbot.addWidget(light)
    light.show()
    light.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    light.setDown(True)
    assert len(top_of(light)) == 1
