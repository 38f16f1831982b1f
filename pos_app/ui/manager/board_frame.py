"""The card of the board: its tabs, what narrows it, the rows and their sum."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from pos_app.domain.money import ZERO
from pos_app.ui.cashier.scene import Room
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.manager.attention_delegate import AttentionDelegate
from pos_app.ui.manager.board_contents import BoardContents
from pos_app.ui.manager.board_delegate import BoardDelegate
from pos_app.ui.manager.board_head import BoardHead
from pos_app.ui.manager.board_rows import BoardRows
from pos_app.ui.manager.filter_row import FilterRow
from pos_app.ui.manager.row_list import RowList
from pos_app.ui.manager.tab import Tab
from pos_app.ui.text.counts import orders
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import ElidedLabel, Label


class BoardFrame(QFrame):
    """Signals: `closed`, `turned` when the other tab was asked for, `narrowed` when other rows are wanted."""

    closed = Signal()
    turned = Signal()
    narrowed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._title = Label("board-title")
        self._title.setContentsMargins(0, 0, 12, 0)
        self.waiting_tab = Tab()
        self.attention_tab = Tab()
        self._back = KeyButton(theme, "ghost", Action.BACK.value, padding=9)
        self._back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.filters = FilterRow(theme)
        waiting, wanting = BoardRows(), BoardRows()
        self.waiting = RowList(waiting, BoardDelegate(theme, waiting))
        self.attention = RowList(wanting, AttentionDelegate(theme, wanting))
        self._head = BoardHead()
        self._hint = ElidedLabel("hint-13")
        self._nothing = Label("empty-note")
        self._count = Label("label")
        self._sum_word = Label("label")
        self._sum = Label("strong-13")
        self._stack = QStackedWidget()
        self._lay_out(theme)
        self._back.clicked.connect(self.closed)
        self.waiting_tab.clicked.connect(lambda: self._ask_for(self.waiting))
        self.attention_tab.clicked.connect(lambda: self._ask_for(self.attention))
        self.filters.changed.connect(self.narrowed)

    @property
    def shows_attention(self) -> bool:
        return self._stack.currentIndex() == 1

    @property
    def list(self) -> RowList:
        """The rows that are on show."""
        return self.attention if self.shows_attention else self.waiting

    @property
    def footer(self) -> tuple[str, str]:
        return self._count.text(), self._sum.text()

    def turn(self, *, to_attention: bool) -> None:
        self._stack.setCurrentIndex(1 if to_attention else 0)

    def show_rows(self, contents: BoardContents, room: Room) -> None:
        waiting = contents.waiting
        self.waiting.rows.show_rows(self.filters.of(waiting, room))
        self.attention.rows.show_rows(contents.wanting)
        self.filters.present(waiting, room)
        self.waiting.present(room)
        self.attention.present(room)
        self._show_heads(len(waiting), contents.wanted, room)
        self._show_foot(room, knows_others=contents.knows_others)

    def _show_heads(self, waiting: int, wanted: int, room: Room) -> None:
        language, attention = room.language, self.shows_attention
        self._title.setText(tr("board", "Pesanan tertunda", language))
        self._title.setVisible(not room.is_narrow)
        self.waiting_tab.show_tab(tr("board", "Menunggu", language), waiting, is_open=not attention)
        self.attention_tab.show_tab(
            tr("board", "Perlu perhatian", language), wanted, is_open=attention, is_amber=wanted > 0
        )
        back = (
            tr("board", "Kembali", language)
            if room.is_narrow
            else tr("board", "Kembali ke penjualan", language)
        )
        self._back.show_words(back)
        self._head.show_language(language)
        self._hint.setText(
            tr("board", "Uangnya sudah tercatat. Yang kurang hanya keputusan manajer.", language)
        )
        self.waiting.setAccessibleName(tr("board", "Menunggu", language))
        self.attention.setAccessibleName(tr("board", "Perlu perhatian", language))

    def _show_foot(self, room: Room, *, knows_others: bool) -> None:
        language, rows = room.language, self.list.rows.rows
        if self.shows_attention:
            words = tr("board", "{count} perlu keputusan, ikut tercetak di laporan Z", language)
            self._count.setText(words.format(count=len(rows)))
        else:
            self._count.setText(orders(len(rows), language, is_whole=knows_others))
        amounts = ((row.payment.money_held or row.payment.amount) for row in rows)
        self._sum_word.setText(tr("board", "Jumlah", language))
        self._sum.setText(sum(amounts, ZERO).text)
        self._nothing.setVisible(not rows)
        if self.filters.search.text() and not self.shows_attention:
            nothing = tr("board", "Tidak ada yang cocok dengan “{text}”.", language)
            self._nothing.setText(nothing.format(text=self.filters.search.text()))
        elif self.shows_attention:
            self._nothing.setText(tr("board", "Tidak ada yang perlu diputuskan.", language))
        else:
            self._nothing.setText(tr("board", "Tidak ada pesanan tertunda.", language))

    def _ask_for(self, wanted: RowList) -> None:
        if wanted is not self.list:
            self.turned.emit()

    def _lay_out(self, theme: Theme) -> None:
        head = QFrame()
        head.setProperty("role", "card-head")
        head.setFixedHeight(64)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self.waiting_tab)
        row.addWidget(self.attention_tab)
        row.addStretch(1)
        row.addWidget(self._back)
        waiting = _column(self.filters, self._head, self.waiting)
        attention = _column(self._hint_row(theme), self.attention)
        self._stack.addWidget(waiting)
        self._stack.addWidget(attention)
        foot = QFrame()
        foot.setProperty("role", "strip")
        foot.setFixedHeight(44)
        sums = QHBoxLayout(foot)
        sums.setContentsMargins(20, 0, 20, 0)
        sums.setSpacing(4)
        sums.addWidget(self._count)
        sums.addStretch(1)
        sums.addWidget(self._sum_word)
        sums.addWidget(self._sum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._nothing)
        layout.addWidget(foot)
        self._nothing.setContentsMargins(20, 0, 20, 16)

    def _hint_row(self, theme: Theme) -> QWidget:
        row = QFrame()
        row.setProperty("role", "hint-row")
        row.setFixedHeight(48)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(8)
        layout.addWidget(Icon(theme, "info", "text2", 16))
        layout.addWidget(self._hint, 1)
        return row


def _column(*parts: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part)
    return column
