"""The log: readable by machines, bounded, and silent about secrets."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.settings.log_file import LogFile

KEY = "SB-Mid-server-GwUP_WGbJPXsDzsNEBRs8IYA"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFile]:
    log = LogFile(tmp_path / "pos-app.log")
    yield log
    log.close()


def logger_to(log: LogFile) -> logging.Logger:
    """One that only this log hears."""
    logger = logging.getLogger(f"of {log.baseFilename}")
    logger.propagate = False
    logger.setLevel(logging.INFO)
    logger.addHandler(log)
    return logger


def lines(log: LogFile) -> list[dict[str, str]]:
    return [json.loads(line) for line in Path(log.baseFilename).read_text("utf-8").splitlines()]


def test_a_record_is_one_line_of_json(log: LogFile) -> None:
    logger_to(log).info("charged %s", "Rp 44.000\nonce", extra={"order_id": "TSJ-02-1"})
    (line,) = lines(log)
    assert line["message"] == "charged Rp 44.000\nonce"
    assert line["order_id"] == "TSJ-02-1"
    assert line["level"] == "INFO"
    assert line["at"].endswith("+00:00")


def test_no_secret_reaches_the_disk(log: LogFile) -> None:
    logger = logger_to(log)
    logger.info("in a message: %s", KEY)
    logger.info("in an extra", extra={"headers": {"authorization": f"Bearer {KEY}"}})
    try:
        int(KEY)
    except ValueError:
        logger.exception("in a traceback")
    assert len(lines(log)) == 3
    assert "Traceback" in lines(log)[2]["trace"]
    assert "GwUP" not in Path(log.baseFilename).read_text()


def test_the_log_is_bounded(log: LogFile, tmp_path: Path) -> None:
    log.maxBytes = 2000
    logger = logger_to(log)
    for number in range(500):
        logger.info("line %d", number)
    files = list(tmp_path.iterdir())
    assert len(files) == 6
    assert all(file.stat().st_size <= 2000 for file in files)


def test_a_log_that_can_not_be_written_complains_once_and_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = LogFile(tmp_path / "no" / "such" / "folder.log")
    logger = logger_to(log)
    logger.info("one %s", KEY)
    logger.info("two")
    said = capsys.readouterr().err
    assert said.count("can't be written") == 1
    assert "GwUP" not in said
