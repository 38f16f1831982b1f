"""What a start costs before the cashier can type: whatever is not needed for that is not loaded then."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.shopfront import settings

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
        "pos_app.domain.payment",
        "pos_app.domain.record",
        "pos_app.domain.receipt",
        "pos_app.domain.reconciliation",
        "pos_app.domain.evidence",
        "pos_app.domain.sale",
        "pos_app.domain.staff",
        "pos_app.till.messages",
        "pos_app.till.desk_messages",
        "pos_app.till.lane_messages",
        "pos_app.till.snapshot",
    ),
    "the keyring": ("keyring", "jeepney", "secrets", "hashlib"),
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
    "sounds": ("pos_app.ui.sound", "pos_app.ui.player", "subprocess"),
}

_CODE = """
import linecache, sys
from tests.bench.starting import whole_app

def tell():
    window = sys.modules["pos_app.ui.cashier.window"].__file__
    made = "QStyle" in vars(sys.modules["PySide6.QtWidgets"])
    print(window in linecache.cache, made, *sys.modules, flush=True)

def watch(app, window):
    from tests.bench.usable import Usable

    Usable(app, window, lambda: (tell(), app.quit()))

sys.exit(whole_app(sys.argv[1], watch))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, frozenset[str]]:
    """Whether a source of ours is kept and Qt's class of styles was made, and which modules are there, at the moment
    when the window is usable.
    """
    home = tmp_path_factory.mktemp("home")
    (home / "settings.toml").write_text(settings("http://127.0.0.1:9"), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", _CODE, str(home)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
    )
    kept, made, *modules = ran.stdout.split()
    return kept, made, frozenset(modules)


@pytest.mark.parametrize("what", _LATER)
def test_it_comes_after_the_first_paint(told: tuple[str, str, frozenset[str]], what: str) -> None:
    *_, modules = told
    early = [name for name in modules for later in _LATER[what] if f"{name}.".startswith(f"{later}.")]
    assert not early


def test_the_cashiers_window_is_among_what_is_there(told: tuple[str, str, frozenset[str]]) -> None:
    *_, modules = told
    assert "pos_app.ui.cashier.window" in modules


def test_no_source_is_read_and_kept_for_qt(told: tuple[str, str, frozenset[str]]) -> None:
    kept, *_ = told
    assert kept == "False"


def test_no_widget_asks_for_its_style(told: tuple[str, str, frozenset[str]]) -> None:
    """PySide makes the class and its 580 names for the first that does: 6 ms."""
    _, made, _ = told
    assert made == "False"
