"""`python -m tests.app.crashes [--times N] [--seed N]`: a real till, killed again and again at the worst moments.

One home goes through all of it, as a shop's PC does. Each crash happens in a sale of its own; then a new
process starts on what is on disk, and must show the same sale, know what the gateway knows, and end it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from pos_app.domain.payment import Payment
from pos_app.domain.states import State
from pos_app.journal.check import examine
from pos_app.journal.sqlite_file import url_of
from pos_app.journal.store import SqlJournal
from pos_app.practice.calls import Call
from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.ledger import CannotChangeError, Status, Transaction
from pos_app.practice.serve import PracticeServer
from pos_app.relay.serve import RelayThread
from tests.app.killable import Killable, Picture
from tests.app.shopfront import settings

_OVER = {"paid", "ended", "ringing_up"}
_AGREES = {
    Status.SETTLEMENT: {State.PAID},
    Status.CANCEL: {State.CANCELLED},
    Status.EXPIRE: {State.EXPIRED},
    Status.PENDING: {State.PENDING},
}


class Crashes:
    """A shop in `folder` whose plug is pulled. Everything outside the till lives on in this process."""

    def __init__(self, folder: Path, random: Random, server: PracticeServer, relay: RelayThread) -> None:
        self._home = folder / "home"
        self._home.mkdir()
        (self._home / "settings.toml").write_text(settings(server.url), encoding="utf-8")
        self._random = random
        self._gateway = server.gateway
        self._relay = relay
        self._till = self._start()
        self._till.until(lambda now: now.stage == "ringing_up", "the empty counter")
        self.points: Sequence[Callable[[], None]] = (
            self.charge_received,
            self.charge_carried_out,
            self.charge_answered,
            self.qr_fetched,
            self.qr_shown,
            self.status_asked,
            self.settlement_notified,
            self.paid_shown,
            self.cancel_received,
            self.cancel_carried_out,
            self.any_moment,
        )

    # the moments

    def charge_received(self) -> None:
        self._slow(Operation.CHARGE, after_commit=False)
        self._ring_up()
        self._arrives(Operation.CHARGE)

    def charge_carried_out(self) -> None:
        self._slow(Operation.CHARGE, after_commit=True)
        self._ring_up()
        self._arrives(Operation.CHARGE)
        self._waits(lambda: self._latest() is not None)

    def charge_answered(self) -> None:
        self._ring_up()
        self._waits(lambda: bool((calls := self._calls(Operation.CHARGE)) and calls[-1].http))

    def qr_fetched(self) -> None:
        self._slow(Operation.QR_PICTURE, after_commit=False)
        self._ring_up()
        self._arrives(Operation.QR_PICTURE)

    def qr_shown(self) -> None:
        self._ring_up()
        self._till.until(lambda now: bool(now.qr), "the QR")

    def status_asked(self) -> None:
        self.qr_shown()
        self._slow(Operation.STATUS, after_commit=True)
        self._till.press("check")
        self._arrives(Operation.STATUS)

    def settlement_notified(self) -> None:
        self.qr_shown()
        self._pay()
        self._waits(
            lambda: any('"settlement"' in one.body for one in self._gateway.deliveries[self._delivered :])
        )

    def paid_shown(self) -> None:
        self.qr_shown()
        self._pay()
        self._till.until(lambda now: now.stage == "paid", "paid")

    def cancel_received(self) -> None:
        self._cancels(after_commit=False)

    def cancel_carried_out(self) -> None:
        self._cancels(after_commit=True)
        self._waits(lambda: (latest := self._latest()) is not None and latest.status is Status.CANCEL)

    def any_moment(self) -> None:
        self._ring_up()
        time.sleep(self._random.uniform(0.0, 0.25))

    # one crash

    def crash(self, point: Callable[[], None]) -> None:
        """Kill at that point, start again, compare, and bring the sale to its end."""
        self._before = len(self._gateway.transactions())
        self._called = len(self._gateway.calls.all())
        self._delivered = len(self._gateway.deliveries)
        point()
        seen = self._till.kill()
        self._gateway.faults.clear()
        self._till = self._start()
        first = self._till.until(lambda now: bool(now.stage), "the counter after the crash")
        assert (first.sale, first.total) == (seen.sale, seen.total), f"{seen} became {first}"
        if seen.stage == "paid":
            assert first.stage == "paid", f"{seen} became {first}"
        self._resolve(seen)
        self._compare()
        self._till.press("new")
        self._till.until(lambda now: now.stage == "ringing_up" and now.total == 0, "the next sale")

    def _resolve(self, seen: Picture) -> None:
        """The customer pays what is shown, or the cashier gives it up."""
        now = self._till.until(lambda now: now.stage in _OVER or bool(now.qr), "the end of the doubt")
        if now.qr:
            assert seen.qr in ("", now.qr), "another QR than before the crash"
            if self._random.random() < 0.5:
                self._pay()
            else:
                self._till.press("cancel")
            now = self._till.until(lambda now: now.stage in _OVER, "the end of the payment")
        if now.stage == "ringing_up":  # it was killed before the charge was on disk
            self._ring_up(amount="")
            self._till.until(lambda now: bool(now.qr), "the QR of another try")
            self._pay()
            self._till.until(lambda now: now.stage == "paid", "paid after all")

    def _compare(self) -> None:
        """Gateway and journal say the same of every payment of this sale, and one at most was live."""
        with closing(SqlJournal.open(url_of(self._home / "journal.sqlite3"), "02")) as journal:
            for theirs in self._gateway.transactions()[: len(self._gateway.transactions()) - self._before]:
                ours = journal.payment(theirs.order_id)
                assert ours is not None, f"{theirs.order_id} was charged and is not in the journal"
                self._agree(theirs, ours)
        charges = Counter(one.order_id for one in self._calls(Operation.CHARGE))
        assert max(charges.values(), default=0) <= 1, (
            f"one order was charged again after a restart: {charges}"
        )

    def _agree(self, theirs: Transaction, ours: Payment) -> None:
        if theirs.status is Status.SETTLEMENT or ours.state.has_money:
            assert ours.state in _AGREES[theirs.status], f"{theirs.status} and {ours.state}: {ours.order_id}"
        assert not ours.state.is_live or theirs.status is Status.PENDING

    # hands

    def _start(self) -> Killable:
        return Killable(self._home, self._relay.url)

    def _ring_up(self, amount: str = "44000") -> None:
        if amount:
            self._till.press(f"ring {amount}")
            self._till.until(lambda now: now.total == int(amount), "the amount")
        self._till.press("charge gopay")

    def _slow(self, operation: Operation, *, after_commit: bool) -> None:
        self._gateway.script(Fault(Harm.SLOW, operation, seconds=0.6, after_commit=after_commit))

    def _cancels(self, *, after_commit: bool) -> None:
        self.qr_shown()
        self._slow(Operation.CANCEL, after_commit=after_commit)
        self._till.press("cancel")
        self._arrives(Operation.CANCEL)

    def _pay(self) -> None:
        latest = self._latest()
        assert latest is not None
        with suppress(CannotChangeError):  # it was cancelled in this moment
            self._gateway.pay(latest.id)

    def _latest(self) -> Transaction | None:
        transactions = self._gateway.transactions()
        return transactions[0] if len(transactions) > self._before else None

    def _calls(self, operation: Operation) -> list[Call]:
        return [call for call in self._gateway.calls.all()[self._called :] if call.operation is operation]

    def _arrives(self, operation: Operation) -> None:
        self._waits(lambda: bool(self._calls(operation)))

    def _waits(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < end, f"the moment never came; {self._till.now}, {self._till.told}"
            time.sleep(0.002)

    # the end

    def finish(self) -> None:
        """End the till; the whole journal must be sound and the 10-second rule kept over every restart."""
        errors = self._till.end()
        assert not errors, errors
        findings = examine(url_of(self._home / "journal.sqlite3"))
        assert not findings.faults, findings.faults
        for transaction in self._gateway.transactions():
            gaps = self._gateway.calls.gaps(Operation.STATUS, transaction.order_id)
            assert min(gaps, default=10.0) >= 10.0, (
                f"{transaction.order_id} was asked after {min(gaps):.2f} s"
            )


def crash_often(folder: Path, times: int, seed: int) -> Counter[str]:
    """So many crashes, every named moment in turn; gives how often each was struck."""
    random, struck = Random(seed), Counter[str]()
    with PracticeServer() as server, RelayThread(folder / "relay") as relay:
        crashes = Crashes(folder, random, server, relay)
        for number in range(times):
            point = crashes.points[number % len(crashes.points)]
            crashes.crash(point)
            struck[point.__name__] += 1
        crashes.finish()
    return struck


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.app.crashes", description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="pos-app-crashes-") as folder:
        struck = crash_often(Path(folder), wanted.times, wanted.seed)
    told = ", ".join(f"{count} at {name}" for name, count in struck.items())
    sys.stdout.write(
        f"{wanted.times} crashes in {time.monotonic() - began:.0f} s: {told}; nothing was lost\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
