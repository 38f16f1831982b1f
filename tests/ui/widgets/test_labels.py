from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.domain.money import Rupiah
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.label import ElidedLabel, Label
from pos_app.ui.widgets.paragraph import Paragraph


def test_a_label_never_reads_mark_up(qtbot: QtBot) -> None:
    label = Label("body")
    qtbot.addWidget(label)
    label.setText("<b>Kopi</b>")
    plain = label.sizeHint().width()
    label.setText("Kopi")
    assert plain > label.sizeHint().width()


def test_a_long_name_ends_in_dots_and_asks_for_no_room(qtbot: QtBot) -> None:
    label = ElidedLabel("strong")
    qtbot.addWidget(label)
    label.setText("Keripik singkong balado " * 10)
    label.resize(120, 20)
    assert label.shown.endswith("…")
    assert label.minimumSizeHint().width() == 0


def test_an_amount_shrinks_and_is_never_cut(qtbot: QtBot, qapp: QApplication) -> None:
    Theme().apply(qapp)
    label = AmountLabel("hero", 64, 700, -1.5)
    qtbot.addWidget(label)
    label.show_amount(Rupiah(210_900))
    label.resize(500, 72)
    assert label.shown_pixels == 64
    label.show_amount(Rupiah(999_999_999))
    label.resize(300, 72)
    assert label.shown_pixels < 64
    assert label.fits
    assert label.text() == "Rp\u00a0999.999.999"


def test_a_paragraph_grows_by_whole_lines(qtbot: QtBot) -> None:
    paragraph = Paragraph("notice", 24)
    qtbot.addWidget(paragraph)
    paragraph.setText("Menunggu pelanggan memindai dan membayar.")
    assert paragraph.heightForWidth(2000) == 24
    assert paragraph.heightForWidth(150) >= 48
    paragraph.setText("Lunas")
    assert paragraph.heightForWidth(150) == 24


def test_a_paragraph_in_larger_letters_takes_more_lines(qtbot: QtBot) -> None:
    paragraph = Paragraph("notice", 24)
    qtbot.addWidget(paragraph)
    paragraph.setText("Menunggu pelanggan memindai dan membayar.")
    few = paragraph.heightForWidth(200)
    larger = paragraph.font()
    larger.setPixelSize(40)
    paragraph.setFont(larger)
    assert paragraph.heightForWidth(200) > few


@pytest.mark.parametrize(
    ("across", "down", "left", "top"), [(0, 0.5, 0, 40), (0.5, 0, 0.5, 0), (1, 1, 1, 80)]
)
def test_a_paragraph_lies_where_it_shall_in_the_room_that_is_left(
    qtbot: QtBot, across: float, down: float, left: float, top: int
) -> None:
    paragraph = Paragraph("notice", 20, across=across, down=down)
    qtbot.addWidget(paragraph)
    paragraph.setText("H")
    paragraph.resize(300, 100)
    image = paragraph.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    paper = image.pixel(150, 50 if down != 0.5 else 0)
    ink = [(x, y) for x in range(300) for y in range(100) if image.pixel(x, y) != paper]
    spare = 300 - paragraph.fontMetrics().horizontalAdvance("H")
    assert abs(min(x for x, _ in ink) - spare * left) < 4
    assert top <= min(y for _, y in ink)
    assert max(y for _, y in ink) < top + 20
