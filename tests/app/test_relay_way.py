"""The whole way of a notification: gateway, relay in a process of its own, a bad internet, the running till."""

from __future__ import annotations

import logging
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from pos_app.domain.evidence import Notified
from pos_app.domain.method import Method
from pos_app.domain.payment import Payment
from pos_app.domain.relay import RelayTrouble
from pos_app.domain.states import State
from pos_app.notices.address import mailbox_id, make_secret, notification_url
from pos_app.notices.reasons import Reason
from pos_app.practice.account import Account
from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.gateway import Gateway
from pos_app.practice.notify import Delivery
from pos_app.practice.serve import PracticeServer
from pos_app.till.messages import Chimed, CounterShown, ParkedChanged
from pos_app.till.stage import Glow, Stage
from tests.app.behind import Behind
from tests.app.chaos_proxy import ChaosProxy
from tests.app.shopfront import CUSTOMER, Shopfront, settings
from tests.midtrans.stub import Stub, answer
from tests.relay.process import RelayProcess
from tests.secret_service import SecretService
from tests.xvfb import Display

SANDBOX_KEY = "SB-Mid-server-GwUP_WGbJPXsDzsNEBRs8IYA"


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[RelayProcess]:
    with RelayProcess(tmp_path / "relay") as one:
        yield one


@pytest.fixture
def secret() -> str:
    return make_secret()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    return home


def open_behind(home: Path, server: PracticeServer, relay_url: str, secret: str) -> Behind:
    text = settings(server.url, extra=f'[relay]\nurl = "{relay_url}"')
    (home / "settings.toml").write_text(text, encoding="utf-8")
    return Behind(home, secret)


def proven(till: Behind) -> None:
    till.until(lambda: till.lights.relay.glow is Glow.OK, "the proof of the relay")


def heard(till: Behind, order_id: str, status: str = "settlement") -> int:
    """How often the till was told so of a payment, and kept it."""
    facts = (step.fact for step in till.story(order_id).steps)
    return sum(1 for fact in facts if isinstance(fact, Notified) and fact.reading.status.value == status)


def paid(till: Behind, payment: Payment) -> bool:
    return till.state_of(payment.order_id) is State.PAID


# --- the way, and what happens without it ---


def test_the_way_is_proven_soon_and_a_settlement_pays_at_once(
    home: Path, server: PracticeServer, relay: RelayProcess, secret: str
) -> None:
    with open_behind(home, server, relay.url, secret) as till:
        began = time.monotonic()
        proven(till)
        assert time.monotonic() - began < 20  # and not after the minute that lies between two echoes
        assert till.lights.relay.seconds is not None
        payment = till.charge(Method.GOPAY)
        (transaction,) = server.gateway.transactions()
        assert transaction.addresses == (f"{relay.url}/n/{mailbox_id(secret)}",)
        server.gateway.pay(payment.order_id)
        till.until(lambda: till.counter.stage is Stage.PAID, "paid")
        first = next(shown.counter for shown in till.seen(CounterShown) if shown.counter.stage is Stage.PAID)
        assert first.payment is not None
        assert not first.payment.confirmed  # by the notification, before anybody asked
        assert heard(till, payment.order_id) == 1
        assert till.seen(Chimed) == [Chimed(payment.order_id)]


@pytest.mark.usefixtures("caplog")
def test_without_its_relay_the_till_asks_and_with_it_again_it_hears(
    home: Path, server: PracticeServer, tmp_path: Path, relay: RelayProcess, secret: str
) -> None:
    port = urlsplit(relay.url).port or 0
    with open_behind(home, server, relay.url, secret) as till:
        proven(till)
        first = till.charge(Method.GOPAY)
        relay.kill()
        till.until(lambda: till.lights.relay.glow is Glow.DOWN, "the light")
        assert till.lights.relay.since is not None
        assert till.lights.relay_trouble in (RelayTrouble.CUT_OFF, RelayTrouble.NO_ECHO)
        server.gateway.pay(first.order_id)
        till.until(lambda: till.counter.stage is Stage.PAID, "paid by asking")
        assert heard(till, first.order_id) == 0
        gaps = server.gateway.calls.gaps(Operation.STATUS, first.order_id)
        assert min(gaps, default=10.0) >= 10.0
        with RelayProcess(tmp_path / "relay", port=port):
            proven(till)
            second = till.charge(Method.ALFAMART, 30_000)
            server.gateway.pay(second.order_id)
            till.until(
                lambda: till.counter.stage is Stage.PAID and till.payment.order_id == second.order_id, "paid"
            )
            assert heard(till, second.order_id) == 1


