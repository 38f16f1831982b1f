"""What one till needs: its home, its settings, a keyring and the key in it."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

from pos_app.cli.findings import NO_SETTINGS, Finding, failed, fine, note, skipped
from pos_app.domain.environment import Environment
from pos_app.domain.errors import MisconfiguredError, Problem
from pos_app.settings import file, keyring_door
from pos_app.settings.faults import NoSettingsError, SettingsError
from pos_app.settings.keyring_door import KeyringUnavailableError, Question
from pos_app.settings.model import Settings
from pos_app.settings.places import Places
from pos_app.settings.secrets import Secrets
from pos_app.settings.server_key import is_legacy

_ENOUGH = 500_000_000  # bytes
_PATIENCE = 30.0


def home(of: Places) -> Finding:
    try:
        return _home(of)
    except OSError as error:  # Python looks no further where a folder is closed, or a name too long
        return failed(
            "home",
            f"{of.data} can't be used: {error.strerror or error}",
            "give this user the right to, or choose another --home",
        )


def _home(of: Places) -> Finding:
    folder = _nearest(of.data)
    if not os.access(folder, os.W_OK | os.X_OK):
        return failed(
            "home", f"{folder} can't be written to", "give this user the right to, or choose another --home"
        )
    free = shutil.disk_usage(folder).free
    room = f"{free // 1_000_000:,} MB free"
    if free < _ENOUGH:
        return failed(
            "home", f"{of.data}: only {room}", "make room: without it no payment can be written down"
        )
    if of.data.is_dir() and os.name == "posix" and stat.S_IMODE(of.data.stat().st_mode) & 0o077:
        return note("home", f"{of.data}, {room}; other users can look into it", f"chmod 700 {of.data}")
    return fine("home", f"{of.data}, {room}")


def settings(of: Places) -> tuple[Settings | None, Finding]:
    try:
        understood = file.read(of.settings)
    except NoSettingsError:
        return None, note(
            "settings", f"{of.settings} is not there yet", "start pos-app: it says what to write"
        )
    except SettingsError as error:
        faults = "; ".join(map(str, error.faults))
        return None, failed(
            "settings", f"{of.settings}: {faults}", "correct the file; the app does not start on it"
        )
    environment = understood.settings.gateway.environment.value
    if understood.unknown:
        unknown = ", ".join(understood.unknown)
        return understood.settings, note(
            "settings", f"{environment}; nobody knows {unknown}", "look for a slip of the pen"
        )
    return understood.settings, fine("settings", f"{of.settings}, {environment}")


def keyring(said: Settings | None) -> Finding:
    try:
        return fine("keyring", Question(keyring_door.name_of, _PATIENCE).answer())
    except KeyringUnavailableError as error:
        if said is None or said.gateway.environment is Environment.PRACTICE:
            return note("keyring", error.reason, "practice works without; a real till does not")
        return failed("keyring", error.reason, "without it no key can be kept, and no payment made")


def server_key(said: Settings | None, secrets: Secrets) -> tuple[str | None, Finding]:
    if said is None:
        return None, skipped("server key", NO_SETTINGS)
    environment = said.gateway.environment
    if environment is Environment.PRACTICE:
        return None, skipped("server key", "practice needs none")
    advice = f"pos-app key set --environment {environment.value}"
    try:
        key = secrets.server_key(environment)
    except KeyringUnavailableError as error:  # a locked one is there all the same, and its own line is well
        return None, failed("server key", f"can't be looked for: {error.reason}", "see to the keyring first")
    except MisconfiguredError as error:
        what = (
            "none is stored" if error.problem is Problem.NO_KEY else "what is stored is a key of another kind"
        )
        return None, failed("server key", f"{what} for {environment.value}", advice)
    if is_legacy(key):
        return key, note(
            "server key", f"one of the old kind for {environment.value}", "see the gateway's line"
        )
    return key, fine("server key", f"one for {environment.value}")


def _nearest(folder: Path) -> Path:
    """The folder, or where it would be made."""
    while not folder.exists():
        folder = folder.parent
    return folder
