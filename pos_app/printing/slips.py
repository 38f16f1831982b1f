"""The slip with a payment code, to be taken to a store's counter."""

from __future__ import annotations

from datetime import datetime

from pos_app.domain.method import Method
from pos_app.domain.receipt import Slip
from pos_app.printing.heading import copy_marks, on_letterhead
from pos_app.printing.layout import Bars, CodePanel, Gap, Page, Role, Row, Rule, Step, Text
from pos_app.printing.receipts import sale_rows
from pos_app.printing.wording import Words


def slip_page(slip: Slip, words: Words, now: datetime) -> Page:
    """What the customer carries to Alfamart or Indomaret; `now` dates a copy."""
    store = words.method(slip.method)
    body = (
        Gap(16),
        CodePanel(words.pay_at.format(store), words.code, slip.code),
        *_bars(slip, words),
        Gap(14),
        Text(words.amount),
        Text(slip.amount.text, Role.AMOUNT),
        Text(words.fee),
        Rule(dashed=False, above=16, below=10),
        Text(words.before),
        Text(words.full_date(slip.pay_before), Role.DEADLINE),
        Text(words.at_time.format(words.time(slip.pay_before)), Role.DEADLINE),
        Rule(dashed=False, above=12, below=13),
        *_steps(slip, words),
        Rule(above=15),
        *sale_rows(slip.letterhead, slip.sale, words),
        Row(f"{words.issued} {words.short_date(slip.issued_at)}", words.time(slip.issued_at)),
        *(Text(line) for line in slip.letterhead.footer if line),
        Gap(8),
        Text(words.no_proof, Role.STRONG),
    )
    marks = copy_marks(slip.copy, slip.issued_at, now, words, words.pay_once)
    return on_letterhead(body, slip.letterhead, words, marks)


def _bars(slip: Slip, words: Words) -> Page:
    """Indomaret scans Code 39 of the bare code; Alfamart's counter takes the number only (wire-facts 9.3)."""
    return (Gap(14), Bars(slip.code, words.no_bars)) if slip.method is Method.INDOMARET else ()


def _steps(slip: Slip, words: Words) -> Page:
    show, pay, collect = words.steps
    return (
        Step(1, show.format(words.method(slip.method))),
        Gap(10),
        Step(2, pay),
        Gap(10),
        Step(3, collect.format(slip.letterhead.store)),
    )
