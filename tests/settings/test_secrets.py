"""Secrets, kept in a real Secret Service, and refused to everything that is none."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import keyring
import pytest

from pos_app.domain.environment import Environment
from pos_app.domain.errors import MisconfiguredError, Problem
from pos_app.settings import secrets
from pos_app.settings.keyring_door import KeyringUnavailableError
from pos_app.settings.secrets import Secrets
from pos_app.settings.server_key import NotAKeyError
from tests.secret_service import SecretService, start_secret_service

pytestmark = pytest.mark.keyring

KEY = "SB-Mid-server-GwUP_WGbJPXsDzsNEBRs8IYA"
OTHER = "SB-Mid-server-TOq1a2AVuiyhhOjvfs3U_KeO"

Join = Callable[[SecretService], None]


@pytest.fixture
def join(monkeypatch: pytest.MonkeyPatch) -> Join:
    """Makes this process a part of the session that a Secret Service runs in."""

    def join_session(service: SecretService) -> None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.environment["DBUS_SESSION_BUS_ADDRESS"])
        choose(monkeypatch, "keyring.backends.SecretService.Keyring")

    return join_session


def choose(monkeypatch: pytest.MonkeyPatch, backend: str) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)


@pytest.fixture
def session(secret_service: SecretService, join: Join) -> None:
    join(secret_service)
    for environment in (Environment.SANDBOX, Environment.PRODUCTION):
        Secrets("").forget_server_key(environment)


@pytest.mark.usefixtures("session")
def test_a_key_is_kept_for_its_environment_and_for_the_next_start() -> None:
    Secrets("till").keep_server_key(Environment.SANDBOX, f"{KEY}\n")
    assert Secrets("till").server_key(Environment.SANDBOX) == KEY
    with pytest.raises(MisconfiguredError) as missing:
        Secrets("till").server_key(Environment.PRODUCTION)
    assert missing.value.problem is Problem.NO_KEY


@pytest.mark.usefixtures("session")
def test_what_is_no_key_of_the_environment_changes_nothing() -> None:
    ours = Secrets("till")
    ours.keep_server_key(Environment.SANDBOX, KEY)
    with pytest.raises(NotAKeyError):
        ours.keep_server_key(Environment.SANDBOX, "Mid-server-for-another-environment")
    assert Secrets("till").server_key(Environment.SANDBOX) == KEY


@pytest.mark.usefixtures("session")
def test_a_key_is_forgotten() -> None:
    ours = Secrets("till")
    ours.keep_server_key(Environment.SANDBOX, KEY)
    assert ours.forget_server_key(Environment.SANDBOX)
    assert not ours.forget_server_key(Environment.SANDBOX)
    with pytest.raises(MisconfiguredError):
        ours.server_key(Environment.SANDBOX)


@pytest.mark.usefixtures("session")
def test_a_key_that_others_stored_wrongly_is_not_used() -> None:
    keyring.set_password(secrets.SERVICE, "server key production", KEY)
    with pytest.raises(MisconfiguredError) as wrong:
        Secrets("till").server_key(Environment.PRODUCTION)
    assert wrong.value.problem is Problem.WRONG_KEY
    assert "GwUP" not in repr(wrong.value)


@pytest.mark.usefixtures("session")
def test_a_key_that_was_stored_wrongly_can_be_put_right_without_a_new_start() -> None:
    keyring.set_password(secrets.SERVICE, "server key sandbox", "Mid-server-for-another-environment")
    ours = Secrets("till")
    with pytest.raises(MisconfiguredError):
        ours.server_key(Environment.SANDBOX)
    Secrets("till").keep_server_key(Environment.SANDBOX, KEY)
    assert ours.server_key(Environment.SANDBOX) == KEY


@pytest.mark.usefixtures("session")
def test_a_key_is_read_again_when_that_is_asked_for() -> None:
    ours = Secrets("till")
    ours.keep_server_key(Environment.SANDBOX, KEY)
    Secrets("till").keep_server_key(Environment.SANDBOX, OTHER)
    assert ours.server_key_again(Environment.SANDBOX) == OTHER
    assert ours.server_key(Environment.SANDBOX) == OTHER


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(
    ("stored", "problem"),
    [(None, Problem.NO_KEY), ("Mid-server-for-another-environment", Problem.WRONG_KEY)],
)
def test_a_key_that_is_read_again_in_vain_stays_in_use(stored: str | None, problem: Problem) -> None:
    ours = Secrets("till")
    ours.keep_server_key(Environment.SANDBOX, KEY)
    Secrets("till").forget_server_key(Environment.SANDBOX)
    if stored is not None:
        keyring.set_password(secrets.SERVICE, "server key sandbox", stored)
    with pytest.raises(MisconfiguredError) as caught:
        ours.server_key_again(Environment.SANDBOX)
    assert caught.value.problem is problem
    assert ours.server_key(Environment.SANDBOX) == KEY


@pytest.mark.usefixtures("session")
def test_a_key_is_read_once() -> None:
    ours = Secrets("till")
    ours.keep_server_key(Environment.SANDBOX, KEY)
    Secrets("till").keep_server_key(Environment.SANDBOX, OTHER)
    assert ours.server_key(Environment.SANDBOX) == KEY


@pytest.mark.usefixtures("session")
def test_a_key_that_is_stored_later_is_found_without_a_new_start() -> None:
    ours = Secrets("till")
    with pytest.raises(MisconfiguredError):
        ours.server_key(Environment.SANDBOX)
    Secrets("till").keep_server_key(Environment.SANDBOX, KEY)
    assert ours.server_key(Environment.SANDBOX) == KEY


@pytest.mark.usefixtures("session")
def test_the_relay_secret_is_made_once_for_each_home() -> None:
    found: list[str] = []
    ours = Secrets("a new home")
    threads = [threading.Thread(target=lambda: found.append(ours.relay_secret())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) == {Secrets("a new home").relay_secret()}
    assert len(found[0]) == 43
    assert Secrets("another home").relay_secret() != found[0]


@pytest.mark.usefixtures("session")
def test_nothing_shows_a_secret() -> None:
    ours = Secrets("till")
    ours.keep_server_key(Environment.SANDBOX, KEY)
    assert KEY not in repr(ours)
    assert KEY not in str(ours)


@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")  # keyring leaves it open when it fails
def test_a_locked_keyring_says_so(tmp_path: Path, join: Join) -> None:
    with start_secret_service(tmp_path) as service:
        join(service)
        Secrets("till").keep_server_key(Environment.SANDBOX, KEY)
        service.lock()
        with pytest.raises(KeyringUnavailableError, match="is locked") as locked:
            Secrets("till").server_key(Environment.SANDBOX)
        assert locked.value.problem is Problem.KEYRING_UNAVAILABLE
    gc.collect()


def test_a_keyring_that_does_not_answer_is_waited_for_once(tmp_path: Path, join: Join) -> None:
    with start_secret_service(tmp_path) as service:
        join(service)
        Secrets("till").keep_server_key(Environment.SANDBOX, KEY)
        ours = Secrets("till", patience=0.2)
        os.kill(service.daemon, signal.SIGSTOP)
        for _ in range(2):
            with pytest.raises(KeyringUnavailableError, match="did not answer"):
                ours.server_key(Environment.SANDBOX)
        assert sum(thread.name == "keyring" for thread in threading.enumerate()) == 1
        os.kill(service.daemon, signal.SIGCONT)
        for thread in threading.enumerate():
            if thread.name == "keyring":
                thread.join()
        assert ours.server_key(Environment.SANDBOX) == KEY


def test_a_session_without_a_bus_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "keyring.backends.fail.Keyring")
    with pytest.raises(KeyringUnavailableError, match="this session has no keyring"):
        Secrets("till").server_key(Environment.SANDBOX)


def test_a_keyring_that_forgets_everything_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "keyring.backends.null.Keyring")
    with pytest.raises(
        KeyringUnavailableError, match=r"keyring\.backends\.null is no keyring of the operating system"
    ):
        Secrets("till").keep_server_key(Environment.SANDBOX, KEY)


def test_a_keyring_that_can_not_be_loaded_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "no.such.module.Keyring")
    with pytest.raises(KeyringUnavailableError, match="can't be loaded"):
        Secrets("till").relay_secret()


PLAIN_TEXT = '''
from pathlib import Path
from keyring.backend import KeyringBackend

class PlainTextKeyring(KeyringBackend):
    """Keeps passwords in a file that anybody can read."""

    priority = 0.5
    file = Path(__file__).with_name("passwords.txt")

    def set_password(self, service, username, password):
        self.file.write_text(password)

    def get_password(self, service, username):
        return self.file.read_text() if self.file.exists() else None
'''


def test_a_plain_text_keyring_is_refused_and_given_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plain_text_keyring.py").write_text(PLAIN_TEXT)
    monkeypatch.syspath_prepend(tmp_path)
    choose(monkeypatch, "plain_text_keyring.PlainTextKeyring")
    with pytest.raises(
        KeyringUnavailableError, match="plain_text_keyring is no keyring of the operating system"
    ):
        Secrets("till").keep_server_key(Environment.SANDBOX, KEY)
    assert not (tmp_path / "passwords.txt").exists()
