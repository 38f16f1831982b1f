from __future__ import annotations

import pytest

from pos_app.till.snapshot import Counter
from tests.ui import snapshots
from tests.ui.customer.conftest import MakeWindow
from tests.ui.portraits_customer import store_code

COUNTERS = {
    "cart": snapshots.ringing_up(),
    "preparing": snapshots.preparing(),
    "QR": snapshots.waiting(),
    "store code": store_code("8123456789014320"),
    "in doubt": snapshots.in_doubt(),
    "closing": snapshots.closing(),
    "expired": snapshots.ended(),
}


@pytest.mark.parametrize("counter", COUNTERS.values(), ids=COUNTERS.keys())
@pytest.mark.parametrize("size", [(1366, 768), (768, 1366), (1280, 1024)], ids=str)
def test_no_line_shows_where_stage_and_panel_meet(
    make_window: MakeWindow, size: tuple[int, int], counter: Counter
) -> None:
    """Where nothing is written, along the edge of the display, there are these two colours and no third."""
    window = make_window(size=size)
    window.show_counter(counter)
    image = window.grab().toImage()
    width, height = size
    along = [(x, 1) for x in range(width)] if width > height else [(1, y) for y in range(height)]
    assert len({image.pixelColor(x, y).name() for x, y in along}) == 2
