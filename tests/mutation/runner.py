"""Runs the narrow tests against copies of the code that are broken in one place each."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.mutants import Mutant

ROOT = Path(__file__).parents[2]
_COPIED = (
    "pos_app/__init__.py",
    "pos_app/domain",
    "pos_app/till",
    "tests/domain",
    "tests/till",
    "tests/fakes",
)
_PATIENCE = 120.0
_TESTS_FAILED = 1
"""pytest's exit code; every other one but 0 means that the tests never ran."""


class NotApplicableError(Exception):
    """The code does not hold the mutant's text exactly once: the list must follow the code."""


@dataclass(frozen=True, slots=True)
class Verdict:
    mutant: Mutant
    is_killed: bool
    told: str


def broken(source: str, mutant: Mutant) -> str:
    """The source with the mutation in it. Raises NotApplicableError."""
    if (found := source.count(mutant.was)) != 1:
        raise NotApplicableError(f"{mutant.name!r}: its text is {found} times in {mutant.file}")
    return source.replace(mutant.was, mutant.becomes)


def try_all(mutants: Sequence[Mutant], processes: int = 2) -> Iterator[Verdict]:
    """Each mutant's fate, in their order. Raises NotApplicableError before the first run."""
    for mutant in mutants:
        broken((ROOT / "pos_app" / mutant.file).read_text(encoding="utf-8"), mutant)
    with ThreadPoolExecutor(processes) as pool:
        yield from pool.map(_try, mutants)


def _try(mutant: Mutant) -> Verdict:
    with _copy() as copy:
        file = copy / "pos_app" / mutant.file
        file.write_text(broken(file.read_text(encoding="utf-8"), mutant), encoding="utf-8")
        done = run_tests(copy, mutant.tests)
    if done.returncode not in (0, _TESTS_FAILED):
        raise RuntimeError(f"{mutant.name!r}: the tests did not run:\n{done.stdout}{done.stderr}")
    return Verdict(mutant, done.returncode == _TESTS_FAILED, done.stdout)


@contextmanager
def _copy() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="pos-app-mutant-"))
    try:
        shared = (str(file.relative_to(ROOT)) for file in (ROOT / "tests").glob("*.py"))
        for name in (*_COPIED, *shared):
            (folder / name).parent.mkdir(exist_ok=True)
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, folder / name)
            else:
                shutil.copy(ROOT / name, folder / name)
        shutil.copy(ROOT / "pyproject.toml", folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_tests(copy: Path, tests: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """The tests over one copy, up to the first that fails, in one order and with one seed."""
    options = ("-x", "-q", "--no-header", "--tb=no", "-p", "no:randomly", "-p", "no:cacheprovider")
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--hypothesis-seed=0", *tests],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
