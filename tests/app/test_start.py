"""What a start costs before the cashier can type: whatever is not needed for that is not loaded then."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.app.shopfront import settings
from tests.xvfb import Display

_LATER = {
    "the till's thread": ("sqlalchemy", "sqlite3", "alembic", "concurrent.futures", "pos_app.till.checkout"),
    "the gateway and the relay": (
        "httpx",
        "httpcore",
        "ssl",
        "asyncio",
        "pos_app.midtrans",
        "pos_app.notices.listener",
    ),
    "the vocabulary of payments": (
        "pos_app.domain.errors",
        "pos_app.domain.payment",
        "pos_app.domain.record",
        "pos_app.domain.receipt",
        "pos_app.domain.reconciliation",
        "pos_app.domain.evidence",
        "pos_app.domain.sale",
        "pos_app.domain.staff",
        "pos_app.till.ports",
        "pos_app.till.messages",
        "pos_app.till.desk_messages",
        "pos_app.till.lane_messages",
        "pos_app.till.snapshot",
    ),
    "the keyring": ("keyring", "jeepney", "secrets", "hashlib"),
    "the other commands": ("pos_app.cli.arguments", "locale"),
    "the log and the signals": ("logging.handlers", "json", "socket"),
    "what is said about payments": (
        "pos_app.ui.text.news",
        "pos_app.ui.text.stages",
        "pos_app.ui.text.problems",
    ),
    "pictures and paper": ("PIL", "zxingcpp", "qrcode", "escpos", "pos_app.printing.lane"),
    "the customer's window": ("pos_app.ui.customer",),
    "the manager's pages": ("pos_app.ui.manager.board_page", "pos_app.ui.manager.approval"),
    "the rows of a cart and of a search": (
        "pos_app.domain.cart",
        "pos_app.ui.cashier.cart_lines",
        "pos_app.ui.cashier.result_list",
    ),
    "the pages of a payment": ("pos_app.ui.cashier.waiting_page", "pos_app.ui.cashier.paid_page"),
    "what makes messages": ("dataclasses",),
    "sounds": ("pos_app.ui.sound", "pos_app.ui.player", "subprocess"),
}

_CODE = """
import linecache, sys
from tests.bench.starting import whole_app

def tell():
    window = sys.modules["pos_app.ui.cashier.window"].__file__
    made = [name for name in ("Qt", "QStyle") for part in ("Core", "Widgets")
            if name in vars(sys.modules[f"PySide6.Qt{part}"])]
    print(window in linecache.cache, ",".join(made) or "nothing", *sys.modules, flush=True)

def watch(app, window):
    from tests.bench.usable import Usable

    Usable(app, window, lambda: (tell(), app.quit()))

sys.exit(whole_app(sys.argv[1], watch))
"""


class Told(NamedTuple):
    """Whether a source of ours is kept, which of PySide's dear classes were made, and which modules are there, at the
    moment when the window is usable.
    """

    kept: str
    made: str
    modules: frozenset[str]


def _start(home: Path, environment: Mapping[str, str]) -> Told:
    (home / "settings.toml").write_text(settings("http://127.0.0.1:9"), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", _CODE, str(home)],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    )
    kept, made, *modules = ran.stdout.split()
    return Told(kept, made, frozenset(modules))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return _start(tmp_path_factory.mktemp("home"), {**os.environ, "QT_QPA_PLATFORM": "offscreen"})


@pytest.mark.parametrize("what", _LATER)
def test_it_comes_after_the_first_paint(told: Told, what: str) -> None:
    early = [name for name in told.modules for later in _LATER[what] if f"{name}.".startswith(f"{later}.")]
    assert not early


def test_the_cashiers_window_is_among_what_is_there(told: Told) -> None:
    assert "pos_app.ui.cashier.window" in told.modules


def test_no_source_is_read_and_kept_for_qt(told: Told) -> None:
    assert told.kept == "False"


def test_nothing_asks_for_a_style_or_a_name_of_qt(told: Told) -> None:
    """PySide makes the class of styles with 580 names, or `Qt` with 1,200, for the first that does: 6 ms, 14 ms."""
    assert told.made == "nothing"


def test_nor_does_the_light_of_a_second_monitor(tmp_path: Path, xvfb: Display) -> None:
    assert _start(tmp_path, xvfb.environment).made == "nothing"
