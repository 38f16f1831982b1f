"""The server key while the app runs, sells and meets errors: in the keyring and in memory, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pos_app.practice.account import Account
from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.serve import PracticeServer
from tests.app.killable import Killable
from tests.app.shopfront import CUSTOMER, Shopfront, settings
from tests.secret_service import SecretService
from tests.test_key_leaks import ENCODED, KEY, SECRET, holding
from tests.xvfb import Display

NEW_KEY = "SB-Mid-server-TOq1a2AVuiyhhOjvfs3U_KeO"

pytestmark = [pytest.mark.slow, pytest.mark.keyring]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.mark.gui
def test_a_sale_with_errors_and_a_crash_leaves_no_trace_of_the_key(
    home: Path, xvfb: Display, secret_service: SecretService
) -> None:
    with PracticeServer(account=Account(server_keys=(KEY,))) as server:
        (home / "settings.toml").write_text(settings(server.url, environment="sandbox"), encoding="utf-8")
        shop = Shopfront(home, xvfb, server.gateway)
        shop.environment |= {
            name: value
            for name, value in secret_service.environment.items()
            if name.startswith(("DBUS_", "XDG_"))
        }
        set_key(home, shop.environment)
        server.gateway.script(
            Fault(Harm.HTML_502, Operation.CHARGE, after_commit=True),
            Fault(Harm.HALF_BODY, Operation.CHARGE),
            Fault(Harm.SERVER_ERROR, Operation.QR_PICTURE),
        )
        said = b""
        shop.open()
        shop.ring_up("44000")
        shop.press("F5")
        shop.until(lambda: bool(shop.codes(CUSTOMER)), "the QR after all")
        assert shop.process is not None
        for place in ("cmdline", "environ"):
            held = Path(f"/proc/{shop.process.pid}/{place}").read_bytes()
            assert SECRET not in held
            assert ENCODED not in held
        said += killed(shop)
        shop.open()
        shop.until(lambda: bool(shop.codes(CUSTOMER)), "the QR again")
        server.gateway.pay(shop.pending()[0].id)
        shop.until(shop.shows_paid, "paid")
        said += killed(shop)
        assert {call.http for call in server.gateway.calls.of(Operation.STATUS)} <= {200}
    assert len(server.gateway.calls.of(Operation.CHARGE)) >= 3
    assert SECRET not in said
    assert ENCODED not in said
    assert holding(home) == []


def test_a_replaced_key_is_taken_by_a_till_that_is_open(home: Path, secret_service: SecretService) -> None:
    with PracticeServer(account=Account(server_keys=(NEW_KEY,))) as server:
        (home / "settings.toml").write_text(settings(server.url, environment="sandbox"), encoding="utf-8")
        environment = os.environ | secret_service.environment
        set_key(home, environment)
        till = Killable(home, environment=environment)
        till.press("ring 44000")
        till.until(lambda now: now.total == 44_000, "the amount")
        till.press("charge gopay")
        refused = till.until(lambda now: now.stage == "ended", "the refusal")
        assert (refused.state, refused.problem) == ("failed", "wrong_key")
        set_key(home, environment, NEW_KEY)
        till.press("charge gopay")
        till.until(lambda now: bool(now.qr), "the QR, with the new key")
        assert till.end() == ""
    assert [call.http for call in server.gateway.calls.of(Operation.CHARGE)] == [401, 200]


@pytest.mark.parametrize("environment", ["production", "sandbox"])
def test_without_a_keyring_nothing_is_charged_and_the_reason_is_known(home: Path, environment: str) -> None:
    """The key is asked for before a connection is made, so nothing leaves this PC either."""
    written = f'[store]\nname = "Toko"\ntill = "02"\n[gateway]\nenvironment = "{environment}"\n'
    (home / "settings.toml").write_text(written, encoding="utf-8")
    till = Killable(home, environment=without_bus())
    till.until(lambda now: now.stage == "ringing_up", "the counter: the till works all the same")
    till.press("ring 44000")
    till.until(lambda now: now.total == 44_000, "the amount")
    till.press("charge gopay")
    ended = till.until(lambda now: now.stage == "ended", "the refusal")
    assert (ended.state, ended.problem, ended.total) == ("failed", "keyring_unavailable", 44_000)
    assert till.end() == ""


def test_practice_needs_no_keyring(home: Path) -> None:
    with PracticeServer() as server:
        (home / "settings.toml").write_text(settings(server.url), encoding="utf-8")
        till = Killable(home, environment=without_bus())
        till.press("ring 44000")
        till.until(lambda now: now.total == 44_000, "the amount")
        till.press("charge gopay")
        till.until(lambda now: bool(now.qr), "the QR")
        assert till.end() == ""


def without_bus() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}


def set_key(home: Path, environment: dict[str, str], key: str = KEY) -> None:
    subprocess.run(
        [*(sys.executable, "-m", "pos_app", "--home", str(home)), "key", "set", "--environment", "sandbox"],
        env=environment,
        input=key,
        text=True,
        check=True,
        capture_output=True,
    )


def killed(shop: Shopfront) -> bytes:
    """What the process had said when its plug was pulled."""
    assert shop.process is not None
    shop.process.kill()
    told, errors = shop.process.communicate(timeout=20)
    return (told + errors).encode()
