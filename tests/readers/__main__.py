"""`python -m tests.readers N [SEED]`: reads N cards over a line that breaks it all, and counts what came of it."""

import sys
from collections import Counter
from random import Random

from tests.readers.breaking import read_broken


def main(argv: list[str]) -> int:
    """1 if anybody was taken for somebody from a broken answer."""
    count, seed = int(argv[0]), int(argv[1]) if len(argv) > 1 else 1
    told: Counter[str] = Counter()
    for n in range(count):
        chance = Random(seed * 1_000_003 + n)
        card, read = read_broken(chance, most=2)
        told["refused" if read is None else "the right card" if read == card else "SOMEBODY ELSE"] += 1
    print(f"{count} cards read over a broken line (seed {seed}):", ", ".join(f"{n} {what}" for what, n in told.items()))
    return int(told["refused"] != count)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
