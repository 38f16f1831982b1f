"""A throw-away Secret Service: gnome-keyring on a session bus of its own, unlocked, with nobody to prompt."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_PROGRAMS = ("dbus-daemon", "dbus-send", "gnome-keyring-daemon")


@dataclass(frozen=True)
class SecretService:
    """A running Secret Service, and the environment in which a process finds it."""

    environment: dict[str, str]
    daemon: int
    """The process id of gnome-keyring."""

    def lock(self) -> None:
        self._ask("Lock", "array:objpath:/org/freedesktop/secrets/aliases/default")

    def _ask(self, method: str, *arguments: str) -> None:
        subprocess.run(
            (
                *("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets"),
                *("/org/freedesktop/secrets", f"org.freedesktop.Secret.Service.{method}", *arguments),
            ),
            env=self.environment,
            check=True,
            capture_output=True,
        )


@contextmanager
def start_secret_service(folder: Path) -> Iterator[SecretService]:
    """One that keeps its files in `folder`."""
    missing = [program for program in _PROGRAMS if shutil.which(program) is None]
    if missing:
        pytest.fail(f"{', '.join(missing)} not found: run sh packaging/system.sh test", pytrace=False)
    environment = dict(os.environ)
    for name in ("CONFIG", "DATA", "CACHE"):
        environment[f"XDG_{name}_HOME"] = str(folder / name.lower())
    environment["XDG_RUNTIME_DIR"] = str(folder / "run")
    (folder / "run").mkdir(mode=0o700, parents=True)
    with subprocess.Popen(
        ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as bus:
        assert bus.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        with subprocess.Popen(
            ("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"),
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as daemon:
            assert daemon.stdin is not None
            assert daemon.stdout is not None
            daemon.stdin.write("a password of no worth")
            daemon.stdin.close()
            daemon.stdout.readline()  # GNOME_KEYRING_CONTROL=…: it is up
            try:
                yield SecretService(environment, daemon.pid)
            finally:
                daemon.send_signal(signal.SIGCONT)
                daemon.terminate()
                daemon.wait()
                bus.terminate()
