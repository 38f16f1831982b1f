"""What every paper carries: what is no real payment, which copy it is, who gives it."""

from __future__ import annotations

from datetime import datetime

from pos_app.domain.environment import Environment
from pos_app.domain.receipt import Letterhead
from pos_app.domain.wib import WIB
from pos_app.printing.layout import Bar, Block, Box, Gap, Logo, Page, Role, Text
from pos_app.printing.wording import Words


def on_letterhead(body: Page, letterhead: Letterhead, words: Words, marks: Page = ()) -> Page:
    """The body below marks, logo and store; boxed at top and bottom where no money is real."""
    warning = _unreal(letterhead.environment, words)
    top: Page = (warning, Gap(18)) if warning else ()
    bottom: Page = (Gap(18), warning) if warning else ()
    return (*top, *marks, Logo(), *_store(letterhead, words), *body, *bottom)


def copy_marks(copy: int, made_at: datetime, now: datetime, words: Words, *further: str) -> Page:
    """The bar of a SALINAN with when it was printed; nothing on the first print."""
    if not copy:
        return ()
    same_day = made_at.astimezone(WIB).date() == now.astimezone(WIB).date()
    when = words.time(now) if same_day else f"{words.short_date(now)}, {words.time(now)}"
    lines = (words.reprinted.format(when), *further)
    return (Bar(words.copy.format(copy)), Gap(6), *(Text(line) for line in lines), Gap(18))


def broken_off_marks(words: Words) -> Page:
    """Says that part of this paper came out once before, so that nobody takes two for two payments."""
    return (Bar(words.again), Gap(6), Text(words.again_why), Gap(18))


def _unreal(environment: Environment, words: Words) -> Block | None:
    match environment:
        case Environment.PRODUCTION:
            return None
        case Environment.SANDBOX:
            return Box((words.sandbox, words.not_real))
        case Environment.PRACTICE:
            return Box((words.practice, words.not_real))


def _store(letterhead: Letterhead, words: Words) -> Page:
    phone = f"{words.phone} {letterhead.phone}" if letterhead.phone else ""
    below = (letterhead.address, phone, *letterhead.header)
    return (Text(letterhead.store, Role.STORE), *(Text(line) for line in below if line))
