from __future__ import annotations

from pathlib import Path

import pytest

from pos_app.domain.effect import Effect, EffectKind
from pos_app.printing.underway import Outcome, Underway
from tests.printing.samples import EFFECT, KICK


def test_notes_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "underway"
    first = Underway(path)
    first.begin(EFFECT)
    first.begin(KICK)
    first.finish(KICK, Outcome.OUT)
    second = Underway(path)
    assert (second.outcome(EFFECT), second.outcome(KICK)) == (Outcome.BEGUN, Outcome.OUT)
    second.take_back(EFFECT)
    assert Underway(path).outcome(EFFECT) is None


def test_only_the_last_ones_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "underway"
    notes = Underway(path)
    for number in range(100):
        notes.finish(Effect(f"TSJ-{number}", EffectKind.SLIP), Outcome.OVER)
    assert len(path.read_text("utf-8").splitlines()) == 64
    assert Underway(path).outcome(Effect("TSJ-99", EffectKind.SLIP)) is Outcome.OVER


def test_a_spoilt_line_costs_only_itself(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "underway"
    Underway(path).begin(EFFECT)
    path.write_bytes(b"\xff\x00 nonsense\nbegun what 1 x\n" + path.read_bytes())
    assert Underway(path).outcome(EFFECT) is Outcome.BEGUN
    assert caplog.text.count("no note of a print") == 2
