"""Several processes over one journal, and processes that die: nobody wins twice, nothing acknowledged is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pos_app.domain.journal_errors import JournalInUseError
from pos_app.domain.payment import Payment
from pos_app.domain.sale import SaleState
from pos_app.journal.check import examine
from pos_app.journal.lock import hold
from pos_app.journal.sqlite_file import url_of
from pos_app.journal.store import SqlJournal
from tests.journal import shop

ROOT = Path(__file__).parents[2]


@contextmanager
def rival(url: str, till: str, deed: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.journal.rival", url, till, deed, *arguments]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def race(url: str, deed: str, *arguments: str) -> list[list[str]]:
    """What each of two processes says of the same deed, done at the same time."""
    with rival(url, "02", deed, *arguments) as one, rival(url, "03", deed, *arguments) as other:
        for process in (one, other):
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        said = [process.communicate()[0].split() for process in (one, other)]
        assert (one.returncode, other.returncode) == (0, 0)
        return said


def prepared(url: str, count: int, *, intended: bool) -> list[Payment]:
    """So many sales of a third till, each with a payment."""
    with closing(SqlJournal.open(url, "01")) as journal:
        payments = [shop.a_payment(shop.a_sale(journal)) for _ in range(count)]
        for payment in payments if intended else ():
            journal.intend(payment)
        return payments


def test_one_of_two_processes_asks(url: str) -> None:
    order_ids = [payment.order_id for payment in prepared(url, 60, intended=True)]

    one, other = race(url, "claim", *order_ids)

    assert Counter(one + other) == Counter(order_ids)


def test_one_of_two_processes_has_the_live_payment(url: str) -> None:
    sale_ids = [str(payment.sale_id) for payment in prepared(url, 40, intended=False)]

    one, other = race(url, "intend", *sale_ids)

    assert Counter(one + other) == Counter(sale_ids)
    with closing(SqlJournal.open(url, "01")) as journal:
        for sale_id in map(int, sale_ids):
            assert len(journal.payments_of(sale_id)) == 1
            assert journal.sale(sale_id).state is SaleState.AWAITING


def test_two_processes_record_without_losing_or_tearing_a_chain(url: str) -> None:
    (payment,) = prepared(url, 1, intended=True)

    race(url, "record", payment.order_id, "40")

    with closing(SqlJournal.open(url, "01")) as journal:
        told = [said.evidence.raw for said in journal.evidence_of(payment.order_id)]
    assert sorted(told) == sorted(f"{till} {number}" for till in ("02", "03") for number in range(40))
    assert examine(url).faults == ()


def killed_after(url: str, order_id: str, acknowledged: int) -> list[int]:
    """Kill a recording process in mid-run; gives every number that it had said was on disk."""
    with rival(url, "02", "record", order_id, "100000") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("go\n")
        process.stdin.flush()
        said = [int(process.stdout.readline()) for _ in range(acknowledged)]
        process.send_signal(signal.SIGKILL)
        return said + [int(line) for line in process.stdout.read().split("\n")[:-1]]


def test_what_was_acknowledged_outlives_kill_9(path: Path) -> None:
    url = url_of(path)
    (payment,) = prepared(url, 1, intended=True)
    acknowledged: list[str] = []

    for times in (1, 7, 19, 42):
        acknowledged += [f"02 {number}" for number in killed_after(url, payment.order_id, times)]
        with closing(SqlJournal.open(url, "02")) as journal:
            kept = [said.evidence.raw for said in journal.evidence_of(payment.order_id)]
        assert examine(url).faults == ()
        unsaid = Counter(kept) - Counter(acknowledged)
        assert not Counter(acknowledged) - Counter(kept)
        assert unsaid.total() <= 1  # on disk, and killed before it could say so
        acknowledged = kept


@pytest.mark.parametrize("damage", ["cut", "garbled", "emptied"])
@pytest.mark.parametrize("share", [0.3, 0.71, 0.999])
def test_a_torn_log_of_changes_costs_its_end_and_no_more(path: Path, damage: str, share: float) -> None:
    """What a power cut can leave: the frames before the tear count, the others never were."""
    url = url_of(path)
    (payment,) = prepared(url, 1, intended=True)
    acknowledged = killed_after(url, payment.order_id, 30)
    wal = path.with_name(f"{path.name}-wal")
    place = int(wal.stat().st_size * share)
    with wal.open("rb+") as file:
        file.seek(place)
        if damage == "garbled":
            file.write(os.urandom(300))
        elif damage == "emptied":
            file.write(bytes(wal.stat().st_size - place))
        else:
            file.truncate(place)

    with closing(SqlJournal.open(url, "02")) as journal:
        kept = [said.evidence.raw for said in journal.evidence_of(payment.order_id)]
        assert kept == [f"02 {number}" for number in range(len(kept))]
        assert len(kept) <= len(acknowledged) + 1
        shop.sent(journal.record, payment)
    assert examine(url).faults == ()


def test_a_home_is_held_by_one_process_and_free_when_it_dies(tmp_path: Path) -> None:
    home = tmp_path / "home"
    holding = f"from pathlib import Path; from pos_app.journal.lock import hold\nwith hold(Path({str(home)!r})):\n print(flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", holding], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"\n"
        with pytest.raises(JournalInUseError, match="already open in another process"), hold(home):
            pass
        process.kill()
        process.wait()

    with hold(home), pytest.raises(JournalInUseError), hold(home):
        pass
    with hold(home):
        pass
