"""Tells the relay how far the till's evidence is on disk, so that it may forget the rest."""

from __future__ import annotations

import json
import logging
import threading

from pos_app.notices.backoff import Backoff
from pos_app.notices.post import Post, PostError

logger = logging.getLogger(__name__)

_SENSELESS = frozenset({400, 409})
"""The relay does not know this message: it will not be known later either."""


class Acks:
    """Sends the newest ack on a thread of its own until it is taken; the ones before it are not needed."""

    def __init__(
        self, relay_url: str, secret: str, *, first_wait: float = 1.0, longest_wait: float = 60.0
    ) -> None:
        self._post = Post(f"{relay_url.rstrip('/')}/ack", secret)
        self._backoff = Backoff(first_wait, longest_wait)
        self._change = threading.Condition()
        self._wanted = ""
        self._is_stopping = False
        self._thread = threading.Thread(target=self._run, name="relay-acks", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, patience: float) -> None:
        """End at once; an ack that was not taken yet is not needed, the till remembers its cursor itself."""
        with self._change:
            self._is_stopping = True
            self._change.notify()
        self._post.cut()
        self._thread.join(patience)

    def ack(self, cursor: str) -> None:
        """Everything up to `cursor` is on disk. Returns at once."""
        with self._change:
            self._wanted = cursor
            self._change.notify()

    def _run(self) -> None:
        while cursor := self._next():
            wait = self._sent(cursor)
            with self._change:
                if wait:
                    self._change.wait_for(lambda: self._is_stopping, wait)
                elif self._wanted == cursor:
                    self._wanted = ""
        self._post.close()

    def _next(self) -> str:
        with self._change:
            self._change.wait_for(lambda: self._wanted or self._is_stopping)
            return "" if self._is_stopping else self._wanted

    def _sent(self, cursor: str) -> float:
        """Seconds to wait before the next try, 0 when this cursor is done with."""
        try:
            self._post.send(json.dumps({"id": cursor}))
        except PostError as error:
            if error.status not in _SENSELESS:
                return self._backoff.wait()
            logger.warning("the relay does not know the message %s any more: %s", cursor, error)
        self._backoff.reset()
        return 0.0
