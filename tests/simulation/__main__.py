"""`python -m tests.simulation [--seed N] [--worlds N] [--sales N]`: a longer run, or one seed again."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from time import monotonic

from tests.simulation.world import World


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="the first world's seed")
    parser.add_argument("--worlds", type=int, default=1_000)
    parser.add_argument("--sales", type=int, default=50, help="sales a world")
    wanted = parser.parse_args()
    began, happened, payments = monotonic(), Counter[str](), 0
    for seed in range(wanted.seed, wanted.seed + wanted.worlds):
        world = World(seed, wanted.sales)
        world.live()
        happened.update(world.happened)
        payments += len(world.journal.memory.payments)
    sys.stdout.write(
        f"{wanted.worlds * wanted.sales} sales, {payments} payments in {monotonic() - began:.0f} s: "
        f"{dict(happened)}; money received is money recorded\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
