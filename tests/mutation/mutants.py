"""Ways to break the till's judgement, each of them a fault that would cost a shop money or a customer patience."""

from __future__ import annotations

from dataclasses import dataclass

PAYMENT = "domain/payment.py"
STATES = "domain/states.py"
SCHEDULE = "till/schedule.py"
CALLING = "till/calling.py"
AGENDA = "till/agenda.py"
COLLECTOR = "till/collector.py"
RECORDER = "till/recorder.py"
ATTEMPT = "domain/attempt.py"
DECISION = "domain/decision.py"
PIN_GATE = "till/pin_gate.py"
STAFF_DESK = "till/staff_desk.py"
BACKOFFICE = "till/backoffice.py"
RECONCILIATION = "till/reconciliation.py"
PROOF = "domain/reconciliation.py"

ABOUT_STATES = ("tests/domain/test_states.py", "tests/till")
ABOUT_PAYMENTS = ("tests/domain/test_payment.py", "tests/till")
ABOUT_THE_SCHEDULE = ("tests/till/test_schedule.py", "tests/till")
ABOUT_THE_TILL = ("tests/till",)
ABOUT_DECISIONS = ("tests/domain/test_decision.py", "tests/till/test_backoffice.py", "tests/till")
ABOUT_PINS = ("tests/till/test_staff_desk.py", "tests/till")


@dataclass(frozen=True, slots=True)
class Mutant:
    """`was` occurs exactly once in `file`, below pos_app; `becomes` takes its place. `tests` must notice."""

    name: str
    file: str
    was: str
    becomes: str
    tests: tuple[str, ...] = ABOUT_THE_TILL


def _in_payment(name: str, was: str, becomes: str) -> Mutant:
    return Mutant(name, PAYMENT, was, becomes, ABOUT_PAYMENTS)


def _in_states(name: str, was: str, becomes: str) -> Mutant:
    return Mutant(name, STATES, was, becomes, ABOUT_STATES)


def _in_schedule(name: str, was: str, becomes: str) -> Mutant:
    return Mutant(name, SCHEDULE, was, becomes, ABOUT_THE_SCHEDULE)


def _of_decisions(name: str, file: str, was: str, becomes: str) -> Mutant:
    return Mutant(name, file, was, becomes, ABOUT_DECISIONS)


def _in_pin_gate(name: str, was: str, becomes: str) -> Mutant:
    return Mutant(name, PIN_GATE, was, becomes, ABOUT_PINS)


