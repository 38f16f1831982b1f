"""`pos-app staff`: what the owner does at the PC when a PIN is lost or the pad is shut."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import UTC, datetime
from getpass import getpass

from pos_app.cli import journal
from pos_app.settings import file
from pos_app.settings.faults import SettingsError
from pos_app.settings.places import places

_LONGEST = 64


def run(options: Namespace) -> int:
    """Do `reset`, `unlock` or `audit`; 1 while a till runs, 2 where nobody is called so or the PIN can't be."""
    from pos_app.journal import staff_commands

    home = places(options.home)
    try:
        settings = file.read(home.settings).settings
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    url = journal.url_in(home, settings)
    till = settings.store.till
    match options.action:
        case "reset":
            digits = _typed(options.name)
            outcome = staff_commands.reset(
                url, till, home.data, name=options.name, digits=digits, at=datetime.now(UTC)
            )
        case "unlock":
            outcome = staff_commands.unlock(url, till, home.data, datetime.now(UTC))
        case _:
            outcome = staff_commands.audit(url, till, home.data)
    (sys.stderr if outcome.code else sys.stdout).write(outcome.text)
    return outcome.code


def _typed(name: str) -> str:
    """The new PIN, never shown; at a prompt it is typed twice, as a slip would lock the same door again."""
    if not sys.stdin.isatty():
        return sys.stdin.readline(_LONGEST).strip()
    while True:
        digits = getpass(f"New PIN for {name} (not shown): ")
        if getpass("Once more: ") == digits:
            return digits
        sys.stderr.write("These were two different PINs. Again:\n")
