"""How often things go wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Luck:
    """Chances between 0 and 1, per opportunity."""

    power_cut: float = 0.004
    desk_power_cut: float = 0.04
    killed_in_refund: float = 0.15
    disk_full: float = 0.01
    request_lost: float = 0.05
    answer_lost: float = 0.08
    unreachable: float = 0.04
    trouble: float = 0.04
    refused: float = 0.02
    denied: float = 0.03
    still_running: float = 0.2
    unreadable_qr: float = 0.01
    notification_lost: float = 0.15
    notification_doubled: float = 0.15
    forged: float = 0.15
    replayed: float = 0.1
    relay_gap: float = 0.03
    clock_jump: float = 0.02
    pays: float = 0.65
    pays_other_amount: float = 0.03
    pays_at_the_end: float = 0.15
    pays_while_closing: float = 0.2
    pays_old_one_too: float = 0.25
    late_money: float = 0.001
    reversed_by_store: float = 0.3
    cancels: float = 0.2
    parks: float = 0.25
    resumes: float = 0.05
    has_staff: float = 0.8
    wrong_pin: float = 0.12
    no_pin: float = 0.05
    guesses: float = 0.008
    switches: float = 0.15
    wants_more: float = 0.3
    orders_again: float = 0.6
    stale_read: float = 0.03
    long_outage: float = 0.03
    key_refused: float = 0.08
    refunds_by_api: float = 0.7
    refund_refused: float = 0.25
    refund_refusal_lifted: float = 0.02
    refunds_elsewhere: float = 0.1
    loses_patience: float = 0.3
    reconciles: float = 0.06
    cancels_on_board: float = 0.05
    undoes: float = 0.3
