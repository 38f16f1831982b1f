"""Nothing is cut: at both sizes, in both languages, with longer words, long names and huge amounts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from pos_app.domain.cart import LARGEST_TOTAL, Cart, Line
from pos_app.domain.environment import Environment
from pos_app.domain.errors import Problem
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.states import Attention, State
from pos_app.till.messages import Faulted, Refused
from pos_app.till.snapshot import Counter
from pos_app.ui import i18n
from pos_app.ui.cashier.paid_page import PaidPage
from pos_app.ui.cashier.payment_page import PaymentPage
from pos_app.ui.cashier.qr_box import QrBox
from pos_app.ui.cashier.result_list import ResultList
from pos_app.ui.cashier.simulate_row import SimulateRow
from pos_app.ui.cashier.waiting_page import WaitingPage
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.label import ElidedLabel, Label
from pos_app.ui.widgets.painted_list import PaintedList
from pos_app.ui.widgets.paragraph import Paragraph
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.manager import boards

SIZES = [(1366, 768), (1024, 768), (1366, 698), (1024, 740), (1024, 600)]
"""Also maximised on these monitors, below a title and above a bar of the desktop."""
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
LONG = Cart((Line("Keripik singkong " * 12, Rupiah(1_234_567), 123, "p1"), *snapshots.LINES), 0)
HUGE = Cart((Line("Emas batangan", LARGEST_TOTAL, 1, "p1"),), 0)


def wants_decision(counter: Counter) -> Counter:
    assert counter.payment is not None
    odd = replace(counter.payment, attention=frozenset({Attention.PAID_WHILE_CANCELLING}))
    return replace(counter, payment=odd)


COUNTERS: dict[str, Counter] = {
    "empty": snapshots.empty(),
    "ringing up": snapshots.ringing_up(),
    "long": snapshots.ringing_up(LONG),
    "huge": snapshots.ringing_up(HUGE),
    "preparing": snapshots.preparing(),
    "preparing huge": snapshots.preparing(cart=HUGE),
    "preparing a code": snapshots.preparing(Method.INDOMARET),
    "waiting": snapshots.waiting(),
    "waiting huge": snapshots.waiting(cart=HUGE),
    "last minute": snapshots.waiting(42),
    "over": snapshots.waiting(1),
    "in doubt": snapshots.in_doubt(),
    "closing": snapshots.closing(),
    "store code": boards.code_counter(),
    "paid": snapshots.paid(),
    "paid huge": snapshots.paid(HUGE),
    "paid, and odd": wants_decision(snapshots.paid()),
    "expired": snapshots.ended(),
    "cancelled": snapshots.ended(State.CANCELLED),
    "another amount": snapshots.another_amount(),
    "denied": snapshots.ended(State.DENIED, Problem.DENIED_BY_FRAUD_CHECK),
    "failed": snapshots.ended(State.FAILED, Problem.CHANNEL_NOT_ACTIVE),
}


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def overlapping(window: QWidget) -> Iterator[str]:
    """Parts of one payment page that lie on each other, or on its buttons."""
    for page in window.findChildren(QFrame):
        if isinstance(page, PaymentPage | PaidPage) and page.isVisible():
            parts = [part for part in page.findChildren(QWidget, options=_DIRECT) if part.isVisible()]
            for one, other in itertools.combinations(parts, 2):
                if one.geometry().intersects(other.geometry()):
                    yield f"{type(one).__name__} on {type(other).__name__}"


def cut(window: QWidget) -> Iterator[str]:
    """What does not fit its own place, or lies outside of its parent's."""
    yield from overlapping(window)
    for box in window.findChildren(QrBox):
        if box.isVisible() and box.height() < box.sizeHint().height():
            yield "squeezed: the frame of the QR"
    for label in window.findChildren(Label):
        parent = label.parentWidget()
        if parent is None or not label.isVisible() or not label.text():
            continue
        if not place(parent, window).contains(place(label, window)):
            yield f"outside: {label.text()!r}"
        if isinstance(label, Paragraph):
            if label.heightForWidth(label.width()) > label.height():
                yield f"too low: {label.text()!r}"
        elif isinstance(label, AmountLabel):
            if not label.fits:
                yield f"amount too wide: {label.text()!r}"
        elif not isinstance(label, ElidedLabel) and label.sizeHint().width() > label.width():
            yield f"too narrow: {label.text()!r} has {label.width()}, wants {label.sizeHint().width()}"


def cut_anywhere(desk: Desk, names: Iterable[str] = tuple(COUNTERS)) -> dict[str, list[str]]:
    """Show one counter after the other; give what was cut on each."""
    found = {}
    size = desk.window.size()
    desk.tell(snapshots.lights())
    for name in names:
        desk.show(COUNTERS[name])
        desk.settle()
        found[name] = list(cut(desk.window))
        if desk.window.size() != size:
            found[name].append(f"the window grew to {desk.window.size().toTuple()}")
    return {name: texts for name, texts in found.items() if texts}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut(make_desk: MakeDesk, size: tuple[int, int], language: Language) -> None:
    assert cut_anywhere(make_desk(size=size, language=language)) == {}


@pytest.mark.parametrize("has_customer_display", [True, False])
@pytest.mark.parametrize("size", [*SIZES, (1280, 600), (1280, 768)])
def test_nothing_is_cut_in_practice_or_on_one_monitor(
    make_desk: MakeDesk, size: tuple[int, int], has_customer_display: bool
) -> None:
    desk = make_desk(Environment.PRACTICE, size, has_customer_display=has_customer_display)
    assert cut_anywhere(desk) == {}


