from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.errors import Problem
from pos_app.domain.evidence import TransactionStatus
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.states import Attention, State
from pos_app.ui.countdown import Countdown
from pos_app.ui.text import counts, problems, stages
from pos_app.ui.text.attention import attention_sentence, attention_words
from pos_app.ui.text.checks import pushed, said
from pos_app.ui.text.lights import printer_note
from pos_app.ui.text.matching import matched_spans
from pos_app.ui.text.methods import method_name
from pos_app.ui.text.stock import stock_words
from pos_app.ui.text.words import spelled
from tests.ui import snapshots

ID, EN = Language.INDONESIAN, Language.ENGLISH


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_says_what_happened_about_money_and_what_to_do(
    problem: Problem, language: Language
) -> None:
    words = problems.advice(problem, language)
    for sentence in (words.happened, words.money, words.to_do):
        assert sentence.endswith(".")
        assert sentence[0].isupper()


@pytest.mark.parametrize(
    ("method", "key"),
    [(Method.GOPAY, "F5"), (Method.QRIS, "F5"), (Method.ALFAMART, "F6"), (Method.INDOMARET, "F7")],
)
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("problem", list(Problem))
def test_advice_after_a_charge_names_the_key_of_its_own_method(
    problem: Problem, language: Language, method: Method, key: str
) -> None:
    failed = replace(snapshots.payment(State.FAILED, problem=problem), method=method)
    sentence = stages.ended(failed, language)
    keys = set(re.findall(r"\bF\d+\b", f"{sentence.state} {sentence.note}")) - {"F11"}
    assert keys <= {key}
    if problem in (Problem.WRONG_KEY, Problem.UNREACHABLE, Problem.TOO_MANY_REQUESTS, Problem.WRONG_AMOUNT):
        assert keys == {key}
    if method.has_store_code and problem is not Problem.QR_UNREADABLE:
        assert "QR" not in sentence.state


@pytest.mark.parametrize("problem", list(Problem))
def test_what_is_not_certain_is_never_called_safe(problem: Problem) -> None:
    certain = "It is not certain" not in problems.money(problem, EN)
    assert certain != problem.money_may_have_moved


@pytest.mark.parametrize("problem", [problem for problem in Problem if problem.money_may_have_moved])
def test_unknown_is_never_called_failed(problem: Problem) -> None:
    assert "gagal" not in problems.happened(problem, ID).lower()
    assert "fail" not in problems.happened(problem, EN).lower()


@pytest.mark.parametrize("language", list(Language))
def test_every_state_has_words(language: Language) -> None:
    for state in State:
        payment = snapshots.payment(state)
        for sentence in (stages.ended(payment, language), stages.ended_money(payment, language)):
            assert sentence.state
            assert sentence.note
        assert said(state, language)
    assert said(None, language)
    for method in Method:
        assert method_name(method, language)
    for attention in Attention:
        assert attention_words(attention, language).endswith(".")
    for trouble in PrinterTrouble:
        assert printer_note(trouble, language)
    for status in TransactionStatus:
        assert pushed(status, method, language) or status is TransactionStatus.ABSENT


def test_late_money_is_never_called_an_end_without_money() -> None:
    assert stages.ended_money(snapshots.payment(State.PAID), EN).state == "Do not charge this customer again."


def test_what_a_manager_closed_without_payment_is_charged_anew_unless_its_money_came_after_all() -> None:
    counter = snapshots.closed()
    assert counter.payment is not None
    assert stages.ended(counter.payment, EN).note == "Choose how to pay again, or change the cart."
    assert stages.ended_money(counter.payment, EN).state == "No money of this payment is there."
    came = replace(counter.payment, state=State.PAID, attention=frozenset({Attention.PAID_LATE}))
    assert stages.ended_money(came, EN).state == "Do not charge this customer again."


def test_waiting_changes_its_sentence_twice() -> None:
    calm, urgent, over = (stages.waiting(Countdown(seconds, 0.5), ID).state for seconds in (300, 60, 1))
    assert len({calm, urgent, over}) == 3


def test_several_attentions_always_come_in_the_same_order() -> None:
    both = frozenset({Attention.DUPLICATE, Attention.PAID_LATE})
    assert attention_sentence(both, EN) == (
        "Paid late, after the order was closed. Paid twice. One payment must be given back."
    )


def test_english_has_a_singular() -> None:
    assert counts.items(1, EN) == "1 item"
    assert counts.items(12_480, EN) == "12,480 items"
    assert counts.items(1, ID) == "1 barang"
    assert counts.lines(6, ID) == "6 baris"
    assert counts.matching("susu", 1, EN) == "matches “susu”"
    assert counts.matching("susu", 9, EN) == "match “susu”"


def test_stock() -> None:
    assert stock_words(None, ID) == ""
    assert stock_words(0, ID) == "Habis"
    assert stock_words(9, ID) == "Sisa\u00a09"
    assert stock_words(10, ID) == "10"


def test_amounts_in_words() -> None:
    assert spelled(Rupiah(44_000), ID) == "Empat puluh empat ribu rupiah"
    assert spelled(Rupiah(44_000), EN) == "Forty-four thousand rupiah"


def test_every_word_of_a_search_is_marked() -> None:
    name = "Susu UHT Cokelat 1 L"
    marked = [name[start : start + length] for start, length in matched_spans(name, "cok susu")]
    assert marked == ["Susu", "Cok"]


@given(st.text(max_size=40), st.text(max_size=10))
def test_marks_lie_inside_the_name_and_never_overlap(name: str, text: str) -> None:
    end = 0
    for start, length in matched_spans(name, text):
        assert start >= end
        assert length > 0
        end = start + length
    assert end <= len(name)
