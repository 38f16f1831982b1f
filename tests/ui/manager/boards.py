"""Scripted boards: the payments of the specification's pictures, and as many more as are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from pos_app.domain.decision import RefundTrouble
from pos_app.domain.evidence import (
    Call,
    CancelAsked,
    CancelReason,
    Decided,
    Decision,
    Notified,
    Reading,
    Said,
    Sent,
    TransactionStatus,
)
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.reconciliation import DayProof, Standing, Tally
from pos_app.domain.sale import business_day
from pos_app.domain.staff import Member, Role
from pos_app.domain.states import Attention, State
from pos_app.till.desk_messages import DayReconciled, StaffShown
from pos_app.till.messages import BoardShown, NeighboursShown, StoryShown
from pos_app.till.snapshot import BoardRow, Counter, StoryStep
from tests.ui import snapshots
from tests.ui.snapshots import MONOTONIC, NOW

RANI = Member(1, "Rani Pratiwi", Role.CASHIER)
BAYU = Member(2, "Bayu Saputra", Role.SUPERVISOR)
SARI = Member(3, "Sari Dewi", Role.MANAGER)
STAFF = (RANI, BAYU, SARI)

MINUTE, HOUR = 60.0, 3600.0


def staff(at_counter: Member | None = RANI) -> StaffShown:
    return StaffShown(at_counter=at_counter, is_locked=at_counter is None, staff=STAFF)


def row(
    till: str,
    number: int,
    method: Method,
    amount: int,
    age: float,
    *,
    left: float | None = None,
    cashier: str = "Rani Pratiwi",
    state: State = State.PENDING,
    attempt: int = 1,
    next_check: float = 0.0,
) -> BoardRow:
    """`age`, `left` and `next_check` in seconds from now."""
    created = NOW - timedelta(seconds=age)
    has_code = method.has_store_code and state is not State.IN_DOUBT
    payment = replace(
        snapshots.payment(),
        order_id=f"TSJ-{till}-261120-{number:04d}-{attempt}-k7q2m",
        sale_id=number,
        attempt=attempt,
        method=method,
        amount=Rupiah(amount),
        created_at=created,
        first_sent_at=created,
        last_sent_at=created,
        cashier=cashier,
        state=state,
        qr=snapshots.QR if method.shows_qr and state is State.PENDING else None,
        payment_code=f"8123456789{number:04d}07" if has_code else "",
        expires_at=None if left is None else NOW + timedelta(seconds=left),
        cancel=CancelAsked(CancelReason.CUSTOMER_LEFT) if state is State.CANCELLING else None,
    )
    return BoardRow(
        payment=payment,
        sale_label=f"{number:04d}",
        began=MONOTONIC - age,
        ends=None if left is None else MONOTONIC + left,
        next_check=MONOTONIC + next_check,
    )


WAITING = (
    row("02", 218, Method.GOPAY, 210_900, 139, left=761, next_check=6),
    row("02", 217, Method.GOPAY, 45_000, 40, state=State.IN_DOUBT, attempt=2, next_check=4),
    row("01", 164, Method.GOPAY, 87_500, 11 * MINUTE, left=238, cashier="Bayu Saputra"),
    row(
        "01", 152, Method.INDOMARET, 118_400, 3 * HOUR + 5 * MINUTE, left=48 * MINUTE, cashier="Bayu Saputra"
    ),
    row("03", 31, Method.INDOMARET, 1_250_000, 21 * HOUR, left=2 * HOUR + 38 * MINUTE, cashier="Sari Dewi"),
    row("02", 198, Method.ALFAMART, 64_000, 6 * HOUR, left=5 * HOUR + 58 * MINUTE),
    row("02", 211, Method.ALFAMART, 325_000, 80 * MINUTE, left=22 * HOUR + 40 * MINUTE),
    row("01", 140, Method.ALFAMART, 92_300, 22 * HOUR, cashier="Bayu Saputra", state=State.CANCELLING),
)

ALFAMART = WAITING[6]
"""The payment that the pictures have selected."""


def _settled(shown: BoardRow, minutes_ago: float, *attention: Attention) -> BoardRow:
    came = NOW - timedelta(minutes=minutes_ago)
    payment = replace(
        shown.payment,
        state=State.PAID,
        attention=frozenset(attention),
        settled_at=came,
        verified_at=came + timedelta(seconds=11),
        ended_at=came,
        confirmed=True,
    )
    return replace(shown, payment=payment, ends=None)


LATE = _settled(row("02", 193, Method.GOPAY, 56_000, 67 * MINUTE, left=-52 * MINUTE), 34, Attention.PAID_LATE)
TWICE = _settled(
    row("01", 149, Method.GOPAY, 132_000, 41 * MINUTE, left=-26 * MINUTE, attempt=2), 26, Attention.DUPLICATE
)
OTHER_AMOUNT = replace(
    row("02", 205, Method.INDOMARET, 75_000, 40 * MINUTE, left=23 * HOUR),
    payment=replace(
        row("02", 205, Method.INDOMARET, 75_000, 40 * MINUTE, left=23 * HOUR).payment,
        state=State.EXPIRED,
        attention=frozenset({Attention.AMOUNT_MISMATCH}),
        other_amount=Rupiah(57_000),
        ended_at=NOW - timedelta(minutes=12),
    ),
)
WANTING = (LATE, TWICE, OTHER_AMOUNT)

_AT_A_STORE = _settled(
    row("02", 207, Method.INDOMARET, 118_400, 55 * MINUTE, left=22 * HOUR), 40, Attention.REVERSED
)
REVERSED = replace(_AT_A_STORE, payment=replace(_AT_A_STORE.payment, state=State.REVERSED))


def held_by(till: str, shown: BoardRow) -> BoardRow:
    """The same row, of another till."""
    named = shown.payment.order_id.replace("TSJ-02-", f"TSJ-{till}-")
    return replace(shown, payment=replace(shown.payment, order_id=named), held_by=till, next_check=None)


def is_theirs(shown: BoardRow) -> bool:
    return "TSJ-02-" not in shown.payment.order_id


def shared() -> tuple[BoardShown, NeighboursShown]:
    """The pictures' board as till 02 has it: its own rows, and those of the tills 01 and 03."""
    rows = (*WAITING, *WANTING)
    theirs = (held_by(row.payment.order_id.split("-")[1], row) for row in rows if is_theirs(row))
    return BoardShown(tuple(row for row in rows if not is_theirs(row))), NeighboursShown(tuple(theirs))


