"""The proof of a day on paper: counts and rupiah by method, and by name whatever somebody may ask about."""

from __future__ import annotations

from datetime import date, datetime, time

from pos_app.domain.audit import OWNER
from pos_app.domain.method import Method
from pos_app.domain.receipt import ProofPage
from pos_app.domain.reconciliation import DayProof, Standing, Tally
from pos_app.domain.sale import short_order_id
from pos_app.domain.wib import WIB
from pos_app.printing.heading import on_letterhead
from pos_app.printing.layout import Gap, Page, Role, Row, Rule, Text
from pos_app.printing.wording import Words

_ROOM_TO_SIGN = (Gap(30), Gap(30), Gap(30))
"""Three: where the printer's own letters are used each is one empty line."""


def proof_page(page: ProofPage, words: Words) -> Page:
    """What a manager signs; matched payments are counted, all others are also named."""
    proof = page.proof
    by = words.owner if proof.by == OWNER else proof.by
    body: Page = (
        Rule(above=14),
        Text(words.proof, Role.HEADING),
        Text(words.full_date(datetime.combine(proof.day, time(), WIB)), Role.STRONG),
        Row(f"{words.till} {proof.till}", by),
        Row(f"{words.issued} {words.short_date(proof.made_at)}", words.time(proof.made_at)),
        *_methods(proof, words),
        Rule(dashed=False, below=0),
        Row(words.received, proof.received.text, Role.TOTAL),
        Rule(dashed=False, above=0, below=11),
        Row(words.asked, words.of.format(proof.asked - len(proof.unread), proof.asked)),
        *_named(words.standings[Standing.LATE], proof.late, proof.day),
        *_named(words.standings[Standing.FORCED], proof.forced, proof.day),
        *_named(words.standings[Standing.OPEN], proof.open, proof.day),
        *(() if proof.open else (Rule(), Text(words.nothing_open, Role.STRONG))),
        *_named(words.unread, proof.unread, proof.day),
        *_ROOM_TO_SIGN,
        Rule(dashed=False, above=0, below=4),
        Text(words.signature),
    )
    return on_letterhead(body, page.letterhead, words)


def _methods(proof: DayProof, words: Words) -> Page:
    used = [method for method in Method if any(tally.method is method for tally in proof.tallies)]
    if not used:
        return (Rule(), Text(words.no_payments))
    return tuple(block for method in used for block in (Rule(), *_method(method, proof, words)))


def _method(method: Method, proof: DayProof, words: Words) -> Page:
    mine = (tally for tally in proof.tallies if tally.method is method)
    return (Text(words.method(method), Role.STRONG, centred=False), *(_row(tally, words) for tally in mine))


def _row(tally: Tally, words: Words) -> Row:
    amount = -tally.amount if tally.standing is Standing.RETURNED else tally.amount
    return Row(f"{words.standings[tally.standing]} ({tally.count})", amount.grouped)


def _named(heading: str, order_ids: tuple[str, ...], day: date) -> Page:
    if not order_ids:
        return ()
    names = (Text(_name(order_id, day), centred=False) for order_id in order_ids)
    return (Rule(), Text(f"{heading} ({len(order_ids)})", Role.STRONG, centred=False), *names)


def _name(order_id: str, day: date) -> str:
    """The part that people read to each other; another day's would be mistaken for one of this day."""
    return short_order_id(order_id) if f"-{day:%y%m%d}-" in order_id else order_id
