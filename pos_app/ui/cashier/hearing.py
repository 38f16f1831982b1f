"""What each of the till's events means to the cashier's window.

Loaded with the first of them, and not before the first paint: it knows the classes of all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.domain.decision import Obstacle
from pos_app.domain.errors import Problem
from pos_app.till.desk_messages import DecisionTaken, DeskRefused, RefundAnswered, StaffShown
from pos_app.till.messages import (
    CounterShown,
    Event,
    Faulted,
    Halted,
    LightsShown,
    PaperFailed,
    ParkedChanged,
    ProductsFound,
    Refused,
)

if TYPE_CHECKING:
    from pos_app.ui.cashier.window import CashierWindow


def hear(event: Event, window: CashierWindow) -> None:
    """Hand it to the parts that it is for; they are drawn afterwards."""
    if isinstance(event, CounterShown | Refused | Faulted | Halted):
        window.charging.answered()
    if isinstance(event, CounterShown | Refused | DeskRefused | Faulted | Halted):
        window.sale_page.answered(is_added=isinstance(event, CounterShown))
        window.cart.answered()
    window.back_room.hear(event)
    window.beside.hear(event)
    window.light_bar.hear(event)
    match event:
        case CounterShown(counter=counter):
            window.take(counter)
        case LightsShown():
            window.top_bar.lights.show_lights(event)
            window.pages.know_printer(event.printer_trouble)
            window.news.watch_clock(event.clock_offset_seconds)
        case ProductsFound():
            window.sale_page.show_found(event, window.room())
        case Refused(problem=Problem.JOURNAL_UNWRITABLE, detail=detail):
            window.pages.halt(Problem.JOURNAL_UNWRITABLE, detail, for_good=False)
        case Halted(problem=problem, detail=detail):
            window.pages.halt(problem, detail, for_good=True)
        case StaffShown(is_locked=True):
            window.sale_page.search.clear()  # a PIN may have been typed there before the lock was on show
            window.news.hide()  # the lock shows nothing of the sale; what there is to say comes after it
        case DeskRefused(obstacle=Obstacle.NO_PROOF_YET):
            pass  # the day's own page says so
        case Refused() | ParkedChanged() | PaperFailed() | Faulted():
            window.news.hear(event)
        case DeskRefused() | DecisionTaken() | RefundAnswered():
            window.news.hear(event)
