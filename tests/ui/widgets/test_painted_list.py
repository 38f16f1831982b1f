from __future__ import annotations

from PySide6.QtCore import QRect, QStringListModel
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from pos_app.ui.widgets.painted_list import PaintedList, whole_row


def test_a_row_keeps_its_columns_where_a_scroll_bar_takes_from_its_width(qtbot: QtBot) -> None:
    rows = PaintedList(QStringListModel([str(number) for number in range(500)]), QStyledItemDelegate())
    qtbot.addWidget(rows)
    rows.resize(400, 300)
    rows.show()
    assert rows.viewport().width() < 400
    option = QStyleOptionViewItem()
    rows.initViewItemOption(option)
    option.rect = QRect(0, 56, rows.viewport().width(), 56)
    assert whole_row(option) == QRect(0, 56, 400, 56)
