"""What the customer display says of a payment, by its method and by what the shop takes."""

from __future__ import annotations

from collections.abc import Sequence

from pos_app.domain.cart import Totals
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.money import NO_BREAK_SPACE
from pos_app.ui.i18n import tr
from pos_app.ui.text.methods import method_name


def methods_sentence(methods: Sequence[Method], language: Language) -> str:
    """`Bayar tunai, GoPay / QRIS, atau di Alfamart dan Indomaret`, of what the shop takes and nothing else."""
    ways, stores = _at_the_counter(methods, language), stores_joined(methods, language)
    if ways and stores:
        words = tr("customer", "Bayar {ways}, atau di {stores}", language)
        return words.format(ways=", ".join(ways), stores=stores)
    if stores:
        return tr("customer", "Bayar di {stores}", language).format(stores=stores)
    return tr("customer", "Bayar {ways}", language).format(ways=_either(ways, language)) if ways else ""


def other_ways(methods: Sequence[Method], failed: Method | None, language: Language) -> str:
    """`Bisa juga membayar tunai, atau dengan kode di Alfamart dan Indomaret.`: all but what ran out."""
    others = [way for way in methods if not _same_way(way, failed)]
    ways, stores = _either(_at_the_counter(others, language), language), stores_joined(others, language)
    if ways and stores:
        words = tr("customer", "Bisa juga membayar {ways}, atau dengan kode di {stores}.", language)
        return words.format(ways=ways, stores=stores)
    if stores:
        words = tr("customer", "Bisa juga membayar dengan kode di {stores}.", language)
        return words.format(stores=stores)
    return tr("customer", "Bisa juga membayar {ways}.", language).format(ways=ways) if ways else ""


def stores_joined(methods: Sequence[Method], language: Language) -> str:
    """`Alfamart dan Indomaret`, never broken between two lines."""
    names = [method_name(way, language) for way in methods if way.has_store_code]
    joint = f"{NO_BREAK_SPACE}{tr('customer', 'dan', language)}{NO_BREAK_SPACE}"
    return joint.join(names)


def grouped_code(code: str) -> tuple[str, ...]:
    """The digits by four for the eye, as lines of one size: up to 12 in one, `8123 4567` and `8901 4320` in two."""
    groups = [code[start : start + 4] for start in range(0, len(code), 4)]
    if len(groups) <= 3:
        return (" ".join(groups),)
    rows = 2 if len(groups) <= 6 else 3
    across = -(-len(groups) // rows)
    return tuple(" ".join(groups[start : start + across]) for start in range(0, len(groups), across))


def totals_rows(totals: Totals, language: Language) -> tuple[tuple[str, str], ...]:
    """What stands above the total: nothing where it is only the sum of the lines."""
    extras = (
        (tr("customer", "Diskon", language), -totals.discount),
        (tr("customer", "PPN", language), totals.tax),
    )
    shown = tuple((label, amount.grouped) for label, amount in extras if amount)
    subtotal = (tr("customer", "Subtotal", language), totals.subtotal.grouped)
    return (subtotal, *shown) if shown else ()


def _at_the_counter(methods: Sequence[Method], language: Language) -> list[str]:
    """`tunai`, `GoPay / QRIS`: each name once."""
    names = []
    if Method.CASH in methods:
        names.append(tr("customer", "tunai", language))
    if any(way.shows_qr for way in methods):
        names.append(method_name(Method.QRIS, language))
    return names


def _same_way(way: Method, other: Method | None) -> bool:
    return way is other or (other is not None and way.shows_qr and other.shows_qr)


def _either(ways: Sequence[str], language: Language) -> str:
    """`tunai atau GoPay / QRIS`."""
    return f" {tr('customer', 'atau', language)} ".join(ways)
