from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from pos_app.ui.screens import Monitor, Plan, plan
from tests.xvfb import Display, two_monitors

LEFT = Monitor("DP-1", "", QRect(0, 0, 1366, 768))
RIGHT = Monitor("HDMI-1", "", QRect(1366, 0, 1920, 1080))
THIRD = Monitor("HDMI-2", "", QRect(3286, 0, 1280, 1024))
HOME = Plan(LEFT, RIGHT)


def test_the_cashier_has_the_main_monitor_and_the_customer_the_other() -> None:
    assert plan([LEFT, RIGHT], None) == Plan(LEFT, RIGHT)
    assert plan([RIGHT, LEFT], None) == Plan(RIGHT, LEFT)


def test_a_single_monitor_is_the_cashiers() -> None:
    assert plan([LEFT], None) == Plan(LEFT, None)
    assert plan([LEFT], HOME) == Plan(LEFT, None)


def test_the_settings_can_name_the_customers_monitor() -> None:
    assert plan([LEFT, RIGHT, THIRD], None, "HDMI-2") == Plan(LEFT, THIRD)
    assert plan([RIGHT, LEFT], None, "HDMI-1") == Plan(LEFT, RIGHT)
    assert plan([RIGHT, LEFT], None, "gone") == Plan(RIGHT, LEFT)


def test_windows_return_to_their_own_monitors_in_whatever_order_these_come_back() -> None:
    assert plan([RIGHT, LEFT], HOME) == HOME
    assert plan([RIGHT, THIRD, LEFT], HOME) == HOME


def test_when_the_cashiers_monitor_is_gone_its_window_takes_what_is_left() -> None:
    assert plan([RIGHT], HOME) == Plan(RIGHT, None)
    assert plan([RIGHT, THIRD], HOME) == Plan(THIRD, RIGHT)


def test_a_mirror_of_the_cashiers_monitor_is_no_second_one() -> None:
    mirror = Monitor("HDMI-1", "", QRect(0, 0, 1280, 720))
    assert plan([LEFT, mirror], HOME) == Plan(LEFT, None)


def test_a_monitor_is_known_by_its_serial_though_its_socket_and_size_changed() -> None:
    was = Monitor("HDMI-1", "CN41", RIGHT.area)
    now = Monitor("DP-2", "CN41", QRect(1366, 0, 1080, 1920))
    other = Monitor("HDMI-1", "CN42", QRect(3286, 0, 1920, 1080))
    assert plan([LEFT, other, now], Plan(LEFT, was)) == Plan(LEFT, now)
    assert plan([LEFT, other, now], None, "CN41") == Plan(LEFT, now)


monitors = st.lists(st.sampled_from([LEFT, RIGHT, THIRD]), min_size=1, max_size=3, unique=True)
wanted = st.sampled_from(["", "DP-1", "HDMI-1", "gone"])


@given(monitors, st.one_of(st.none(), st.permutations([LEFT, RIGHT, THIRD])), wanted)
def test_both_windows_never_share_a_monitor(
    present: list[Monitor], homes: list[Monitor] | None, name: str
) -> None:
    laid = plan(present, Plan(homes[0], homes[1]) if homes else None, name)
    assert laid.cashier in present
    assert laid.customer is None or laid.customer in present
    assert laid.customer != laid.cashier
    assert (laid.customer is None) == (len(present) == 1)


def test_no_monitor_at_all_is_nobodys_plan() -> None:
    with pytest.raises(ValueError, match="no monitor"):
        plan([], HOME)


