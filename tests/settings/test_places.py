"""Where a till keeps its files."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from pos_app.settings.faults import HomeError
from pos_app.settings.places import places


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_home_holds_everything(tmp_path: Path) -> None:
    home = tmp_path / "till 02"
    found = places(home)
    assert {found.settings, found.journal, found.logs, found.log} == {
        *(home / name for name in ("settings.toml", "journal.sqlite3", "logs", "logs/pos-app.log"))
    }


def test_a_home_is_for_its_owner_alone(tmp_path: Path) -> None:
    found = places(tmp_path / "deep" / "home")
    found.prepare()
    assert mode(found.data) == mode(found.logs) == 0o700


def test_an_empty_folder_is_made_private(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    places(home).prepare()
    assert mode(home) == 0o700


def test_a_folder_that_others_use_too_keeps_its_permissions(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    (home / "notes.txt").touch()
    places(home).prepare()
    assert mode(home) == 0o755


def test_the_platform_has_places_of_its_own() -> None:
    found = places()
    assert found.settings.is_relative_to(Path.home())
    found.prepare()
    assert mode(found.data) == 0o700


def test_two_homes_are_told_apart_and_one_home_is_not(tmp_path: Path) -> None:
    assert places(tmp_path / "a").name != places(tmp_path / "b").name
    assert places(tmp_path / "a").name == places(tmp_path / "b" / ".." / "a").name


def test_a_file_in_the_homes_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(HomeError, match="choose another --home"):
        places(tmp_path / "home").prepare()


def test_links_that_lead_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(tmp_path / "one")
    with pytest.raises(HomeError, match="choose another --home"):
        places(tmp_path / "one").prepare()
