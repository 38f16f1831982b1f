"""The tests notice it when the state table, the predicate or the poll policy is broken."""

from __future__ import annotations

import pytest

from tests.mutation.mutants import ABOUT_DECISIONS, ABOUT_PINS, MUTANTS, Mutant
from tests.mutation.runner import ROOT, NotApplicableError, broken, try_all


def test_the_list_follows_the_code() -> None:
    assert len(MUTANTS) >= 30
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)
    for mutant in MUTANTS:
        source = (ROOT / "pos_app" / mutant.file).read_text(encoding="utf-8")
        compile(broken(source, mutant), mutant.file, "exec")


def test_a_text_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotApplicableError, match="0 times"):
        broken("GAP = 10.0", Mutant("x", "x.py", "GAP = 11.0", "GAP = 1.0"))
    with pytest.raises(NotApplicableError, match="2 times"):
        broken("a a", Mutant("x", "x.py", "a", "b"))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_mutant_of_a_payment_and_its_watch_is_noticed() -> None:
    """Those of the manager's desk are tried by command, with all the others: the suite has ten minutes."""
    of_the_desk = (ABOUT_DECISIONS, ABOUT_PINS)
    here = [mutant for mutant in MUTANTS if mutant.tests not in of_the_desk]
    assert len(here) >= 30
    survivors = [verdict.mutant.name for verdict in try_all(here) if not verdict.is_killed]
    assert survivors == []
