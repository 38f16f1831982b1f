from __future__ import annotations

from dataclasses import replace

import pytest

from pos_app.domain.cart import Cart, Line
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.states import State
from pos_app.till.snapshot import Counter
from pos_app.till.stage import Stage
from pos_app.ui.countdown import Countdown
from pos_app.ui.customer.scene import Face, face, newest_row
from tests.ui import snapshots
from tests.ui.portraits_customer import store_code

PLENTY = Countdown(600, 0.6)


def _of_a_store(counter: Counter) -> Counter:
    assert counter.payment is not None
    return replace(counter, payment=replace(counter.payment, method=Method.ALFAMART))


@pytest.mark.parametrize(
    ("counter", "expected"),
    [
        (None, Face.IDLE),
        (snapshots.empty(), Face.IDLE),
        (snapshots.ringing_up(), Face.CART),
        (snapshots.preparing(), Face.QR_COMING),
        (_of_a_store(snapshots.preparing()), Face.PREPARING),
        (snapshots.waiting(), Face.QR),
        (store_code("8123456789014320"), Face.STORE_CODE),
        (snapshots.in_doubt(), Face.QR_IN_DOUBT),
        (_of_a_store(snapshots.in_doubt()), Face.IN_DOUBT),
        (replace(snapshots.waiting(), is_withheld=True), Face.WITHHELD),
        (replace(store_code("8123456789014320"), is_withheld=True), Face.WITHHELD),
        (snapshots.closing(), Face.CLOSING),
        (snapshots.paid(), Face.PAID),
        (snapshots.ended(State.EXPIRED), Face.EXPIRED),
        (snapshots.ended(State.CANCELLED), Face.ENDED),
        (snapshots.ended(State.DENIED), Face.ENDED),
        (snapshots.ended(State.FAILED), Face.ENDED),
    ],
)
def test_every_stage_has_its_face(counter: Counter | None, expected: Face) -> None:
    assert face(counter, PLENTY) is expected


def test_waiting_without_a_qr_is_still_preparing() -> None:
    counter = snapshots.waiting()
    assert counter.payment is not None
    bare = replace(counter, payment=replace(counter.payment, qr=None))
    assert face(bare, PLENTY) is Face.QR_COMING
    assert face(_of_a_store(bare), PLENTY) is Face.PREPARING


@pytest.mark.parametrize("counter", [snapshots.waiting(), store_code("8123456789014320")])
def test_nothing_is_payable_from_the_last_second_on(counter: Counter) -> None:
    assert face(counter, Countdown(2, 0.002)).is_payable
    for seconds in (1, 0):
        assert face(counter, Countdown(seconds, 0.0)) is Face.CLOSING


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.WAITING])
def test_only_waiting_is_payable_whatever_else_the_snapshot_holds(stage: Stage) -> None:
    for counter in (snapshots.waiting(), store_code("8123456789014320")):
        assert not face(replace(counter, stage=stage), PLENTY).is_payable


def _counter(*quantities: int, sale_id: int = 218) -> Counter:
    lines = tuple(Line(f"Barang {place}", Rupiah(1000), much) for place, much in enumerate(quantities))
    counter = snapshots.ringing_up(Cart(lines, len(lines) - 1))
    return replace(counter, sale=replace(counter.sale, id=sale_id))


def test_the_newest_row_is_the_one_that_came_or_grew() -> None:
    assert newest_row(None, _counter(1), None) == 0
    assert newest_row(_counter(1), _counter(1, 1), 0) == 1
    assert newest_row(_counter(1, 1), _counter(2, 1), 1) == 0
    assert newest_row(_counter(2, 1), _counter(2, 1), 0) == 0


def test_no_row_is_new_after_one_was_taken_away() -> None:
    assert newest_row(_counter(1, 1), _counter(1), 1) is None
    assert newest_row(_counter(1, 3), _counter(1, 2), 1) is None


def test_a_sale_that_is_laid_back_on_the_counter_has_no_newest_row() -> None:
    assert newest_row(_counter(1, 1), _counter(1, 1, 1, sale_id=219), 1) is None