def test_what_came_while_the_till_was_closed_is_replayed_from_the_cursor(
    home: Path, server: PracticeServer, relay: RelayProcess, secret: str
) -> None:
    with open_behind(home, server, relay.url, secret) as till:
        proven(till)
        before = till.charge(Method.ALFAMART)
        server.gateway.pay(before.order_id)
        till.until(lambda: till.counter.stage is Stage.PAID, "paid")
        till.until(lambda: _acked(home, relay, secret) > 0, "the ack")
        after = till.charge(Method.INDOMARET, 20_000)
        till.park()
    server.gateway.pay(after.order_id)
    server_has_posted(server.gateway, after.order_id)
    with open_behind(home, server, relay.url, secret) as till:
        till.until(lambda: heard(till, after.order_id) == 1, "the notification of the night")
        till.until(lambda: paid(till, after), "its money")
        assert heard(till, before.order_id) == 1
        assert till.seen(Chimed) == [Chimed(after.order_id)]


@pytest.mark.usefixtures("caplog")
def test_a_replaced_relay_is_a_gap_and_every_live_payment_is_asked_for(
    home: Path, server: PracticeServer, tmp_path: Path, relay: RelayProcess, secret: str
) -> None:
    port = urlsplit(relay.url).port or 0
    with open_behind(home, server, relay.url, secret) as till:
        proven(till)
        till.charge(Method.ALFAMART)
        till.until(lambda: _acked(home, relay, secret) > 0, "the ack")
        till.park()
        unheard = Fault(Harm.LOST, Operation.NOTIFICATION, times=2)
        server.gateway.script(unheard)  # so that nothing but the gap is a reason to ask for these
        orders = set()
        for amount in (22_000, 23_000):
            orders.add(till.charge(Method.ALFAMART, amount).order_id)
            till.park()
        assert not orders & _asked(server.gateway)
        relay.kill()
        till.until(lambda: till.lights.relay.glow is Glow.DOWN, "the light")
        shutil.rmtree(tmp_path / "relay")
        with RelayProcess(tmp_path / "relay", port=port):
            proven(till)
            till.until(lambda: _asked(server.gateway) >= orders, "a read of every live payment")
            assert till.lights.relay.since is None
    calls = server.gateway.calls
    assert all(min(calls.gaps(Operation.STATUS, order), default=10.0) >= 10.0 for order in orders)


@pytest.mark.usefixtures("caplog")
def test_a_bad_way_loses_and_doubles_nothing(
    home: Path, server: PracticeServer, relay: RelayProcess, secret: str
) -> None:
    with ChaosProxy(relay.url) as way, open_behind(home, server, way.url, secret) as till:
        proven(till)
        waiting = []
        for number in range(8):
            waiting.append(till.charge(Method.ALFAMART, 20_000 + number))
            till.park()
        way.go_wild()
        for payment in waiting:
            _deliver(server.gateway, payment.order_id, notification_url(relay.url, secret))
            turns = way.turns
            till.until(lambda turns=turns: way.turns > turns, "the next misfortune")  # type: ignore[misc]  # bound now
        till.until(lambda: all(paid(till, payment) for payment in waiting), "all paid")
        way.calm_down()
        till.until(lambda: all(heard(till, one.order_id) for one in waiting), "all heard")
        proven(till)
        assert [heard(till, payment.order_id) for payment in waiting] == [1] * len(waiting)
        told = [event.payment.order_id for event in till.seen(ParkedChanged)]
        assert sorted(told) == sorted(payment.order_id for payment in waiting)
        assert len(till.seen(Chimed)) == len(waiting)


# --- whoever knows the address ---


