"""`python -m tests.mutation [WORD...]`: breaks the code in every listed way, or in those whose names hold a word."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tests.mutation.mutants import MUTANTS
from tests.mutation.runner import try_all


def main(words: Sequence[str]) -> int:
    chosen = [mutant for mutant in MUTANTS if not words or any(word in mutant.name for word in words)]
    survivors = 0
    for verdict in try_all(chosen):
        survivors += not verdict.is_killed
        sys.stdout.write(f"{'killed  ' if verdict.is_killed else 'SURVIVED'}  {verdict.mutant.name}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(chosen) - survivors} of {len(chosen)} were noticed\n")
    return min(survivors, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
