"""What can name a machine on the network."""

from __future__ import annotations

import ipaddress
import re

_NAME = re.compile(r"(?:[A-Za-z0-9_-]{1,63}\.)*[A-Za-z0-9_-]{1,63}\.?")
_NUMBERS = re.compile(r"[0-9.]+")


def is_host(text: str) -> bool:
    """Whether it is a name, or an IPv4 address that is whole.

    The system takes `192.168.150` and `192.168.1.050` too, and then reaches another machine than was meant.
    """
    if not _NUMBERS.fullmatch(text):
        return _NAME.fullmatch(text) is not None
    try:
        ipaddress.IPv4Address(text)
    except ValueError:
        return False
    return True
