"""How a PIN is kept: salted and hashed slowly, so that a stolen journal gives none away cheaply.

Everybody in a shop shares one salt: a PIN alone names a person, and so it can be found, and found
taken, with one hash however many people work here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import scrypt
from hmac import compare_digest

from pos_app.domain.staff import Member, Pin

COST = 2**15
"""scrypt's N with blocks of 8: 85 ms and 32 MiB on a two-core counter PC."""

_BLOCK = 8


@dataclass(frozen=True, slots=True)
class PinSalt:
    """What goes into a hash beside the PIN; `cost` is scrypt's N, a power of two."""

    text: str
    cost: int = COST


@dataclass(frozen=True, slots=True)
class SealedPin:
    """A PIN as the journal keeps it; `hash` is 32 bytes."""

    salt: PinSalt
    hash: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Somebody who works here, with the PIN that names them."""

    member: Member
    pin: SealedPin


def hash_pin(pin: Pin, salt: PinSalt) -> bytes:
    """Slow on purpose; lets other threads run meanwhile."""
    room = 128 * _BLOCK * (salt.cost + 4)
    return scrypt(
        pin.digits.encode(), salt=salt.text.encode(), n=salt.cost, r=_BLOCK, p=1, maxmem=room, dklen=32
    )


def salts_of(staff: Iterable[Enrolled]) -> tuple[PinSalt, ...]:
    """Every salt in use: one, unless the cost was raised since."""
    return tuple(dict.fromkeys(one.pin.salt for one in staff))


def whose(staff: Iterable[Enrolled], hashes: dict[PinSalt, bytes]) -> Member | None:
    """The one whose PIN was hashed, in a time that does not tell how near a guess came."""
    found = None
    for one in staff:
        if compare_digest(one.pin.hash, hashes.get(one.pin.salt, b"")):
            found = one.member
    return found
