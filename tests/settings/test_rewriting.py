"""Writing a setting back keeps everything that was not meant."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from pos_app.settings.faults import SettingsError
from pos_app.settings.file import read
from pos_app.settings.rewriting import change

BEFORE = """\
# the till at the door
[store]
name = "Toko Sinar Jaya"   # as on the sign
future_key = "kept"

[printer]
kind = "none"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(BEFORE)
    return path


def test_only_what_is_meant_changes(path: Path) -> None:
    change(path, {("printer", "kind"): "pdf", ("printer", "address"): "/slips"})
    assert path.read_text() == BEFORE.replace('kind = "none"\n', 'kind = "pdf"\naddress = "/slips"\n')


def test_it_is_the_new_file_that_is_understood(path: Path) -> None:
    understood = change(path, {("display", "quiet"): True, ("printer", "footer"): ["Terima kasih"]})
    assert understood == read(path)
    assert understood.settings.display.is_quiet
    assert understood.unknown == ("[store] future_key",)


def test_a_change_that_would_not_be_sound_changes_nothing(path: Path) -> None:
    with pytest.raises(SettingsError, match="width_mm"):
        change(path, {("printer", "width_mm"): 76})
    assert path.read_text() == BEFORE
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_a_file_that_is_not_understood_is_not_touched(path: Path) -> None:
    path.write_text("[store")
    with pytest.raises(SettingsError):
        change(path, {("store", "name"): "Toko"})
    assert path.read_text() == "[store"


def test_a_value_in_the_place_of_a_table_is_not_overwritten(path: Path) -> None:
    path.write_text("store = 1\n")
    with pytest.raises(SettingsError, match="must be a table"):
        change(path, {("store", "name"): "Toko"})
    assert path.read_text() == "store = 1\n"


def test_the_first_settings_are_written_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    change(path, {("store", "name"): "Toko Sinar Jaya"})
    assert read(path).settings.store.name == "Toko Sinar Jaya"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    change(link, {("store", "till"): "03"})
    assert link.is_symlink()
    assert read(path).settings.store.till == "03"


def test_where_nothing_can_be_written_the_old_file_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        change(path, {("store", "till"): "03"})
    assert path.read_text() == BEFORE
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]
