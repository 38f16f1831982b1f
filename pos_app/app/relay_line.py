"""Listening to the relay, from the moment that the keyring gave what it takes."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from pos_app.app.link import Link, LinkedGateway
from pos_app.domain.errors import MisconfiguredError
from pos_app.domain.relay import RelayTrouble
from pos_app.notices.address import mailbox_id
from pos_app.notices.echo import Echo
from pos_app.notices.listener import Listener
from pos_app.notices.reasons import Reason
from pos_app.till.call_pool import NEARLY_THERE
from pos_app.till.lane_messages import GapHeard, Heard, RelayLost, RelayProven
from pos_app.till.messages import Command

log = logging.getLogger(__name__)

_OPEN_AGAIN = 30.0
"""Seconds: each try may ask a person to unlock the keyring."""

_TELL_AGAIN = 60.0


class RelayLine:
    """Prepares the gateway, then hears what the relay has from `cursor` on. `post` is the till's.

    The till's cursors name the mailbox too: one with another secret counts from 1 again, and a cursor of
    the old one would pass over what the new one brought.
    """

    def __init__(self, link: Link, gateway: LinkedGateway, post: Callable[[Command], None]) -> None:
        self._link = link
        self._gateway = gateway
        self._post = post
        self._stopping = threading.Event()
        self._starting = threading.Lock()
        self._opening: threading.Thread | None = None
        self._listener: Listener | None = None
        self._echo: Echo | None = None
        self._told: Reason | None = None
        self._tell_at = float("-inf")

    def start(self, cursor: str) -> None:
        self._opening = threading.Thread(target=self._open, args=(cursor,), name="relay-line", daemon=True)
        self._opening.start()

    def ack(self, cursor: str) -> None:
        """Everything up to `cursor` is on disk."""
        if self._listener is not None:
            self._listener.ack(cursor.rpartition("/")[2])

    def stop(self) -> None:
        self._stopping.set()
        with self._starting:
            if self._echo is not None:
                self._echo.stop()
            if self._listener is not None:
                self._listener.stop()
        if self._opening is not None:
            # It tries the decoder; a keyring may wait for a person for longer, and nobody waits for that.
            self._opening.join(NEARLY_THERE)

    def _open(self, cursor: str) -> None:
        while not self._stopping.is_set():
            try:
                self._gateway.prepare()
                self._link.server_key()
                if url := self._link.relay_url():
                    self._listen(url, self._link.relay_secret(), cursor)
            except MisconfiguredError as error:
                log.warning("no key yet: %s", error)
                self._try_later(RelayTrouble.NO_KEYS)
            except Exception:  # a till that hears nothing must not look as if it did
                log.exception("the relay's line could not be opened")
                self._try_later(RelayTrouble.OUR_FAULT)
            else:
                return

    def _try_later(self, trouble: RelayTrouble) -> None:
        if self._link.relay_url():
            self._post(RelayLost(trouble))
        self._stopping.wait(_OPEN_AGAIN)

    def _listen(self, url: str, secret: str, cursor: str) -> None:
        mailbox = mailbox_id(secret)
        here = f"{mailbox}/"
        with self._starting:
            if self._stopping.is_set():
                return
            self._echo = Echo(
                _way_back(self._link.notification_url(), mailbox),
                secret,
                on_proven=lambda seconds: self._post(RelayProven(seconds)),
                on_lost=self._lose,
            )
            self._listener = Listener(
                url,
                secret,
                last_cursor=cursor.removeprefix(here) if cursor.startswith(here) else "",
                on_message=lambda body, at: self._post(Heard(body, here + at)),
                on_gap=lambda at: self._post(GapHeard(here + at)),
                on_link=self._echo.link_changed,
                is_echo=self._echo.heard,
            )
            self._listener.start()
            self._echo.start()

    def _lose(self, reason: Reason) -> None:
        now = time.monotonic()
        if reason != self._told or now >= self._tell_at:
            self._told, self._tell_at = reason, now + _TELL_AGAIN
            log.warning("the way through the relay is not proven: %s", reason)
        self._post(RelayLost(reason.trouble))


def _way_back(addresses: str, mailbox: str) -> str:
    """The gateway's own way to the mailbox: an address that leads elsewhere is no proof.

    The shop may let the gateway post to others too, with commas between them.
    """
    each = [address.strip() for address in addresses.split(",")]
    return next((address for address in each if address.endswith(f"/n/{mailbox}")), each[0])