class Windows:
    """The two windows in their process, and what they told last."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.two_windows"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, args=(self._process.stdout,))
        self._reader.start()
        self.seen: list[dict[str, object]] = []

    def _read(self, told: IO[str]) -> None:
        for line in told:
            self._lines.put(line)
        self._lines.put("")

    def wait_for(self, wanted: Callable[[dict[str, object]], bool]) -> dict[str, object]:
        """The first thing told that is as wanted; all that was told before it is in `seen`."""
        self.seen = []
        while True:
            line = self._lines.get(timeout=30)
            assert line, "the windows' process has ended"
            state: dict[str, object] = json.loads(line)
            self.seen.append(state)
            if wanted(state):
                return state

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=20)
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.fixture
def display() -> Iterator[Display]:
    """A server of its own: these tests pull monitors out."""
    yield from two_monitors()


@pytest.fixture
def windows(display: Display) -> Iterator[Windows]:
    opened = Windows(display.environment)
    yield opened
    opened.close()


def _is_at_home(state: dict[str, object]) -> bool:
    return (
        state["cashier"] == [0, 0, 1366, 768]
        and state["customer"] == [1366, 0, 1920, 1080]
        and state["qr_on"] == ["CUSTOMER"]
    )


def _is_cashier_alone(state: dict[str, object]) -> bool:
    """Its window has moved to the monitor that is left, and the display has made room."""
    return (
        "CASHIER" not in str(state["monitors"])
        and state["customer"] is None
        and bool(state["cashier_is_seen"])
    )


@pytest.mark.gui
def test_the_customers_monitor_is_pulled_out_and_comes_back(display: Display, windows: Windows) -> None:
    home = windows.wait_for(_is_at_home)
    assert home["cashier_is_seen"]
    assert not home["active"]
    display.unplug()
    alone = windows.wait_for(lambda state: not state["has_customer_screen"])
    assert alone["monitors"] == ["CASHIER"]
    assert alone["customer"] is None
    assert alone["qr_on"] == []
    assert all(state["cashier_is_seen"] for state in windows.seen), windows.seen
    display.plug()
    back = windows.wait_for(_is_at_home)
    assert back["has_customer_screen"]
    assert not back["customer_strayed"]
    assert all(state["cashier_is_seen"] for state in windows.seen), windows.seen


@pytest.mark.gui
def test_the_cashiers_monitor_is_pulled_out_and_comes_back(display: Display, windows: Windows) -> None:
    windows.wait_for(_is_at_home)
    display.unplug_cashier()
    windows.wait_for(_is_cashier_alone)
    display.plug_cashier()
    assert windows.wait_for(_is_at_home)["cashier_is_seen"]


@pytest.mark.gui
@pytest.mark.parametrize("scale", ["1.25", "1.5", "2"])
def test_the_customers_monitor_may_have_a_scale_of_its_own(display: Display, scale: str) -> None:
    factors = {"QT_SCREEN_SCALE_FACTORS": f"CASHIER=1;CUSTOMER={scale}"}
    windows = Windows({**display.environment, **factors})
    try:
        state = windows.wait_for(lambda state: state["qr_on"] == ["CUSTOMER"])
        assert state["cashier_is_seen"]
    finally:
        windows.close()


def _offscreen(folder: Path, *monitors: tuple[str, int, int, int]) -> dict[str, str]:
    """Qt's own screens without an X server: names, places and sizes."""
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "dpr": 1}
        | {"logicalDpi": 96, "logicalBaseDpi": 96}
        for name, x, width, height in monitors
    ]
    file = folder / "screens.json"
    settings = {"synchronousWindowSystemEvents": True, "windowFrameMargins": False, "screens": screens}
    file.write_text(json.dumps(settings), encoding="utf-8")
    return {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"}


@pytest.mark.parametrize("size", [(1280, 1024), (1080, 1920), (800, 480), (3840, 2160)])
def test_the_display_fills_whatever_second_monitor_there_is(tmp_path: Path, size: tuple[int, int]) -> None:
    windows = Windows(_offscreen(tmp_path, ("CASHIER", 0, 1366, 768), ("CUSTOMER", 1366, *size)))
    try:
        state = windows.wait_for(lambda state: state["customer"] is not None)
        assert state["customer"] == [1366, 0, *size]
        assert state["cashier"] == [0, 0, 1366, 768]
    finally:
        windows.close()


def test_on_a_single_monitor_there_is_no_display(tmp_path: Path) -> None:
    windows = Windows(_offscreen(tmp_path, ("ONLY", 0, 1366, 768)))
    try:
        state = windows.wait_for(lambda state: state["monitors"] == ["ONLY"])
        assert state["customer"] is None
        assert not state["has_customer_screen"]
    finally:
        windows.close()
