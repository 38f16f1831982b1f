"""Ten thousand sales with every misfortune of payments.md, and people who decide: no rupiah lost, none taken or given twice."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.domain.evidence import Decision
from pos_app.journal.check import examine
from pos_app.journal.store import SqlJournal
from pos_app.till.ports import Journal
from tests.simulation.books import audit
from tests.simulation.witness import BrokenInvariantError
from tests.simulation.world import World

WORLDS, SALES, PROCESSES = 840, 12, 2
HAPPENS = (
    *("payments in time", "late payments", "payments of another amount", "reversals", "power cuts"),
    *("full disks", "relay gaps", "clock jumps", "long outages", "keys refused"),
    *("switches with a cart", "days proven"),
    *(f"decided {decision.value}" for decision in Decision),
    *("refunds by call", "refunds by dashboard", "tasks done elsewhere", "kills in a refund"),
    *("refunds unknown_not_allowed", "desk: not_refundable_online"),
    *("PINs wrong", "PINs too_soon", "PINs no_right", "PINs needed", "PINs locked", "pads unlocked"),
)


@pytest.fixture(autouse=True)
def forged_news_is_expected() -> Iterator[None]:
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_money_received_is_money_recorded_in_ten_thousand_sales() -> None:
    each = WORLDS // PROCESSES
    runs = [
        subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.simulation"),
                *("--seed", str(part * each), "--worlds", str(each), "--sales", str(SALES)),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for part in range(PROCESSES)
    ]
    for run in runs:
        told, errors = run.communicate()
        assert run.returncode == 0, errors
        assert all(what in told for what in HAPPENS), told


def test_a_seed_lives_the_same_life_again() -> None:
    first, second = World(7), World(7)
    first.live()
    second.live()
    assert first.witness.payments == second.witness.payments
    assert first.happened == second.happened


@pytest.mark.parametrize("seed", range(4))
def test_the_journal_on_disk_goes_through_the_same(seed: int, tmp_path: Path) -> None:
    """Every power cut closes the database; its chains hold, and a new process opens it."""
    url = f"sqlite:///{tmp_path / 'journal.sqlite3'}"

    def reopen(disk: Journal) -> Journal:
        assert isinstance(disk, SqlJournal)
        disk.close()
        assert examine(url).faults == ()
        return SqlJournal.open(url, "02")

    world = World(seed + 1, sales=6, disk=lambda: SqlJournal.open(url, "02"), reopen=reopen)
    world.live()
    reopen(world.mains.disk)


def test_one_missing_payment_is_noticed() -> None:
    world = World(3, sales=3)
    world.live()
    order = next(order for order in world.bank.transactions if not world.bank.took_money_of(order))
    world.bank.pay(order, late=True)
    with pytest.raises(BrokenInvariantError, match="--seed 3"):
        audit(world.witness, world.bank, world.mains.disk)
