"""Where a request may go: over TLS to anywhere, in the open only to this very PC."""

from __future__ import annotations

import contextlib
import ipaddress
from urllib.parse import urlsplit


def is_https(url: str) -> bool:
    return _parts(url)[0] == "https" and _parts(url)[1] != ""


def is_on_this_pc(url: str) -> bool:
    scheme, host = _parts(url)
    if scheme != "http":
        return False
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"


def _parts(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.scheme, parts.hostname or ""
