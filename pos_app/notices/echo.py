"""Proof instead of hope: what is posted where the gateway posts must come back over the stream."""

from __future__ import annotations

import hmac
import logging
import re
import secrets
import threading
import time
from collections.abc import Callable

from pos_app.domain.relay import RelayTrouble
from pos_app.notices.post import Post, PostError
from pos_app.notices.reasons import Reason

logger = logging.getLogger(__name__)

PERIOD = 60.0
"""Seconds from one echo to the next, and the longest that one may take."""

_SOONER = 10.0
_BODY = re.compile(r'\{"echo":"([A-Za-z0-9_-]{43})","mac":"([0-9a-f]{64})"\}')
_PURPOSE = "pos-app echo "


class Echo:
    """Posts an echo each period and tells what became of it: `on_proven(seconds)` or `on_lost(reason)`.

    `on_lost` comes as soon as the stream is closed too, and both come from one thread, in order. Give
    the listener `heard` as its `is_echo` and `link_changed` as its `on_link`.
    """

    def __init__(
        self,
        notification_url: str,
        secret: str,
        *,
        on_proven: Callable[[float], None],
        on_lost: Callable[[Reason], None],
        period_seconds: float = PERIOD,
    ) -> None:
        self._post = Post(notification_url)
        self._secret = secret
        self._on_proven = on_proven
        self._on_lost = on_lost
        self._period = period_seconds
        self._change = threading.Condition()
        self._is_stopping = False
        self._is_open = False
        self._reason: Reason | None = None
        self._awaited = ""
        self._heard_at: float | None = None
        self._forged = 0
        self._tell_at = float("-inf")
        self._thread = threading.Thread(target=self._run, name="relay-echo", daemon=True)

    @property
    def forged(self) -> int:
        """How many echoes came that we never wrote."""
        return self._forged

    def start(self) -> None:
        self._thread.start()

    def stop(self, patience: float = 1.0) -> None:
        """End at once; nothing is told any more. Waits at most `patience` seconds for the thread."""
        with self._change:
            self._is_stopping = True
            self._change.notify()
        self._post.cut()
        self._thread.join(patience)

    def heard(self, body: str) -> bool:
        """Whether a message from the stream is an echo, ours or forged, and so not for the till."""
        echo = _BODY.fullmatch(body)
        if echo is None:
            return False
        text, mac = echo.groups()
        with self._change:
            if not hmac.compare_digest(mac, self._mac(text)):
                self._forged += 1
                self._tell_rarely()
            elif text == self._awaited and self._heard_at is None:
                self._heard_at = time.monotonic()
                self._change.notify()
        return True

    def link_changed(self, reason: Reason | None) -> None:
        """The listener's stream was opened, or is closed for `reason`."""
        with self._change:
            self._is_open, self._reason = reason is None, reason
            self._change.notify()
        if reason is not None:
            self._post.hang_up()

    def _tell_rarely(self) -> None:
        """At most once a minute: whoever knows the address can send as many as they like."""
        now = time.monotonic()
        if now >= self._tell_at:
            self._tell_at = now + 60.0
            logger.warning("echoes that are not ours came through the relay: %d so far", self._forged)

    def _mac(self, text: str) -> str:
        return hmac.digest(self._secret.encode(), (_PURPOSE + text).encode(), "sha256").hex()

    def _run(self) -> None:
        while not self._is_stopping:
            if self._is_open:
                self._prove()
            else:
                self._wait_for_link()
        self._post.close()

    def _wait_for_link(self) -> None:
        with self._change:
            reason = self._reason
        if reason is not None:
            self._on_lost(reason)
        with self._change:
            self._change.wait_for(lambda: self._is_stopping or self._is_open or self._reason != reason)

    def _prove(self) -> None:
        began = time.monotonic()
        trouble = self._sent()
        with self._change:
            patience = 0.0 if trouble else began + self._period - time.monotonic()
            self._change.wait_for(lambda: self._heard_at is not None or self._is_over, max(patience, 0.0))
            heard_at, is_over = self._heard_at, self._is_over
        if heard_at is not None and not self._is_stopping:
            self._on_proven(heard_at - began)
            self._pause(began + self._period - time.monotonic())
        elif not is_over:
            self._on_lost(trouble or Reason(RelayTrouble.NO_ECHO, f"no echo within {self._period:g} s"))
            self._pause(min(_SOONER, self._period) if trouble else 0.0)

    def _sent(self) -> Reason | None:
        """Post a fresh echo; what went wrong, or nothing."""
        text = secrets.token_urlsafe(32)
        with self._change:
            self._awaited, self._heard_at = text, None
        try:
            self._post.send(f'{{"echo":"{text}","mac":"{self._mac(text)}"}}')
        except PostError as error:
            return error.reason
        return None

    @property
    def _is_over(self) -> bool:
        return self._is_stopping or not self._is_open

    def _pause(self, seconds: float) -> None:
        with self._change:
            self._change.wait_for(lambda: self._is_over, max(seconds, 0.0))
