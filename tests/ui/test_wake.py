from __future__ import annotations

from datetime import UTC, datetime
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from pos_app.till.snapshot import Watch
from pos_app.ui.wake import seconds_until_change, seconds_until_tick

NOW = datetime(2026, 11, 20, 7, 32, 31, tzinfo=UTC)


def _watch(ends: float) -> Watch:
    return Watch(began=0.0, ends=ends, next_check=0.0)


def test_an_idle_display_wakes_with_the_minute() -> None:
    assert seconds_until_change(NOW, 100.0, None, None) == 29.0


def test_a_hold_is_looked_at_when_it_ends_and_never_in_the_past() -> None:
    assert seconds_until_change(NOW, 100.0, None, 102.5) == 2.5
    assert seconds_until_change(NOW, 100.0, None, 99.0) == 0.0


def test_nothing_ticks_after_the_end() -> None:
    assert seconds_until_change(NOW, 100.0, _watch(100.0), None) == 29.0
    assert seconds_until_change(NOW, 100.0, Watch(began=None, ends=None, next_check=0.0), None) == 29.0


def test_what_counts_nothing_down_looks_every_second() -> None:
    assert seconds_until_tick(100.0, None) == 1.0
    assert seconds_until_tick(100.0, _watch(99.5)) == 1.0
    assert seconds_until_tick(100.0, Watch(began=None, ends=None, next_check=0.0)) == 1.0


@given(st.floats(min_value=0.01, max_value=90_000.0))
def test_the_next_look_comes_with_the_next_second_of_the_countdown(left: float) -> None:
    wait = seconds_until_change(NOW, 0.0, _watch(left), None)
    assert wait == seconds_until_tick(0.0, _watch(left))
    assert 0 < wait <= 1.0
    assert ceil(left - wait - 0.0005) <= ceil(left) - 1
