"""What the gateway must not forget, in a file: one JSON object a line, and of each name the last line counts."""

from __future__ import annotations

import json
import logging
import os
from contextlib import suppress
from pathlib import Path
from threading import Lock

from pos_app.practice.account import Account
from pos_app.practice.codec import read_answer, read_transaction, spelled_answer, spelled_transaction
from pos_app.practice.idempotency import Answer
from pos_app.practice.ledger import Transaction
from pos_app.practice.wire import JsonObject

_log = logging.getLogger(__name__)


class Memory:
    """Safe for threads. Whatever was kept is on the disk when `keep_…` returns; it raises OSError where it can't be.

    A last line without its end is what a power cut leaves: it was promised to nobody and is dropped. A file
    that is damaged otherwise is set aside, said in the log, and the memory starts empty.
    """

    def __init__(self, path: Path, account: Account) -> None:
        self._path = path
        self._lock = Lock()
        self._transactions: dict[str, Transaction] = {}
        self._answers: dict[str, Answer] = {}
        try:
            self._read(account)
        except (ValueError, KeyError) as error:
            self._set_aside(error)
        self.transactions = tuple(self._transactions.values())
        """As the run before left them, oldest first."""
        self.answers = tuple(self._answers.values())
        self._rewrite()
        self._file = path.open("ab")

    def keep_transaction(self, transaction: Transaction) -> None:
        self._append({"transaction": spelled_transaction(transaction)})

    def keep_answer(self, answer: Answer) -> None:
        self._append({"answer": spelled_answer(answer)})

    def close(self) -> None:
        with self._lock:
            self._file.close()

    def _read(self, account: Account) -> None:
        if not self._path.exists():
            return
        *lines, _torn = self._path.read_bytes().split(b"\n")
        for line in lines:
            match json.loads(line):
                case {"transaction": spelled}:
                    transaction = read_transaction(spelled, account)
                    self._transactions[transaction.id] = transaction
                case {"answer": spelled}:
                    answer = read_answer(spelled)
                    self._answers[answer.key] = answer
                case _:
                    raise ValueError(f"{line!r} is neither a transaction nor an answer")

    def _set_aside(self, error: Exception) -> None:
        aside = self._path.with_name(f"{self._path.name}.damaged")
        self._path.replace(aside)
        self._transactions.clear()
        self._answers.clear()
        _log.warning(
            "the practice gateway's memory is damaged and starts empty; it was put at %s: %r", aside, error
        )

    def _rewrite(self) -> None:
        """One line a name again, and all of them whole."""
        draft = self._path.with_name(f"{self._path.name}.new")
        with draft.open("wb") as file:
            for transaction in self.transactions:
                file.write(_line({"transaction": spelled_transaction(transaction)}))
            for answer in self.answers:
                file.write(_line({"answer": spelled_answer(answer)}))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._path)

    def _append(self, told: JsonObject) -> None:
        with self._lock:
            end = self._file.seek(0, os.SEEK_END)
            try:
                self._file.write(_line(told))
                self._file.flush()
                os.fsync(self._file.fileno())
            except OSError:
                self._begin_again_at(end)
                raise

    def _begin_again_at(self, end: int) -> None:
        """Half a line would damage the next one."""
        with suppress(OSError):
            self._file.close()  # tries once more to write what is left
        os.truncate(self._path, end)
        self._file = self._path.open("ab")


def _line(told: JsonObject) -> bytes:
    return json.dumps(told, separators=(",", ":")).encode() + b"\n"
