"""The table of moves, as payments.md tells it."""

from __future__ import annotations

import pytest

from pos_app.domain.states import ALLOWED, State

LIVE = {State.INTENDED, State.CHARGING, State.IN_DOUBT, State.PENDING, State.CANCELLING}
DEAD = {State.EXPIRED, State.CANCELLED, State.DENIED, State.FAILED}
MONEY = {State.PAID, State.PARTLY_REFUNDED, State.REFUNDED, State.REVERSED}


def test_every_state_is_of_one_kind() -> None:
    assert {state for state in State if state.is_live} == LIVE
    assert {state for state in State if state.is_dead} == DEAD
    assert {state for state in State if state.has_money} == MONEY
    assert set(ALLOWED) == set(State)


def test_money_is_left_by_refund_and_reversal_alone() -> None:
    assert ALLOWED[State.PAID] == {State.PARTLY_REFUNDED, State.REFUNDED, State.REVERSED}
    assert ALLOWED[State.PARTLY_REFUNDED] == {State.REFUNDED, State.REVERSED}
    assert not ALLOWED[State.REFUNDED]
    assert not ALLOWED[State.REVERSED]


@pytest.mark.parametrize("state", [state for state in State if state in DEAD])
def test_late_money_finds_its_way_from_every_end(state: State) -> None:
    assert State.PAID in ALLOWED[state]
    assert ALLOWED[state] & (LIVE | DEAD) == ({State.CANCELLING} if state is State.FAILED else set())


@pytest.mark.parametrize("state", [state for state in State if state in LIVE - {State.INTENDED}])
def test_whatever_may_have_reached_the_gateway_can_turn_out_paid_or_dead(state: State) -> None:
    assert {State.PAID} | DEAD <= ALLOWED[state]


def test_nothing_that_was_sent_becomes_unsent() -> None:
    assert all(State.INTENDED not in moves for moves in ALLOWED.values())
    assert ALLOWED[State.INTENDED] == {State.CHARGING, State.FAILED}
