"""`python -m tests.simulation [--seed N] [--worlds N] [--sales N]`: a longer run, or one seed again."""

from __future__ import annotations

import argparse
import logging
import sys
from collections import Counter
from time import monotonic

from tests.simulation.world import World


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="the first world's seed")
    parser.add_argument("--worlds", type=int, default=10_000)
    parser.add_argument("--sales", type=int, default=12, help="sales a world")
    wanted = parser.parse_args()
    logging.disable(logging.WARNING)  # forged news is told in the log, and there is much of it
    began, happened = monotonic(), Counter[str]()
    for seed in range(wanted.seed, wanted.seed + wanted.worlds):
        world = World(seed, wanted.sales)
        world.live()
        happened.update(world.happened)
        happened.update(payments=len(world.witness.payments), sales=world.begun)
    told = ", ".join(f"{count} {what}" for what, count in happened.most_common())
    sys.stdout.write(f"{told} in {monotonic() - began:.0f} s; money received is money recorded\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
