"""`pos-app journal`: finds the till's memory where the settings say it is, and lets the journal do the rest."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import UTC, datetime

from pos_app.cli.findings import Finding, failed, fine, skipped
from pos_app.domain.journal_errors import JournalError
from pos_app.settings import file
from pos_app.settings.faults import NoSettingsError, SettingsError
from pos_app.settings.model import Settings
from pos_app.settings.places import Places, places


def run(options: Namespace) -> int:
    """Do `check`, `backup`, `export` or `restore`; 2 where there is no such journal, payment or backup."""
    from pos_app.journal import commands

    home = places(options.home)
    try:
        url = url_in(home, _settings(home))
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    match options.action:
        case "check":
            outcome = commands.check(url)
        case "backup":
            outcome = commands.backup(url, datetime.now(UTC))
        case "export":
            outcome = commands.export(url, options.order_id)
        case _:
            outcome = commands.restore(url, options.file, home.data, datetime.now(UTC))
    (sys.stderr if outcome.code else sys.stdout).write(outcome.text)
    return outcome.code


def examined(home: Places, settings: Settings | None) -> Finding:
    """The doctor's look at the journal: reads all of it and changes nothing."""
    from pos_app.journal.check import examine

    if settings is not None and settings.gateway.is_played:
        home, settings = home.practising, None
    try:
        is_there = (settings is not None and settings.journal.url != "") or home.journal.exists()
    except OSError:
        return skipped("journal", "can't be looked for without a home")
    if not is_there:
        return skipped("journal", "none yet: it is made at the first start")
    advice = "leave it as it is; see `pos-app journal check`, and restore a backup where it is damaged"
    try:
        findings = examine(url_in(home, settings))
    except JournalError as error:
        return failed("journal", str(error), advice)
    if findings.faults:
        return failed("journal", " ".join(findings.faults), advice)
    return fine("journal", " ".join(("sound.", *findings.counted)))


def _settings(home: Places) -> Settings | None:
    try:
        return file.read(home.settings).settings
    except NoSettingsError:
        return None


def url_in(home: Places, settings: Settings | None) -> str:
    """Where the till's memory is: what the settings say, else a file of the home."""
    from pos_app.journal.sqlite_file import url_of

    return (settings.journal.url if settings is not None else "") or url_of(home.journal)
