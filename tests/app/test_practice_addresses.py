from __future__ import annotations

from pathlib import Path

import pytest

from pos_app.app.practice_addresses import Addresses, keep_addresses, read_addresses

SOME = Addresses(40001, 40002, "secret")


def test_they_are_read_as_they_were_kept(tmp_path: Path) -> None:
    file = tmp_path / "practice.json"
    assert read_addresses(file) == Addresses()
    keep_addresses(file, SOME, Addresses())
    assert read_addresses(file) == SOME


def test_what_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    file = tmp_path / "practice.json"
    keep_addresses(file, SOME, SOME)
    assert not file.exists()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b'{"gateway_port": 1, "relay_port": 70000, "relay_secret": "x"}',
        b'{"gateway_port": "1", "relay_port": 2, "relay_secret": "x"}',
    ],
)
def test_a_damaged_file_begins_anew(tmp_path: Path, damage: bytes, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "practice.json"
    file.write_bytes(damage)
    assert read_addresses(file) == Addresses()
    assert str(file) in caplog.text
