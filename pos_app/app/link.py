"""The way to the gateway and to the relay: where they are, and the secrets that open them.

All of it may block (a keyring asks a person, a practice server is just starting), so it is asked for
on workers only and never by the till's own thread.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from pos_app.domain.environment import Environment
from pos_app.domain.errors import MisconfiguredError, Problem
from pos_app.notices.address import make_secret, notification_url
from pos_app.settings.model import Settings
from pos_app.settings.secrets import Secrets

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from pos_app.domain.charge import ChargeOrder, Reply
    from pos_app.domain.evidence import Notified, QrCode
    from pos_app.domain.money import Rupiah
    from pos_app.midtrans.client import MidtransGateway

log = logging.getLogger(__name__)


class Link(Protocol):
    """Raises MisconfiguredError where a secret can't be had."""

    def gateway_url(self) -> str: ...

    def server_key(self) -> str: ...

    def read_key_again(self) -> None:
        """The gateway refuses the key: take the one that the keyring has now."""
        ...

    def relay_url(self) -> str:
        """Empty where there is no relay."""
        ...

    def relay_secret(self) -> str: ...

    def notification_url(self) -> str:
        """Where the gateway shall post; empty leaves it to the merchant's dashboard."""
        ...


class ShopLink:
    """The real one: addresses from the settings, secrets from the OS keyring.

    Practice needs no keyring: its key is no secret, and its mailbox is a new one each time.
    """

    def __init__(self, settings: Settings, secrets: Secrets) -> None:
        self._settings = settings
        self._secrets = secrets
        self._is_practice = settings.gateway.environment is Environment.PRACTICE
        self._passing_secret = make_secret()

    def gateway_url(self) -> str:
        from pos_app.midtrans import wire

        gateway = self._settings.gateway
        return gateway.base_url or wire.base_url(gateway.environment)

    def server_key(self) -> str:
        if self._is_practice:
            from pos_app.practice.account import PRACTICE_SERVER_KEY

            return PRACTICE_SERVER_KEY
        return self._secrets.server_key(self._settings.gateway.environment)

    def read_key_again(self) -> None:
        if not self._is_practice:
            self._secrets.server_key_again(self._settings.gateway.environment)

    def relay_url(self) -> str:
        return self._settings.relay.url

    def relay_secret(self) -> str:
        return self._passing_secret if self._is_practice else self._secrets.relay_secret()

    def notification_url(self) -> str:
        if self._settings.gateway.notification_url or not self.relay_url():
            return self._settings.gateway.notification_url
        return notification_url(self.relay_url(), self.relay_secret())


_LEFT_ALONE = 300.0
"""Seconds for which a keyring that did not open is not asked again by a call that nobody waits for: each ask may
show a person a window for the password."""


class LinkedGateway:
    """The gateway port over a link that may not be there yet: it is made by the first call, on a worker.

    A key that the gateway refuses is read from the keyring again before the next call, so that a shop
    whose key was replaced goes on without a new start.
    """

    def __init__(self, link: Link, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._link = link
        self._monotonic = monotonic
        self._making = threading.Lock()
        self._made: MidtransGateway | None = None
        self._is_refused = False
        self._left_alone_until = float("-inf")

    def prepare(self) -> None:
        """Load what the first customer would otherwise wait for."""
        from pos_app.ui.widgets import qr_matrix

        self._real().prepare()
        qr_matrix.prepare()

    @cached_property
    def _drawing(self) -> Executor:
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, thread_name_prefix="qr")

    def compose(self, order: ChargeOrder) -> str:
        from pos_app.midtrans import wire

        return wire.compose(order)

    def charge(self, request: str, idempotency_key: str) -> Reply:
        return self._call(lambda real: real.charge(request, idempotency_key), somebody_waits=True)

    def status(self, ident: str) -> Reply:
        return self._call(lambda real: real.status(ident))

    def cancel(self, ident: str) -> Reply:
        return self._call(lambda real: real.cancel(ident))

    def expire(self, ident: str) -> Reply:
        return self._call(lambda real: real.expire(ident))

    def refund(self, ident: str, refund_key: str, amount: Rupiah, reason: str) -> Reply:
        return self._call(lambda real: real.refund(ident, refund_key, amount, reason), somebody_waits=True)

    def read_qr(self, qr_text: str, picture_url: str, amount: Rupiah) -> QrCode:
        from pos_app.ui.widgets.qr_matrix import matrix

        code = self._real().read_qr(qr_text, picture_url, amount)
        with suppress(RuntimeError):  # the app is being closed: nobody will look at it
            self._drawing.submit(matrix, code.text)  # while its evidence goes to disk
        return code

    def hear(self, body: str) -> Notified | None:
        """Notifications come only after `prepare`: the relay is listened to when the key is at hand."""
        from pos_app.midtrans import wire

        made = self._made
        return made.hear(body) if made is not None else wire.hear(body, "")

    def _call(self, call: Callable[[MidtransGateway], Reply], *, somebody_waits: bool = False) -> Reply:
        if self._is_refused and (somebody_waits or self._monotonic() >= self._left_alone_until):
            self._is_refused = False
            self._read_key_again()
        reply = call(self._real())
        if reply.reading.code == 401:
            self._is_refused = True
        return reply

    def _read_key_again(self) -> None:
        try:
            self._link.read_key_again()
        except MisconfiguredError as error:
            if error.problem is Problem.KEYRING_UNAVAILABLE:
                self._left_alone_until = self._monotonic() + _LEFT_ALONE
            log.warning("the gateway refuses the key, and the keyring gives no other: %s", error)

    def _real(self) -> MidtransGateway:
        with self._making:
            if self._made is None:
                from pos_app.midtrans.client import MidtransGateway

                link = self._link
                self._made = MidtransGateway(link.gateway_url(), link.server_key, link.notification_url())
            return self._made
