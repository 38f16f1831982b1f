"""The languages that the app speaks, on windows and on paper."""

from __future__ import annotations

from enum import Enum


class Language(Enum):
    """The value is what `settings.toml` and the translation files call it."""

    INDONESIAN = "id"
    ENGLISH = "en"

    @property
    def other(self) -> Language:
        return Language.ENGLISH if self is Language.INDONESIAN else Language.INDONESIAN
