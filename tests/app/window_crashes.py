"""`python -m tests.app.window_crashes [--times N] [--seed N]`: the real program with its windows, killed again and again.

One home goes through all of it on a private X screen. The cashier's keys are pressed as a hand does it, the
customer pays or does not, and at a random moment the process is killed from outside. At the end the last
process brings everything to its end, and gateway and journal must say the same.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from random import Random

from pos_app.domain.payment import Payment
from pos_app.journal.check import examine
from pos_app.journal.sqlite_file import url_of
from pos_app.journal.store import SqlJournal
from pos_app.practice.faults import Operation
from pos_app.practice.ledger import CannotChangeError, Status
from pos_app.practice.serve import PracticeServer
from tests.app.shopfront import Shopfront, settings
from tests.xvfb import Display, two_monitors

_MOST_WAIT = 6.0
_KNOWN_WITHIN = 120.0
"""Seconds: how long a process lives at most once it has the keys, and by when the last one must know all."""

_KEYS = ("Return", "F5", "F5", "Escape", "Escape", "Escape", "F6", "F7", "F9", "F11")
"""A board that F9 opened keeps all keys from the sale until Esc closes it."""


class WindowCrashes:
    """A shop whose plug is pulled while somebody types."""

    def __init__(self, shopfront: Shopfront, random: Random) -> None:
        self._shop = shopfront
        self._random = random
        self.happened: Counter[str] = Counter()

    def crash(self) -> None:
        """Open the till, sell as if in a hurry, and kill it at a moment that nobody chose."""
        if self._random.random() < 0.2:
            self._shop.process = self._shop.start()
            time.sleep(self._random.uniform(0.05, 2.0))
            self.happened["killed while it started"] += 1
        else:
            self._shop.open()
            self._sell(time.monotonic() + self._random.uniform(0.1, _MOST_WAIT))
            self.happened["killed at work"] += 1
        self._shop.kill()

    def _sell(self, end: float) -> None:
        while time.monotonic() < end:
            roll = self._random.random()
            if roll < 0.45:
                self._shop.press("Escape")  # from a board, or a customer who waits
                self._shop.type(str(self._random.randint(10, 90) * 1000))
                self._shop.press("Return", "F5")
            elif roll < 0.75:
                self._pay()
            else:
                self._shop.press(self._random.choice(_KEYS))
            time.sleep(self._random.uniform(0.0, 0.4))

    def _pay(self) -> None:
        pending = self._shop.pending()
        if pending:
            with suppress(CannotChangeError):  # it was closed in this moment
                self._shop.gateway.pay(self._random.choice(pending).id)
                self.happened["paid"] += 1

    def finish(self) -> None:
        """The customers go; a last process must know all that the gateway knows."""
        for transaction in self._shop.pending():
            with suppress(CannotChangeError):
                self._shop.gateway.pay(transaction.id)
                self.happened["paid"] += 1
        self._shop.open()
        _wait(lambda: not self._differences(), lambda: str(self._differences()))
        assert self._shop.close() == 0
        findings = examine(self._url)
        assert not findings.faults, findings.faults
        self._audit()

    @property
    def _url(self) -> str:
        return url_of(self._shop.home / "journal.sqlite3")

    def _differences(self) -> list[str]:
        """Payments that gateway and journal do not say the same of."""
        with closing(SqlJournal.open(self._url, "02")) as journal:
            stored = {
                one.order_id: journal.payment(one.order_id) for one in self._shop.gateway.transactions()
            }
        return [
            f"{one.order_id}: {one.status.value}"
            for one in self._shop.gateway.transactions()
            if not _agrees(one.status, stored[one.order_id])
        ]

    def _audit(self) -> None:
        """No order was charged twice, no sale is paid twice unnoticed, nobody asked too soon."""
        transactions, calls = self._shop.gateway.transactions(), self._shop.gateway.calls
        assert len({one.order_id for one in transactions}) == len(transactions)
        for one in transactions:
            gap = min(calls.gaps(Operation.STATUS, one.order_id), default=10.0)
            assert gap >= 10.0, f"{one.order_id} was asked after {gap:.2f} s"
        with closing(SqlJournal.open(self._url, "02")) as journal:
            sales = {
                payment.sale_id
                for one in transactions
                if (payment := journal.payment(one.order_id)) is not None
            }
            for sale in sales:
                kept = [one for one in journal.payments_of(sale) if one.keeps_money]
                assert sum(not one.attention for one in kept) <= 1, f"sale {sale} was paid twice: {kept}"
        self.happened["payments"] = len(transactions)
        self.happened["charges sent"] = len(calls.of(Operation.CHARGE))


def _agrees(theirs: Status, ours: Payment | None) -> bool:
    if ours is None:
        return False
    return ours.keeps_money and ours.confirmed if theirs is Status.SETTLEMENT else not ours.state.has_money


def _wait(condition: Callable[[], bool], told: Callable[[], str]) -> None:
    end = time.monotonic() + _KNOWN_WITHIN
    while not condition():
        assert time.monotonic() < end, f"the till never learnt it: {told()}"
        time.sleep(0.5)


def crash_windows(folder: Path, display: Display, times: int, seed: int) -> Counter[str]:
    """So many kills over one journal; gives what happened."""
    home = folder / "home"
    home.mkdir()
    with PracticeServer() as server:
        (home / "settings.toml").write_text(settings(server.url), encoding="utf-8")
        shopfront = Shopfront(home, display, server.gateway)
        crashes = WindowCrashes(shopfront, Random(seed))
        try:
            for _ in range(times):
                crashes.crash()
            crashes.finish()
        finally:
            if shopfront.process is not None and shopfront.process.poll() is None:
                shopfront.kill()
    return crashes.happened


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.app.window_crashes", description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="pos-app-window-crashes-") as folder,
        contextmanager(two_monitors)() as display,
    ):
        happened = crash_windows(Path(folder), display, wanted.times, wanted.seed)
    told = ", ".join(f"{count} {what}" for what, count in happened.items())
    sys.stdout.write(f"{wanted.times} kills in {time.monotonic() - began:.0f} s: {told}; nothing was lost\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
