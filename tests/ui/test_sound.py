from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from pos_app.domain.catalog import Entry
from pos_app.domain.decision import Obstacle
from pos_app.domain.errors import Problem
from pos_app.domain.states import Attention, State
from pos_app.till.desk_messages import DeskRefused
from pos_app.till.messages import (
    BoardShown,
    Chimed,
    CounterShown,
    Event,
    Faulted,
    ParkedChanged,
    ProductsFound,
    Refused,
)
from pos_app.till.snapshot import Counter
from pos_app.till.stage import Stage
from pos_app.ui import sound
from pos_app.ui.sound import Sounds, Tune
from tests.ui import snapshots

PARKED = snapshots.payment()
NOBODY_WAITS = BoardShown(())


class Listening:
    """Sounds, and the tunes they made."""

    def __init__(self) -> None:
        self.heard: list[Tune] = []
        self.sounds = Sounds(self.heard.append)

    def show(self, *counters: Counter) -> None:
        for counter in counters:
            self.sounds.hear(CounterShown(counter))


@pytest.fixture
def listening(qapp: object) -> Listening:
    return Listening()


def scanned(*, is_known: bool) -> ProductsFound:
    found = replace(snapshots.found(), entry=Entry.SCANNED)
    return replace(found, exact=snapshots.PRODUCTS[0] if is_known else None)


def test_a_payment_received_is_heard_once(listening: Listening) -> None:
    listening.show(snapshots.waiting())
    listening.sounds.hear(Chimed(PARKED.order_id))
    listening.show(snapshots.paid())
    assert listening.heard == [Tune.PAID]


def test_a_scan_is_heard_when_its_row_is_there(listening: Listening) -> None:
    listening.show(snapshots.empty())
    listening.sounds.hear(scanned(is_known=True))
    assert listening.heard == []
    listening.show(snapshots.empty(), snapshots.ringing_up(), snapshots.ringing_up())
    assert listening.heard == [Tune.SCANNED]


def test_the_first_article_of_the_next_sale_is_heard(listening: Listening) -> None:
    listening.show(snapshots.paid())
    listening.sounds.hear(scanned(is_known=True))
    next_sale = replace(snapshots.sale(), id=219)
    listening.show(Counter(stage=Stage.RINGING_UP, sale=next_sale))
    assert listening.heard == [Tune.SCANNED]


def test_goods_that_are_refused_do_not_sound_like_sold(listening: Listening) -> None:
    listening.show(snapshots.waiting())
    listening.sounds.hear(scanned(is_known=True))
    listening.sounds.hear(Refused(Problem.SALE_IS_LOCKED))
    listening.show(snapshots.waiting())
    assert listening.heard == [Tune.UNKNOWN]


@pytest.mark.parametrize("answer", [DeskRefused(Obstacle.TILL_IS_LOCKED), Faulted("", "the disk is gone")])
def test_what_is_typed_after_a_scan_that_came_to_nothing_makes_no_noise(
    listening: Listening, answer: Event
) -> None:
    listening.show(snapshots.empty())
    listening.sounds.hear(scanned(is_known=True))
    listening.sounds.hear(answer)
    listening.show(snapshots.ringing_up())
    assert listening.heard == []


def test_an_unknown_barcode_is_heard(listening: Listening) -> None:
    listening.sounds.hear(scanned(is_known=False))
    assert listening.heard == [Tune.UNKNOWN]


def test_typing_makes_no_noise(listening: Listening) -> None:
    listening.show(snapshots.empty())
    listening.sounds.hear(snapshots.found())
    listening.sounds.hear(Refused(Problem.EMPTY_SALE))
    listening.show(snapshots.ringing_up(), snapshots.waiting())
    assert listening.heard == []


@pytest.mark.parametrize("state", [State.EXPIRED, State.CANCELLED, State.DENIED, State.FAILED])
def test_an_end_without_money_is_heard_once(listening: Listening, state: State) -> None:
    listening.show(snapshots.waiting(), snapshots.ended(state), snapshots.ended(state))
    assert listening.heard == [Tune.ENDED]


def test_an_end_of_yesterday_is_not_heard(listening: Listening) -> None:
    listening.show(snapshots.ended())
    assert listening.heard == []


def test_what_ended_on_the_board_and_is_looked_at_is_not_heard(listening: Listening) -> None:
    other = replace(snapshots.empty(), sale=replace(snapshots.sale(), id=219))
    listening.show(other, snapshots.ended())
    assert listening.heard == []


def test_what_needs_attention_is_heard_and_once_more_later(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound, "REMINDS_AFTER_MS", 1)
    listening = Listening()
    listening.sounds.hear(ParkedChanged(PARKED, "0218", frozenset({Attention.PAID_LATE})))
    qtbot.waitUntil(lambda: listening.heard == [Tune.ATTENTION, Tune.ATTENTION])


def test_what_was_looked_at_is_not_heard_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "REMINDS_AFTER_MS", 1)
    looked_at, forgotten = Listening(), Listening()
    for listening in (looked_at, forgotten):
        listening.sounds.hear(ParkedChanged(PARKED, "0218", frozenset({Attention.PAID_LATE})))
    looked_at.sounds.hear(NOBODY_WAITS)
    qtbot.waitUntil(lambda: len(forgotten.heard) == 2)
    assert looked_at.heard == [Tune.ATTENTION]


def test_a_parked_payment_that_goes_well_needs_nobody(listening: Listening) -> None:
    listening.sounds.hear(ParkedChanged(PARKED, "0218", frozenset()))
    assert listening.heard == []
