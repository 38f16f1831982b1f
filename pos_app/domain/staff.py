"""Who works here, what each may do, and the PIN by which the till knows them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

LONGEST_NAME = 60
"""Letters: what a page of the shop has room for."""

_PIN = re.compile(r"[0-9]{4,8}", re.ASCII)


class Right(Enum):
    """What not everybody may do, as the shop's owner has named it (packaging/decisions/0005).

    Discounts, opening the drawer without a sale, and settings in a window are no part of the app yet;
    who may do them is decided all the same.
    """

    CANCEL = "cancel"
    REFUND = "refund"
    DISCOUNT_ABOVE_LIMIT = "discount_above_limit"
    DRAWER_WITHOUT_SALE = "drawer_without_sale"
    REPORTS = "reports"
    DECIDE = "decide"
    SETTINGS = "settings"
    STAFF = "staff"


class Role(Enum):
    """What somebody is in this shop; the value is what the journal stores."""

    CASHIER = "cashier"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"

    def may(self, right: Right) -> bool:
        return right in RIGHTS[self]


RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.CASHIER: frozenset(),
    Role.SUPERVISOR: frozenset(
        {Right.CANCEL, Right.DISCOUNT_ABOVE_LIMIT, Right.DRAWER_WITHOUT_SALE, Right.REPORTS}
    ),
    Role.MANAGER: frozenset(Right),
}


class PinError(ValueError):
    """The digits can't be a PIN. The message never holds them."""


@dataclass(frozen=True, slots=True, repr=False)
class Pin:
    """4 to 8 digits that name one person. They show in no representation, log line or error."""

    digits: str = field(repr=False)

    def __post_init__(self) -> None:
        if not _PIN.fullmatch(self.digits):
            raise PinError("a PIN is 4 to 8 digits")

    def __repr__(self) -> str:
        return "Pin(****)"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody on the staff. `id` counts from 1; names are unique among those who work here now."""

    id: int
    name: str
    role: Role

    def may(self, right: Right) -> bool:
        return self.role.may(right)
