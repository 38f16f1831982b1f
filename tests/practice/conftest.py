"""One practice server for the room's tests; every test uses order ids of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pos_app.practice.account import Account
from pos_app.practice.serve import PracticeServer
from tests.practice.caller import Caller


@pytest.fixture(scope="session")
def shared_server() -> Iterator[PracticeServer]:
    with PracticeServer(account=Account(merchant_name="TOKO SINAR JAYA")) as server:
        yield server


@pytest.fixture
def server(shared_server: PracticeServer) -> Iterator[PracticeServer]:
    yield shared_server
    assert shared_server.gateway.faults.waiting() == (), "a scripted fault never struck"


@pytest.fixture
def caller(server: PracticeServer) -> Caller:
    return Caller(server.url)
