"""Where a web address leads: out of this PC, and then only under TLS, or to this very PC, where nobody listens in."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


def is_this_pc(host: str) -> bool:
    """Whether a host, a name or a literal address without brackets, is this very PC."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_https(url: str) -> bool:
    scheme, host = _scheme_and_host(url)
    return scheme == "https" and host != ""


def is_http_to_this_pc(url: str) -> bool:
    """Whether it is plain HTTP to this very PC, which no proxy of the shop shall see."""
    scheme, host = _scheme_and_host(url)
    return scheme == "http" and is_this_pc(host)


def may_carry_secret(url: str) -> bool:
    """Whether a secret may go there: over TLS to anywhere, in the open only to this very PC."""
    return is_https(url) or is_http_to_this_pc(url)


def _scheme_and_host(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.scheme, parts.hostname or ""
