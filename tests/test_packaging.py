"""The set-up scripts, run for real with stand-ins for Debian's own programs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[1] / "packaging"

STAND_INS = {
    "dpkg-query": 'for last; do :; done; case " $MISSING " in *" $last "*) exit 1 ;; esac; printf "installed "',
    "id": 'echo "$WHO"',
    "sudo": '[ -n "$SUDO" ] || exit 1; shift; "$@"',
    "apt-get": 'for one; do case $one in update|install) echo "$one" ;; lib*) echo "$one" ;; esac; done >>"$CALLS"; exit "$APT"',
}


class Debian:
    """A machine on which some packages are missing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.calls = folder / "calls"
        for name, program in STAND_INS.items():
            (folder / name).write_text(f"#!/bin/sh\n{program}\n")
            (folder / name).chmod(0o755)

    def run(
        self, *what: str, missing: str = "", who: str = "1000", sudo: str = "", apt: str = "0"
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ("sh", PACKAGING / "system.sh", *what),
            env={
                "PATH": f"{self._folder}:/usr/bin:/bin",
                "MISSING": missing,
                "WHO": who,
                "SUDO": sudo,
                "APT": apt,
                "CALLS": str(self.calls),
            },
            capture_output=True,
            text=True,
            check=False,
        )

    def asked_of_apt(self) -> list[str]:
        return self.calls.read_text().split() if self.calls.exists() else []


@pytest.fixture
def debian(tmp_path: Path) -> Debian:
    return Debian(tmp_path)


def test_where_everything_is_installed_nobody_is_asked(debian: Debian) -> None:
    ran = debian.run("desktop", "keyring", "display", "test", who="0")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert debian.asked_of_apt() == []


@pytest.mark.parametrize(("who", "sudo"), [("0", ""), ("1000", "yes")])
def test_only_what_is_missing_is_installed(debian: Debian, who: str, sudo: str) -> None:
    assert debian.run("desktop", missing="libgl1 libegl1", who=who, sudo=sudo).returncode == 0
    assert debian.asked_of_apt() == ["update", "install", "libgl1", "libegl1"]


def test_without_the_right_it_says_what_to_type(debian: Debian) -> None:
    ran = debian.run("desktop", missing="libgl1 libegl1")
    assert ran.returncode == 1
    assert (
        "sudo apt-get update && sudo apt-get install --no-install-recommends libgl1 libegl1\n" in ran.stderr
    )
    assert debian.asked_of_apt() == []


def test_where_apt_fails_it_says_what_is_missing(debian: Debian) -> None:
    ran = debian.run("desktop", missing="libgl1", who="0", apt="100")
    assert ran.returncode == 1
    assert "Please install: libgl1" in ran.stderr


def test_what_a_usb_printer_and_a_queue_need_is_installed_on_demand(debian: Debian) -> None:
    assert debian.run("printer", missing="libusb-1.0-0", who="0").returncode == 0
    assert debian.asked_of_apt() == ["update", "install", "libusb-1.0-0"]


def test_an_unknown_purpose_is_wrong_use(debian: Debian) -> None:
    assert debian.run("printing").returncode == 2


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """With a Python beside it that can do all, and makes a .venv whose Python can too."""
    (tmp_path / "packaging" / "locks").mkdir(parents=True)
    shutil.copy(PACKAGING / "environment.sh", tmp_path / "packaging")
    for name in ("packaging/locks/relay.txt", "packaging/locks/all.txt", "pyproject.toml"):
        (tmp_path / name).touch()
    made = 'if [ "$2" = venv ]; then mkdir -p .venv/bin; cp "$0" .venv/bin/python; fi'
    (tmp_path / "python").write_text(f"#!/bin/sh\n{made}\n")
    (tmp_path / "python").chmod(0o755)
    return tmp_path


def install(checkout: Path, lock: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ("sh", checkout / "packaging" / "environment.sh", lock),
        env={"PATH": "/usr/bin:/bin", "PYTHON": str(checkout / "python")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_environment_that_was_left_without_pip_is_made_anew(checkout: Path) -> None:
    """As `python3 -m venv` leaves it on a Debian without python3-venv, or Ctrl+C at the first start."""
    left = checkout / ".venv" / "bin" / "python"
    left.parent.mkdir(parents=True)
    left.write_text('#!/bin/sh\ncase "$*" in *pip*) exit 1 ;; esac\n')
    left.chmod(0o755)
    ran = install(checkout, "relay")
    assert ran.returncode == 0, ran.stderr
    assert "making .venv" in ran.stderr
    assert (checkout / ".venv" / "installed-relay").exists()


def test_an_unknown_lock_is_wrong_use(checkout: Path) -> None:
    ran = install(checkout, "dekstop")
    assert (ran.returncode, ran.stderr) == (
        2,
        "environment.sh: I know desktop, relay and all, not 'dekstop'\n",
    )


def test_a_command_on_the_virtual_display_keeps_its_exit_code_and_sees_two_monitors() -> None:
    ran = subprocess.run(
        ("sh", PACKAGING / "virtual-display.sh", "sh", "-c", "xrandr --listmonitors; exit 7"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 7
    assert ran.stdout.startswith("Monitors: 2\n")
    assert "CUSTOMER 1920/508x1080/286+1366+0" in ran.stdout


def test_every_locked_library_comes_with_its_hash() -> None:
    for lock in (PACKAGING / "locks").glob("*.txt"):
        pins = [line for line in lock.read_text().splitlines() if line[:1].isalnum()]
        assert pins
        assert all("==" in pin and pin.endswith("\\") for pin in pins), lock


def test_the_smaller_locks_are_part_of_the_largest() -> None:
    def pins(name: str) -> set[str]:
        lines = (PACKAGING / "locks" / f"{name}.txt").read_text().splitlines()
        return {line.partition(" ")[0] for line in lines if line[:1].isalnum()}

    assert pins("desktop") | pins("relay") <= pins("all")
