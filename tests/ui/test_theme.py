from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pos_app.domain.resources import resources
from pos_app.ui.palette import DARK, DISPLAY, LIGHT, PRACTICE, Palette, tokens
from pos_app.ui.theme import FAMILY, Theme, font, set_property


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "surface"),
        ("text2", "surface"),
        ("text3", "surface"),
        ("text3", "bg"),
        ("text2", "sunk"),
        ("text", "ptint"),
        ("ptext", "ptint"),
        ("text", "mark"),
        ("white", "primary"),
        ("white", "paidfill"),
        ("white", "redfill"),
        ("ambertext", "ambertint"),
        ("red", "redtint"),
        ("paid", "paidtint"),
        ("info", "surface"),
    ],
)
def test_words_can_be_read(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


def test_every_colour_is_one() -> None:
    for group in (LIGHT, DARK, DISPLAY, PRACTICE):
        for token, colour in group._asdict().items():
            assert re.fullmatch("#[0-9A-F]{6}", colour), token


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_stylesheet_names_only_colours_that_exist(palette: Palette) -> None:
    sheet = Theme(palette).stylesheet()
    assert "@" not in sheet
    assert palette.surface in sheet


def test_the_stylesheet_has_no_green_but_for_paid() -> None:
    """Green means verified paid, nothing else."""
    for file in (resources() / "qss").glob("*.qss"):
        for rule in re.findall(r"([^{}]+)\{([^{}]*)\}", file.read_text(encoding="utf-8")):
            if re.search(r"@(display_)?paid\w*", rule[1]):
                assert "paid" in rule[0], rule[0]


def test_every_rule_is_for_something_that_there_is() -> None:
    code = "".join(
        file.read_text(encoding="utf-8") for file in (resources().parent / "pos_app" / "ui").rglob("*.py")
    )
    sheets = "".join(file.read_text(encoding="utf-8") for file in (resources() / "qss").glob("*.qss"))
    asked = set(re.findall(r'\[(\w+)(?:="([^"]+)")?\]', sheets))
    assert len(asked) > 100
    words = {word for pair in asked for word in pair} - {"", "true", "false"}
    assert sorted(word for word in words if f'"{word}"' not in code) == []


def test_our_letters_are_the_bundled_ones(qapp: QApplication) -> None:
    Theme().apply(qapp)
    for weight in (400, 500, 600, 700, 800):
        assert QFontInfo(font(14, weight)).family() == FAMILY
        assert QFontInfo(font(14, weight)).weight() == weight


def test_tabular_figures_are_asked_for_either_way() -> None:
    tag = QFont.Tag("tnum")
    assert font(14, tabular=True).featureValue(tag) == 1
    assert font(64).featureValue(tag) == 0


def test_every_icon_is_licensed_and_used() -> None:
    folder = resources() / "icons"
    assert (folder / "LICENSE.lucide.txt").is_file()
    assert (resources() / "fonts" / "LICENSE.Inter.txt").is_file()
    code = "".join(
        file.read_text(encoding="utf-8") for file in (resources().parent / "pos_app" / "ui").rglob("*.py")
    )
    unused = [file.stem for file in folder.glob("*.svg") if f'"{file.stem}"' not in code]
    assert unused == []


def test_an_icon_takes_its_colour_and_the_pixels_of_its_screen(qapp: QApplication) -> None:
    pixmap = Theme().icon("check", "redfill", 20, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)
    image = pixmap.toImage()
    painted = {
        image.pixelColor(x, y).name()
        for x in range(40)
        for y in range(40)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert QColor(LIGHT.redfill).name() in painted


def test_an_icon_is_drawn_once(qapp: QApplication) -> None:
    theme = Theme()
    assert theme.icon("check", "text", 20).cacheKey() == theme.icon("check", "text", 20).cacheKey()


def test_a_widget_follows_its_property(qtbot: QtBot, qapp: QApplication) -> None:
    Theme().apply(qapp)
    label = QLabel()
    qtbot.addWidget(label)
    label.setProperty("role", "notice")
    set_property(label, "notice", "amber")
    label.ensurePolished()
    assert label.palette().windowText().color().name().upper() == LIGHT.ambertext
    set_property(label, "notice", "red")
    assert label.palette().windowText().color().name().upper() == LIGHT.red


def test_tokens_tell_the_windows_apart() -> None:
    assert tokens(LIGHT)["display_panel"] == DISPLAY.panel
    assert tokens(DARK)["practice_stripe"] == PRACTICE.stripe