MUTANTS = (
    # the table of moves
    _in_states(
        "a paid payment can be cancelled",
        "State.PAID: frozenset({State.PARTLY_REFUNDED,",
        "State.PAID: frozenset({State.CANCELLED, State.PARTLY_REFUNDED,",
    ),
    _in_states(
        "late money after expiry is no move",
        "State.EXPIRED: frozenset({State.PAID})",
        "State.EXPIRED: frozenset()",
    ),
    _in_states(
        "a refund can be undone", "State.REFUNDED: frozenset()", "State.REFUNDED: frozenset({State.PAID})"
    ),
    _in_states(
        "what is being cancelled is not live",
        "State.PENDING, State.CANCELLING})\n_DEAD",
        "State.PENDING})\n_DEAD",
    ),
    # what counts as paid
    _in_payment("any good code settles", "and reading.code == 200", "and reading.code < 300"),
    _in_payment(
        "a challenged payment settles",
        "and reading.fraud in (FraudStatus.ACCEPT, FraudStatus.ABSENT)",
        "and reading.fraud is not FraudStatus.DENY",
    ),
    _in_payment(
        "any amount settles",
        'if reading.gross_amount != self.amount or reading.currency != "IDR":',
        'if reading.currency != "IDR":',
    ),
    _in_payment(
        "any currency settles",
        'if reading.gross_amount != self.amount or reading.currency != "IDR":',
        "if reading.gross_amount != self.amount:",
    ),
    _in_payment(
        "an unsigned notification settles",
        "return self._notified(reading, evidence) if signed else self",
        "return self._notified(reading, evidence)",
    ),
    _in_payment(
        "another transaction's news counts",
        "return not self.transaction_id or reading.transaction_id == self.transaction_id",
        "return True",
    ),
    _in_payment(
        "another order's news counts",
        "if reading.order_id != self.order_id:\n            return False",
        "pass",
    ),
    _in_payment(
        "a notification may name the transaction",
        "if not self.transaction_id or not self.is_ours(reading):",
        "if not self.is_ours(reading):",
    ),
    # doubt
    _in_payment("one missing read proves", "ABSENT_READS_THAT_PROVE = 2", "ABSENT_READS_THAT_PROVE = 1"),
    _in_payment(
        "a known transaction can be missed away",
        "if self.state not in (State.IN_DOUBT, State.CANCELLING) or self.known_to_gateway:",
        "if self.state not in (State.IN_DOUBT, State.CANCELLING):",
    ),
    _in_payment(
        "a refused repetition ends a charge", "if self.charges_sent > 1:  #", "if self.charges_sent > 99:  #"
    ),
    _in_payment(
        "a QR that got lost is still offered",
        "if self.method.shows_qr:\n                return self._to(State.PENDING)._unusable(Problem.ANSWER_LOST)\n",
        "",
    ),
    _in_payment(
        "a conflict teaches nothing", "return self._doubted(known_to_gateway=True)", "return self._doubted()"
    ),
    # attention
    _in_payment(
        "late money goes unnoticed",
        "return paid._noticed(Attention.PAID_LATE)\n        paid = paid._came_at_last()",
        "return paid\n        paid = paid._came_at_last()",
    ),
    _in_payment(
        "a lost cancel race goes unnoticed",
        "return paid._noticed(Attention.PAID_WHILE_CANCELLING) if self.state is State.CANCELLING else paid",
        "return paid",
    ),
    _in_payment(
        "a second payment goes unnoticed",
        "if sale_is_paid and after.keeps_money",
        "if not sale_is_paid and after.keeps_money",
    ),
    _in_payment(
        "a store's reversal is a mere contradiction",
        "state is State.DENIED and (self.confirmed or self.method.has_store_code):",
        "state is State.DENIED and self.confirmed and not self.method.has_store_code:",
    ),
    # what is offered and given up
    _in_payment(
        "a charge of another amount is offered",
        "return pending._unusable(Problem.WRONG_AMOUNT)",
        "return pending",
    ),
    _in_payment(
        "a cancel is believed before the gateway says so",
        "return replace(self._to(State.CANCELLING), cancel=asked) if",
        "return replace(self._to(State.CANCELLED), cancel=asked) if",
    ),
    _in_payment(
        "a sale with a live payment is open",
        "return SaleState.AWAITING if waits else SaleState.OPEN",
        "return SaleState.OPEN",
    ),
    # when to ask
    _in_schedule("nine seconds are enough", "\nGAP = 10.0", "\nGAP = 9.0"),
    _in_schedule(
        "backing off replaces the rule",
        "return asking.last_asked + max(GAP, backoff(asking.failures, asking.jitter))",
        "return asking.last_asked + backoff(asking.failures, asking.jitter)",
    ),
    _in_schedule(
        "a doorbell asks at once",
        "return max(earliest(asking), asking.not_before)",
        "return max(asking.now, asking.not_before)",
    ),
    _in_schedule(
        "nobody comes back from backing off", "_LONGEST_BACKOFF = 120.0", "_LONGEST_BACKOFF = 86400.0"
    ),
    _in_schedule("a lost charge is repeated for an hour", "REPEATS_END = 300.0", "REPEATS_END = 3600.0"),
    _in_schedule(
        "a doubt is read before it is repeated",
        "return GAP if asking.reads_only or payment.known_to_gateway else None",
        "return GAP",
    ),
    _in_schedule(
        "the dead are not asked",
        "case _:\n            return _seldom(asking)",
        "case _:\n            return None",
    ),
    _in_schedule(
        "what never ends is asked for ever in haste",
        "if never_ends and asking.failures == 0:",
        "if never_ends and asking.failures > 99:",
    ),
    _in_schedule(
        "what an outage made stuck waits long after it",
        "if never_ends and asking.failures == 0:",
        "if never_ends:",
    ),
    _in_schedule(
        "asking is gentle without a relay",
        "return _GENTLE if asking.relay_proven else GAP",
        "return _GENTLE",
    ),
    # how it is asked
    Mutant(
        "a charge leaves without a durable intent",
        COLLECTOR,
        "if self._record(watched.payment.order_id, Sent()):",
        "if self._record(watched.payment.order_id, Sent()) is not None:",
    ),
    Mutant("an ask that was not stored is made", CALLING, "if not claimed:", "if claimed is None:"),
    Mutant(
        "three calls about one state at a time",
        AGENDA,
        "frozenset({Call.STATUS, Call.CANCEL, Call.EXPIRE})",
        "frozenset({Call.CHARGE})",
    ),
    Mutant(
        "a full disk loses an answer",
        RECORDER,
        "self._backlog.append(evidence)",
        "pass",
    ),
    # what only people can decide
    _of_decisions(
        "money in dispute is handed over",
        DECISION,
        "return of_another_amount or (state in _KEEPS_MONEY and not disputed)",
        "return of_another_amount or state in _KEEPS_MONEY",
    ),
    _of_decisions(
        "any sum pays another sale",
        DECISION,
        "return Obstacle.AMOUNTS_DIFFER if sale.cart.total != amount else None",
        "return None",
    ),
    _of_decisions(
        "late money pays by itself",
        ATTEMPT,
        "return came and self.received == self.amount and Attention.PAID_LATE not in self.attention",
        "return came and self.received == self.amount",
    ),
    _of_decisions(
        "another amount that went back has paid",
        ATTEMPT,
        "return came and self.received == self.amount and",
        "return came and",
    ),
    _of_decisions(
        "one decision is about all that comes later",
        ATTEMPT,
        "self.attention - (self.decision.about if self.decision else frozenset())",
        "frozenset() if self.decision else self.attention",
    ),
    _of_decisions(
        "what stands can't be taken back",
        ATTEMPT,
        "if not (self.decision if decision is Decision.REOPEN else self.attention):",
        "if not self.attention:",
    ),
    _of_decisions(
        "a blank is a reason",
        BACKOFFICE,
        "return bool(reason.strip()) and",
        "return bool(reason) and",
    ),
    _of_decisions(
        "a PIN is kept as a reason",
        BACKOFFICE,
        "and (pin is None or pin.digits not in reason)",
        "",
    ),
    _of_decisions(
        "a decision that came too late counts as taken",
        BACKOFFICE,
        "return None if payment.decision == standing else Obstacle.DECISION_DOES_NOT_FIT",
        "return None",
    ),
    _of_decisions(
        "the drawer opens for cash that was refused",
        RECORDER,
        "if after != payment and _is_cash(evidence):",
        "if _is_cash(evidence):",
    ),
    # cases without money, and money of another amount
    _of_decisions(
        "money that is there is closed as unpaid",
        DECISION,
        "and (disputed or state not in _KEEPS_MONEY)",
        "",
    ),
    _of_decisions(
        "what was closed as unpaid pays its sale",
        ATTEMPT,
        "case Decided(decision=Decision.CLOSE_UNPAID):\n                return False",
        "case Decided(decision=Decision.CLOSE_UNPAID):\n                return came",
    ),
    _of_decisions(
        "money of a closed case is not called late",
        PAYMENT,
        "return self._noticed(Attention.PAID_LATE) if self.is_closed_unpaid else self",
        "return self",
    ),
    _of_decisions(
        "a closed case stays closed when its money comes",
        ATTEMPT,
        "return came_after_all or bool(",
        "return bool(",
    ),
    _of_decisions(
        "a closed case makes the next payment one too many",
        ATTEMPT,
        "return self.keeps_money and not self.is_closed_unpaid",
        "return self.keeps_money",
    ),
    _of_decisions(
        "another amount is stuck an hour later",
        PAYMENT,
        "if self.can_be_paid else self",
        "if self.state.is_live else self",
    ),
    _of_decisions(
        "another amount is in dispute for ever",
        PROOF,
        "in_dispute = payment.other_amount is None or payment.wants_decision",
        "in_dispute = True",
    ),
    _of_decisions(
        "cash that went out before is forgotten",
        ATTEMPT,
        "return self.cash_given_back or None",
        "return None",
    ),
    _of_decisions(
        "cash is not told in the proof",
        PROOF,
        "return by_the_gateway + payment.cash_given_back",
        "return by_the_gateway",
    ),
    _of_decisions(
        "another amount that a store took back is still there",
        PAYMENT,
        "took_money = self.keeps_money or self.took_another_amount",
        "took_money = self.keeps_money",
    ),
    Mutant(
        "an older refund task is told on every day",
        RECONCILIATION,
        "done.carried - payments.keys()",
        "done.asked - payments.keys()",
        ("tests/till/test_reconciliation.py",),
    ),
    Mutant(
        "what went out by force is told on every day",
        RECONCILIATION,
        " and is_open(payment)",
        "",
        ("tests/till/test_reconciliation.py",),
    ),
    # giving money back
    _of_decisions(
        "nobody watches what waits for a person",
        ATTEMPT,
        "return self.has_refund_task or (self.keeps_money and self.wants_decision)",
        "return False",
    ),
    _of_decisions(
        "a refused key says that the first try failed",
        PAYMENT,
        "if was_unknown and trouble is RefundTrouble.NOT_ALLOWED:\n            return replace(self, refund_trouble=RefundTrouble.UNKNOWN_NOT_ALLOWED)",
        "if was_unknown and trouble is RefundTrouble.NOT_ALLOWED:\n            return replace(self, refund_trouble=trouble)",
    ),
    _of_decisions(
        "cash goes out beside a refund on its way",
        ATTEMPT,
        "if self.refund_is_underway and decision is not Decision.REFUND_TASK:",
        "if self.refund_is_underway and decision is Decision.HAND_OVER:",
    ),
    _of_decisions(
        "every try of a refund has a key of its own",
        BACKOFFICE,
        'f"{order_id}-r{int(amount)}"',
        "self._kit.chance.key()",
    ),
    _of_decisions(
        "a refund leaves without evidence",
        BACKOFFICE,
        "if not self._collector.learn(order_id, RefundAsked(key, amount, reason, by)):",
        "if self._collector.learn(order_id, RefundAsked(key, amount, reason, by)) is None:",
    ),
    _of_decisions(
        "a store's code is refunded online",
        BACKOFFICE,
        "elif not payment.method.shows_qr:",
        "elif not payment.method.is_gateway:",
    ),
    _of_decisions(
        "a second refusal speaks for the first try",
        PAYMENT,
        "return self if was_unknown and not trouble.is_final else replace(self, refund_trouble=trouble)",
        "return replace(self, refund_trouble=trouble)",
    ),
    Mutant(
        "a refused key counts as a reading",
        RECONCILIATION,
        "if isinstance(answer.outcome, Reply) and answer.outcome.reading.answers_a_read:",
        "if isinstance(answer.outcome, Reply):",
        ("tests/till/test_reconciliation.py",),
    ),
    # PINs
    Mutant(
        "who stands at the counter decides without a PIN",
        STAFF_DESK,
        "elif self._shown().may(right) and not own_act:",
        "elif self._shown().may(right):",
        ABOUT_PINS,
    ),
    _in_pin_gate(
        "everybody's PIN may do everything",
        "if knock.right is not None and not member.may(knock.right):",
        "if knock.right is Right.STAFF and not member.may(knock.right):",
    ),
    _in_pin_gate(
        "the pad shuts one too late", "if self._wrong >= MOST_WRONG:", "if self._wrong > MOST_WRONG:"
    ),
    _in_pin_gate("guesses need no patience", "elif wait > 0:", "elif wait > 3600:"),
    _in_pin_gate(
        "a cashier's own PIN washes guesses away",
        "if member.role is Role.MANAGER and self._wrong:",
        "if self._wrong:",
    ),
    _in_pin_gate(
        "a restart forgets the guesses", "self._wrong = kit.journal.wrong_pins()", "self._wrong = 0"
    ),
)
