"""A day on which each network's bill has something in every bucket, and what `kiosk reconcile` says of it.

`python -m tests.reconciliation.a_day [...]` is what `scripts/reconcile-day` runs; all arguments go to the command.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.reconciliation.house import DAY
from tests.reconciliation.played import PlayedDay


def main(words: list[str]) -> int:
    with TemporaryDirectory(prefix="kiosk-") as folder, PlayedDay(Path(folder)).open() as day:
        day.play()
        return day.does("reconcile", "--date", f"{DAY}", *words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
