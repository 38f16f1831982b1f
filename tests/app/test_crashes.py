"""The real process, killed at every named moment; `python -m tests.app.crashes` does it hundreds of times."""

from __future__ import annotations

from pathlib import Path

import pytest

from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.ledger import Status
from tests.app.crashes import crash_often
from tests.app.shopfront import CASHIER, CUSTOMER, Shopfront
from tests.app.window_crashes import crash_windows
from tests.xvfb import Display

pytestmark = pytest.mark.slow


@pytest.mark.timeout(400)
def test_whenever_it_is_killed_nothing_is_lost_and_nothing_taken_twice(tmp_path: Path) -> None:
    struck = crash_often(tmp_path, times=11, seed=20)
    assert len(struck) == 11


@pytest.mark.gui
@pytest.mark.timeout(400)
def test_windows_that_are_killed_while_somebody_types_lose_nothing(tmp_path: Path, xvfb: Display) -> None:
    happened = crash_windows(tmp_path, xvfb, times=3, seed=4)
    assert happened["killed at work"] + happened["killed while it started"] == 3


@pytest.mark.gui
def test_a_window_that_was_killed_before_the_answer_shows_no_qr_that_it_never_had(
    shopfront: Shopfront,
) -> None:
    """The QR is in the lost answer alone: the payment is closed at the gateway, and the sale is kept."""
    shopfront.gateway.script(Fault(Harm.SLOW, Operation.CHARGE, seconds=2.0, after_commit=True))
    shopfront.open()
    shopfront.ring_up("44000")
    shopfront.press("F5")
    shopfront.until(lambda: bool(shopfront.pending()), "the charge")
    shopfront.kill()
    shopfront.open()
    (transaction,) = shopfront.gateway.transactions()
    shopfront.until(
        lambda: shopfront.gateway.find(transaction.id).status is Status.CANCEL, "the cancel at the gateway"
    )
    assert shopfront.codes(CASHIER) == shopfront.codes(CUSTOMER) == []
    assert len(shopfront.gateway.calls.of(Operation.CHARGE)) == 1
    assert shopfront.close() == 0