def test_thousands_of_bad_notifications_cost_nothing(
    home: Path, server: PracticeServer, relay: RelayProcess, secret: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    with open_behind(home, server, relay.url, secret) as till:
        proven(till)
        done = till.charge(Method.GOPAY)
        server.gateway.pay(done.order_id)
        till.until(lambda: till.counter.stage is Stage.PAID, "paid")
        server.gateway.script(
            Fault(Harm.LOST, Operation.NOTIFICATION)
        )  # so that there is no honest reason to ask
        target = till.charge(Method.ALFAMART, 50_000)
        settled = next(one.body for one in server.gateway.deliveries if '"settlement"' in one.body)
        forged = settled.replace(done.order_id, target.order_id)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        address = notification_url(relay.url, secret)
        with httpx.Client() as anybody:
            for number in range(500):
                bodies = (settled, forged, "x" * 20_000, f'{{"echo":"{number:043d}","mac":"{"0" * 64}"}}')
                for body in bodies:
                    assert anybody.post(address, content=body).status_code == 200
            assert anybody.post(address, content="x" * 65_537).status_code == 413
            last = int(anybody.post(address, content="the last").json()["id"].rpartition("-")[2])
        till.until(lambda: _acked(home, relay, secret) >= last, "all of it to be over")
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000  # KiB
        assert heard(till, done.order_id) == 1
        assert (till.counter.stage, heard(till, target.order_id)) == (Stage.WAITING, 0)
        assert server.gateway.calls.of(Operation.STATUS, target.order_id) == ()
    said = [record.getMessage() for record in caplog.records]
    assert sum("without effect" in one for one in said) == 1
    assert len(said) <= 3


def test_two_tills_at_one_relay_never_hear_each_other(
    tmp_path: Path, server: PracticeServer, relay: RelayProcess
) -> None:
    homes = [tmp_path / "one", tmp_path / "two"]
    for folder in homes:
        folder.mkdir()
    one, two = (open_behind(folder, server, relay.url, make_secret()) for folder in homes)
    with one, two:
        proven(one)
        proven(two)
        payments = [till.charge(Method.GOPAY) for till in (one, two)]
        server.gateway.pay(payments[0].order_id)
        one.until(lambda: one.counter.stage is Stage.PAID, "paid at the first")
        server.gateway.pay(payments[1].order_id)
        two.until(lambda: two.counter.stage is Stage.PAID, "paid at the second")
    # A foreign notification would have been a warning in the log, and that fails the test.


# --- settings that can't work ---


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://relay.example", "https is needed; plain http is allowed to this PC only"),
        ("relay.example", "a web address is needed"),
        ("https://shop:word@relay.example", "a name or password inside the address is not allowed"),
    ],
)
def test_an_address_that_can_not_be_a_relay_s_is_refused_at_the_start(
    home: Path, server: PracticeServer, url: str, said: str
) -> None:
    text = settings(server.url, extra=f'[relay]\nurl = "{url}"')
    (home / "settings.toml").write_text(text, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "pos_app", "--home", str(home)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert "[relay] url" in ran.stderr
    assert said in ran.stderr


@pytest.mark.parametrize(
    "lost",
    [
        Reason(RelayTrouble.NOT_TRUSTED, "this PC does not trust the relay's certificate"),
        Reason(RelayTrouble.NO_RELAY, "HTTP 404: there is no relay at this address, check [relay] url"),
    ],
)
def test_a_relay_that_can_not_be_used_is_told_and_sales_go_on(
    home: Path, server: PracticeServer, certificate: Path, caplog: pytest.LogCaptureFixture, lost: Reason
) -> None:
    tls = certificate if lost.trouble is RelayTrouble.NOT_TRUSTED else None
    with (
        Stub(*[answer("", 404)] * 20, tls=tls) as stub,
        open_behind(home, server, stub.url, make_secret()) as till,
    ):
        till.until(lambda: till.lights.relay.glow is Glow.DOWN, "the light")
        assert till.lights.relay_trouble is lost.trouble
        payment = till.charge(Method.INDOMARET)
        assert payment.payment_code
    assert lost.text in caplog.text


# --- with windows, a keyring and a power cut ---


@pytest.fixture
def sandbox(
    home: Path, xvfb: Display, relay: RelayProcess, secret_service: SecretService
) -> Iterator[tuple[Shopfront, Gateway]]:
    """A till of the sandbox at a gateway on this PC: its key and its mailbox's secret are in the keyring."""
    with PracticeServer(account=Account(server_keys=(SANDBOX_KEY,))) as server:
        text = settings(server.url, extra=f'[relay]\nurl = "{relay.url}"').replace('"practice"', '"sandbox"')
        (home / "settings.toml").write_text(text, encoding="utf-8")
        shopfront = Shopfront(home, xvfb, server.gateway)
        shopfront.environment |= {
            name: value
            for name, value in secret_service.environment.items()
            if name.startswith(("XDG_", "DBUS_"))
        }
        subprocess.run(
            [sys.executable, "-m", "pos_app", "--home", str(home), "key", "set", "--environment", "sandbox"],
            env=shopfront.environment,
            input=SANDBOX_KEY,
            text=True,
            check=True,
            capture_output=True,
            timeout=60,
        )
        yield shopfront, server.gateway
        if shopfront.process is not None and shopfront.process.poll() is None:
            shopfront.kill()


@pytest.mark.gui
@pytest.mark.keyring
@pytest.mark.slow
def test_a_notification_turns_both_screens_and_survives_the_plug(
    sandbox: tuple[Shopfront, Gateway], relay: RelayProcess
) -> None:
    shopfront, gateway = sandbox
    shopfront.open()
    shopfront.ring_up("44000")
    shopfront.press("F5")
    shopfront.until(lambda: bool(shopfront.codes(CUSTOMER)), "the QR")
    (transaction,) = gateway.transactions()
    (address,) = transaction.addresses
    assert address.startswith(f"{relay.url}/n/")
    assert len(address) == len(f"{relay.url}/n/") + 26
    shopfront.until(lambda: _metric(relay, "relay_streams") == 1, "the till's stream")
    gateway.pay(transaction.id)
    journal = shopfront.home / "journal.sqlite3"
    while not _kept(journal, transaction.order_id):
        assert shopfront.process is not None
        assert shopfront.process.poll() is None
    shopfront.kill()  # the evidence is on disk; the cursor is written with the next beat
    shopfront.open()
    shopfront.until(shopfront.shows_paid, "both screens paid")
    shopfront.until(lambda: _cursor(journal) != "", "the cursor on disk")
    assert _states(journal) == ["paid"]
    assert shopfront.close() == 0


# --- looking ---


def _deliver(gateway: Gateway, order_id: str, address: str) -> None:
    """Pay, and post the notification as the gateway does where nothing on its own way is in the way."""
    gateway.pay(order_id)
    _until(lambda: bool(_settlements(gateway, order_id)))
    assert httpx.post(address, content=_settlements(gateway, order_id)[-1].body).status_code == 200


def server_has_posted(gateway: Gateway, order_id: str) -> None:
    _until(lambda: any(one.answer == 200 for one in _settlements(gateway, order_id)))


def _settlements(gateway: Gateway, order_id: str) -> list[Delivery]:
    return [one for one in gateway.deliveries if order_id in one.body and '"settlement"' in one.body]


def _until(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def _asked(gateway: Gateway) -> set[str | None]:
    return {call.order_id for call in gateway.calls.of(Operation.STATUS)}


def _acked(home: Path, relay: RelayProcess, secret: str) -> int:
    """How far the mailbox's cursor stands: an ack of its beginning moves nothing, and is answered with it."""
    _, _, cursor = _cursor(home / "journal.sqlite3").rpartition("/")
    epoch, _, _ = cursor.rpartition("-")
    if not epoch:
        return 0
    answered = httpx.post(
        f"{relay.url}/ack", json={"id": f"{epoch}-0"}, headers={"Authorization": f"Bearer {secret}"}
    )
    return int(answered.json()["id"].rpartition("-")[2])


def _metric(relay: RelayProcess, name: str) -> float:
    for line in httpx.get(f"{relay.url}/metrics").text.splitlines():
        if line.startswith(f"{name} "):
            return float(line.split()[1])
    return 0.0


def _rows(journal: Path, query: str, *values: str) -> list[str]:
    with sqlite3.connect(f"file:{journal}?mode=ro", uri=True, timeout=10) as connection:
        return [str(row[0]) for row in connection.execute(query, values)]


def _kept(journal: Path, order_id: str) -> bool:
    return bool(
        _rows(journal, "select raw from evidence where order_id = ? and raw like '%settlement%'", order_id)
    )


def _cursor(journal: Path) -> str:
    return "".join(_rows(journal, "select cursor from tills"))


def _states(journal: Path) -> list[str]:
    return _rows(journal, "select state from payments")
