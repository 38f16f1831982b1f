"""Nothing is cut on the board, in an approval, on the manager's page and at the lock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QScrollArea

from pos_app.domain.evidence import Decision
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.reconciliation import Standing, Tally
from pos_app.domain.sale import business_day
from pos_app.domain.staff import Right
from pos_app.till.desk_messages import PinRefusal, PinRefused, ProofPrinted, StaffShown
from pos_app.till.messages import BoardShown, DecidedFound, Faulted, NeighboursShown
from pos_app.till.snapshot import BoardRow
from pos_app.ui import i18n
from pos_app.ui.manager.board_page import BoardPage
from pos_app.ui.manager.staff_page import StaffPage
from pos_app.ui.widgets.label import ElidedLabel, Label
from pos_app.ui.widgets.paragraph import Paragraph
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


def _open(desk: Desk) -> None:
    desk.press(KEY.Key_F9)


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
    desk.tell(boards.staff(boards.SARI))
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.tell(boards.proof())


def _printed(desk: Desk) -> None:
    _day(desk)
    desk.tell(ProofPrinted(business_day(snapshots.NOW), PrinterTrouble.WRONG_SETTING, "x" * 90))


def _hidden_day(desk: Desk) -> None:
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)


def _elsewhere(desk: Desk) -> None:
    desk.press(KEY.Key_F9)
    for event in boards.shared():
        desk.tell(event)
    desk.press(KEY.Key_Up)


def _wanting_elsewhere(desk: Desk) -> None:
    desk.press(KEY.Key_F9)
    desk.press(KEY.Key_F9)
    desk.tell(BoardShown(()))
    desk.tell(NeighboursShown((boards.held_by("01", boards.TWICE),)))


def _decided(desk: Desk) -> None:
    for _ in range(3):
        desk.press(KEY.Key_F9)
    desk.tell(DecidedFound("", (boards.decided(boards.LATE, Decision.HAND_OVER),), has_more=True))


def _known(desk: Desk) -> None:
    """Everything that can be known of a payment."""
    for _ in range(3):
        desk.press(KEY.Key_F9)
    desk.tell(DecidedFound("", (boards.HANDED_OVER,)))


def _again(desk: Desk) -> None:
    """Most that can be decided."""
    _attention(desk)
    desk.tell(BoardShown((boards.AGAIN,)))


def _reversed(desk: Desk) -> None:
    _attention(desk)
    desk.tell(BoardShown((boards.REVERSED,)))


def _full(desk: Desk) -> None:
    desk.tell(BoardShown(tuple(boards.many(500))))
    desk.press(KEY.Key_F9)


def _lock(desk: Desk) -> None:
    desk.tell(boards.staff(None))


PAGES: dict[str, Callable[[Desk], None]] = {
    "board": _board,
    "cancel": _cancel,
    "attention": _attention,
    "staff": _staff,
    "adding": _adding,
    "day": _day,
    "printed": _printed,
    "hidden day": _hidden_day,
    "elsewhere": _elsewhere,
    "wanting elsewhere": _wanting_elsewhere,
    "decided": _decided,
    "known": _known,
    "again": _again,
    "reversed": _reversed,
    "full": _full,
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


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("row", [boards.LATE, boards.TASK, boards.BARRED, boards.AGAIN, boards.REVERSED])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_a_decision_is_about_is_whole_below_a_bar_of_news(
    make_desk: MakeDesk, size: tuple[int, int], row: BoardRow, language: Language
) -> None:
    desk = make_desk(size=size, language=language)
    desk.tell(snapshots.lights())
    desk.show(snapshots.ringing_up())
    desk.tell(boards.staff())
    _attention(desk)
    desk.tell(BoardShown((row,)))
    desk.settle()
    desk.tell(Faulted("TSJ-02-261120-0218-1-k7q2m", "disk"))
    desk.settle()
    assert list(cut(desk.window)) == []
    page = desk.window.back_room.currentWidget()
    assert isinstance(page, BoardPage)
    facts = page.attention.facts
    notice = facts.notice
    end = notice.mapTo(facts.viewport(), notice.rect().bottomRight())
    assert end.x() < facts.viewport().width()
    assert end.y() < facts.viewport().height() or size[1] == 600  # where it scrolls


def test_the_facts_scroll_where_even_closest_together_they_are_too_many(make_desk: MakeDesk) -> None:
    desk = make_desk(size=(1024, 600))
    desk.show(snapshots.ringing_up())
    desk.tell(boards.staff())
    _again(desk)
    desk.tell(Faulted("TSJ-02-261120-0218-1-k7q2m", "disk"))
    desk.settle()
    page = desk.window.back_room.currentWidget()
    assert isinstance(page, BoardPage)
    bar = page.attention.facts.verticalScrollBar()
    assert bar.isVisible()
    desk.press(KEY.Key_PageDown)
    notice, view = page.attention.notice, page.attention.facts.viewport()
    assert view.rect().bottom() >= notice.mapTo(view, notice.rect().bottomLeft()).y()
    desk.press(KEY.Key_PageUp)
    assert bar.value() == 0


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_story_opens_at_its_newest_step(make_desk: MakeDesk, size: tuple[int, int]) -> None:
    desk = make_desk(size=size)
    desk.show(snapshots.ringing_up())
    desk.tell(boards.staff())
    rows = (boards.LATE, boards.TWICE)
    desk.tell(BoardShown(rows))
    _attention(desk)
    desk.settle()
    page = desk.window.back_room.currentWidget()
    assert isinstance(page, BoardPage)
    bar = page.attention.story.findChildren(QScrollArea)[0].verticalScrollBar()
    for row in rows:
        page.frame.attention.rows.current = row.payment.order_id
        told = boards.story(row.payment)
        desk.tell(replace(told, steps=told.steps * 4))
        for _ in ("opened", "opened again"):
            desk.press(KEY.Key_Right)
            desk.settle()
            assert page.attention.story.isVisible()
            assert 0 < bar.maximum() == bar.value()
            desk.press(KEY.Key_PageUp)
            assert bar.value() < bar.maximum()
            desk.press(KEY.Key_Escape)


@pytest.mark.parametrize("row", [boards.ALFAMART, boards.LATE], ids=["waiting", "attention"])
def test_keys_reach_every_step_of_a_story(make_desk: MakeDesk, row: BoardRow) -> None:
    desk = make_desk(size=(1024, 600))
    desk.show(snapshots.ringing_up())
    desk.tell(boards.staff())
    desk.tell(BoardShown((row,)))
    (_attention if row.payment.wants_decision else _open)(desk)
    desk.tell(boards.story(row.payment))
    if row.payment.wants_decision:
        desk.press(KEY.Key_Right)
    desk.settle()
    page = desk.window.back_room.currentWidget()
    assert isinstance(page, BoardPage)
    panel = page.attention if row.payment.wants_decision else page.payment
    bar = panel.story.findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() > 0
    desk.press(KEY.Key_PageUp)
    desk.press(KEY.Key_PageUp)
    assert bar.value() == 0
    desk.press(KEY.Key_PageDown)
    desk.press(KEY.Key_PageDown)
    assert bar.value() == bar.maximum()


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_amounts_of_a_day_are_whole_however_many_ways_there_are(
    make_desk: MakeDesk, size: tuple[int, int], language: Language
) -> None:
    desk = make_desk(size=size, language=language)
    desk.show(snapshots.ringing_up())
    _day(desk)
    amounts = {Method.QRIS: 88_765_400, Method.ALFAMART: 12_118_000, Method.INDOMARET: 10_441_600}
    tallies = tuple(Tally(way, Standing.OPEN, 12, Rupiah(amount)) for way, amount in amounts.items())
    shown = boards.proof()
    desk.tell(replace(shown, proof=replace(shown.proof, tallies=tallies)))
    desk.settle()
    page = desk.window.back_room.currentWidget()
    assert isinstance(page, StaffPage)
    table = page.table
    assert [label.text() for label in table.findChildren(ElidedLabel) if label.shown != label.text()] == []
    assert list(cut(desk.window)) == []
    written = " ".join(label.text() for label in table.rows[Standing.OPEN].findChildren(Paragraph))
    for amount in amounts.values():
        assert f"\xa012\xa0·\xa0{Rupiah(amount).text}" in written  # one word: no line ends within


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("method", [Method.GOPAY, Method.ALFAMART], ids=lambda method: method.value)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_check_says_how_long_it_rests_and_its_word_stays_where_it_is(
    make_desk: MakeDesk, size: tuple[int, int], method: Method, language: Language
) -> None:
    desk = make_desk(size=size, language=language)
    desk.show(snapshots.ringing_up())
    desk.tell(boards.staff())
    desk.press(KEY.Key_F9)
    places = []
    for seconds in (0.0, 24.0, 88.0, 119.0):
        desk.tell(BoardShown((boards.row("02", 218, method, 210_900, 139, left=761, next_check=seconds),)))
        desk.settle()
        assert list(cut(desk.window)) == []
        page = desk.window.back_room.currentWidget()
        assert isinstance(page, BoardPage)
        word = next(label for label in page.payment.check.findChildren(Label) if label.text())
        places.append((page.payment.check.width(), word.text(), word.pos().toTuple()))
    assert len(set(places)) == 1


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_search_of_a_full_board_gives_way_to_its_filters(
    make_desk: MakeDesk, size: tuple[int, int]
) -> None:
    desk = make_desk(size=size)
    desk.tell(snapshots.lights())
    desk.show(snapshots.ringing_up())
    desk.tell(boards.staff())
    _full(desk)
    desk.settle()
    page = desk.window.back_room.currentWidget()
    assert isinstance(page, BoardPage)
    filters = page.frame.filters
    assert filters.width() <= page.frame.width()
    field = filters.search.parentWidget()
    assert field is not None
    assert field.geometry().right() < filters.width() - 16


def test_longer_words_fit_the_wide_window(make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A translation a fifth longer than ours still has room where nothing gives way."""
    known = i18n.catalogue(Language.ENGLISH)

    def longer(language: Language) -> Mapping[tuple[str, str], str]:
        return {key: text + "e" * (len(text) // 10) for key, text in known.items()}

    monkeypatch.setattr(i18n, "catalogue", longer)
    assert cut_on(make_desk, (1366, 768), Language.ENGLISH) == {name: [] for name in PAGES}


@pytest.mark.parametrize("name", ["W" * 200, "Raden " * 33 + "Mas"], ids=["one word", "many words"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_very_long_name_pushes_nothing_aside(make_desk: MakeDesk, size: tuple[int, int], name: str) -> None:
    """An older journal may hold one: names are shorter today."""
    someone = replace(boards.SARI, name=name)
    for page in ("board", "elsewhere", "decided", "staff", "day"):
        desk = make_desk(size=size)
        desk.tell(snapshots.lights())
        desk.show(snapshots.ringing_up())
        desk.tell(StaffShown(at_counter=someone, is_locked=False, staff=(someone,)))
        named = (replace(row, payment=replace(row.payment, cashier=name)) for row in boards.WAITING)
        desk.tell(BoardShown(tuple(named)))
        PAGES[page](desk)
        shown = boards.proof()
        desk.tell(replace(shown, proof=replace(shown.proof, by=name)))
        desk.settle()
        assert desk.window.size().toTuple() == size
        assert desk.window.minimumSizeHint().width() <= size[0]


@pytest.mark.parametrize(("size", "height"), [((1366, 768), 60), ((1024, 768), 60), ((1024, 600), 44)])
def test_an_open_story_has_room_for_more_than_one_step(
    make_desk: MakeDesk, size: tuple[int, int], height: int
) -> None:
    desk = make_desk(size=size)
    desk.show(snapshots.ringing_up())
    desk.tell(boards.staff())
    _attention(desk)
    desk.tell(BoardShown((boards.LATE,)))
    desk.settle()
    page = desk.window.back_room.currentWidget()
    assert isinstance(page, BoardPage)
    desk.press(KEY.Key_Right)
    desk.settle()
    assert page.attention.story.isVisible()
    assert page.attention.story.height() > 180
    assert page.attention.buttons[0].height() == height
