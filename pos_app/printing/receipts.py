"""The receipt of a paid sale."""

from __future__ import annotations

from datetime import datetime

from pos_app.domain.money import Rupiah
from pos_app.domain.receipt import Letterhead, Receipt
from pos_app.printing.heading import copy_marks, on_letterhead
from pos_app.printing.layout import Block, Gap, Page, Role, Row, Rule, Text
from pos_app.printing.wording import Words


def receipt_page(receipt: Receipt, words: Words, now: datetime) -> Page:
    """What the customer takes home; `now` dates a copy."""
    body = (
        Rule(above=14),
        *sale_rows(receipt.letterhead, receipt.sale, words),
        Row(words.date(receipt.settled_at), words.time(receipt.settled_at)),
        Rule(below=8),
        *_lines(receipt),
        Rule(),
        *_figures(receipt, words),
        Rule(),
        *_ending(receipt.letterhead, words),
    )
    marks = copy_marks(receipt.copy, receipt.settled_at, now, words)
    return on_letterhead(body, receipt.letterhead, words, marks)


def sale_rows(letterhead: Letterhead, sale: str, words: Words) -> Page:
    """`No. 02-0218` and who rang it up."""
    number = f"{letterhead.till}-{sale}" if letterhead.till else sale
    cashier = f"{words.cashier} {letterhead.cashier}" if letterhead.cashier else ""
    return (Row(f"{words.number} {number}", cashier),)


def _lines(receipt: Receipt) -> Page:
    blocks: list[Block] = []
    for line in receipt.lines:
        if blocks:
            blocks.append(Gap(8))
        quantity = Rupiah(line.quantity).grouped
        blocks.append(Text(line.name, Role.STRONG, centred=False))
        blocks.append(Row(f"{quantity} × {line.price.grouped}", line.total.grouped))
    return tuple(blocks)


def _figures(receipt: Receipt, words: Words) -> Page:
    totals = receipt.totals
    pieces = sum(line.quantity for line in receipt.lines)
    noun = words.pieces[pieces != 1]
    rows = [Row(words.subtotal.format(Rupiah(pieces).grouped, noun), totals.subtotal.grouped)]
    if totals.discount:
        rows.append(Row(words.discount, (-totals.discount).grouped))
    if totals.tax:
        rows.append(Row(words.tax, totals.tax.grouped))
    return (
        *rows,
        Rule(dashed=False, above=9, below=0),
        Row(words.total, totals.total.text, Role.TOTAL),
        Rule(dashed=False, above=0, below=11),
        Row(words.method(receipt.method), words.paid, Role.STRONG),
        Row(words.paid_at, words.time(receipt.settled_at, seconds=True)),
        Row(words.order, receipt.order_id),
        *((Row(words.reference, receipt.reference),) if receipt.reference else ()),
    )


def _ending(letterhead: Letterhead, words: Words) -> Page:
    footer = tuple(Text(line) for line in letterhead.footer if line)
    gap = (Gap(8),) if footer else ()
    return (Gap(6), *footer, *gap, Text(words.thanks, Role.STRONG))
