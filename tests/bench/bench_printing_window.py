"""What printing does to the windows: `python -m tests.bench.bench_printing_window [--papers N] [--lines N]`.

A till on a virtual screen prints copies of one slip with so many lines sold, on a network printer that is a
process of its own, and its GUI thread beats every 5 ms. Goal: no block longer than 20 ms. The same beat without printing says
what the machine itself does to it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from pos_app.app import desktop
from pos_app.app.desktop import Desktop
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.practice.serve import PracticeServer
from pos_app.till.messages import AddAmount, Charge, CounterShown, Event, Reprint
from pos_app.till.stage import Stage
from tests.app.epson import printer_settings
from tests.app.shopfront import settings
from tests.bench.bench_start import screens
from tests.printing.epson import Epson

_BEAT = 5
_TURN = 250
"""Milliseconds between two beats of the GUI thread, and between two papers."""


class Printing(QObject):
    """Sells once, then prints copies or waits as long: one longest block a turn."""

    def __init__(self, app: QApplication, shown: Desktop, papers: int, lines: int) -> None:
        super().__init__(app)
        self._app, self._shown, self._papers, self._lines = app, shown, papers, lines
        self._figures: dict[str, list[float]] = {"idle": [], "printing": []}
        self._worst, self._beaten = 0.0, perf_counter()
        self._is_selling = False
        self._heart = QTimer(self, interval=_BEAT)
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._beat)
        self._turns = QTimer(self, interval=_TURN)
        self._turns.timeout.connect(self._turn)
        shown.bridge.connect_to(self._hear)

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if not isinstance(event, CounterShown):
            return
        if not self._is_selling:
            self._is_selling = True
            for number in range(self._lines):
                self._shown.machinery.post(AddAmount(Rupiah(10_000 + number), f"Barang nomor {number}"))
            self._shown.machinery.post(Charge(Method.INDOMARET))
        elif event.counter.stage is Stage.WAITING and not self._turns.isActive():
            self._turns.start()
            self._heart.start()

    @Slot()
    def _turn(self) -> None:
        done = sum(map(len, self._figures.values()))
        if done:
            self._figures["printing" if done > self._papers else "idle"].append(self._worst)
        else:
            self._figures["idle"].append(0.0)  # the first turn is still the sale's
        self._worst = 0.0
        if done == 2 * self._papers:
            for what, seconds in self._figures.items():
                figures = " ".join(f"{one * 1000:.2f}" for one in seconds[1:])
                sys.stdout.write(f"{what}: {figures}\n")
            sys.stdout.flush()
            self._app.quit()
        elif done >= self._papers:
            self._shown.machinery.post(Reprint())

    @Slot()
    def _beat(self) -> None:
        now = perf_counter()
        self._worst = max(self._worst, now - self._beaten - _BEAT / 1000)
        self._beaten = now


def till(home: str, papers: int, lines: int) -> int:
    """The process that is measured."""
    from pos_app import cli

    serve: Callable[..., int] = desktop.serve

    def watched(*given: object, **named: object) -> int:
        kept: list[Printing] = []
        return serve(
            *given, **named, begin=lambda app, shown: kept.append(Printing(app, shown, papers, lines))
        )

    desktop.serve = watched
    return cli.main(["--home", home])


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bench_printing_window", description=__doc__)
    parser.add_argument("--papers", type=int, default=100)
    parser.add_argument("--lines", type=int, default=5)
    parser.add_argument("--home", help="be the till of this home: for the bench itself")
    wanted = parser.parse_args()
    if wanted.home:
        return till(wanted.home, wanted.papers, wanted.lines)
    with (
        tempfile.TemporaryDirectory() as folder,
        PracticeServer() as server,
        Epson() as epson,
        screens() as kinds,
    ):
        written = settings(server.url, extra=printer_settings(epson.address))
        (Path(folder) / "settings.toml").write_text(written, encoding="utf-8")
        arguments = ("--home", folder, "--papers", str(wanted.papers), "--lines", str(wanted.lines))
        ran = subprocess.run(
            [sys.executable, "-m", "tests.bench.bench_printing_window", *arguments],
            env=kinds["Xvfb"],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        print(f"{epson.papers} papers came out; longest block of the GUI thread a turn, in milliseconds")
    for line in ran.stdout.splitlines():
        what, _, figures = line.partition(": ")
        blocks = [float(one) for one in figures.split()]
        print(
            f"  {what:<9} p50 {median(blocks):5.1f}   p95 {quantiles(blocks, n=20, method='inclusive')[-1]:5.1f}   max {max(blocks):5.1f}"
        )
    return ran.returncode


if __name__ == "__main__":
    sys.exit(main())
