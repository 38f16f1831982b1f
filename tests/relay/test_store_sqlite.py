import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pos_app.relay.capability import mailbox_id
from pos_app.relay.mailbox import Ack, OpenError, Page, Post, Prune, Read, StoreError
from pos_app.relay.store_sqlite import SqliteMailboxes

A = mailbox_id("a till")
NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)

FORMAT_1 = f"""
CREATE TABLE relay (epoch TEXT NOT NULL, probed_at INTEGER NOT NULL DEFAULT 0);
CREATE TABLE mailbox (
    id TEXT PRIMARY KEY, newest INTEGER NOT NULL, acked INTEGER NOT NULL,
    messages INTEGER NOT NULL, bytes INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE message (
    mailbox TEXT NOT NULL, seq INTEGER NOT NULL, received_at INTEGER NOT NULL,
    content_type TEXT, body BLOB NOT NULL, PRIMARY KEY (mailbox, seq)
);
CREATE INDEX message_by_age ON message (received_at);
INSERT INTO relay (epoch) VALUES ('0123456789ab');
INSERT INTO mailbox VALUES ('{A}', 7, 0, 0, 0);
PRAGMA user_version = 1;
"""
"""As the first version made it, with a mailbox whose messages are all gone."""


def post(size: int = 10_000) -> Post:
    return Post(A, NOON, None, bytes(size))


def test_every_commit_is_synced_and_nobody_else_may_read_the_file(tmp_path: Path) -> None:
    store = SqliteMailboxes(tmp_path / "new" / "folder")
    assert store._writer.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert store._writer.execute("PRAGMA synchronous").fetchone() == (2,)
    assert (tmp_path / "new" / "folder").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "new" / "folder" / "relay.db").stat().st_mode & 0o777 == 0o600
    store.close()


def test_a_full_store_refuses_and_takes_more_when_there_is_room_again(tmp_path: Path) -> None:
    store = SqliteMailboxes(tmp_path, largest=300_000)
    stored = 0
    with pytest.raises(StoreError, match="full"):
        while True:
            assert store.write([post()]) == [stored + 1]
            stored += 1
    assert stored > 10
    assert store.read([Read(A, None)])[0].newest == stored
    assert store.write([Ack(A, stored)]) == [stored]
    while store.write([Prune(NOON + timedelta(hours=2))]) == [1]:
        pass
    assert store.write([post()]) == [stored + 1]
    store.close()


def test_of_a_batch_that_does_not_fit_nothing_is_stored(tmp_path: Path) -> None:
    store = SqliteMailboxes(tmp_path, largest=300_000)
    heard: list[object] = []
    store.listen(heard.append)
    with pytest.raises(StoreError):
        store.write([post(60_000) for _ in range(10)])
    assert store.read([Read(A, 0)])[0].messages == ()
    assert heard == []
    assert store.write([post()]) == [1]
    assert heard == [{A}]
    store.close()


def test_a_second_relay_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    store = SqliteMailboxes(tmp_path)
    with pytest.raises(OpenError, match="another relay is using"):
        SqliteMailboxes(tmp_path)
    store.close()
    SqliteMailboxes(tmp_path).close()


def test_a_folder_that_takes_no_file_is_not_said_to_be_another_relays(tmp_path: Path) -> None:
    """As on a full disk: SQLite begins its lock with a file beside it."""
    (tmp_path / "relay.lock-journal").mkdir()
    with pytest.raises(OpenError, match=r"can't be opened: .* has its disk room"):
        SqliteMailboxes(tmp_path)


def test_an_older_file_is_taken_over_and_keeps_every_mailbox(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "relay.db") as connection:
        connection.executescript(FORMAT_1)
    connection.close()
    store = SqliteMailboxes(tmp_path)
    assert store.epoch == "0123456789ab"
    assert store.read([Read(A, 0)]) == [Page(0, 7, True, ())]
    assert store.write([post(1)]) == [8]
    store.close()
    again = SqliteMailboxes(tmp_path)
    assert again.read([Read(A, None)])[0].newest == 8
    again.close()


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    SqliteMailboxes(tmp_path).close()
    with sqlite3.connect(tmp_path / "relay.db") as connection:
        connection.execute("PRAGMA user_version = 3")
    connection.close()
    before = (tmp_path / "relay.db").read_bytes()
    with pytest.raises(OpenError, match="newer pos-app"):
        SqliteMailboxes(tmp_path)
    assert (tmp_path / "relay.db").read_bytes() == before


def test_what_is_no_database_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "relay.db").write_bytes(b"not a database" * 1000)
    with pytest.raises(OpenError, match="not a database"):
        SqliteMailboxes(tmp_path)
    assert (tmp_path / "relay.db").read_bytes() == b"not a database" * 1000


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OpenError, match="file/relay"):
        SqliteMailboxes(tmp_path / "file" / "relay")


def test_taking_the_epoch_away_from_a_restored_file_makes_a_new_one(tmp_path: Path) -> None:
    store = SqliteMailboxes(tmp_path)
    store.write([post()])
    store.close()
    with sqlite3.connect(tmp_path / "relay.db") as connection:
        connection.execute("DELETE FROM relay")
    connection.close()
    restored = SqliteMailboxes(tmp_path)
    assert restored.epoch != store.epoch
    assert restored.read([Read(A, None)])[0].newest == 1
    restored.close()
