"""The OS keyring, and no other: what would keep a secret in a plain file, or nowhere, is refused."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from pos_app.domain.errors import MisconfiguredError, Problem

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_REAL = frozenset(
    f"keyring.backends.{name}" for name in ("SecretService", "libsecret", "kwallet", "Windows", "macOS")
)
_CHAINER = "keyring.backends.chainer"

_Answer = TypeVar("_Answer")


class KeyringUnavailableError(MisconfiguredError):
    """The OS keyring can't be used now; `reason` tells a person why and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(Problem.KEYRING_UNAVAILABLE)
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


def backend() -> KeyringBackend:
    """The keyring of this desktop session. Raises KeyringUnavailableError where it is none of the real ones."""
    import keyring

    try:
        found = keyring.get_keyring()
        refused = [one for one in _all_in(found) if one not in _REAL]
    except Exception as error:  # noqa: BLE001 - whatever a backend named in the environment raises while it is loaded
        raise KeyringUnavailableError(f"the keyring can't be loaded ({type(error).__name__})") from None
    if "keyring.backends.fail" in refused:
        raise KeyringUnavailableError(
            "this session has no keyring: log in to the desktop, or install and start gnome-keyring or KWallet"
        )
    if refused:
        raise KeyringUnavailableError(
            f"{refused[0]} is no keyring of the operating system and would not keep the key safe: "
            "uninstall it, or take it out of PYTHON_KEYRING_BACKEND and keyringrc.cfg"
        )
    return found


def name_of(found: KeyringBackend) -> str:
    return type(found).__module__.rpartition(".")[2]


class Question(Generic[_Answer]):
    """One question to the keyring, asked on a thread of its own: it may wait for a person, or be dead.

    `patience` is how many seconds the whole wait may last, however many callers share it.
    """

    def __init__(self, ask: Callable[[KeyringBackend], _Answer], patience: float) -> None:
        self._ask = ask
        self._patience = patience
        self._ends = time.monotonic() + patience
        self._answer: list[_Answer] = []
        self._fault: KeyringUnavailableError | None = None
        self._thread = threading.Thread(target=self._work, name="keyring", daemon=True)
        self._thread.start()

    def answer(self) -> _Answer:
        """Raise KeyringUnavailableError; a later call may still bring the answer."""
        self._thread.join(max(0.0, self._ends - time.monotonic()))
        if self._fault is not None:
            raise KeyringUnavailableError(self._fault.reason)
        if not self._answer:
            raise KeyringUnavailableError(
                f"the keyring did not answer within {self._patience:.0f} s: look for its window that asks for a password"
            )
        return self._answer[0]

    @property
    def is_open(self) -> bool:
        return self._thread.is_alive()

    def _work(self) -> None:
        """Whatever a backend raises is told by its kind alone, since its text may hold what it was given."""
        try:
            self._answer.append(self._ask(backend()))
        except KeyringUnavailableError as error:
            self._fault = error
        except Exception as error:  # noqa: BLE001 - D-Bus, Windows and macOS each raise their own
            self._fault = KeyringUnavailableError(_reason(error))


def _all_in(found: KeyringBackend) -> list[str]:
    module = type(found).__module__
    if module != _CHAINER:
        return [module]
    from keyring.backends.chainer import ChainerBackend

    return [type(one).__module__ for one in ChainerBackend.backends]


def _reason(error: Exception) -> str:
    match type(error).__name__:
        case "KeyringLocked" | "InitError":
            return "the keyring is locked: log in to the desktop again, or unlock it in Passwords and Keys"
        case kind:
            return f"the keyring failed ({kind})"
