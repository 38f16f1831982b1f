from __future__ import annotations

from dataclasses import replace

from pos_app.till.snapshot import Counter
from pos_app.ui.customer.hold import SECONDS, Hold
from tests.ui import snapshots


def _next_sale() -> Counter:
    counter = snapshots.empty()
    return replace(counter, sale=replace(counter.sale, id=219))


def test_paid_is_seen_for_three_seconds_even_when_a_new_sale_began_at_once() -> None:
    hold, paid, after = Hold(), snapshots.paid(), _next_sale()
    assert hold.shown(paid, 100.0) is paid
    assert hold.shown(after, 100.1) is paid
    assert hold.shown(after, 100.0 + SECONDS - 0.01) is paid
    assert hold.shown(after, 100.0 + SECONDS) is after
    assert hold.ends(after) is None


def test_paid_stays_as_long_as_it_lies_on_the_counter() -> None:
    hold, paid = Hold(), snapshots.paid()
    for moment in (100.0, 104.0, 900.0):
        assert hold.shown(paid, moment) is paid
        assert hold.ends(paid) is None
    assert hold.shown(_next_sale(), 900.1) is not paid


def test_the_same_payment_told_again_does_not_begin_anew() -> None:
    hold, paid = Hold(), snapshots.paid()
    hold.shown(paid, 100.0)
    again = replace(paid)
    assert hold.shown(again, 102.0) is again
    assert hold.shown(_next_sale(), 100.0 + SECONDS) is not again


def test_a_second_paid_sale_gets_its_own_three_seconds() -> None:
    hold, paid = Hold(), snapshots.paid()
    second = replace(paid, sale=replace(paid.sale, id=219))
    hold.shown(paid, 100.0)
    assert hold.shown(second, 101.0) is second
    assert hold.shown(_next_sale(), 103.5) is second


def test_nothing_else_is_held() -> None:
    hold = Hold()
    for counter in (snapshots.waiting(), snapshots.closing(), snapshots.ended(), None):
        assert hold.shown(counter, 100.0) is counter


def test_it_says_when_to_look_again() -> None:
    hold, after = Hold(), _next_sale()
    hold.shown(snapshots.paid(), 100.0)
    hold.shown(after, 101.0)
    assert hold.ends(after) == 100.0 + SECONDS
