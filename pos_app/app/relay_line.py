"""Listening to the relay, from the moment that the keyring gave what it takes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from pos_app.app.link import Link, LinkedGateway
from pos_app.domain.errors import MisconfiguredError
from pos_app.notices.echo import Echo
from pos_app.notices.listener import Listener
from pos_app.till.messages import Command, GapHeard, Heard, RelayLost, RelayProven

log = logging.getLogger(__name__)

_ASK_KEYRING_AGAIN = 30.0


class RelayLine:
    """Prepares the gateway, then hears what the relay has from `cursor` on. `post` is the till's."""

    def __init__(self, link: Link, gateway: LinkedGateway, post: Callable[[Command], None]) -> None:
        self._link = link
        self._gateway = gateway
        self._post = post
        self._stopping = threading.Event()
        self._starting = threading.Lock()
        self._listener: Listener | None = None
        self._echo: Echo | None = None

    def start(self, cursor: str) -> None:
        threading.Thread(target=self._open, args=(cursor,), name="relay-line", daemon=True).start()

    def ack(self, cursor: str) -> None:
        """Everything up to `cursor` is on disk."""
        if self._listener is not None:
            self._listener.ack(cursor)

    def stop(self) -> None:
        self._stopping.set()
        with self._starting:
            if self._echo is not None:
                self._echo.stop()
            if self._listener is not None:
                self._listener.stop()

    def _open(self, cursor: str) -> None:
        while not self._stopping.is_set():
            try:
                self._gateway.prepare()
                self._link.server_key()
                if url := self._link.relay_url():
                    self._listen(url, self._link.relay_secret(), cursor)
            except MisconfiguredError as error:
                log.warning("no key yet: %s", error)
                self._stopping.wait(_ASK_KEYRING_AGAIN)
            else:
                return

    def _listen(self, url: str, secret: str, cursor: str) -> None:
        with self._starting:
            if self._stopping.is_set():
                return
            self._echo = Echo(
                self._link.notification_url(),  # the gateway's own way: an address that leads elsewhere is no proof
                secret,
                on_proven=lambda seconds: self._post(RelayProven(seconds)),
                on_lost=lambda reason: self._post(RelayLost(reason)),
            )
            self._listener = Listener(
                url,
                secret,
                last_cursor=cursor,
                on_message=lambda body, at: self._post(Heard(body, at)),
                on_gap=lambda at: self._post(GapHeard(at)),
                on_link=self._echo.link_changed,
                is_echo=self._echo.heard,
            )
            self._listener.start()
            self._echo.start()
