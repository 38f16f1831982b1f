"""The house keeps its own rules: who may know whom, what needs no library, what nothing is called."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
SOURCES = sorted((REPOSITORY / "pos_app").rglob("*.py"))

SAYS_NOTHING = {
    *("util", "utils", "common", "helper", "helpers", "misc", "manager", "managers", "service", "services"),
    *("handler", "handlers", "controller", "base", "core", "stuff"),
}


def test_the_contracts_hold() -> None:
    ran = subprocess.run(
        (Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"),
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("room", ["domain", "till", "midtrans/wire"])
def test_a_room_needs_the_standard_library_alone(room: str) -> None:
    """Every module of it is imported by a Python that has nothing but itself and this checkout."""
    modules = [
        ".".join(source.relative_to(REPOSITORY).with_suffix("").parts).removesuffix(".__init__")
        for source in SOURCES
        if source.is_relative_to(REPOSITORY / "pos_app" / room)
    ]
    assert modules
    program = (
        "import importlib, sys; sys.path = [*sys.argv[1:2], *(path for path in sys.path if 'site-packages' not in path)]\n"
        "for module in sys.argv[2:]: importlib.import_module(module)"
    )
    ran = subprocess.run(
        (sys.executable, "-I", "-S", "-c", program, REPOSITORY, *modules),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def test_every_file_is_called_by_what_is_in_it() -> None:
    assert [source for source in SOURCES if source.stem in SAYS_NOTHING] == []


@pytest.mark.parametrize(
    "forbidden",
    [
        r"processEvents",  # a window that draws in the middle of something can be clicked in the middle of it
        r"\bQThread\b",  # threads are plain, and known to coverage and to debuggers
        r"shell=True",
        r"verify=False",
    ],
)
def test_nothing_reaches_for_a_shortcut(forbidden: str) -> None:
    assert [source for source in SOURCES if re.search(forbidden, source.read_text("utf-8"))] == []


def test_only_the_till_and_its_adapters_know_the_gateways_hosts() -> None:
    """A test that could reach a real gateway would need its name."""
    hosts = re.compile(r"(?:api|app)\.(?:sandbox\.)?midtrans\.com")
    found = {
        source.relative_to(REPOSITORY).as_posix()
        for source in SOURCES
        if hosts.search(source.read_text("utf-8"))
    }
    assert found == {"pos_app/midtrans/wire/facts.py"}
