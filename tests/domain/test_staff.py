from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.pin import Enrolled, PinSalt, SealedPin, hash_pin, salts_of, whose
from pos_app.domain.staff import RIGHTS, Member, Pin, PinError, Right, Role

CHEAP = 16
"""scrypt's cost for tests; what the real one takes is measured elsewhere."""


def enrolled(number: int, digits: str, salt: str = "salt") -> Enrolled:
    sealed = PinSalt(salt, CHEAP)
    return Enrolled(
        Member(number, f"member {number}", Role.CASHIER), SealedPin(sealed, hash_pin(Pin(digits), sealed))
    )


def found(staff: list[Enrolled], digits: str) -> int | None:
    hashes = {salt: hash_pin(Pin(digits), salt) for salt in salts_of(staff)}
    member = whose(staff, hashes)
    return member.id if member else None


def test_every_role_may_what_the_one_below_may() -> None:
    assert RIGHTS[Role.CASHIER] < RIGHTS[Role.SUPERVISOR] < RIGHTS[Role.MANAGER] == frozenset(Right)


@pytest.mark.parametrize("right", [Right.DECIDE, Right.REFUND, Right.STAFF, Right.SETTINGS])
def test_only_a_manager_may(right: Right) -> None:
    assert [role for role in Role if role.may(right)] == [Role.MANAGER]


@pytest.mark.parametrize("digits", ["1234", "12345678", "0000"])
def test_a_pin_is_four_to_eight_digits(digits: str) -> None:
    assert Pin(digits).digits == digits


@pytest.mark.parametrize("digits", ["", "123", "123456789", "12a4", "١٢٣٤", "1234\n", " 1234"])
def test_what_is_no_pin_is_refused_without_being_told(digits: str) -> None:
    with pytest.raises(PinError) as refused:
        Pin(digits)
    assert str(refused.value) == "a PIN is 4 to 8 digits"


@given(st.from_regex(r"[0-9]{4,8}", fullmatch=True))
def test_a_pin_never_shows(digits: str) -> None:
    shown = repr(Pin(digits)) + repr(enrolled(1, digits).pin)
    assert digits not in shown.replace("'salt', cost=16", "")


def test_a_pin_names_one_person_under_whichever_salt_it_was_sealed() -> None:
    staff = [enrolled(1, "1111"), enrolled(2, "2222"), enrolled(3, "3333", "newer")]
    assert [found(staff, digits) for digits in ("1111", "2222", "3333", "4444")] == [1, 2, 3, None]
    assert salts_of(staff) == (PinSalt("salt", CHEAP), PinSalt("newer", CHEAP))


def test_nobody_is_named_by_a_hash_that_failed() -> None:
    assert whose([enrolled(1, "1111")], {}) is None
