"""The server key is in the keyring and in memory, and in nothing else that the app makes (payments.md, invariant 10)."""

from __future__ import annotations

import base64
import subprocess
import sys
from pathlib import Path

import pytest

from pos_app.practice.account import Account
from pos_app.practice.serve import PracticeServer
from tests.secret_service import SecretService, start_secret_service

pytestmark = pytest.mark.keyring

KEY = "SB-Mid-server-GwUP_WGbJPXsDzsNEBRs8IYA"
SECRET = b"GwUP_WGbJPXsDzsNEBRs8IYA"
ENCODED = base64.b64encode(f"{KEY}:".encode())[20:]
SANDBOX = ("--environment", "sandbox")

HOLDS_THE_KEY = """
import sys, threading
from pathlib import Path
from pos_app.domain.environment import Environment
from pos_app.midtrans.client import MidtransGateway
from pos_app.settings import logs
from pos_app.settings.places import places
from pos_app.settings.secrets import Secrets

home = places(Path(sys.argv[1]))
home.prepare()
logs.start(home.log)
secrets = Secrets(home.name)
gateway = MidtransGateway(sys.argv[2], lambda: secrets.server_key(Environment.SANDBOX), deadline_seconds=2)
assert gateway.status("nothing").reading.code == 404
print("ready", flush=True)
sys.stdin.readline()

def ask():
    gateway.status("again")

thread = threading.Thread(target=ask)
thread.start()
thread.join()
print(gateway, secrets, flush=True)
gateway.status("and again")
"""


def holding(*places: Path) -> list[Path]:
    """The files below `places` in which the key's bytes are."""
    files = (file for place in places for file in place.rglob("*") if file.is_file())
    return [file for file in files if any(part in file.read_bytes() for part in (SECRET, ENCODED))]


def command(home: Path, *arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "pos_app", "--home", str(home), *arguments)


def test_a_search_would_find_it(tmp_path: Path) -> None:
    (tmp_path / "log").write_text(f"auth {KEY}")
    (tmp_path / "other").write_bytes(base64.b64encode(f"{KEY}:".encode()))
    assert len(holding(tmp_path)) == 2


def test_commands_and_their_errors_keep_it_to_themselves(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with start_secret_service(tmp_path / "service") as service, PracticeServer() as refusing:
        settings = '[store]\nname = "T"\n[gateway]\nenvironment = "sandbox"\nbase_url = '
        (home / "settings.toml").write_text(f'{settings}"{refusing.url}"\n')
        said = b""
        for arguments, typed in (
            (("key", "set", *SANDBOX), KEY),
            (("key", "check", *SANDBOX), ""),
            (("key", "set", "--environment", "production"), KEY),
            (("key", "set", *SANDBOX), f'"{KEY}"'),
            (("key", "set", *SANDBOX, KEY), ""),
            (("doctor",), ""),
            (("doctor", "--json"), ""),
            (("journal", "check"), ""),
        ):
            ran = subprocess.run(
                command(home, *arguments),
                env=service.environment,
                input=typed.encode(),
                capture_output=True,
                check=False,
            )
            said += ran.stdout + ran.stderr
        (home / "settings.toml").write_text(f'{settings}"{KEY}"\nserver_key = "{KEY}"\n')
        ran = subprocess.run(
            command(home, "doctor"), env=service.environment, capture_output=True, check=False
        )
        said += ran.stdout + ran.stderr
        (home / "settings.toml").unlink()
    assert b"a server key has no place in this file" in said
    assert b"refuses the key" in said
    assert SECRET not in said
    assert ENCODED not in said
    assert holding(tmp_path) == []


def test_a_process_that_uses_it_shows_it_nowhere(tmp_path: Path, secret_service: SecretService) -> None:
    home = tmp_path / "home"
    stored = subprocess.run(
        command(home, "key", "set", *SANDBOX),
        env=secret_service.environment,
        input=KEY,
        text=True,
        check=True,
    )
    assert stored.returncode == 0
    server = PracticeServer(account=Account(server_keys=(KEY,)))
    with subprocess.Popen(
        (sys.executable, "-c", HOLDS_THE_KEY, str(home), server.url),
        env=secret_service.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == b"ready\n"
            for place in ("cmdline", "environ"):
                assert SECRET not in Path(f"/proc/{process.pid}/{place}").read_bytes()
        finally:
            server.stop()
        out, err = process.communicate(b"\n")
    assert process.returncode == 1
    assert b"<MidtransGateway" in out
    assert b"Error" in err
    assert SECRET not in out + err
    log = (home / "logs" / "pos-app.log").read_text()
    assert log.count("CRITICAL") == 2
    assert holding(tmp_path) == []
