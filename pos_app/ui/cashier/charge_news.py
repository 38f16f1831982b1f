"""What is said of a charge that was asked for and has not gone out: why, for as long as that is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from pos_app.domain.language import Language
from pos_app.ui.cashier.charging import Charging
from pos_app.ui.cashier.news_bar import NewsBar
from pos_app.ui.cashier.search_field import SearchField

if TYPE_CHECKING:
    from pos_app.ui.text.stages import Sentence


class ChargeNews(QObject):
    """The cart that changes meanwhile takes none of it down. Signals: `said` when there is something to show."""

    said = Signal()

    def __init__(self, news: NewsBar, search: SearchField, charging: Charging, parent: QObject) -> None:
        super().__init__(parent)
        self._news = news
        self._search = search
        news.closed.connect(charging.drop)  # as its sentence says: Esc gives the charge up
        search.edit.textChanged.connect(self._forget_text)
        charging.waits_long.connect(self._say_it_waits)
        charging.waited.connect(self._forget_wait)

    def say_not_entered(self) -> None:
        """What stands in the search field comes first."""
        self._news.tell(self._not_entered)
        self.said.emit()

    def _not_entered(self, language: Language) -> Sentence:
        from pos_app.ui.text.articles import not_entered

        return not_entered(self._search.text, language)

    @Slot(str)
    def _forget_text(self, text: str) -> None:
        if not text.strip():
            self._news.withdraw(self._not_entered)

    @Slot()
    def _say_it_waits(self) -> None:
        from pos_app.ui.text.news import charge_waits

        self._news.tell(charge_waits)
        self.said.emit()

    @Slot()
    def _forget_wait(self) -> None:
        from pos_app.ui.text.news import charge_waits

        self._news.withdraw(charge_waits)
