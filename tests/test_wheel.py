"""What a shop installs: the wheel, tried away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[1]

PROGRAM = """
import sys
from pathlib import Path
from urllib.request import urlopen

from alembic.script import ScriptDirectory

from pos_app.cli import main
from pos_app.journal import upgrade
from pos_app.journal.schema import REVISIONS
from pos_app.practice.serve import PracticeServer
from pos_app.printing.faces import face
from pos_app.printing.sheet import Weight
from pos_app.domain.resources import resources

installed = Path(sys.argv[1])
assert resources().is_relative_to(installed), resources()
for weight in Weight:
    assert Path(str(face(weight, 24).path)).is_relative_to(installed), weight
assert ScriptDirectory(str(upgrade.MIGRATIONS)).get_heads() == [REVISIONS[-1]]
with PracticeServer() as server, urlopen(server.customer_url) as page:
    assert b"<html" in page.read()
main(["--version"])
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder)
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_every_plain_file_is_in_the_wheel(wheel: Path) -> None:
    plain = {
        f"pos_app/{file.relative_to(ROOT / 'pos_app').as_posix()}"
        for file in (ROOT / "pos_app").rglob("*.*")
        if file.is_file() and file.suffix not in (".py", ".pyc")
    }
    resources = {
        f"pos_app/_resources/{file.relative_to(ROOT / 'resources').as_posix()}"
        for file in (ROOT / "resources").rglob("*.*")
    }
    with ZipFile(wheel) as archive:
        assert plain | resources <= set(archive.namelist())


def test_the_installed_app_finds_its_files(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    with ZipFile(wheel) as archive:
        archive.extractall(installed)
    ran = subprocess.run(
        (sys.executable, "-c", PROGRAM, installed),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == f"pos-app {wheel.name.split('-')[1]}\n"
