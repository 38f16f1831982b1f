"""Practice: the gateway, a relay and the customer's page in this process. Nothing leaves the PC."""

from __future__ import annotations

import logging
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from pos_app.app.desktop import serve
from pos_app.app.fitting import shop_of
from pos_app.app.practice_addresses import Addresses, keep_addresses, read_addresses
from pos_app.app.starting import with_settings
from pos_app.domain.environment import Environment
from pos_app.journal import lock
from pos_app.notices.address import make_secret, notification_url
from pos_app.practice.account import PRACTICE_SERVER_KEY, Account
from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.gateway import Gateway
from pos_app.practice.ledger import CannotChangeError
from pos_app.practice.serve import PracticeServer
from pos_app.relay.mailbox import OpenError
from pos_app.relay.serve import RelayThread
from pos_app.settings.model import Journal, Settings, Store
from pos_app.settings.places import Places, places
from pos_app.ui.cashier.scene import Simulation

log = logging.getLogger(__name__)

_Server = TypeVar("_Server")

DEFAULT = Settings(
    store=Store(
        name="Toko Sinar Jaya", address="Jl. Kemang Raya 12, Jakarta Selatan", phone="021-555-0123", till="02"
    )
)


class PracticeLink:
    """The way to servers of this process, which are started by the first who needs them.

    They remember what they served before in the folder `data`, and listen where they did, so that a payment
    that was waiting when the app ended, or was killed, can still be paid, and is still heard of.
    """

    def __init__(self, data: Path, settings: Settings) -> None:
        self._data = data
        self._settings = settings
        self._starting = threading.Lock()
        self._secret = ""
        self._server: PracticeServer | None = None
        self._relay: RelayThread | None = None

    def start(self) -> PracticeServer:
        with self._starting:
            if self._server is None:
                file = self._data / "practice.json"
                before = read_addresses(file)
                self._secret = before.relay_secret or make_secret()
                self._relay = self._relay or _at(before.relay_port, self._open_relay, OpenError)
                self._server = _at(before.gateway_port, self._open_gateway, OSError)
                keep_addresses(
                    file, Addresses(_port(self._server.url), _port(self._relay.url), self._secret), before
                )
            return self._server

    def _open_relay(self, port: int) -> RelayThread:
        return RelayThread(self._data / "practice-relay", port=port)

    def _open_gateway(self, port: int) -> PracticeServer:
        name = shop_of(self._settings).store
        account = Account(merchant_name=name.upper()[:25])
        return PracticeServer(port=port, account=account, state=self._data / "practice-gateway.jsonl")

    def stop(self) -> None:
        with self._starting:
            if self._relay is not None:
                self._relay.stop()
            if self._server is not None:
                self._server.stop()

    @property
    def gateway(self) -> Gateway:
        return self.start().gateway

    def gateway_url(self) -> str:
        return self.start().url

    def server_key(self) -> str:
        return PRACTICE_SERVER_KEY

    def read_key_again(self) -> None:
        """There is only the one."""

    def relay_url(self) -> str:
        self.start()
        assert self._relay is not None
        return self._relay.url

    def relay_secret(self) -> str:
        self.start()
        return self._secret

    def notification_url(self) -> str:
        return notification_url(self.relay_url(), self.relay_secret())

    def simulate(self, outcome: Simulation, order_id: str) -> None:
        """What the customer, or the network, does when a practising cashier says so; once it ended, nothing."""
        try:
            self._simulate(outcome, order_id)
        except CannotChangeError as error:
            log.info("%s is over already (%s): nothing is simulated", order_id, error)

    def _simulate(self, outcome: Simulation, order_id: str) -> None:
        match outcome:
            case Simulation.PAID:
                self.gateway.pay(order_id)
            case Simulation.SILENT:
                self.gateway.script(Fault(Harm.LOST, Operation.NOTIFICATION, order_id=order_id))
                self.gateway.pay(order_id)
            case Simulation.EXPIRED:
                self.gateway.expire(order_id)


def run_practice(home: Path | None, tour: Path | None) -> int:
    """Practise with the settings of `home`, where it has any."""
    at = places(home)
    return with_settings(at, lambda settings: practise(at, settings, tour), DEFAULT)


def practise(at: Places, settings: Settings, tour: Path | None) -> int:
    """Run both windows over a gateway of this process.

    Its journal is its own, whatever the settings say. Raises HomeError, JournalError.
    """
    at = at.practising
    at.prepare()
    settings = _practising(settings)
    with lock.hold(at.data):
        link = PracticeLink(at.data, settings)
        try:
            if tour is not None:
                from pos_app.app.tour import Tour

                played = Tour(tour, lambda: link.gateway)
                ended = serve(at, settings, lambda: link, simulate=link.simulate, begin=played.begin)
                return ended if played.has_ended_well else 1
            threading.Thread(target=_open_page, args=(link,), name="practice-page", daemon=True).start()
            return serve(at, settings, lambda: link, simulate=link.simulate)
        finally:
            link.stop()


def _practising(settings: Settings) -> Settings:
    gateway = settings.gateway._replace(environment=Environment.PRACTICE, base_url="", notification_url="")
    return settings._replace(gateway=gateway, journal=Journal())


def _at(port: int, opened: Callable[[int], _Server], refused: type[Exception]) -> _Server:
    """What `opened` makes on this port, or on a free one where somebody else took it meanwhile."""
    try:
        return opened(port)
    except refused:
        if port == 0:
            raise
        log.warning("practice can't listen on port %d as before, and takes another", port)
        return opened(0)


def _port(url: str) -> int:
    port = urlsplit(url).port
    assert port is not None
    return port


def _open_page(link: PracticeLink) -> None:
    page = link.start().customer_url
    sys.stdout.write(f"Halaman pelanggan / customer page: {page}\n")
    sys.stdout.flush()
    webbrowser.open(page)
