from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from pos_app.domain.money import Rupiah
from pos_app.till.snapshot import BoardRow
from pos_app.ui.manager.board_rows import BoardRows
from tests.ui.manager import boards

ROWS = tuple(boards.many(12))


def changed(row: BoardRow) -> BoardRow:
    return replace(row, payment=replace(row.payment, amount=Rupiah(row.payment.amount + 1)))


def test_one_change_paints_one_row(qtbot: QtBot) -> None:
    rows = BoardRows()
    rows.show_rows(ROWS)
    spies = [QSignalSpy(signal) for signal in (rows.modelReset, rows.rowsInserted, rows.rowsRemoved)]
    painted = QSignalSpy(rows.dataChanged)
    rows.show_rows([*ROWS[:5], changed(ROWS[5]), *ROWS[6:]])
    assert [spy.count() for spy in spies] == [0, 0, 0]
    assert [painted.at(n)[0].row() for n in range(painted.count())] == [5]


def test_the_same_picture_paints_nothing(qtbot: QtBot) -> None:
    rows = BoardRows()
    rows.show_rows(ROWS)
    painted = QSignalSpy(rows.dataChanged)
    rows.show_rows(tuple(boards.many(12)))
    assert painted.count() == 0


def test_the_selection_stays_with_its_payment(qtbot: QtBot) -> None:
    rows = BoardRows()
    rows.show_rows(ROWS)
    rows.current = ROWS[7].payment.order_id
    rows.show_rows(ROWS[3:])
    assert rows.current == ROWS[7].payment.order_id
    assert rows.number_of(rows.current) == 4


def test_a_selection_that_is_gone_goes_to_its_neighbour(qtbot: QtBot) -> None:
    rows = BoardRows()
    rows.show_rows(ROWS)
    rows.current = ROWS[11].payment.order_id
    rows.show_rows(ROWS[:11])
    assert rows.current == ROWS[10].payment.order_id
    rows.show_rows(())
    assert rows.current == ""
    assert rows.selected is None


@given(
    st.lists(st.permutations(range(12)).flatmap(lambda order: st.integers(0, 12).map(lambda n: order[:n])))
)
def test_whatever_comes_the_model_is_right(pictures: list[list[int]]) -> None:
    rows = BoardRows()
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for picture in pictures:
        wanted = [ROWS[number] for number in picture]
        rows.show_rows(wanted)
        assert list(rows.rows) == wanted
        assert not wanted or rows.number_of(rows.current) >= 0
    assert tester.model() is rows
