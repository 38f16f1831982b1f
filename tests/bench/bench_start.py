"""From the command to a usable cashier's window: `python -m tests.bench.bench_start [--rounds N]`.

Ratios of one run, in turns, against a bare PySide6 window with a text field and a table: a shop's till, and one that
practises, whose window carries its marks. Goals: time at most 1.5×, memory at most 1.6×. Packages that a shop does not
have are hidden: some libraries load them where they lie.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import packages_distributions
from pathlib import Path
from statistics import median

from pos_app.domain.environment import Environment
from tests.app.shopfront import settings
from tests.bench.starting import HIDDEN
from tests.xvfb import two_monitors

LOCK = Path(__file__).parents[2] / "packaging" / "locks" / "desktop.txt"


@dataclass(frozen=True, slots=True)
class Start:
    """Milliseconds until usable, by the clock and of the CPU; MiB then, and when all had settled."""

    wall: float
    cpu: float
    rss: float
    pss: float
    settled_rss: float
    settled_pss: float


KINDS = ("bare", "shop", "practice")

FIGURES = {
    "wall": "ms to a usable window",
    "cpu": "ms of CPU until then",
    "rss": "MiB RSS then",
    "pss": "MiB PSS then",
    "settled_rss": "MiB RSS 3 s later",
    "settled_pss": "MiB PSS 3 s later",
}


def start(environment: Mapping[str, str], *what: str) -> Start:
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.starting", *what],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        usable = process.stdout.readline().split()
        wall = (time.perf_counter() - began) * 1000
        settled = process.stdout.readline().split()
    sizes = [int(kib) / 1024 for kib in (*usable[2:], *settled[2:])]
    return Start(wall, float(usable[1]), *sizes)


def not_in_a_shop() -> list[str]:
    """What can be imported here and is not among the packages of the desktop's lock."""
    locked = set(re.findall(r"^([a-z0-9-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE)) | {"pos-app"}
    return [
        module
        for module, packages in packages_distributions().items()
        if not locked & {re.sub(r"[-_.]+", "-", package).lower() for package in packages}
    ]


@contextmanager
def screens() -> Iterator[Mapping[str, Mapping[str, str]]]:
    """What a process needs for each kind of screen."""
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled[HIDDEN] = " ".join(not_in_a_shop())
    compiled["HTTPS_PROXY"] = (
        "http://127.0.0.1:9"  # nobody: a till without a payment asks nothing, and could not
    )
    with contextmanager(two_monitors)() as display:
        yield {
            "Xvfb": {**compiled, "DISPLAY": f":{display.number}", "QT_QPA_PLATFORM": "xcb"},
            "offscreen": {**compiled, "QT_QPA_PLATFORM": "offscreen"},
        }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bench_start", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder, screens() as screen_kinds:
        shop, practice = Path(folder) / "shop", Path(folder) / "practice"
        make_home(shop, settings(environment=Environment.PRODUCTION.value))
        make_home(practice, settings("http://127.0.0.1:9"))
        ways = {"bare": ("bare",), "shop": ("app", str(shop)), "practice": ("app", str(practice))}
        for screen, environment in screen_kinds.items():
            for kind in KINDS:
                start(environment, *ways[kind])  # the first makes the journal
            report(screen, [[start(environment, *ways[kind]) for kind in KINDS] for _ in range(rounds)])


def make_home(home: Path, written: str) -> None:
    home.mkdir()
    (home / "settings.toml").write_text(written, encoding="utf-8")


def report(screen: str, rounds: list[list[Start]]) -> None:
    """A ratio is the median of those of neighbours in time: the machine is faster and slower by the minute."""
    sys.stdout.write(f"{screen}, median of {len(rounds)}\n")
    for name, what in FIGURES.items():
        figures = [[getattr(one, name) for one in neighbours] for neighbours in rounds]
        sys.stdout.write(f"  {what:<24}")
        for kind, ours in zip(KINDS, zip(*figures, strict=True), strict=True):
            ratio = median(one / neighbours[0] for one, neighbours in zip(ours, figures, strict=True))
            sys.stdout.write(f"   {kind} {median(ours):6.1f}" + (f" {ratio:.2f}×" if kind != "bare" else ""))
        sys.stdout.write("\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
