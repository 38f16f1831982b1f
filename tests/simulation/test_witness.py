"""The witness can speak: a till that breaks a rule of the desk is caught within a few lives."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import count

import pytest

from pos_app.domain import reconciliation
from pos_app.domain.attempt import Attempt
from pos_app.domain.charge import Reply
from pos_app.domain.evidence import Reading
from pos_app.domain.money import Rupiah
from pos_app.domain.staff import Member, Pin, Right
from pos_app.till import pin_gate
from pos_app.till.backoffice import Backoffice
from pos_app.till.desk_messages import RefundOnline
from pos_app.till.schedule import Asking
from pos_app.till.staff_desk import StaffDesk
from pos_app.till.watchlist import Watched, Watchlist
from tests.simulation.bank import Bank
from tests.simulation.luck import Luck
from tests.simulation.witness import BrokenInvariantError
from tests.simulation.world import World

BUSY = Luck(
    late_money=0.01,
    has_staff=1.0,
    refunds_by_api=1.0,
    refund_refused=0.0,
    guesses=0.1,
    answer_lost=0.3,
    loses_patience=0.9,
)
ELSEWHERE = replace(BUSY, refunds_elsewhere=0.9, notification_lost=0.9)
DISPUTES = replace(BUSY, stale_read=0.5, long_outage=0.5)
WRONG_CLOCKS = Luck(clock_jump=0.1, parks=0.9, cancels=0.0, notification_lost=0.9, power_cut=0.001)
LIVES = 40


@pytest.fixture(autouse=True)
def forged_news_is_expected() -> Iterator[None]:
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


def live_until_caught(saying: str, luck: Luck = BUSY, *, besides: str = "") -> None:
    """`besides` is what another witness may end a life with before: that life says nothing about this one."""
    with pytest.raises(BrokenInvariantError, match=saying):
        for seed in range(LIVES):
            try:
                World(seed, sales=6, luck=luck).live()
            except BrokenInvariantError as error:
                if not besides or besides not in str(error):
                    raise


def test_a_right_without_a_pin(monkeypatch: pytest.MonkeyPatch) -> None:
    def allow(
        _: StaffDesk, right: Right, pin: Pin | None, act: Callable[[str], None], *, own_act: bool = False
    ) -> None:
        act("Bayu Santoso")

    monkeypatch.setattr(StaffDesk, "allow", allow)
    live_until_caught("in the name of 'Bayu Santoso' without a PIN")


def test_everybody_s_pin_may_do_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Member, "may", lambda _self, _right: True)
    live_until_caught("was allowed to")


def test_a_pad_that_never_shuts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pin_gate, "MOST_WRONG", 99)
    live_until_caught("wrong before")


def test_a_pad_that_is_patient_with_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pin_gate, "wait_after", lambda _wrong: 0.0)
    live_until_caught("too soon|wrong before")


def test_cash_while_a_refund_is_on_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Attempt, "refund_is_underway", False)
    live_until_caught("by the gateway and cash beside it")


def test_a_new_key_for_every_try_of_one_refund(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers, refunded = count(), Bank.refund

    def refund(self: Bank, ident: str, refund_key: str, amount: Rupiah, reason: str) -> Reply:
        return refunded(self, ident, f"{refund_key}-{next(numbers)}", amount, reason)

    monkeypatch.setattr(Bank, "refund", refund)
    live_until_caught("another key than its evidence names", besides="was given back")


def test_a_refund_by_the_gateway_s_own_pages_that_nobody_looks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Attempt.is_watched

    def is_watched(self: Attempt, at: datetime) -> bool:
        return watched(self, at) and not (self.keeps_money and self.confirmed and self.method.shows_qr)

    monkeypatch.setattr(Attempt, "is_watched", is_watched)
    live_until_caught("rupiah went back and", ELSEWHERE)


def test_a_case_that_stays_closed_although_its_money_came(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = Attempt.wants_decision

    def wants_decision(self: Attempt) -> bool:
        return not self.is_closed_unpaid and bool(wanted.fget(self))  # type: ignore[attr-defined]  # a property

    monkeypatch.setattr(Attempt, "wants_decision", property(wants_decision))
    live_until_caught("closed as unpaid, and the money is there", DISPUTES)


def test_another_amount_that_no_day_can_be_closed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reconciliation, "_given_back", lambda _payment: Rupiah(0))
    live_until_caught("rupiah came and stayed")


def test_a_store_s_code_is_refunded_online(monkeypatch: pytest.MonkeyPatch) -> None:
    def refund_online(self: Backoffice, command: RefundOnline) -> None:
        self._staff.allow(
            Right.REFUND, command.pin, lambda by: self._refund(command.order_id, by), own_act=True
        )

    monkeypatch.setattr(Backoffice, "refund_online", refund_online)
    live_until_caught("is a store's")


def test_a_reading_that_says_nothing_counts_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reading, "answers_a_read", True)
    live_until_caught("was read, and it was not")


def test_a_first_ask_that_is_put_off_for_as_long_as_the_clock_is_ahead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asking = Watchlist.asking

    def never_before(self: Watchlist, watched: Watched) -> Asking:
        asked = asking(self, watched)
        return replace(asked, since=min(asked.now, self.moment_of(watched.payment.created_at)))

    monkeypatch.setattr(Watchlist, "asking", never_before)
    live_until_caught("and nobody asked for", WRONG_CLOCKS)
