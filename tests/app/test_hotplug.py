"""The customer's monitor is pulled out of a running till while its QR waits to be paid."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import zxingcpp

from tests.app.shopfront import CASHIER, CUSTOMER, Shopfront
from tests.xvfb import Display

pytestmark = [pytest.mark.gui, pytest.mark.slow]


@pytest.fixture
def monitors(xvfb: Display) -> Iterator[Display]:
    yield xvfb
    xvfb.unplug()
    xvfb.plug()


def side(shopfront: Shopfront) -> int:
    """How wide the cashier's QR is, in pixels; 0 where there is none."""
    found = zxingcpp.read_barcodes(shopfront.picture().crop(CASHIER))
    return max((one.position.top_right.x - one.position.top_left.x for one in found), default=0)


def test_without_its_monitor_the_qr_is_large_on_the_cashiers(shopfront: Shopfront, monitors: Display) -> None:
    shopfront.open()
    shopfront.ring_up("44000")
    shopfront.press("F5")
    shopfront.until(lambda: bool(shopfront.codes(CUSTOMER)), "the QR")
    (text,) = shopfront.codes(CUSTOMER)
    shopfront.until(lambda: side(shopfront) > 0, "the small QR")
    small = side(shopfront)
    monitors.unplug()
    shopfront.until(lambda: side(shopfront) > 1.2 * small, "the large QR on the cashier's window")
    assert shopfront.codes(CASHIER) == [text]
    assert shopfront.codes(CUSTOMER) == []
    assert shopfront.has_focus()
    monitors.plug()
    shopfront.until(lambda: shopfront.codes(CUSTOMER) == [text], "the customer's QR again")
    shopfront.until(lambda: 0 < side(shopfront) <= small, "the small QR again")
    assert shopfront.has_focus()
