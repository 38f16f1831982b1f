"""The official Python client's own test suite, unmodified, against the practice gateway (wire-facts 14.1)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

from pos_app.practice.account import Account
from pos_app.practice.serve import PracticeServer

_OFFICIAL_KEY = "SB-Mid-server-GwUP_WGbJPXsDzsNEBRs8IYA"
_SUITES = ("test_core_api.py", "test_midtransclient.py", "test_config.py")

_REDIRECT = """
from midtransclient.config import ApiConfig

for name in ("CORE_SANDBOX_BASE_URL", "CORE_PRODUCTION_BASE_URL"):
    setattr(ApiConfig, name, {url!r})
for name in ("SNAP_SANDBOX_BASE_URL", "SNAP_PRODUCTION_BASE_URL"):
    setattr(ApiConfig, name, {url!r} + "/snap/v1")
"""


def test_the_official_suite_passes_whole(tmp_path: Path) -> None:
    site_packages = Path(sysconfig.get_path("purelib"))
    with PracticeServer(account=Account(server_keys=(_OFFICIAL_KEY,))) as server:
        (tmp_path / "conftest.py").write_text(_REDIRECT.format(url=server.url))
        (tmp_path / "pytest.ini").write_text("[pytest]\n")
        # the package brings a top-level `tests` of its own, which must win over this project's
        suite = subprocess.run(
            [
                sys.executable,
                *("-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "conftest"),
                *("-c", "pytest.ini", "--rootdir", str(tmp_path)),
                *(str(site_packages / "tests" / name) for name in _SUITES),
            ],
            cwd=tmp_path,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": os.pathsep.join([str(tmp_path), str(site_packages)]),
                "PYTHONDONTWRITEBYTECODE": "1",
                "NO_PROXY": "127.0.0.1",
            },
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert suite.returncode == 0, suite.stdout + suite.stderr
    assert re.search(r"\b28 passed\b", suite.stdout), suite.stdout
