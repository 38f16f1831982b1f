"""Another process over the same journal: `python -m tests.journal.rival URL TILL DEED …`.

It says `ready`, waits for a line, does its deed as fast as it can, and says after each step what came of it.
"""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import timedelta

from pos_app.domain.evidence import Sent
from pos_app.domain.journal_errors import AlreadyLiveError
from pos_app.journal.store import SqlJournal
from tests.journal import shop


def claim(journal: SqlJournal, order_ids: list[str]) -> None:
    """Ask for each payment once."""
    for order_id in order_ids:
        if journal.claim_ask(order_id, shop.NOON, timedelta(seconds=10)):
            print(order_id, flush=True)


def intend(journal: SqlJournal, sale_ids: list[str]) -> None:
    """Try to have the live payment of each sale."""
    for sale_id in sale_ids:
        payment = shop.a_payment(journal.sale(int(sale_id)), order_id=f"{journal.till}-{sale_id}")
        try:
            journal.intend(payment)
        except AlreadyLiveError:
            continue
        print(sale_id, flush=True)


def record(journal: SqlJournal, arguments: list[str]) -> None:
    """Record evidence of one payment, so many times, saying each number once it is on disk."""
    order_id, times = arguments
    payment = journal.payment(order_id)
    assert payment is not None
    for number in range(int(times)):
        evidence = shop.learnt(payment, Sent(), raw=f"{journal.till} {number}")
        journal.record(evidence, lambda held, _: (held, ()))
        print(number, flush=True)


def main(url: str, till: str, deed: str, *arguments: str) -> None:
    with closing(SqlJournal.open(url, till)) as journal:
        print("ready", flush=True)
        sys.stdin.readline()
        {"claim": claim, "intend": intend, "record": record}[deed](journal, list(arguments))


if __name__ == "__main__":
    main(*sys.argv[1:])
