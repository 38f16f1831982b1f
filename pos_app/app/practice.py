"""Practice: the gateway, a relay and the customer's page in this process. Nothing leaves the PC."""

from __future__ import annotations

import secrets
import sys
import threading
import webbrowser
from dataclasses import replace
from pathlib import Path

from pos_app.app.desktop import serve, with_settings
from pos_app.app.fitting import shop_of
from pos_app.domain.environment import Environment
from pos_app.notices.address import notification_url
from pos_app.practice.account import PRACTICE_SERVER_KEY, Account
from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.gateway import Gateway
from pos_app.practice.serve import PracticeServer
from pos_app.relay.serve import RelayThread
from pos_app.settings.model import Settings, Store
from pos_app.settings.places import Places, places
from pos_app.ui.cashier.scene import Simulation

DEFAULT = Settings(
    store=Store(
        name="Toko Sinar Jaya", address="Jl. Kemang Raya 12, Jakarta Selatan", phone="021-555-0123", till="02"
    )
)


class PracticeLink:
    """The way to servers of this process, which are started by the first who needs them."""

    def __init__(self, at: Places, settings: Settings) -> None:
        self._at = at
        self._settings = settings
        self._starting = threading.Lock()
        self._secret = secrets.token_urlsafe(32)
        self._server: PracticeServer | None = None
        self._relay: RelayThread | None = None

    def start(self) -> PracticeServer:
        with self._starting:
            if self._server is None:
                name = shop_of(self._settings).store
                self._server = PracticeServer(account=Account(merchant_name=name.upper()[:25]))
                self._relay = RelayThread(self._at.data / "practice-relay")
            return self._server

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

    def relay_url(self) -> str:
        self.start()
        assert self._relay is not None
        return self._relay.url

    def relay_secret(self) -> str:
        return self._secret

    def notification_url(self) -> str:
        return notification_url(self.relay_url(), self._secret)

    def simulate(self, outcome: Simulation, order_id: str) -> None:
        """What the customer, or the network, does when a practising cashier says so."""
        match outcome:
            case Simulation.PAID:
                self.gateway.pay(order_id)
            case Simulation.SILENT:
                self.gateway.script(Fault(Harm.LOST, Operation.NOTIFICATION, order_id=order_id))
                self.gateway.pay(order_id)
            case Simulation.EXPIRED:
                self.gateway.expire(order_id)


def run_practice(home: Path | None, tour: Path | None) -> int:
    """Practise in a home of its own, so that no real sale and no practised one ever meet."""
    at = places(home) if home is not None else _practice_places()
    return with_settings(at, lambda settings: practise(at, settings, tour), DEFAULT)


def practise(at: Places, settings: Settings, tour: Path | None) -> int:
    """Run both windows over a gateway of this process; a journal of real money is refused by its settings."""
    settings = _practising(settings)
    link = PracticeLink(at, settings)
    try:
        if tour is not None:
            from pos_app.app.tour import Tour

            return serve(at, settings, link, simulate=link.simulate, begin=Tour(tour, link).begin)
        threading.Thread(target=_open_page, args=(link,), name="practice-page", daemon=True).start()
        return serve(at, settings, link, simulate=link.simulate)
    finally:
        link.stop()


def _practising(settings: Settings) -> Settings:
    gateway = replace(settings.gateway, environment=Environment.PRACTICE, base_url="", notification_url="")
    return replace(settings, gateway=gateway)


def _practice_places() -> Places:
    own = places()
    return places(own.data / "practice")


def _open_page(link: PracticeLink) -> None:
    page = link.start().customer_url
    sys.stdout.write(f"Halaman pelanggan / customer page: {page}\n")
    sys.stdout.flush()
    webbrowser.open(page)
