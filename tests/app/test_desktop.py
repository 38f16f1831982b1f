"""What the composition root joins: an event of the till is heard, or in a quiet shop seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.app.desktop import Desktop
from pos_app.app.link import ShopLink
from pos_app.app.practice import DEFAULT
from pos_app.settings.model import Display, Settings
from pos_app.settings.places import places
from pos_app.settings.secrets import Secrets
from pos_app.till.messages import Chimed
from pos_app.ui.player import Player
from pos_app.ui.sound import Tune
from pos_app.ui.widgets.flash import Flash

Opened = Callable[[Settings], Desktop]


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Opened:
    """Both windows without the till behind them, the cashier's on the screen."""

    def make(settings: Settings) -> Desktop:
        home = places(tmp_path)
        desktop = Desktop(qapp, home, settings, lambda: ShopLink(settings, Secrets(home.name)))
        qtbot.addWidget(desktop.cashier)
        qtbot.addWidget(desktop.customer)
        desktop.cashier.show()
        desktop.add_sounds()
        return desktop

    return make


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[Tune]:
    tunes: list[Tune] = []
    monkeypatch.setattr(Player, "play", lambda _player, tune: tunes.append(tune))
    return tunes


def test_a_payment_is_heard(opened: Opened, played: list[Tune]) -> None:
    desktop = opened(DEFAULT)
    desktop.bridge.post(Chimed("TSJ-02-261120-0001-1"))
    assert played == [Tune.PAID]
    assert not _flashes(desktop)


def test_a_quiet_shop_sees_it_instead(opened: Opened, played: list[Tune]) -> None:
    desktop = opened(DEFAULT._replace(display=Display(is_quiet=True)))
    desktop.bridge.post(Chimed("TSJ-02-261120-0001-1"))
    assert played == []
    assert _flashes(desktop)


def _flashes(desktop: Desktop) -> bool:
    return any(flash.isVisible() for flash in desktop.cashier.findChildren(Flash))
