"""The last line of defence: what looks like a secret is struck out of any text before it is shown or stored.

A start needs one of the patterns: the others are compiled, and kept by `re`, with the first text that is shown.
"""

from __future__ import annotations

import re

_SERVER_KEY = re.compile(r"((?:SB-)?Mid-server-|VT-server-)[A-Za-z0-9_\-]+")
_CREDENTIALS = r"(?i)\b(Bearer|Basic)(\s+)[A-Za-z0-9+/=_~.\-]{8,}"
_ENCODED_KEY = r"(?:U0ItTWlkLXNlcnZlci|TWlkLXNlcnZlci|VlQtc2VydmVy)[A-Za-z0-9+/=_\-]*"
"""The prefixes of a server key as Basic auth carries them, in base64."""

_IN_AN_ADDRESS = r"(://[^\s/?#@:]*:)[^\s/?#]*@"
"""A password between a name and a host."""


def redacted(text: str) -> str:
    """`text` with every server key, every bearer or basic credential and every address's password struck out."""
    text = _SERVER_KEY.sub(r"\1***", text)
    text = re.sub(_CREDENTIALS, r"\1\2***", text)
    text = re.sub(_IN_AN_ADDRESS, r"\1***@", text)
    return re.sub(_ENCODED_KEY, "***", text)


def holds_server_key(text: str) -> bool:
    return _SERVER_KEY.search(text) is not None
