"""What holds for every test: a home of its own, no outside world, and nothing that goes wrong in silence.

The environment is set while this file is imported, before any other conftest and before Qt.
"""

from __future__ import annotations

import gc
import logging
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.certificate import make_certificate
from tests.isolation import live_in, refuse_the_outside
from tests.secret_service import SecretService, start_secret_service

_home = Path(tempfile.mkdtemp(prefix="pos-app-tests-"))
live_in(_home)
refuse_the_outside()

hypothesis.settings.register_profile("wandering", deadline=None)
hypothesis.settings.register_profile("repeatable", deadline=None, derandomize=True)
hypothesis.settings.load_profile("repeatable")


def pytest_configure() -> None:
    """Python would collect the cycles of closed windows on any thread, and a server's thread must not touch Qt."""
    gc.disable()


def pytest_runtest_logfinish() -> None:
    """Between two tests, here: the oldest generation that Python would collect now, and those younger than it."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


def pytest_unconfigure() -> None:
    shutil.rmtree(_home, ignore_errors=True)


class _Listening(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_log_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless the test asks for `caplog` and so reads the log itself."""
    if "caplog" in request.fixturenames:
        yield
        return
    listening = _Listening()
    logging.getLogger().addHandler(listening)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(listening)
    if listening.heard:
        pytest.fail(
            "Nobody expected these log records (a test that does takes `caplog`):\n"
            + "\n".join(listening.heard),
            pytrace=False,
        )


@pytest.fixture(scope="session")
def secret_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecretService]:
    """A real one, running for the whole session; whoever locks or stops it starts one of their own."""
    with start_secret_service(tmp_path_factory.mktemp("secret-service")) as service:
        yield service


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a server on loopback shows over TLS, and its key, in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed: apt-get install openssl")
    return make_certificate(tmp_path_factory.mktemp("certificate"))
