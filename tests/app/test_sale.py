"""A sale on the real program: keys pressed, QR read from the screen, process killed."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from pos_app.practice.faults import Fault, Harm, Operation
from tests.app.shopfront import CASHIER, CUSTOMER, Shopfront, settings

pytestmark = [pytest.mark.gui, pytest.mark.slow]


def ring_up_and_charge(shopfront: Shopfront) -> str:
    """`44000`, Enter, F5, until the customer's screen shows a QR; gives its text."""
    shopfront.ring_up("44000")
    shopfront.press("F5")
    shopfront.until(lambda: bool(shopfront.codes(CUSTOMER)), "the QR")
    return shopfront.codes(CUSTOMER)[0]


def test_a_sale_from_the_first_key_to_paid(shopfront: Shopfront) -> None:
    shopfront.open()
    text = ring_up_and_charge(shopfront)
    (transaction,) = shopfront.pending()
    assert "540844000.00" in text or "540544000" in text
    shopfront.until(lambda: shopfront.codes(CASHIER) == [text], "the cashier's small copy of it")
    shopfront.gateway.pay(transaction.id)
    shopfront.until(shopfront.shows_paid, "both screens to turn to paid")
    assert shopfront.codes(CUSTOMER) == []
    assert len(shopfront.gateway.calls.of(Operation.CHARGE)) == 1
    assert shopfront.close() == 0


def test_a_killed_till_shows_the_same_sale_and_qr_again(shopfront: Shopfront) -> None:
    shopfront.open()
    text = ring_up_and_charge(shopfront)
    shopfront.kill()
    shopfront.open()
    shopfront.until(lambda: shopfront.codes(CUSTOMER) == [text], "the same QR")
    (transaction,) = shopfront.pending()
    shopfront.gateway.pay(transaction.id)
    shopfront.until(shopfront.shows_paid, "paid after a restart")
    assert len(shopfront.gateway.calls.of(Operation.CHARGE)) == 1
    assert min(shopfront.gateway.calls.gaps(Operation.STATUS, transaction.order_id), default=10.0) >= 10.0


def test_a_lost_answer_still_ends_in_one_payment(shopfront: Shopfront) -> None:
    shopfront.gateway.script(Fault(Harm.LOST, Operation.CHARGE, after_commit=True))
    shopfront.open()
    ring_up_and_charge(shopfront)
    assert len(shopfront.pending()) == 1
    first, second = shopfront.gateway.calls.of(Operation.CHARGE)[:2]
    assert (first.body, first.idempotency_key) == (second.body, second.idempotency_key)


def test_a_second_process_on_the_same_home_is_refused(shopfront: Shopfront) -> None:
    shopfront.open()
    second = shopfront.start()
    _, errors = second.communicate(timeout=30)
    assert second.returncode == 1
    assert "already open" in errors


def test_without_a_gateway_the_sale_is_kept_and_the_till_works(
    shopfront: Shopfront, unused_port: int
) -> None:
    (shopfront.home / "settings.toml").write_text(
        settings(f"http://127.0.0.1:{unused_port}"), encoding="utf-8"
    )
    shopfront.open()
    shopfront.ring_up("44000")
    shopfront.press("F5")
    journal = shopfront.home / "journal.sqlite3"
    shopfront.until(lambda: _says(journal, b"unreachable"), "the failure on disk")
    assert shopfront.codes(CUSTOMER) == []
    assert shopfront.close() == 0


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _says(journal: Path, word: bytes) -> bool:
    """Whether the journal, or its write-ahead log, holds a word."""
    files = [journal, journal.with_name(f"{journal.name}-wal")]
    return any(word in file.read_bytes() for file in files if file.exists())
