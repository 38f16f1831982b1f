"""One throw-away PostgreSQL server for the whole run, started by the first test that asks, an own schema for each."""

from __future__ import annotations

import atexit
import itertools
import urllib.parse
from functools import cache

import psycopg

from tests.relay.postgres import Postgres

_schemas = itertools.count(1)


@cache
def _cluster() -> Postgres:
    cluster = Postgres()
    atexit.register(cluster.remove)
    return cluster


def fresh_schema_url() -> str:
    """The SQLAlchemy URL of an empty schema."""
    schema = f"journal_{next(_schemas)}"
    server = _cluster().url
    with psycopg.connect(server.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}".encode())
    return f"{server}?options={urllib.parse.quote(f'-csearch_path={schema}')}"
