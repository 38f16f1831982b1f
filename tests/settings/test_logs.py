"""Where log lines go from the start on."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path

from pos_app.settings.logs import Log

KEY = "SB-Mid-server-GwUP_WGbJPXsDzsNEBRs8IYA"


def test_what_no_code_catches_is_logged_and_told_without_secrets(tmp_path: Path) -> None:
    path = tmp_path / "pos-app.log"
    program = (
        "import sys, threading; from pathlib import Path; from pos_app.settings import logs\n"
        "logs.start(Path(sys.argv[1]))\n"
        f"def fail(): raise RuntimeError('in a thread {KEY}')\n"
        "thread = threading.Thread(target=fail); thread.start(); thread.join()\n"
        f"raise RuntimeError('at the top {KEY}')"
    )
    ran = subprocess.run((sys.executable, "-c", program, path), capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    for place in (ran.stderr, path.read_text()):
        assert "in a thread" in place
        assert "at the top" in place
        assert "GwUP" not in place
    assert all(json.loads(line)["level"] == "CRITICAL" for line in path.read_text().splitlines())


def test_the_file_is_there_with_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "pos-app.log"
    log = Log(path)
    assert not path.exists()
    for said in ("one", "two"):
        log.handle(logging.makeLogRecord({"msg": said}))
    log.close()
    assert [json.loads(line)["message"] for line in path.read_text().splitlines()] == ["one", "two"]
