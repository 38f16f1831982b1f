from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pos_app.ui.countdown import Countdown, countdown, seconds_until
from tests.ui import snapshots

NOW = snapshots.MONOTONIC


def test_whole_seconds_are_rounded_up() -> None:
    assert countdown(snapshots.watch(760.2), NOW).seconds == 761


def test_the_last_minute_begins_at_sixty() -> None:
    assert not countdown(snapshots.watch(60.5), NOW).is_last_minute
    assert countdown(snapshots.watch(60.0), NOW).is_last_minute


def test_the_qr_is_over_at_one() -> None:
    assert not countdown(snapshots.watch(1.5), NOW).is_over
    assert countdown(snapshots.watch(1.0), NOW).is_over


def test_an_unknown_end_is_no_end() -> None:
    unknown = replace(snapshots.watch(), ends=None)
    for left in (countdown(unknown, NOW), countdown(None, NOW)):
        assert left == Countdown(None, 1.0)
        assert not left.is_over
        assert not left.is_last_minute


def test_an_unknown_beginning_leaves_the_bar_whole() -> None:
    assert countdown(replace(snapshots.watch(), began=None), NOW).fraction == 1.0


@given(st.floats(-1e5, 1e5), st.floats(0, 1e5))
def test_time_only_runs_out(left: float, passed: float) -> None:
    before = countdown(snapshots.watch(left), NOW)
    after = countdown(snapshots.watch(left), NOW + passed)
    assert before.seconds is not None
    assert after.seconds is not None
    assert 0 <= after.seconds <= before.seconds
    assert 0.0 <= after.fraction <= before.fraction <= 1.0


def test_waiting_for_a_moment() -> None:
    assert seconds_until(NOW + 5.2, NOW) == 6
    assert seconds_until(NOW - 3, NOW) == 0
    assert seconds_until(None, NOW) == 0
