"""`pos-app journal reconcile`: closes a day while no window is open, and says how it stands."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from pos_app.domain.reconciliation import DayProof
from pos_app.domain.sale import business_day
from pos_app.domain.wib import WIB
from pos_app.settings.model import Settings
from pos_app.settings.places import Places, places
from pos_app.till.desk_messages import ReconciliationMoved


def run(home: Path | None, day: date | None) -> int:
    """0 where nothing of the day is open, 1 where something is or there is no proof, 2 for a day that can't be."""
    from pos_app.app.starting import with_settings

    today = business_day(datetime.now(UTC))
    wanted = day or today
    if wanted > today:
        return _refuse(f"{wanted} has not begun yet.", 2)
    at = places(home)
    return with_settings(at, lambda settings: _reconcile(at, settings, wanted))


def _reconcile(at: Places, settings: Settings, day: date) -> int:
    from pos_app.app.day_end import NotReconciledError, reconcile
    from pos_app.app.fitting import journal_url
    from pos_app.app.link import ShopLink
    from pos_app.journal.commands import missing
    from pos_app.settings.secrets import Secrets

    if settings.gateway.is_played:
        return _refuse("Practice can't be reconciled by command: its gateway runs inside the app only.", 2)
    if none := missing(journal_url(settings, at)):
        return _refuse(none.text.strip(), none.code)
    try:
        proof = reconcile(at, settings, ShopLink(settings, Secrets(at.name)), day, _tell)
    except NotReconciledError as error:
        return _refuse(f"{day} was not reconciled: {error}.", 1)
    sys.stdout.write("\n".join((*_said(proof), "")))
    return 1 if proof.open else 0


def _tell(progress: ReconciliationMoved) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"{progress.answered} of {progress.asked} answered\n")


def _said(proof: DayProof) -> Iterator[str]:
    from pos_app.domain.language import Language
    from pos_app.printing.wording import words

    said = words(Language.ENGLISH)
    made_at = proof.made_at.astimezone(WIB)
    yield f"{proof.day}, till {proof.till}, reconciled {made_at:%Y-%m-%d %H:%M} WIB by {proof.by}."
    for tally in proof.tallies:
        method, standing = said.method(tally.method), said.standings[tally.standing]
        yield f"  {method:<14}{standing:<14}{tally.count:>6}  {tally.amount.text:>16}"
    yield f"Received and kept: {proof.received.text}."
    yield f"Read again at the gateway: {proof.asked - len(proof.unread)} of {proof.asked}."
    for heading, order_ids in (
        ("Late", proof.late),
        ("Taken as paid without the gateway's word", proof.forced),
        ("No answer", proof.unread),
        ("Open", proof.open),
    ):
        if order_ids:
            yield f"{heading}: {', '.join(order_ids)}"
    if not proof.open:
        yield "Nothing is open."


def _refuse(why: str, code: int) -> int:
    sys.stderr.write(f"{why}\n")
    return code
