"""The last line of defence: what looks like a secret is struck out of any text before it is shown or stored."""

from __future__ import annotations

import re

_SERVER_KEY = re.compile(r"((?:SB-)?Mid-server-|VT-server-)[A-Za-z0-9_\-]+")
_CREDENTIALS = re.compile(r"\b(Bearer|Basic)(\s+)[A-Za-z0-9+/=_~.\-]{8,}", re.IGNORECASE)
_ENCODED_KEY = re.compile(r"(?:U0ItTWlkLXNlcnZlci|TWlkLXNlcnZlci|VlQtc2VydmVy)[A-Za-z0-9+/=_\-]*")
"""The prefixes of a server key as Basic auth carries them, in base64."""

_IN_AN_ADDRESS = re.compile(r"(://[^\s/?#@:]*:)[^\s/?#]*@")
"""A password between a name and a host."""


def redacted(text: str) -> str:
    """`text` with every server key, every bearer or basic credential and every address's password struck out."""
    text = _SERVER_KEY.sub(r"\1***", text)
    text = _CREDENTIALS.sub(r"\1\2***", text)
    text = _IN_AN_ADDRESS.sub(r"\1***@", text)
    return _ENCODED_KEY.sub("***", text)


def holds_server_key(text: str) -> bool:
    return _SERVER_KEY.search(text) is not None
