"""What comes before any window: the home, its log, its settings, and nobody else in it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable

from pos_app.domain.journal_errors import JournalError
from pos_app.journal import lock
from pos_app.settings import file, logs
from pos_app.settings.faults import HomeError, NoSettingsError, SettingsError
from pos_app.settings.model import Settings
from pos_app.settings.places import Places

log = logging.getLogger(__name__)

_NO_SETTINGS = """There is no {path} yet. Write one with at least these lines, then start again:

[store]
name = "Toko Sinar Jaya"
till = "01"

[gateway]
environment = "sandbox"

Or try the app without any account: pos-app practice
"""


def with_settings(at: Places, run: Callable[[Settings], int], default: Settings | None = None) -> int:
    """Run with what the settings say, alone in this home; what is in the way is said on standard error."""
    try:
        at.prepare()
        logs.start(at.log)
        understood = _read(at, default)
        with lock.hold(at.data):
            return run(understood)
    except NoSettingsError:
        return _refuse(_NO_SETTINGS.format(path=at.settings).rstrip())
    except (SettingsError, HomeError, JournalError) as error:
        return _refuse(str(error))


def _read(at: Places, default: Settings | None) -> Settings:
    try:
        understood = file.read(at.settings)
    except NoSettingsError:
        if default is None:
            raise
        return default
    for key in understood.unknown:
        log.warning("%s: nobody knows the key %s", at.settings, key)
    return understood.settings


def _refuse(why: str) -> int:
    log.error("not started: %s", why)
    sys.stderr.write(f"pos-app: {why}\n")
    return 1
