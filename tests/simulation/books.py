"""The end of a simulated life: what the gateway took and gave back against what the journal says."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Collection

from pos_app.domain.effect import EffectKind
from pos_app.domain.evidence import Decided, Decision, TransactionStatus
from pos_app.domain.payment import Payment
from pos_app.domain.reconciliation import Standing, tallied, wants_somebody
from pos_app.domain.sale import SaleState
from pos_app.domain.states import Attention, State
from pos_app.till.ports import Journal
from tests.simulation.bank import Bank
from tests.simulation.desk_witness import cash_given
from tests.simulation.witness import Witness

S = TransactionStatus
_CAME = {State.PAID, State.PARTLY_REFUNDED, State.REFUNDED}


def audit(witness: Witness, bank: Bank, journal: Journal) -> None:
    """Money received is money recorded, money given back is money recorded, of every payment and every sale."""
    for order, payment in witness.payments.items():
        if journal.payment(order) != payment:
            raise witness.broken(f"the journal does not hold {order} as it was stored")
        if order not in bank.transactions:
            if payment.state is not State.FAILED:
                raise witness.broken(f"{order} is {payment.state.value} and nobody at the gateway knows it")
        elif trouble := witness.differs(order):
            raise witness.broken(f"{order}: {trouble}")
    payments = witness.payments.values()
    truths = bank.transactions.values()
    received = sum(int(one.amount) for one in truths if bank.took_money_of(one.order_id))
    given = sum(int(one.refunded) for one in truths)
    _same(witness, "came", received, sum(_recorded(payment) for payment in payments))
    _same(witness, "went back", given, sum(int(payment.refunded) for payment in payments))
    for order, key in bank.refund_keys:
        if not witness.desk.knows_key(order, key):
            raise witness.broken(f"{order} was refunded under another key than its evidence names: {key}")
    _audit_decisions(witness, journal)
    _audit_proofs(witness, bank)
    _audit_sales(witness, payments, journal)


def _same(witness: Witness, what: str, truth: int, recorded: int) -> None:
    if truth != recorded:
        raise witness.broken(f"{truth} rupiah {what} and {recorded} are recorded")


def _recorded(payment: Payment) -> int:
    """Rupiah that came, by the journal: as asked, or another amount that a person had to decide about."""
    if payment.other_amount is not None and payment.state is not State.REVERSED:
        return int(payment.other_amount)
    return int(payment.amount) if payment.state in _CAME else 0


def _audit_decisions(witness: Witness, journal: Journal) -> None:
    """Everything that wanted a decision has one, every one is evidence, and cash opened the drawer once each."""
    if left := [one.order_id for one in (*journal.undecided(), *journal.refund_tasks())]:
        raise witness.broken(f"nobody could bring {left} to an end")
    for order, payment in witness.payments.items():
        told = [one.evidence.fact for one in journal.evidence_of(order)]
        if [fact for fact in told if isinstance(fact, Decided)] != witness.desk.decided.get(order, []):
            raise witness.broken(f"{order}: the decisions are not all in its evidence")
        taken = witness.desk.taken.get(order, [])
        stands = taken[-1] if taken and taken[-1].decision is not Decision.REOPEN else None
        if payment.decision != stands:
            raise witness.broken(f"{order}: {stands} was decided and {payment.decision} stands")
        in_cash = sum(decided.decision is Decision.CASH_REFUND for decided in taken)
        if journal.copies(order, EffectKind.DRAWER) != in_cash:
            raise witness.broken(f"{order}: {in_cash} times cash, and the drawer another number of times")


def _audit_proofs(witness: Witness, bank: Bank) -> None:
    """Every day could be closed now, and its proof would tell the money that came and stayed."""
    payments = witness.payments.values()
    if left := [one.order_id for one in payments if wants_somebody(one)]:
        raise witness.broken(f"no day can be closed over {left}")
    stayed = sum(
        int(truth.amount) - int(truth.refunded)
        for truth in bank.transactions.values()
        if bank.took_money_of(truth.order_id)
    )
    in_cash = sum(cash_given(payment) for payment in payments)
    told = Tally[Standing]()
    for tally in tallied(payments):
        told[tally.standing] += int(tally.amount)
    proven = told[Standing.MATCHED] + told[Standing.LATE] - told[Standing.RETURNED]
    _same(witness, "came and stayed", stayed - in_cash, proven)
    for payment in payments:
        if payment.is_closed_unpaid and payment.keeps_money:
            raise witness.broken(f"{payment.order_id} is closed as unpaid, and the money is there")


def _audit_sales(witness: Witness, payments: Collection[Payment], journal: Journal) -> None:
    for number in {payment.sale_id for payment in payments}:
        sale = journal.sale(number)
        paying = [one for one in payments if _pays(one) == number]
        if bool(paying) is not (sale.state is SaleState.PAID):
            names = [one.order_id for one in paying]
            raise witness.broken(f"sale {number} is {sale.state.value} and paid by {names}")
        if any(one.sale_id != number and one.amount != sale.cart.total for one in paying):
            raise witness.broken(f"sale {number} of {sale.cart.total} was paid with money of another amount")
        if paying and not any(one.amount == sale.cart.total for one in paying):
            raise witness.broken(f"sale {number} of {sale.cart.total} was paid with less or more")
        untold = [one for one in paying if one.state in _CAME and not one.attention]
        if len(untold) > 1:
            raise witness.broken(f"sale {number} was paid {len(untold)} times and nobody is told")


def _pays(payment: Payment) -> int | None:
    """The sale that is over by this payment; None where it pays none."""
    came = payment.state in _CAME
    match payment.decision:
        case Decided(decision=Decision.ATTACH, sale_id=target):
            return target if came else None
        case Decided(decision=Decision.ACCEPT_FORCED):
            return payment.sale_it_pays
        case Decided(decision=Decision.HAND_OVER):
            other = payment.other_amount is not None and payment.state is not State.REVERSED
            return payment.sale_id if came or other else None
        case Decided(decision=Decision.CLOSE_UNPAID):
            return None
        case _:
            by_itself = payment.other_amount is None and Attention.PAID_LATE not in payment.attention
            return payment.sale_id if came and by_itself else None
