"""`pos-app key`: the server key goes from a person's clipboard into the OS keyring, and nowhere else."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path

from pos_app.domain.environment import Environment
from pos_app.domain.errors import MisconfiguredError, Problem
from pos_app.settings.keyring_door import KeyringUnavailableError
from pos_app.settings.places import places
from pos_app.settings.secrets import Secrets
from pos_app.settings.server_key import NotAKeyError, is_legacy

_LONGEST = 4096

_LEGACY_NOTE = (
    "It is of the old kind (VT-server-), which does not say for which environment it is: "
    "run `pos-app doctor` to hear it from the gateway."
)


def run(action: str, environment: Environment, home: Path | None) -> int:
    """Do `set`, `check` or `forget`; what a person must do is said on standard error."""
    secrets = Secrets(places(home).name)
    act = {"set": _set, "check": _check, "forget": _forget}[action]
    try:
        return act(secrets, environment)
    except KeyringUnavailableError as error:
        return _refuse(f"{error.reason[0].upper()}{error.reason[1:]}.")
    except NotAKeyError as error:
        return _refuse(f"This was not stored: {error}.")


def _set(secrets: Secrets, environment: Environment) -> int:
    key = secrets.keep_server_key(environment, _given(environment))
    print(
        f"The key for {environment.value} is in the keyring. "
        "A till that is open takes it once the gateway refuses the one it has."
    )
    if is_legacy(key):
        print(_LEGACY_NOTE)
    return 0


def _check(secrets: Secrets, environment: Environment) -> int:
    try:
        key = secrets.server_key(environment)
    except MisconfiguredError as error:
        if error.problem is Problem.NO_KEY:
            return _refuse(
                f"No key for {environment.value} is stored. "
                f"Store it with: pos-app key set --environment {environment.value}"
            )
        if error.problem is Problem.WRONG_KEY:
            return _refuse(
                f"What is stored is no key for {environment.value}. "
                f"Store the right one with: pos-app key set --environment {environment.value}"
            )
        raise
    print(f"A key for {environment.value} is stored.")
    if is_legacy(key):
        print(_LEGACY_NOTE)
    return 0


def _forget(secrets: Secrets, environment: Environment) -> int:
    if secrets.forget_server_key(environment):
        print(f"The key for {environment.value} is no longer in the keyring.")
    else:
        print(f"There was no key for {environment.value}.")
    return 0


def _given(environment: Environment) -> str:
    if sys.stdin.isatty():
        return getpass(f"Server key for {environment.value} (not shown): ")
    return sys.stdin.read(_LONGEST)


def _refuse(said: str) -> int:
    sys.stderr.write(f"{said}\n")
    return 1
