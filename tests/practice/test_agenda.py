from __future__ import annotations

from queue import SimpleQueue

import pytest

from pos_app.practice.agenda import Agenda


def test_actions_come_in_the_order_of_their_times() -> None:
    agenda, done = Agenda(), SimpleQueue[str]()
    agenda.after(0.05, lambda: done.put("later"))
    agenda.after(0.0, lambda: done.put("sooner"))
    assert [done.get(timeout=5), done.get(timeout=5)] == ["sooner", "later"]
    agenda.close()


def test_a_failing_action_is_logged_and_the_next_still_comes(caplog: pytest.LogCaptureFixture) -> None:
    agenda, done = Agenda(), SimpleQueue[str]()
    agenda.after(0.0, lambda: 1 / 0)
    agenda.after(0.0, lambda: done.put("next"))
    assert done.get(timeout=5) == "next"
    agenda.close()
    assert "ZeroDivisionError" in caplog.text


def test_a_closed_agenda_drops_what_is_due() -> None:
    agenda, done = Agenda(), SimpleQueue[str]()
    agenda.after(0.0, lambda: done.put("first"))
    assert done.get(timeout=5) == "first"
    agenda.after(3600, lambda: done.put("never"))
    agenda.close()
    agenda.after(0.0, lambda: done.put("never"))
    agenda.close()
    assert done.empty()
