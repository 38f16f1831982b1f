"""What paper says: plain data, turned into dots and bytes by `printing`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pos_app.domain.cart import Line, Totals
from pos_app.domain.environment import Environment
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.reconciliation import DayProof


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Who gives the paper, and where."""

    store: str
    environment: Environment
    address: str = ""
    phone: str = ""
    till: str = ""
    cashier: str = ""
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Proof of a paid sale. `copy` is 0 for the first print, else the number of the SALINAN."""

    letterhead: Letterhead
    sale: str
    lines: tuple[Line, ...]
    totals: Totals
    method: Method
    order_id: str
    reference: str = field(default="")
    settled_at: datetime
    copy: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A payment code to take to a store's counter: no proof of payment. `code` is 1 to 32 digits.

    `pay_before` and `issued_at` are by the gateway's clock, `clock_offset` is that clock minus ours.
    """

    letterhead: Letterhead
    sale: str
    method: Method
    code: str
    amount: Rupiah
    order_id: str
    pay_before: datetime
    issued_at: datetime
    clock_offset: timedelta = timedelta(0)
    lines: tuple[Line, ...] = ()
    copy: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TestPage:
    """What *Cetak uji* prints: width, characters, a code and the cut."""

    letterhead: Letterhead
    printed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofPage:
    """The proof of a day, to be signed and kept."""

    letterhead: Letterhead
    proof: DayProof


Document = Receipt | Slip | TestPage | ProofPage
