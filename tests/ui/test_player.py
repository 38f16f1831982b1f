"""The lane of sounds, with players that the test put on the PATH."""

from __future__ import annotations

import os
import stat
import sys
import wave
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.ui import player
from pos_app.ui.player import Player
from pos_app.ui.sound import Tune

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no programs on a PATH for this")


class Bench:
    """A folder that is the whole PATH, and what the players in it wrote down."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notes = folder / "notes"
        self.notes.touch()

    def put(self, name: str, *lines: str) -> None:
        """A player that writes its name, its own process id and what it plays, then does the `lines`."""
        program = self.folder / name
        said = f'echo "{name} $$ ${{1##*/}}" >>"{self.notes}"'
        program.write_text("\n".join(("#!/bin/sh", said, *lines)), encoding="utf-8")
        program.chmod(stat.S_IRWXU)

    def said(self) -> list[list[str]]:
        return [line.split() for line in self.notes.read_text("utf-8").splitlines()]

    def played(self) -> list[str]:
        return [f"{name} {file}" for name, _, file in self.said()]


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setenv("PATH", str(tmp_path))
    return Bench(tmp_path)


@pytest.fixture
def beeps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    return heard


@contextmanager
def playing() -> Iterator[Player]:
    one = Player()
    try:
        yield one
    finally:
        one.stop()


def test_the_systems_player_gets_the_file(qtbot: QtBot, bench: Bench, beeps: list[str]) -> None:
    bench.put("aplay")
    with playing() as one:
        one.play(Tune.PAID)
        qtbot.waitUntil(lambda: bench.played() == ["aplay paid.wav"])
    assert beeps == []


def test_the_first_that_can_play_is_asked_first_from_then_on(qtbot: QtBot, bench: Bench) -> None:
    bench.put("pw-play", "exit 1")
    bench.put("paplay")
    with playing() as one:
        one.play(Tune.PAID)
        qtbot.waitUntil(lambda: len(bench.said()) == 2)
        one.play(Tune.ENDED)
        qtbot.waitUntil(lambda: len(bench.said()) == 3)
    assert bench.played() == ["pw-play paid.wav", "paplay paid.wav", "paplay ended.wav"]


def test_without_a_player_it_beeps(qtbot: QtBot, bench: Bench, beeps: list[str]) -> None:
    with playing() as one:
        one.play(Tune.PAID)
        qtbot.waitUntil(lambda: beeps == ["beep"])


def test_a_player_that_fails_is_no_error(qtbot: QtBot, bench: Bench, beeps: list[str]) -> None:
    (bench.folder / "paplay").write_text("not a program", encoding="utf-8")
    (bench.folder / "paplay").chmod(stat.S_IRWXU)
    bench.put("aplay", "exit 3")
    with playing() as one:
        one.play(Tune.PAID)
        qtbot.waitUntil(lambda: beeps == ["beep"])


def test_one_sound_at_a_time_and_the_greatest_waits(qtbot: QtBot, bench: Bench) -> None:
    gate = bench.folder / "gate"
    os.mkfifo(gate)
    bench.put("aplay", f'read -r _ <"{gate}"', f'echo "end $$ -" >>"{bench.notes}"')
    with playing() as one:
        one.play(Tune.SCANNED)
        qtbot.waitUntil(lambda: len(bench.said()) == 1)
        for tune in (Tune.UNKNOWN, Tune.PAID, Tune.SCANNED):
            one.play(tune)
        gate.write_text("go\n", encoding="utf-8")
        qtbot.waitUntil(lambda: len(bench.said()) == 3)
        gate.write_text("go\n", encoding="utf-8")
        qtbot.waitUntil(lambda: len(bench.said()) == 4)
    assert [f"{name} {file}" for name, _, file in bench.said()] == [
        *("aplay scanned.wav", "end -", "aplay paid.wav", "end -"),
    ]


def test_stopping_ends_the_sound_in_its_middle(qtbot: QtBot, bench: Bench, beeps: list[str]) -> None:
    gate = bench.folder / "gate"
    os.mkfifo(gate)
    bench.put("aplay", f'read -r _ <"{gate}"')
    with playing() as one:
        one.play(Tune.PAID)
        qtbot.waitUntil(lambda: len(bench.said()) == 1)
        process = int(bench.said()[0][1])
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    one.play(Tune.PAID)
    assert len(bench.said()) == 1
    assert beeps == []


def test_a_player_that_never_ends_is_given_up(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(player, "_PATIENCE", 0.2)
    gate = bench.folder / "gate"
    os.mkfifo(gate)
    bench.put("pw-play", f'read -r _ <"{gate}"')
    bench.put("aplay")
    with playing() as one:
        one.play(Tune.PAID)
        qtbot.waitUntil(lambda: bench.played() == ["pw-play paid.wav", "aplay paid.wav"])


@pytest.mark.parametrize(
    ("tune", "seconds"),
    [
        (Tune.SCANNED, 0.04),
        (Tune.UNKNOWN, 0.24),
        (Tune.ENDED, 0.3),
        (Tune.ATTENTION, 0.3),
        (Tune.PAID, 0.4),
    ],
)
def test_every_tune_has_a_short_soft_file(tune: Tune, seconds: float) -> None:
    with wave.open(str(tune.file)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getnframes() / file.getframerate() == pytest.approx(seconds, abs=0.001)
        samples = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    assert 8_000 < max(map(abs, samples)) < 16_000
    assert max(abs(samples[0]), abs(samples[-1])) < 100
    assert max(abs(after - before) for before, after in pairwise(samples)) < 6_000


def test_all_sounds_together_are_small() -> None:
    assert sum(tune.file.stat().st_size for tune in Tune) < 100_000
