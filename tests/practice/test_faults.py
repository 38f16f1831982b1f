from __future__ import annotations

import pytest

from pos_app.practice.faults import Fault, Harm, Operation, Script


def test_faults_strike_in_the_order_of_the_script_and_only_as_often_as_they_say() -> None:
    script = Script()
    script.add([Fault(Harm.LOST, Operation.CHARGE, times=2), Fault(Harm.HTML_502, Operation.CHARGE)])
    struck = [script.take(Operation.CHARGE, "a") for _ in range(4)]
    assert [fault.harm if fault else None for fault in struck] == [Harm.LOST, Harm.LOST, Harm.HTML_502, None]
    assert script.waiting() == ()


def test_a_fault_waits_for_its_call_and_its_order() -> None:
    script = Script()
    script.add([Fault(Harm.LOST, Operation.STATUS, order_id="a")])
    assert script.take(Operation.CHARGE, "a") is None
    assert script.take(Operation.STATUS, "b") is None
    assert script.take(Operation.STATUS, "a") is not None


def test_a_fault_on_any_call_spares_notifications() -> None:
    script = Script()
    script.add([Fault(Harm.LOST, times=None)])
    assert script.take(Operation.NOTIFICATION, "a") is None
    for operation in (Operation.CHARGE, Operation.STATUS, Operation.CHARGE):
        assert script.take(operation, None) is not None
    script.clear()
    assert script.take(Operation.CHARGE, None) is None


@pytest.mark.parametrize(
    ("harm", "on"),
    [
        (Harm.DENIED, Operation.STATUS),
        (Harm.DENIED, None),
        (Harm.SETTLED_MEANWHILE, Operation.CHARGE),
        (Harm.FORGED_SIGNATURE, Operation.CHARGE),
        (Harm.HTML_502, Operation.NOTIFICATION),
    ],
)
def test_a_fault_that_cannot_strike_is_refused(harm: Harm, on: Operation | None) -> None:
    with pytest.raises(ValueError, match=harm.value):
        Fault(harm, on)


def test_a_fault_strikes_at_least_once() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Fault(Harm.LOST, times=0)
