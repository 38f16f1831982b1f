"""Which sentence stands above the page, if any."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QWidget

from pos_app.domain.language import Language
from pos_app.ui.cashier.banner import Banner
from pos_app.ui.cashier.scene import Room
from pos_app.ui.theme import Theme

if TYPE_CHECKING:
    from pos_app.till.desk_messages import DecisionTaken, DeskRefused, RefundAnswered
    from pos_app.till.messages import Faulted, PaperFailed, ParkedChanged, Refused
    from pos_app.ui.text.stages import Sentence

Wording: TypeAlias = "Callable[[Language], Sentence]"
"""Words in whatever language the window has when they are shown."""


class NewsBar(Banner):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._wording: Wording | None = None
        self._until_next_sight = False
        self._clock_was_wrong = False
        self.closed.connect(self.clear)

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    def hear(
        self,
        event: Refused | ParkedChanged | PaperFailed | Faulted | DeskRefused | DecisionTaken | RefundAnswered,
    ) -> None:
        """Say what was not done, or what happened to a payment that is not on the counter."""
        from pos_app.till.desk_messages import DecisionTaken, DeskRefused, RefundAnswered
        from pos_app.till.messages import Faulted, PaperFailed, ParkedChanged, Refused
        from pos_app.ui.text import news

        match event:
            case Refused():
                self.tell(partial(news.refused, event), until_next_sight=True)
            case ParkedChanged():
                self.tell(
                    partial(news.parked_changed, event),
                    until_next_sight=news.was_asked_for(event),
                    is_good=news.is_good(event),
                )
            case PaperFailed():
                self.tell(partial(news.paper_failed, event))
            case Faulted():
                self.tell(partial(news.faulted, event))
            case DeskRefused():
                self.tell(partial(news.desk_refused, event), until_next_sight=True)
            case DecisionTaken():
                self.tell(partial(news.decision_taken, event), until_next_sight=True, is_good=True)
            case RefundAnswered():
                self.tell(partial(news.refund_answered, event), is_good=event.trouble is None)

    def tell(self, wording: Wording, *, until_next_sight: bool = False, is_good: bool = False) -> None:
        """Say something; newer news takes the place of older. Some is over as soon as the sale moves on.

        What is good asks for nobody's attention: it has a calm colour.
        """
        self._wording, self._until_next_sight = wording, until_next_sight
        self.show_kind(*(("indigo", "check") if is_good else ("amber", "triangle-alert")))

    def sight(self) -> None:
        """The sale moved on."""
        if self._until_next_sight:
            self.clear()

    def withdraw(self, wording: Wording) -> None:
        """Say this no longer, where it is what is said: it is not true any more."""
        if self._wording == wording:
            self.clear()

    def watch_clock(self, offset_seconds: float | None) -> None:
        """Say once that this PC's clock is wrong, and again only after it was right."""
        from pos_app.ui.text import news

        is_wrong = offset_seconds is not None and abs(offset_seconds) > news.OFFSET_WORTH_SAYING
        if offset_seconds is not None and is_wrong and not self._clock_was_wrong:
            self.tell(partial(news.clock_is_wrong, offset_seconds))
        self._clock_was_wrong = is_wrong

    def clear(self) -> None:
        self._wording, self._until_next_sight = None, False
        self.hide()

    def present(self, room: Room, *, is_held: bool) -> None:
        """`is_held` while nothing may move under somebody's finger: what is not on show then comes afterwards."""
        if self._wording is not None and not (is_held and self.isHidden()):
            sentence = self._wording(room.language)
            self.show_words(sentence.state, sentence.note, room.language)
