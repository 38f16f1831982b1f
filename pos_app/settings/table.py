"""Reads one table of a TOML file, strictly: what is not understood is a fault, and never a guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TypeVar

from pos_app.settings.faults import Fault
from pos_app.settings.redaction import redacted

_Choice = TypeVar("_Choice", bound=Enum)
_Default = TypeVar("_Default")

_LONGEST_SHOWN = 60
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Table:
    """One table of the file. Each method reads one key and gives its default where the value is at fault."""

    def __init__(self, name: str, values: Mapping[str, object], faults: list[Fault]) -> None:
        self._name = name
        self._values = values
        self._faults = faults
        self._known: set[str] = set()

    def fault(self, key: str, what: str) -> None:
        self._faults.append(Fault(f"[{self._name}] {key}", what))

    def unknown(self) -> list[str]:
        """The keys that nobody read."""
        return [f"[{self._name}] {key}" for key in self._values if key not in self._known]

    def text(
        self,
        key: str,
        default: str = "",
        *,
        longest: int = 200,
        is_needed: bool = False,
        check: Callable[[str], str | None] | None = None,
    ) -> str:
        """One line of text. `check` gives what is wrong with a text that is not empty, or None.

        Empty means nothing, and so it is allowed only where nothing is the default.
        """
        value = self._value(key)
        if value is None or value == "":
            if is_needed:
                self.fault(key, 'must be set: write a text in quotes, such as "…"')
            elif value is not None and default:
                self.fault(key, f'can\'t be empty: take the line out for "{default}"')
            return default
        if not isinstance(value, str):
            return self._refuse(key, value, 'a text in quotes is needed, such as "…"', default)
        text = value.strip()
        if said := _not_one_line(value, longest) or _blank(text) or (check(text) if check else None):
            return self._refuse(key, value, said, default)
        return text

    def lines(
        self, key: str, *, most: int, longest: int, check: Callable[[str], str | None] | None = None
    ) -> tuple[str, ...]:
        """Up to `most` lines of text, written as a list. `check` is asked about each."""
        value = self._value(key)
        if value is None:
            return ()
        allowed = f'a list of at most {most} texts is needed, such as ["…", "…"]'
        if not isinstance(value, list):
            return self._refuse(key, value, allowed, ())
        lines: list[str] = []
        for line in value:
            if not isinstance(line, str) or len(value) > most:
                return self._refuse(key, value, allowed, ())
            if said := _not_one_line(line, longest) or (check(line) if check else None):
                return self._refuse(key, line, said, ())
            lines.append(line.rstrip())
        return tuple(lines)

    def choice(self, key: str, default: _Choice, allowed: tuple[_Choice, ...] = ()) -> _Choice:
        """A member of `default`'s kind by its value; `allowed` are the members that may be chosen, else all."""
        value = self._value(key)
        members = allowed or tuple(type(default))
        for member in members:
            if value == member.value:
                return member
        words = " or ".join(f'"{member.value}"' for member in members)
        return default if value is None else self._refuse(key, value, f"allowed is {words}", default)

    def whole(self, key: str, default: int, *, low: int, high: int) -> int:
        value = self._value(key)
        if value is None:
            return default
        if type(value) is not int or not low <= value <= high:
            return self._refuse(key, value, f"a whole number from {low} to {high} is needed", default)
        return value

    def one_of(self, key: str, allowed: tuple[int, ...]) -> int:
        """The first that is allowed is the default."""
        default = allowed[0]
        value = self._value(key)
        if value is None:
            return default
        if type(value) is not int or value not in allowed:
            return self._refuse(key, value, f"allowed is {' or '.join(map(str, allowed))}", default)
        return value

    def flag(self, key: str) -> bool:
        value = self._value(key)
        if value is None or isinstance(value, bool):
            return bool(value)
        return self._refuse(key, value, "allowed is true or false, without quotes", False)

    def _value(self, key: str) -> object:
        self._known.add(key)
        return self._values.get(key)

    def _refuse(self, key: str, value: object, allowed: str, default: _Default) -> _Default:
        import json

        shown = redacted(json.dumps(value, ensure_ascii=False, default=str))
        if len(shown) > _LONGEST_SHOWN:
            shown = shown[: _LONGEST_SHOWN - 1] + "…"
        self.fault(key, f"{shown} can't be used: {allowed}")
        return default


def _not_one_line(text: str, longest: int) -> str | None:
    if _UNPRINTABLE.search(text):
        return "one line of text is needed, without tabs and control characters"
    if len(text) > longest:
        return f"at most {longest} characters are allowed, and these are {len(text)}"
    return None


def _blank(text: str) -> str | None:
    return None if text else "a text that is not blank is needed, or leave the key out"
