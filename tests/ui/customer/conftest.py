from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.domain.environment import Environment
from pos_app.domain.method import Method
from pos_app.ui.customer.window import CustomerWindow
from pos_app.ui.theme import Theme
from tests.fakes.clock import FakeClock
from tests.ui import snapshots

METHODS = (Method.CASH, Method.GOPAY, Method.ALFAMART, Method.INDOMARET)

MakeWindow = Callable[..., CustomerWindow]


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    dressed = Theme()
    dressed.apply(qapp)
    return dressed


@pytest.fixture
def clock() -> FakeClock:
    """At the moment of the snapshots, on both clocks."""
    before = FakeClock(snapshots.NOW - timedelta(seconds=snapshots.MONOTONIC - 1000))
    before.advance(snapshots.MONOTONIC - 1000)
    return before


@pytest.fixture
def make_window(qtbot: QtBot, theme: Theme, clock: FakeClock) -> MakeWindow:
    def make(
        environment: Environment = Environment.PRODUCTION,
        size: tuple[int, int] = (1280, 720),
        methods: tuple[Method, ...] = METHODS,
        *,
        reduce_motion: bool = True,
    ) -> CustomerWindow:
        shop = snapshots.shop(environment)
        window = CustomerWindow(shop, methods, clock, theme, reduce_motion=reduce_motion)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        return window

    return make


@pytest.fixture
def window(make_window: MakeWindow) -> CustomerWindow:
    return make_window()
