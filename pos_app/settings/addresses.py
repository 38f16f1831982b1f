"""What is wrong with an address that was typed into the settings; None where nothing is."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, unquote_plus, urlsplit

from pos_app.domain.address import is_this_pc
from pos_app.settings.hosts import is_host

_MOST_NOTIFICATION_URLS = 3
_PORTS_OF_THE_WEB = (None, 80, 443)


def wrong_with_web_address(text: str) -> str | None:
    """Encrypted to anywhere; plain http to this very PC only."""
    parts = _split(text)
    host = (parts and parts.hostname) or ""
    if not text.isascii():
        return "only plain letters are allowed: write other letters of a host as xn--, and of a path as %XX"
    if parts is None or parts.scheme not in ("http", "https") or not _is_machine(host):
        return 'a web address is needed, such as "https://relay.example.com"'
    if parts.username is not None or parts.password is not None:
        return "a name or password inside the address is not allowed"
    if parts.query or parts.fragment:
        return 'nothing may follow the address: no "?" and no "#"'
    if parts.scheme == "http" and not is_this_pc(host):
        return "https is needed; plain http is allowed to this PC only (127.0.0.1 or localhost)"
    return None


def wrong_with_notification_addresses(text: str) -> str | None:
    """Up to three addresses with commas between them (wire-facts 2.1)."""
    addresses = [address.strip() for address in text.split(",")]
    if len(addresses) > _MOST_NOTIFICATION_URLS:
        return f"at most {_MOST_NOTIFICATION_URLS} addresses are allowed, with commas between them"
    return next((said for address in addresses if (said := wrong_with_web_address(address))), None)


def takes_posts_from_outside(address: str) -> bool:
    """Whether Midtrans posts to a sound web address: to the name of a host on the internet, on the web's own ports
    (wire-facts 7.4).
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    is_name = "." in host and ":" not in host and not host.replace(".", "").isdecimal()
    return is_name and parts.port in _PORTS_OF_THE_WEB


def wrong_with_database_address(text: str) -> str | None:
    parts = _split(text)
    if parts is None or parts.scheme != "postgresql+psycopg" or not parts.path.strip("/"):
        return 'a PostgreSQL database is needed, such as "postgresql+psycopg://pos@db.example/shop"; leave it out for a file'
    if _holds_password(parts):
        return "a password is not allowed in this file; PostgreSQL reads it from ~/.pgpass"
    return None


def _holds_password(parts: SplitResult) -> bool:
    """Whether a password stands anywhere in it: each part is decoded before it goes to PostgreSQL, and a
    database's name may be a whole list of `key=value` there.
    """
    if parts.password is not None or ":" in unquote(parts.username or ""):
        return True
    behind_the_host = unquote_plus(f"{parts.path}?{parts.query}#{parts.fragment}")
    return re.search(r"password\s*=", behind_the_host, re.IGNORECASE) is not None


def _is_machine(host: str) -> bool:
    """IPv6 has been read by then."""
    return ":" in host or is_host(host)


def _split(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text)
        _ = parts.port  # a port that is no number is only noticed when it is asked for
    except ValueError:
        return None
    return None if re.search(r"\s", text) else parts
