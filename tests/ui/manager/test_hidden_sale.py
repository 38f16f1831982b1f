"""While the board or the manager's page lies over the sale, no key acts on what nobody sees."""

from __future__ import annotations

import pytest

from pos_app.domain.language import Language
from pos_app.till.desk_messages import Lock
from pos_app.till.messages import Command, Reprint
from pos_app.till.snapshot import Counter
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.manager import boards
from tests.ui.manager.conftest import KEY

KEYS = (
    *(KEY.Key_Delete, KEY.Key_Plus, KEY.Key_Minus, KEY.Key_F2, KEY.Key_F3, KEY.Key_F4),
    *(KEY.Key_F5, KEY.Key_F6, KEY.Key_F7, KEY.Key_Return, KEY.Key_1),
)


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    made = make_desk()
    made.tell(snapshots.lights())
    return made


def _asked(desk: Desk, counter: Counter, page: KEY, key: KEY) -> list[Command]:
    """What a key asks of the till once that page is open over this sale."""
    desk.show(counter)
    desk.press(page)
    assert desk.window.back_room.is_open
    desk.sent.clear()
    desk.press(key)
    desk.settle()
    return desk.sent


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("page", [KEY.Key_F9, KEY.Key_F10])
@pytest.mark.parametrize("counter", [snapshots.ringing_up(), snapshots.waiting()], ids=["sale", "payment"])
def test_no_key_acts_on_the_sale_below(desk: Desk, counter: Counter, page: KEY, key: KEY) -> None:
    assert _asked(desk, counter, page, key) == []
    assert not desk.window.beside.is_asking


@pytest.mark.parametrize("page", [KEY.Key_F9, KEY.Key_F10])
def test_what_means_the_same_everywhere_still_works(desk: Desk, page: KEY) -> None:
    assert _asked(desk, snapshots.ringing_up(), page, KEY.Key_F11) == [Reprint()]
    desk.press(KEY.Key_F1)
    assert desk.window.room().language is Language.ENGLISH


@pytest.mark.parametrize("page", [KEY.Key_F9, KEY.Key_F10])
def test_the_other_page_and_the_lock_are_reached(desk: Desk, page: KEY) -> None:
    desk.tell(boards.staff())
    assert _asked(desk, snapshots.ringing_up(), page, KEY.Key_F12) == [Lock()]
