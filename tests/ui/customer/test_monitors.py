from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from pos_app.domain.environment import Environment
from tests.ui import snapshots
from tests.ui.customer.monitors import MONITORS


@dataclass(frozen=True)
class Seen:
    monitor: tuple[int, int]
    read: list[str]
    colours: int
    bands: int
    module: int
    modules: int


def _seen_at(ratio: str, environment: Environment) -> list[Seen]:
    """A process of its own: Qt takes the ratio once, at its start."""
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": ratio}
    run = subprocess.run(
        [sys.executable, "-m", "tests.ui.customer.monitors", environment.value],
        env=settings,
        check=True,
        capture_output=True,
        text=True,
        timeout=100,
    )
    told = [json.loads(line) for line in run.stdout.splitlines()]
    return [
        Seen(
            (line["monitor"][0], line["monitor"][1]),
            line["read"],
            line["colours"],
            line["bands"],
            line["module"],
            line["modules"],
        )
        for line in told
    ]


@pytest.mark.parametrize("ratio", ["1", "1.25", "1.5", "2"])
def test_the_qr_is_read_from_every_monitor(ratio: str) -> None:
    seen = _seen_at(ratio, Environment.PRODUCTION)
    assert [one.monitor for one in seen] == list(MONITORS)
    for one in seen:
        short = min(one.monitor)
        assert one.read == [snapshots.QR_TEXT], one
        assert (one.colours, one.bands) == (2, 0), one
        assert one.module * one.modules >= 0.6 * short, one
        assert one.module >= (8 if short >= 720 else 5), one


def test_a_practice_qr_leaves_room_for_its_bands_and_is_read_all_the_same() -> None:
    for one in _seen_at("1", Environment.PRACTICE):
        assert one.bands >= 2, one
        assert one.read == [snapshots.QR_TEXT], one
        assert one.colours == 2, one
