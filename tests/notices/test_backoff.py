from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pos_app.notices.backoff import Backoff


def test_waits_double_up_to_the_longest() -> None:
    backoff = Backoff(0.2, 5.0, chance=lambda: 1.0)
    assert [backoff.wait() for _ in range(7)] == [0.2, 0.4, 0.8, 1.6, 3.2, 5.0, 5.0]


def test_success_starts_over() -> None:
    backoff = Backoff(0.2, 5.0, chance=lambda: 0.0)
    assert [backoff.wait(), backoff.wait()] == [0.1, 0.2]
    backoff.reset()
    assert backoff.wait() == 0.1


@given(st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=20))
def test_chance_takes_at_most_half(chances: list[float]) -> None:
    drawn = iter(chances)
    backoff, full = Backoff(1.0, 60.0, chance=lambda: next(drawn)), Backoff(1.0, 60.0, chance=lambda: 1.0)
    for _ in chances:
        wait, longest = backoff.wait(), full.wait()
        assert longest / 2 <= wait <= longest


def test_chance_differs() -> None:
    assert len({Backoff(0.2, 5.0).wait() for _ in range(20)}) > 1
