"""What is wrong with a settings file, in words that tell its owner what to type instead."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Fault(NamedTuple):
    """One thing that is wrong: `where` is a key such as `[gateway] method`, empty for the file as a whole."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what


class SettingsError(Exception):
    """The settings can't be used as they are; all faults of the file at once, and the file was left as it is."""

    def __init__(self, path: Path, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(f"{path}: {fault}" for fault in faults))
        self.path = path
        self.faults = tuple(faults)


class NoSettingsError(SettingsError):
    """There is no settings file yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, [Fault("", "there is no such file yet")])


class HomeError(Exception):
    """The place where a till keeps its files can't be used; the text says what to do."""
