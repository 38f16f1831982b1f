"""QR texts in the EMV merchant-presented form, as Indonesian QRIS codes carry them (wire-facts 4.3)."""

from __future__ import annotations

from pos_app.practice.account import Account

_DYNAMIC = "12"
_SMALL_BUSINESS = "UKE"
_NAME_LENGTH = 25
_CITY_LENGTH = 15


def crc16(text: str) -> str:
    """CRC-16/CCITT-FALSE as four upper-case hex digits."""
    crc = 0xFFFF
    for byte in text.encode():
        crc ^= byte << 8
        for _ in range(8):
            crc = ((crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return f"{crc:04X}"


def field(tag: str, value: str) -> str:
    """One field: tag, two digits of length, value. Raise ValueError if the value is longer than 99."""
    if len(value) > 99:
        raise ValueError(f"EMV field {tag} holds at most 99 characters, not {len(value)}")
    return f"{tag}{len(value):02d}{value}"


def qris_text(account: Account, amount: int, reference: str) -> str:
    """A dynamic QR text for `amount` rupiah; `reference` is the acquirer's own 36-character id.

    The amount comes after the postcode, as real texts have it: a reader must not expect rising tags.
    """
    acquirer = (
        field("00", "COM.GO-JEK.WWW")
        + field("01", "9360091434905263034")
        + field("02", account.merchant_id)
        + field("03", _SMALL_BUSINESS)
    )
    national = field("00", "ID.CO.QRIS.WWW") + field("02", account.nmid) + field("03", _SMALL_BUSINESS)
    text = (
        field("00", "01")
        + field("01", _DYNAMIC)
        + field("26", acquirer)
        + field("51", national)
        + field("52", "5411")
        + field("53", "360")
        + field("58", "ID")
        + field("59", account.merchant_name[:_NAME_LENGTH])
        + field("60", account.merchant_city[:_CITY_LENGTH])
        + field("61", account.postcode)
        + field("54", f"{amount}.00")
        + field("62", field("50", reference) + field("07", "A01"))
        + "6304"
    )
    return text + crc16(text)
