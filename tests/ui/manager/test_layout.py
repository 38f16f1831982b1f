"""Nothing is cut on the board, in an approval, on the manager's page and at the lock."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from pos_app.domain.language import Language
from pos_app.domain.staff import Right
from pos_app.till.desk_messages import PinRefusal, PinRefused
from pos_app.ui import i18n
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.cashier.test_layout import cut
from tests.ui.manager import boards
from tests.ui.manager.conftest import ALT, KEY

SIZES = [(1366, 768), (1024, 768), (1024, 600)]


def _board(desk: Desk) -> None:
    desk.press(KEY.Key_F9)
    for _ in range(6):
        desk.press(KEY.Key_Down)
    desk.tell(boards.story())


def _cancel(desk: Desk) -> None:
    _board(desk)
    desk.press(KEY.Key_Delete)
    desk.press(KEY.Key_1, ALT)
    desk.type("111111")
    desk.press(KEY.Key_Return)
    desk.tell(PinRefused(PinRefusal.WRONG, Right.CANCEL, 3, 40.0))


def _attention(desk: Desk) -> None:
    desk.press(KEY.Key_F9)
    desk.press(KEY.Key_F9)


def _staff(desk: Desk) -> None:
    desk.press(KEY.Key_F10)


def _adding(desk: Desk) -> None:
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_Plus)


def _day(desk: Desk) -> None:
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.tell(boards.proof())


def _lock(desk: Desk) -> None:
    desk.tell(boards.staff(None))


PAGES: dict[str, Callable[[Desk], None]] = {
    "board": _board,
    "cancel": _cancel,
    "attention": _attention,
    "staff": _staff,
    "adding": _adding,
    "day": _day,
    "lock": _lock,
}


def cut_on(make_desk: MakeDesk, size: tuple[int, int], language: Language) -> dict[str, list[str]]:
    found = {}
    for name, go in PAGES.items():
        desk = make_desk(size=size, language=language)
        desk.tell(snapshots.lights())
        desk.show(snapshots.ringing_up())
        desk.tell(boards.staff())
        desk.tell(boards.board())
        go(desk)
        desk.settle()
        found[name] = list(cut(desk.window))
    return found


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut(make_desk: MakeDesk, size: tuple[int, int], language: Language) -> None:
    assert cut_on(make_desk, size, language) == {name: [] for name in PAGES}


def test_longer_words_fit_the_wide_window(make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A translation a fifth longer than ours still has room where nothing gives way."""
    known = i18n.catalogue(Language.ENGLISH)

    def longer(language: Language) -> Mapping[tuple[str, str], str]:
        return {key: text + "e" * (len(text) // 10) for key, text in known.items()}

    monkeypatch.setattr(i18n, "catalogue", longer)
    assert cut_on(make_desk, (1366, 768), Language.ENGLISH) == {name: [] for name in PAGES}
