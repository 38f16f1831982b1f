"""Writes `settings.toml` back without touching what is not meant: comments, order and unknown keys stay."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from pos_app.settings.faults import SettingsError
from pos_app.settings.file import Understood, not_a_table, not_toml, parse

Value = str | int | bool | list[str]


def change(path: Path, changes: Mapping[tuple[str, str], Value]) -> Understood:
    """Set some keys, named by table and key, and keep everything else as it stands: comments, order, unknown keys.

    The file is replaced as a whole or not at all, and is on disk when this returns. Raises SettingsError where
    the outcome would not be sound, and OSError where it can't be written; either way the old file stays.
    """
    import tomlkit

    try:
        document = tomlkit.parse(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        document = tomlkit.document()
    except (tomlkit.exceptions.TOMLKitError, UnicodeDecodeError) as error:
        raise SettingsError(path, [not_toml(error)]) from error
    for (name, key), value in changes.items():
        table = document.setdefault(name, tomlkit.table())
        if not isinstance(table, dict):
            raise SettingsError(path, [not_a_table(name)])
        table[key] = value
    text = tomlkit.dumps(document)
    understood = parse(text, path)
    _replace(path.resolve(), text.encode())
    return understood


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # only its owner may read it
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
