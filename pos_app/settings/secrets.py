"""The secrets of one till, in the OS keyring: read when they are needed first, kept in memory, and in no other place ever."""

from __future__ import annotations

import secrets
import threading
from hashlib import sha256
from typing import TYPE_CHECKING

from pos_app.domain.environment import Environment
from pos_app.domain.errors import MisconfiguredError, Problem
from pos_app.settings.keyring_door import KeyringUnavailableError, Question
from pos_app.settings.server_key import NotAKeyError, checked

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "pos-app"
_PATIENCE = 30.0
_RELAY_SECRET_BYTES = 32


class Secrets:
    """Server keys by environment, and the relay secret of one home. Safe for several threads.

    `home` names the till's home. `patience` is how long a keyring may take, in seconds: it may be asking a person
    for a password. A method blocks for so long at most, and raises KeyringUnavailableError (a MisconfiguredError).
    """

    def __init__(self, home: str, *, patience: float = _PATIENCE) -> None:
        self._relay_secret_name = f"relay secret {sha256(home.encode()).hexdigest()[:16]}"
        self._patience = patience
        self._lock = threading.Lock()
        self._making = threading.Lock()
        self._known: dict[str, str] = {}
        self._reads: dict[str, Question[str | None]] = {}

    def __repr__(self) -> str:
        return "<Secrets>"

    def server_key(self, environment: Environment) -> str:
        """Raise MisconfiguredError: NO_KEY where none is stored, WRONG_KEY where it is none of this environment.

        Only a key that can be used is remembered: what is stored later is found by the next call.
        """
        name = _server_key_name(environment)
        with self._lock:
            known = self._known.get(name)
        return known or self.server_key_again(environment)

    def server_key_again(self, environment: Environment) -> str:
        """What the keyring holds now, for a key that the gateway refuses. Raises as `server_key` does.

        The key that was known stays in use until there is another.
        """
        name = _server_key_name(environment)
        key = self._ask(name)
        if key is None:
            raise MisconfiguredError(Problem.NO_KEY)
        try:
            key = checked(key, environment)
        except NotAKeyError:
            raise MisconfiguredError(Problem.WRONG_KEY) from None
        with self._lock:
            self._known[name] = key
        return key

    def keep_server_key(self, environment: Environment, text: str) -> str:
        """Store the key in `text`, and give it. Raises NotAKeyError, and then nothing was changed."""
        key = checked(text, environment)
        self._write(_server_key_name(environment), key)
        return key

    def forget_server_key(self, environment: Environment) -> bool:
        """Whether there was one."""
        name = _server_key_name(environment)
        with self._lock:
            self._known.pop(name, None)
        return Question(lambda backend: _delete(backend, name), self._patience).answer()

    def relay_secret(self) -> str:
        """The secret that this home's mailbox is made of; made when it is asked for first."""
        name = self._relay_secret_name
        with self._making:
            if name not in self._known:
                kept = self._ask(name)
                if kept is None:
                    self._write(name, secrets.token_urlsafe(_RELAY_SECRET_BYTES))
                else:
                    with self._lock:
                        self._known[name] = kept
            return self._known[name]

    def _ask(self, name: str) -> str | None:
        """A question that is still open is not asked again: a person would meet a second window."""
        with self._lock:
            read = self._reads.get(name)
            if read is None:
                read = Question(lambda backend: backend.get_password(SERVICE, name), self._patience)
                self._reads[name] = read
        try:
            return read.answer()
        finally:
            with self._lock:
                if not read.is_open and self._reads.get(name) is read:
                    del self._reads[name]

    def _write(self, name: str, secret: str) -> None:
        def write(backend: KeyringBackend) -> bool:
            backend.set_password(SERVICE, name, secret)
            return backend.get_password(SERVICE, name) == secret

        if not Question(write, self._patience).answer():
            raise KeyringUnavailableError("the keyring took the secret and does not give it back")
        with self._lock:
            self._known[name] = secret


def _server_key_name(environment: Environment) -> str:
    return f"server key {environment.value}"


def _delete(backend: KeyringBackend, name: str) -> bool:
    if backend.get_password(SERVICE, name) is None:
        return False
    backend.delete_password(SERVICE, name)
    return True
