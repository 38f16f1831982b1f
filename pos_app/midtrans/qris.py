"""The text in a QR: EMV merchant-presented fields, as Indonesian QRIS codes carry them (wire-facts 4.3)."""

from __future__ import annotations

import re
from binascii import crc_hqx
from collections.abc import Iterable
from dataclasses import dataclass

from pos_app.domain.errors import Problem, QrRefusedError
from pos_app.domain.evidence import QrCode
from pos_app.domain.money import Rupiah

LONGEST_TEXT = 1_000
"""Characters; an EMV text has at most 512, and far more could not be scanned from a screen."""

_BEGINNING = "000201"
_CRC_BEGINNING = "6304"
_NATIONAL = "ID.CO.QRIS.WWW"
_HEAD = re.compile(r"([0-9]{2})([0-9]{2})")
_AMOUNT = re.compile(r"([0-9]{1,12})(\.0{0,2})?")
_ADDED_FEES = frozenset({"02", "03"})
"""Field 55: a fixed fee, or a share of the amount. 01 lets the customer give a tip, if they want to."""

_TEMPLATES = frozenset({*(f"{tag:02d}" for tag in range(26, 52)), "62"})


class QrTextError(ValueError):
    """The text is no sound EMV text."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: a two-digit tag and its value; `fields` are those inside a template."""

    tag: str
    value: str
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class EmvText:
    """What an EMV text says. `amount` is None where the payer types it, `nmid` the national merchant id.

    `adds_a_fee` where the wallet would take more than the amount from the customer by itself.
    """

    fields: tuple[Field, ...]
    amount: Rupiah | None
    adds_a_fee: bool
    currency: str
    merchant_name: str
    nmid: str


def is_emv(text: str) -> bool:
    return text.startswith(_BEGINNING)


def crc(text: str) -> str:
    """CRC-16/CCITT-FALSE over the text's UTF-8, as four upper-case hex digits."""
    return f"{crc_hqx(text.encode(errors='replace'), 0xFFFF):04X}"


def parse(text: str) -> EmvText:
    """Read an EMV text. Raises QrTextError: wrong lengths, wrong check sum, or an amount that is none."""
    if not is_emv(text):
        raise QrTextError("an EMV text begins with 000201")
    if text[-8:-4] != _CRC_BEGINNING or text[-4:].upper() != crc(text[:-4]):
        raise QrTextError("the check sum is missing or wrong")
    fields = tuple(_field(tag, value) for tag, value in _split(text))
    amount = _value(fields, "54")
    return EmvText(
        fields=fields,
        amount=_amount(amount) if amount else None,
        adds_a_fee=_value(fields, "55") in _ADDED_FEES,
        currency=_value(fields, "53"),
        merchant_name=_value(fields, "59").strip(),
        nmid=_nmid(fields),
    )


def check(text: str, amount: Rupiah) -> QrCode:
    """The QR of a payment of `amount` rupiah, fit to be shown.

    A text that is no EMV text is taken as it is: older GoPay codes are none. Raises QrRefusedError:
    WRONG_AMOUNT where the QR asks for something else, QR_UNREADABLE where no one could scan it.
    """
    if not 0 < len(text) <= LONGEST_TEXT or not text.isprintable():
        raise QrRefusedError(Problem.QR_UNREADABLE)
    if not is_emv(text):
        return QrCode(text)
    try:
        emv = parse(text)
    except QrTextError as error:
        raise QrRefusedError(Problem.QR_UNREADABLE) from error
    if emv.amount not in (None, amount) or emv.adds_a_fee or emv.currency not in ("", "360"):
        raise QrRefusedError(Problem.WRONG_AMOUNT)
    return QrCode(text, emv.merchant_name, emv.nmid)


def _split(text: str) -> Iterable[tuple[str, str]]:
    """Tag and value of each field; tags come in any order, but each only once."""
    seen: set[str] = set()
    place = 0
    while place < len(text):
        head = _HEAD.match(text, place)
        if head is None:
            raise QrTextError(f"no field begins at {place}")
        tag, end = head[1], head.end() + int(head[2])
        if end > len(text) or tag in seen:
            raise QrTextError(f"field {tag} is cut off or comes twice")
        seen.add(tag)
        yield tag, text[head.end() : end]
        place = end


def _field(tag: str, value: str) -> Field:
    """A template's inside is read where it can be: the check sum has vouched for the whole already."""
    if tag not in _TEMPLATES:
        return Field(tag, value)
    try:
        return Field(tag, value, tuple(Field(*inner) for inner in _split(value)))
    except QrTextError:
        return Field(tag, value)


def _value(fields: Iterable[Field], tag: str) -> str:
    return next((field.value for field in fields if field.tag == tag), "")


def _amount(text: str) -> Rupiah:
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise QrTextError(f"{text!r} is no amount in whole rupiah")
    return Rupiah(int(found[1]))


def _nmid(fields: Iterable[Field]) -> str:
    """The national template is tag 51 as a rule, but it is known by its name."""
    national = (field for field in fields if _value(field.fields, "00").upper() == _NATIONAL)
    return next((_value(field.fields, "02") for field in national), "")
