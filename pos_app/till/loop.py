"""The till's thread: a queue of commands whose timeout is the next thing due."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable

from pos_app.domain.errors import Problem
from pos_app.domain.journal_errors import (
    JournalDamagedError,
    JournalError,
    JournalInUseError,
    JournalTooNewError,
    JournalUnwritableError,
)
from pos_app.till.checkout import Till
from pos_app.till.desk_messages import FindDecided, PrintProof, ShowAttachable, ShowProof
from pos_app.till.messages import (
    AddAmount,
    AddProduct,
    ChangeQuantity,
    Charge,
    Command,
    Event,
    Faulted,
    Halted,
    NewSale,
    Park,
    Refused,
    RemoveLine,
    Reprint,
    Resume,
    SelectLine,
    ShowStory,
)
from pos_app.till.ports import Clock

log = logging.getLogger(__name__)

_LONGEST_WAIT = 10.0
"""Seconds: a queue's timeout stands still while the PC sleeps, the till's clock does not."""

_REST = 1.0
"""Seconds after a tick that failed: what is due stays due, and must not be tried without a pause."""

_SELLS = AddProduct | AddAmount | SelectLine | ChangeQuantity | RemoveLine | Charge | Park | Resume | NewSale
"""What begins or changes a sale: nothing of it on a journal that is known to be damaged."""

_LOOKS_BACK = ShowStory | FindDecided | ShowAttachable | ShowProof | PrintProof | Reprint
"""What reads old records that no selling needs: one of them that can't be read is no reason to close the shop."""


class TillThread:
    """Runs one till for life. `make` builds it on the thread, which so owns the journal's connection.

    `clock` is the till's own.
    """

    def __init__(
        self,
        make: Callable[[], Till],
        publish: Callable[[Event], None],
        close: Callable[[], None],
        clock: Clock,
    ) -> None:
        self._make = make
        self._clock = clock
        self._publish = publish
        self._close = close
        self._damage: Halted | None = None
        self._commands: queue.SimpleQueue[Command | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="till", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def post(self, command: Command) -> None:
        """Hand a command over, from any thread, without waiting."""
        self._commands.put(command)

    def stop(self, timeout: float = 2.0) -> None:
        """Finish the command at hand and end; at most `timeout` seconds."""
        self._commands.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout)

    def _run(self) -> None:
        try:
            till = self._make()
            till.start()
        except JournalError as error:
            log.exception("the journal can't be used")
            self._publish(Halted(_why(error), str(error)))
        except Exception as error:
            log.exception("the till can't start")
            self._publish(Halted(Problem.TILL_NOT_STARTED, f"{type(error).__name__}: {error}"))
        else:
            self._serve(till)
        finally:
            self._close()

    def _serve(self, till: Till) -> None:
        rest = 0.0
        while True:
            wait = min(_LONGEST_WAIT, max(rest, till.next_due() - self._clock.monotonic()))
            try:
                command = self._commands.get(timeout=wait) if wait > 0 else self._commands.get_nowait()
            except queue.Empty:
                rest = 0.0 if self._guarded(till.tick) else _REST
                continue
            if command is None:
                return
            self._carry_out(till, command)
            rest = 0.0 if self._guarded(till.tick) else _REST

    def _carry_out(self, till: Till, command: Command) -> None:
        if self._damage is not None and isinstance(command, _SELLS):
            self._publish(self._damage)
        else:
            self._guarded(lambda: till.handle(command), command)

    def _guarded(self, act: Callable[[], None], command: Command | None = None) -> bool:
        """True where it went well. One failing command never ends the till.

        Damage ends the selling, unless it was found by looking back; what can still be read stays watched.
        """
        order_id = getattr(command, "order_id", "")
        what = type(command).__name__ if command else "the tick"
        try:
            act()
        except JournalDamagedError as error:
            log.exception("the journal is damaged")
            if isinstance(command, _LOOKS_BACK):
                self._publish(Refused(Problem.RECORD_UNREADABLE, str(error)))
            else:
                self._damage = Halted(_why(error), str(error))
                self._publish(self._damage)
            return False
        except JournalUnwritableError as error:
            log.warning("%s could not be kept: %s", what, error)
            self._publish(Refused(Problem.JOURNAL_UNWRITABLE))
            return False
        except Exception as error:
            log.exception("%s failed %s", what, order_id)
            self._publish(Faulted(order_id, f"{type(error).__name__}: {error}"))
            return False
        return True


def _why(error: JournalError) -> Problem:
    match error:
        case JournalDamagedError():
            return Problem.JOURNAL_DAMAGED
        case JournalTooNewError():
            return Problem.JOURNAL_TOO_NEW
        case JournalInUseError():
            return Problem.JOURNAL_IN_USE
        case _:
            return Problem.JOURNAL_UNWRITABLE
