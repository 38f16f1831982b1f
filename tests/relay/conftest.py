import itertools
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from pos_app.relay.mailbox import Limits, Mailboxes
from pos_app.relay.serve import RelayThread, open_mailboxes
from tests.relay.postgres import Postgres

_schemas = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    cluster = Postgres()
    yield cluster
    cluster.remove()


@pytest.fixture
def postgres_url(postgres: Postgres) -> str:
    """A schema of its own for each test."""
    schema = f"test_{next(_schemas)}"
    with psycopg.connect(postgres.url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
    return f"{postgres.url}?options={urllib.parse.quote(f'-csearch_path={schema}')}"


class Opener:
    """Opens the same mailboxes again and again, each time as a new process would."""

    def __init__(self, data: Path | None, url: str | None) -> None:
        self.data = data
        self.url = url
        self._opened: list[Mailboxes] = []

    def __call__(self, limits: Limits | None = None) -> Mailboxes:
        store = open_mailboxes(self.data, self.url, limits)
        self._opened.append(store)
        return store

    def close(self, store: Mailboxes) -> None:
        self._opened.remove(store)
        store.close()

    def close_all(self) -> None:
        for store in self._opened:
            store.close()


@pytest.fixture(params=["sqlite", "postgres"])
def mailboxes_at(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    url = request.getfixturevalue("postgres_url") if request.param == "postgres" else None
    opener = Opener(tmp_path if url is None else None, url)
    yield opener
    opener.close_all()


@pytest.fixture(scope="session")
def relay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RelayThread]:
    """One for all tests that are content with a mailbox of their own."""
    with RelayThread(tmp_path_factory.mktemp("relay")) as running:
        yield running


@pytest.fixture
def own_relay(tmp_path: Path) -> Iterator[RelayThread]:
    """For a test that counts what the relay did, or is unkind to it."""
    with RelayThread(tmp_path) as running:
        yield running
