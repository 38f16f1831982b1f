"""Practice as its user has it: it survives the plug, and keeps away from real money."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from pos_app.app.practice import DEFAULT, PracticeLink
from pos_app.practice.gateway import Gateway
from pos_app.ui.cashier.scene import Simulation
from tests.app.shopfront import CUSTOMER, Shopfront
from tests.practice.caller import Caller, charge_body, order_id_of
from tests.xvfb import Display


class PracticeShop(Shopfront):
    """`pos-app practice`: the gateway is in the till's own process, and the page is the way to it."""

    def __init__(self, home: Path, display: Display) -> None:
        super().__init__(home, display, Gateway())

    def start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "pos_app", "--home", str(self.home), "practice"],
            env={**self.display.environment, "BROWSER": "true"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def page(self) -> str:
        """The address of the customer's page, as it was told."""
        assert self.process is not None
        assert self.process.stdout is not None
        told = re.search(r"http://\S+", self.process.stdout.readline())
        assert told is not None
        return told[0]

    def pay(self, page: str, order_id: str) -> None:
        asked = urllib.request.Request(f"{page}payments/{order_id}/pay", method="POST")
        with urllib.request.urlopen(asked, timeout=10) as answer:
            assert answer.status == 200


@pytest.fixture
def shop(tmp_path: Path, xvfb: Display) -> Iterator[PracticeShop]:
    one = PracticeShop(tmp_path / "home", xvfb)
    yield one
    if one.process is not None and one.process.poll() is None:
        one.kill()


@pytest.mark.gui
@pytest.mark.slow
def test_a_killed_practice_shows_the_same_qr_again_and_it_can_be_paid(shop: PracticeShop) -> None:
    shop.open()
    page = shop.page()
    shop.ring_up("44000")
    shop.press("F5")
    shop.until(lambda: bool(shop.codes(CUSTOMER)), "the QR")
    (text,) = shop.codes(CUSTOMER)
    shop.kill()
    shop.open()
    assert shop.page() == page
    shop.until(lambda: shop.codes(CUSTOMER) == [text], "the same QR")
    with urllib.request.urlopen(f"{page}payments", timeout=10) as listed:
        (order_id,) = re.findall(r'"order_id":"([^"]+)"', listed.read().decode())
    shop.pay(page, order_id)
    shop.until(shop.shows_paid, "paid after a restart")
    assert shop.close() == 0


@pytest.mark.gui
@pytest.mark.slow
def test_the_journal_of_a_real_till_is_not_touched(shop: PracticeShop) -> None:
    shop.home.mkdir()
    (shop.home / "settings.toml").write_text(
        """
[store]
name = "Toko Sinar Jaya"

[gateway]
environment = "production"

[journal]
url = "postgresql+psycopg://till@127.0.0.1:1/real"
""",
        encoding="utf-8",
    )
    journal = shop.home / "journal.sqlite3"
    journal.write_bytes(b"the real one")
    shop.open()
    shop.ring_up("44000")
    shop.press("F5")
    shop.until(lambda: bool(shop.codes(CUSTOMER)), "the QR")
    assert shop.close() == 0
    assert journal.read_bytes() == b"the real one"
    assert (shop.home / "practice" / "journal.sqlite3").exists()


@contextmanager
def linked(data: Path) -> Iterator[PracticeLink]:
    link = PracticeLink(data, DEFAULT)
    try:
        yield link
    finally:
        link.stop()


def test_the_next_run_serves_at_the_same_addresses(tmp_path: Path) -> None:
    with linked(tmp_path) as link:
        before = (link.gateway_url(), link.notification_url(), link.relay_secret())
    with linked(tmp_path) as link:
        assert (link.gateway_url(), link.notification_url(), link.relay_secret()) == before


def test_a_port_that_somebody_took_is_given_up(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with linked(tmp_path) as link:
        gateway, relay, secret = link.gateway_url(), link.relay_url(), link.relay_secret()
    with (
        socket.create_server(("127.0.0.1", urlsplit(gateway).port or 0)),
        socket.create_server(("127.0.0.1", urlsplit(relay).port or 0)),
        linked(tmp_path) as link,
    ):
        moved = (link.gateway_url(), link.relay_url())
        assert moved[0] != gateway
        assert moved[1] != relay
        assert link.relay_secret() == secret
    assert "takes another" in caplog.text
    with linked(tmp_path) as link:
        assert (link.gateway_url(), link.relay_url()) == moved


@pytest.mark.parametrize("first", [Simulation.PAID, Simulation.SILENT, Simulation.EXPIRED])
@pytest.mark.parametrize("second", list(Simulation))
def test_a_payment_that_is_over_is_left_alone(tmp_path: Path, first: Simulation, second: Simulation) -> None:
    body = charge_body()
    with linked(tmp_path) as link:
        Caller(link.gateway_url()).charge(body)
        link.simulate(first, order_id_of(body))
        before = link.gateway.find(order_id_of(body)).status
        link.simulate(second, order_id_of(body))
        assert link.gateway.find(order_id_of(body)).status is before
