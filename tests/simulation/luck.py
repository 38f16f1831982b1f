"""How often things go wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Luck:
    """Chances between 0 and 1, per opportunity."""

    power_cut: float = 0.004
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


CALM = Luck(power_cut=0.0, disk_full=0.0, clock_jump=0.0)
"""A good PC in a bad world: for a run against a journal that is slow to open."""
