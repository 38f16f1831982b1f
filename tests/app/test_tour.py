"""The tour on a real X screen, and how it ends when something is wrong."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.app import tour
from pos_app.app.desktop import Desktop
from pos_app.app.link import ShopLink
from pos_app.app.practice import DEFAULT
from pos_app.app.tour import STEPS, Step, Tour
from pos_app.practice.gateway import Gateway
from pos_app.settings.places import places
from pos_app.settings.secrets import Secrets
from tests.xvfb import Display

PICTURES = [step.picture for step in STEPS if step.picture]
SIZES = {"cashier": (1366, 768), "customer": (1920, 1080)}


def playing(tmp_path: Path, display: Display) -> subprocess.Popen[str]:
    command = (
        sys.executable,
        "-m",
        "pos_app",
        "--home",
        tmp_path / "home",
        "practice",
        "--tour",
        tmp_path / "tour",
    )
    return subprocess.Popen(
        command, env=display.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def qr_texts(picture: Path) -> list[str]:
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return [one.text for one in zxingcpp.read_barcodes(Image.open(picture).convert("L"), formats=formats)]


@pytest.mark.gui
@pytest.mark.slow
def test_the_whole_story_is_told(tmp_path: Path, xvfb: Display) -> None:
    process = playing(tmp_path, xvfb)
    told, errors = process.communicate(timeout=100)
    assert (process.returncode, errors) == (0, "")
    folder = tmp_path / "tour"
    for number, name in enumerate(PICTURES, 1):
        for who, size in SIZES.items():
            with Image.open(folder / f"{number:02d}-{name}-{who}.png") as picture:
                assert picture.size == size
    for who in SIZES:
        with_qr = [name for name in PICTURES if qr_texts(next(folder.glob(f"??-{name}-{who}.png")))]
        assert with_qr == ["waiting", "found-again"]
    assert (folder / "11-slip.png").exists()
    timeline = (folder / "timeline.txt").read_text("utf-8")
    assert timeline in told
    ends = [story.splitlines()[-1].split()[-1] for story in timeline.strip().split("\n\n")]
    assert ends == ["paid", "cancelled", "expired"]
    assert "in_doubt" in timeline


@pytest.mark.gui
@pytest.mark.slow
def test_a_tour_that_is_interrupted_has_failed(tmp_path: Path, xvfb: Display) -> None:
    process = playing(tmp_path, xvfb)
    first = tmp_path / "tour" / "01-welcome-cashier.png"
    while process.poll() is None and not first.exists():
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.1)
    process.terminate()
    process.communicate(timeout=30)
    assert process.returncode == 1


@pytest.mark.gui
@pytest.mark.slow
def test_a_folder_that_is_none_is_said(tmp_path: Path, xvfb: Display) -> None:
    (tmp_path / "tour").write_text("a file", encoding="utf-8")
    process = playing(tmp_path, xvfb)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "can't keep the tour's pictures" in errors
    assert "Traceback" not in errors


def _break(_tour: Tour) -> None:
    raise LookupError("no such payment")


@pytest.mark.parametrize(
    ("act", "why"), [(lambda _: None, "nothing came of it"), (_break, "no such payment")]
)
def test_a_step_that_fails_ends_the_tour_with_a_sentence(
    *,
    act: Callable[[Tour], None],
    why: str,
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    monkeypatch.setattr(tour, "STEPS", (Step("moon", act, lambda _: False), *STEPS))
    monkeypatch.setattr(tour, "_PATIENCE", 0.0)
    home = places(tmp_path)
    desktop = Desktop(qapp, home, DEFAULT, lambda: ShopLink(DEFAULT, Secrets(home.name)))
    qtbot.addWidget(desktop.cashier)
    qtbot.addWidget(desktop.customer)
    played = Tour(tmp_path / "tour", Gateway)
    played.begin(qapp, desktop)
    qtbot.waitUntil(lambda: codes == [1])
    assert not played.has_ended_well
    told = capsys.readouterr().err
    assert "the tour failed on its way to moon" in told
    assert why in told
