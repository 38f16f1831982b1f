"""What a sale feels like: `python -m tests.bench.bench_sale [--sales N] [--method qris|gopay] [--answer S] [--steps]
[--offscreen]`.

The windows are a shop's, and then those of a till that stands in practice. The till is a process of its own on a
virtual screen; gateway and relay are here. A charge is answered after S seconds: with 0 the answer meets the windows
still drawing the moment before, which no gateway out there does. Goals, in milliseconds: F5 to QR beyond the
gateway's own time p99 30, status reply to paid p99 50, notification to paid 100, longest block of the GUI thread 50.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.serve import PracticeServer
from pos_app.relay.serve import RelayThread
from tests.app.shopfront import settings
from tests.bench.bench_start import screens


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bench_sale", description=__doc__)
    parser.add_argument("--sales", type=int, default=200)
    parser.add_argument("--method", choices=("qris", "gopay"), default="gopay")
    parser.add_argument("--answer", type=float, default=0.25, metavar="S", help="seconds")
    parser.add_argument("--steps", action="store_true", help="where the time from F5 to the QR goes")
    parser.add_argument("--offscreen", action="store_true", help="without an X server")
    wanted = parser.parse_args()
    screen = "offscreen" if wanted.offscreen else "Xvfb"
    answered = f"charges answered after {wanted.answer:g} s"
    sys.stdout.write(f"{wanted.sales} sales by {wanted.method} on {screen}, {answered}, milliseconds\n")
    with screens() as kinds:
        for windows in ("shop", "practice"):
            sys.stdout.write(f"{windows}\n")
            for way in ("status", "notification"):
                more = ["steps"] if wanted.steps else []
                till = (str(wanted.sales // 2), way, windows, *more)
                sell(till, wanted.method, wanted.answer, kinds[screen])


def sell(till: Sequence[str], method: str, answer: float, environment: Mapping[str, str]) -> None:
    """By `till` in a home of its own. Without a relay nobody has asked for a status before the till may."""
    with (
        tempfile.TemporaryDirectory() as folder,
        PracticeServer() as server,
        RelayThread(Path(folder) / "relay") as relay,
    ):
        server.gateway.script(Fault(Harm.SLOW, on=Operation.CHARGE, times=None, seconds=answer))
        home = Path(folder) / "home"
        home.mkdir()
        listening = f'[relay]\nurl = "{relay.url}"\n' if "notification" in till else ""
        written = settings(server.url, method=method, extra=listening)
        (home / "settings.toml").write_text(written, encoding="utf-8")
        with subprocess.Popen(
            (sys.executable, "-m", "tests.bench.selling", str(home), *till),
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            serve_customers(process, server)


def serve_customers(till: subprocess.Popen[str], server: PracticeServer) -> None:
    """Pay what the till asks for, and print what it measured."""
    assert till.stdin is not None
    assert till.stdout is not None
    for line in till.stdout:
        word, _, rest = line.strip().partition(" ")
        if word == "pay":
            at = perf_counter()
            server.gateway.pay(rest)
            till.stdin.write(f"{at}\n")
            till.stdin.flush()
        elif word == "figures":
            what, _, figures = rest.rpartition(": ")
            report(what, [float(one) for one in figures.split()])


def report(what: str, figures: list[float]) -> None:
    p99 = quantiles(figures, n=100, method="inclusive")[98] if len(figures) > 1 else figures[0]
    sys.stdout.write(
        f"  {what:<36} p50 {median(figures):6.1f}   p99 {p99:6.1f}   max {max(figures):6.1f}   ({len(figures)})\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    main()