@pytest.mark.parametrize("has_customer_display", [True, False])
@pytest.mark.parametrize("environment", [Environment.PRODUCTION, Environment.PRACTICE])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_below_a_bar_of_news(
    make_desk: MakeDesk, size: tuple[int, int], environment: Environment, has_customer_display: bool
) -> None:
    desk = make_desk(environment, size, has_customer_display=has_customer_display)
    desk.tell(Faulted("TSJ-02-261120-0218-1-k7q2m", "disk"))
    assert cut_anywhere(desk) == {}


@pytest.mark.parametrize("size", SIZES)
def test_no_refusal_is_cut(make_desk: MakeDesk, size: tuple[int, int]) -> None:
    desk = make_desk(size=size, language=Language.ENGLISH)
    desk.show(snapshots.empty())
    for problem in Problem:
        desk.tell(Refused(problem, "Rp 1 – Rp 20.000.000"))
        desk.settle()
        assert list(cut(desk.window)) == [], problem


class Longer(Mapping[tuple[str, str], str]):
    """A language whose every text is a fifth longer than the Indonesian one."""

    def __getitem__(self, key: tuple[str, str]) -> str:
        return key[1] + "~" * (len(key[1]) // 5)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(())

    def __len__(self) -> int:
        return 0


def test_a_longer_language_fits_too(make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "catalogue", lambda _language: Longer())
    assert cut_anywhere(make_desk(language=Language.ENGLISH)) == {}


@pytest.mark.parametrize("height", [600, 700, 740])
def test_on_a_low_window_the_cart_scrolls_and_the_total_stays(make_desk: MakeDesk, height: int) -> None:
    desk: Desk = make_desk(size=(1024, height))
    desk.show(snapshots.ringing_up(LONG))
    desk.settle()
    cart = desk.window.cart
    assert cart.lines.verticalScrollBar().maximum() > 0
    for part in (cart.totals, cart.tenders):
        assert desk.window.rect().contains(place(part, desk.window))


@pytest.mark.parametrize("size", SIZES)
def test_a_finger_hits_every_button(make_desk: MakeDesk, size: tuple[int, int]) -> None:
    """44 pixels are the least."""
    desk = make_desk(size=size)
    desk.tell(snapshots.lights())
    for counter in COUNTERS.values():
        desk.show(counter)
        desk.tell(Faulted("TSJ-02-261120-0218-1-k7q2m", "disk"))
        desk.settle()
        buttons = [button for button in desk.window.findChildren(QAbstractButton) if button.isVisible()]
        assert [button.accessibleName() for button in buttons if button.height() < 44] == []


def row_of(rows: PaintedList, number: int) -> QImage:
    """One row as it is seen, without the margin that a scroll bar may lie over."""
    place = rows.visualRect(rows.model().index(number, 0))
    place.setWidth(rows.width() - 14)
    return rows.viewport().grab(place).toImage()


def test_the_figures_stand_under_one_another_where_a_list_scrolls(make_desk: MakeDesk) -> None:
    desk = make_desk(size=(1366, 1080))
    desk.show(snapshots.ringing_up(LONG))
    desk.type("susu")
    desk.answer(*snapshots.PRODUCTS)
    desk.settle()
    lists = (desk.window.cart.lines, desk.window.sale_page.findChildren(ResultList)[0])
    whole = [row_of(rows, 1) for rows in lists]
    assert [rows.verticalScrollBar().maximum() for rows in lists] == [0, 0]
    desk.window.resize(1366, 600)
    desk.settle()
    assert all(rows.viewport().width() < rows.width() for rows in lists)
    lists[0].scrollToTop()
    desk.settle()
    assert [row_of(rows, 1) for rows in lists] == whole
    assert lists[0].opened.width() == lists[0].width()


@pytest.mark.parametrize(("size", "row"), [((1366, 768), 66), ((1100, 700), 66), ((1100, 650), 52)])
def test_practice_keeps_its_facts_and_the_room_around_its_buttons_as_long_as_there_is_room(
    make_desk: MakeDesk, size: tuple[int, int], row: int
) -> None:
    desk = make_desk(Environment.PRACTICE, size)
    desk.show(snapshots.waiting())
    desk.settle()
    page = desk.window.pages.findChildren(WaitingPage)[0]
    assert page.facts.isVisible()
    assert page.simulate.height() == row
    assert list(cut(desk.window)) == []


def test_practice_on_one_monitor_keeps_the_room_around_its_buttons(make_desk: MakeDesk) -> None:
    desk = make_desk(Environment.PRACTICE, (1100, 700), has_customer_display=False)
    desk.show(snapshots.waiting())
    desk.settle()
    page = desk.window.pages.findChildren(WaitingPage)[0]
    assert not page.facts.isVisible()
    assert page.simulate.height() == 66
    assert list(cut(desk.window)) == []


def test_a_bar_above_leaves_the_selected_row_in_sight(make_desk: MakeDesk) -> None:
    desk = make_desk(size=(1366, 768))
    desk.show(snapshots.ringing_up(replace(LONG, selected=len(LONG.lines) - 1)))
    desk.settle()
    desk.tell(Faulted("TSJ-02-261120-0218-1-k7q2m", "disk"))
    desk.settle()
    lines = desk.window.cart.lines
    assert lines.verticalScrollBar().maximum() > 0
    assert lines.viewport().rect().contains(lines.opened.geometry().adjusted(0, 0, -20, 0))


def test_while_something_is_asked_nobody_plays_the_customer(make_desk: MakeDesk) -> None:
    desk = make_desk(Environment.PRACTICE, (1366, 768))
    desk.show(snapshots.waiting())
    simulate = desk.window.findChildren(SimulateRow)[0]
    assert simulate.isEnabled()
    desk.press(Qt.Key.Key_Delete)
    assert not simulate.isEnabled()
    desk.press(Qt.Key.Key_Escape)
    assert simulate.isEnabled()
