from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.practice.serve import PracticeServer
from tests.app.shopfront import Shopfront, settings
from tests.xvfb import Display, xvfb

__all__ = ["xvfb"]


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer() as one:
        yield one


@pytest.fixture
def shopfront(tmp_path: Path, xvfb: Display, server: PracticeServer) -> Iterator[Shopfront]:
    """A till that is set up and not yet open."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text(settings(server.url), encoding="utf-8")
    one = Shopfront(home, xvfb, server.gateway)
    yield one
    if one.process is not None and one.process.poll() is None:
        one.kill()
