from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pos_app.printing.layout import grouped, in_lines


@given(code=st.text("0123456789", min_size=1, max_size=32), count=st.integers(1, 8))
def test_grouping_changes_no_digit(code: str, count: int) -> None:
    groups = grouped(code)
    lines = in_lines(groups, count)
    assert "".join(groups) == code
    assert "".join(lines).replace(" ", "") == code
    assert len(lines) <= count
    assert all(len(group) == 4 for group in groups[:-1])
