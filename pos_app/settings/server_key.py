"""What a server key looks like, and what people paste in its place (wire-facts 2.1)."""

from __future__ import annotations

import re

from pos_app.domain.environment import Environment

_PREFIXES = {Environment.SANDBOX: "SB-Mid-server-", Environment.PRODUCTION: "Mid-server-"}
_LEGACY = "VT-server-"
"""Keys from before the name Midtrans do not say for which environment they are."""

_REST = re.compile(r"[A-Za-z0-9_-]{8,128}")
_BYTE_ORDER_MARK = "\ufeff"
"""What some editors put at the beginning of a file."""

_NO_TEXT = "\ufffd"
"""What stands for bytes that are no UTF-8: other editors save UTF-16."""

_QUOTES = "\"'`“”‘’"  # fmt: skip


class NotAKeyError(ValueError):
    """What was given is no server key of this environment. The text says what to do, and never holds any of it."""


def checked(text: str, environment: Environment) -> str:
    """The key in `text`, without the line's end. Raises NotAKeyError.

    A legacy key (`VT-server-`) is taken for either environment: only the gateway knows whose it is.
    """
    if environment is Environment.PRACTICE:
        raise NotAKeyError("practice needs no key")
    key = text.removeprefix(_BYTE_ORDER_MARK).strip()
    if not key:
        raise NotAKeyError("nothing was given: paste the server key, then press Enter")
    if _NO_TEXT in key:
        raise NotAKeyError("this is no plain text: save the file as UTF-8, or paste the key")
    if len(key.splitlines()) > 1 or re.search(r"\s", key):
        raise NotAKeyError("there is a space or a line break inside it: copy the key again, alone")
    if key[0] in _QUOTES or key[-1] in _QUOTES:
        raise NotAKeyError("there are quotation marks around it: paste the key without them")
    if "-client-" in key:
        raise NotAKeyError(
            "this is the client key: Midtrans shows the server key right below it, under Settings > Access Keys"
        )
    prefix = _PREFIXES[environment]
    wrong = next((other for other, begins in _PREFIXES.items() if key.startswith(begins)), environment)
    if wrong is not environment:
        raise NotAKeyError(
            f"this is a key for {wrong.value}, and it was given for {environment.value}: "
            f"use --environment {wrong.value}, or the key that begins with {prefix}"
        )
    begins = next((known for known in (prefix, _LEGACY) if key.startswith(known)), None)
    if begins is None:
        raise NotAKeyError(f"a server key for {environment.value} begins with {prefix}")
    if not _REST.fullmatch(key.removeprefix(begins)):
        raise NotAKeyError(f"something is missing or damaged after {begins}: copy the whole key again")
    return key


def is_legacy(key: str) -> bool:
    return key.startswith(_LEGACY)
