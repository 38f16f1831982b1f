"""Who works in a simulated shop, by which PIN the till knows each, and what nobody's PIN is."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from pos_app.domain.staff import Pin, Right, Role
from pos_app.till.desk_messages import AddStaff


@dataclass(frozen=True)
class Person:
    name: str
    role: Role
    pin: Pin


BAYU = Person("Bayu Santoso", Role.MANAGER, Pin("271828"))
SARI = Person("Sari Dewi", Role.SUPERVISOR, Pin("2222"))
RANI = Person("Rani Pratiwi", Role.CASHIER, Pin("1111"))
PEOPLE = (BAYU, SARI, RANI)
GUESSES = (Pin("0000"), Pin("123456"), Pin("271829"), Pin("1112"))

_MAY = {
    Right.CANCEL: (BAYU, SARI),
    Right.REPORTS: (BAYU, SARI),
    Right.DECIDE: (BAYU,),
    Right.REFUND: (BAYU,),
    Right.STAFF: (BAYU,),
}


def whose(pin: Pin) -> Person | None:
    """The one whose PIN it is; None for a guess."""
    return next((person for person in PEOPLE if person.pin == pin), None)


def may(person: Person | None, right: Right) -> bool:
    """What the shop meant its people to do, said once more."""
    return person in _MAY[right]


def somebody_with(right: Right, random: Random) -> Pin:
    return random.choice(_MAY[right]).pin


def introduced(person: Person) -> AddStaff:
    """How somebody is made known to the till; the first needs nobody's leave."""
    return AddStaff(person.name, person.role, person.pin, None if person is BAYU else BAYU.pin)


def called(name: str) -> Person | None:
    return next((person for person in PEOPLE if person.name == name), None)