def decided(shown: BoardRow, decision: Decision) -> BoardRow:
    taken = Decided(
        decision=decision,
        by="Sari Dewi",
        reason="Uang diminta",
        about=shown.payment.attention,
        amount=shown.payment.amount,
    )
    return replace(shown, payment=replace(shown.payment, decision=taken))


HANDED_OVER = replace(decided(OTHER_AMOUNT, Decision.HAND_OVER), next_check=None)
HANDED_OVER = replace(
    HANDED_OVER,
    payment=replace(HANDED_OVER.payment, state=State.PAID, settled_at=NOW - timedelta(minutes=12)),
)
"""Of another amount, paid and decided: all that can be known of a payment."""

AGAIN = replace(
    decided(LATE, Decision.REFUND_TASK),
    payment=replace(
        decided(LATE, Decision.REFUND_TASK).payment,
        attention=frozenset({Attention.PAID_LATE, Attention.DISAGREES}),
    ),
)
"""Decided, and something came up since."""

TASK = decided(LATE, Decision.REFUND_TASK)
BARRED = replace(
    TASK,
    payment=replace(
        TASK.payment,
        refund_asked_at=NOW - timedelta(minutes=20),
        refund_trouble=RefundTrouble.UNKNOWN_NOT_ALLOWED,
    ),
)
"""A refund without an answer, and the key is refused since."""


def board(*rows: BoardRow) -> BoardShown:
    return BoardShown(rows or (*WAITING, *WANTING))


def many(count: int) -> Iterator[BoardRow]:
    """As many as are wanted, soonest first."""
    methods = (Method.GOPAY, Method.ALFAMART, Method.INDOMARET)
    for number in range(count):
        yield row("02", number, methods[number % 3], 10_000 + number, 5.0 * number, left=60.0 + 30.0 * number)


def story(payment: Payment = ALFAMART.payment) -> StoryShown:
    """What the specification's picture tells of the Alfamart payment."""
    pending = Reading(code=201, status=TransactionStatus.PENDING, order_id=payment.order_id)
    steps = [
        StoryStep(payment.created_at, None, Sent(), State.CHARGING, ""),
        StoryStep(
            payment.created_at + timedelta(seconds=0.8),
            None,
            Said(Call.CHARGE, pending),
            State.PENDING,
            '{"status_code":"201","transaction_status":"pending"}',
        ),
        StoryStep(
            payment.created_at + timedelta(seconds=2),
            None,
            Notified(pending, signed=True),
            State.PENDING,
            '{"transaction_status":"pending","signature_key":"1f3a"}',
        ),
    ]
    checked = replace(pending, code=200)
    steps += [
        StoryStep(
            NOW - timedelta(minutes=ago),
            None,
            Said(Call.STATUS, checked),
            State.PENDING,
            '{"status_code":"201"}',
        )
        for ago in (40, 10)
    ]
    return StoryShown(payment.order_id, tuple(steps))


def proof() -> DayReconciled:
    """A day with something of everything."""
    tallies = (
        Tally(Method.GOPAY, Standing.MATCHED, 41, Rupiah(3_412_500)),
        Tally(Method.GOPAY, Standing.LATE, 1, Rupiah(56_000)),
        Tally(Method.GOPAY, Standing.RETURNED, 1, Rupiah(132_000)),
        Tally(Method.ALFAMART, Standing.MATCHED, 7, Rupiah(1_118_000)),
        Tally(Method.ALFAMART, Standing.OPEN, 2, Rupiah(389_000)),
        Tally(Method.INDOMARET, Standing.FORCED, 1, Rupiah(75_000)),
    )
    return DayReconciled(
        DayProof(
            till="02",
            day=business_day(NOW),
            made_at=NOW,
            by="Sari Dewi",
            asked=12,
            unread=(),
            open=(ALFAMART.payment.order_id, WAITING[5].payment.order_id),
            tallies=tallies,
        )
    )


def code_counter(code: str = "8123456789011207", method: Method = Method.ALFAMART) -> Counter:
    """A store's code on the counter."""
    payment = replace(ALFAMART.payment, method=method, payment_code=code)
    left = 22 * HOUR + 40 * MINUTE
    watched = replace(snapshots.watch(left), began=MONOTONIC - 80 * MINUTE)
    return replace(snapshots.waiting(), payment=payment, watch=watched)
