"""The composition root of the desktop: the only room that knows every other."""

from __future__ import annotations

import gc
from pathlib import Path

from pos_app.app.imports import import_without_features


def run_desktop(home: Path | None) -> int:
    """Open the till of a home; gives the exit code: 0 after a normal end, 1 where it can't start."""
    _load_lightly()
    from pos_app.app.desktop import run_desktop as run

    return run(home)


def run_practice(home: Path | None, tour: Path | None) -> int:
    """The same with a gateway, a relay and a customer in this process; with `tour` one sale is played by itself."""
    _load_lightly()
    from pos_app.app.practice import run_practice as run

    return run(home, tour)


def _load_lightly() -> None:
    """What is loaded for the windows stays: looking through it for rubbish is for nothing. `Rubbish` takes over."""
    gc.disable()
    import_without_features()
