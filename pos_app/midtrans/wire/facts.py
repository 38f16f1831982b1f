"""Where the gateway is, and how its addresses are made."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import quote

from pos_app.domain.environment import Environment
from pos_app.domain.evidence import Call

_HOSTS = {
    Environment.SANDBOX: "https://api.sandbox.midtrans.com",
    Environment.PRODUCTION: "https://api.midtrans.com",
}

IDEMPOTENCY_KEY = re.compile(r"[!-~]{1,46}")
"""A longer key would be ignored without a word (wire-facts 2.2)."""


def is_of_our_age(moment: datetime) -> bool:
    """Whether a moment can be meant: what is reckoned from one at the ends of the calendar would leave it."""
    return 2000 <= moment.year < 2200


def base_url(environment: Environment) -> str:
    """The Core API's address (wire-facts 1.1). Raises ValueError for practice: that gateway tells its own."""
    if environment not in _HOSTS:
        raise ValueError(f"the {environment.value} gateway has no fixed address")
    return _HOSTS[environment]


def path_of(call: Call, ident: str = "") -> str:
    """The path of a call (wire-facts 1.2); `ident` is an order id or transaction id, charge has none.

    Raises ValueError for an id that would lead to another path.
    """
    if call is Call.CHARGE:
        return "/v2/charge"
    if ident.strip(".") == "":
        raise ValueError(f"{ident!r} is no id of a transaction")
    return f"/v2/{quote(ident, safe='')}/{call.value}"
