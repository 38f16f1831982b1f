"""The fence around the tests holds."""

from __future__ import annotations

import logging
import os
import socket
from pathlib import Path

import pytest

from tests.isolation import OutsideError


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1"])
def test_no_test_reaches_another_machine(address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as outward, pytest.raises(OutsideError):
        outward.connect((address, 443))


def test_no_test_looks_up_another_machine() -> None:
    with pytest.raises(OutsideError):
        socket.getaddrinfo("pos-app.example.org", 443)


def test_a_name_that_can_not_exist_is_not_found_without_asking_anybody() -> None:
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("gateway.invalid", 443)


def test_loopback_is_open() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        assert client.getpeername() == server.getsockname()


def test_the_home_is_not_the_home_of_whoever_runs_the_tests() -> None:
    assert Path.home().name.startswith("pos-app-tests-")
    assert "DBUS_SESSION_BUS_ADDRESS" not in os.environ


def test_a_warning_in_the_log_is_seen_by_who_asks_for_it(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("pos_app").warning("as expected")
    assert caplog.messages == ["as expected"]


def test_a_warning_in_the_log_fails_who_does_not(pytester: pytest.Pytester) -> None:
    here = Path(__file__).parent
    pytester.makeini(f"[pytest]\npythonpath = '{here.parent}'")
    pytester.makeconftest(
        "from tests.conftest import no_unexpected_log_warnings as no_unexpected_log_warnings"
    )
    pytester.makepyfile("import logging\ndef test_it(): logging.getLogger().warning('the sky is falling')")
    result = pytester.runpytest_subprocess("-q")
    result.stdout.fnmatch_lines(["*Nobody expected these log records*", "*the sky is falling"])
    assert result.ret != 0
