"""Bring an older journal up to this version, with a backup before."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from pos_app.journal.backup import keep_backup

MIGRATIONS = Path(__file__).with_name("migrations")


def upgrade(connection: Connection, path: Path | None) -> None:
    """Run every migration that the journal lacks, inside the caller's transaction.

    A file is backed up first; a server's backup is its keeper's own affair.
    """
    if path is not None:
        keep_backup(path, datetime.now(UTC))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
