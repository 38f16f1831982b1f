"""Journals in files of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pos_app.journal.sqlite_file import url_of
from pos_app.journal.store import SqlJournal
from tests.postgres import fresh_schema_url


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "journal.sqlite3"


@pytest.fixture
def journal(path: Path) -> Iterator[SqlJournal]:
    with closing(SqlJournal.open(url_of(path), "02")) as opened:
        yield opened


@pytest.fixture
def postgres_url() -> str:
    return fresh_schema_url()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, path: Path) -> str:
    """A place where no journal is yet."""
    return url_of(path) if request.param == "sqlite" else fresh_schema_url()
