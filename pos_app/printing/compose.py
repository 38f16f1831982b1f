"""From a document to the page that says it."""

from __future__ import annotations

from datetime import datetime

from pos_app.domain.receipt import Document, ProofPage, Receipt, Slip, TestPage
from pos_app.printing.heading import broken_off_marks
from pos_app.printing.layout import Page
from pos_app.printing.proofs import proof_page
from pos_app.printing.receipts import receipt_page
from pos_app.printing.settings import PrinterSettings
from pos_app.printing.slips import slip_page
from pos_app.printing.testpage import test_page
from pos_app.printing.wording import words


def compose(document: Document, settings: PrinterSettings, now: datetime, *, broke_off: bool = False) -> Page:
    """The page of a document at a moment (UTC); `broke_off` marks one whose paper came out in part before."""
    said = words(settings.language)
    match document:
        case Receipt():
            page = receipt_page(document, said, now)
        case Slip():
            page = slip_page(document, said, now)
        case TestPage():
            page = test_page(document, said, settings.width_dots)
        case ProofPage():
            page = proof_page(document, said)
    return (*broken_off_marks(said), *page) if broke_off else page
