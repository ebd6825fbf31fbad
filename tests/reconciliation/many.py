"""How fast the bill of a very busy day is read and held against the books, and with how much memory.

`python -m tests.reconciliation.many [--rows N]` is what `scripts/reconcile-many` runs: a store with N orders, and for
each network a bill of as many rows from its simulator. `kiosk reconcile` runs in a process of its own, twice. Time and
memory are all of that process, from its start to its end.
"""

import json
import re
import subprocess
import sys
from argparse import SUPPRESS, ArgumentParser
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from unittest.mock import patch

from sqlalchemy import update

from domain.payment.order import Network
from domain.reconciliation.bill import Bill, sources
from kit.simulators.bills import Line
from kit.simulators.frame import Asked, Told
from storage import Files, hold_store
from storage.rows import OrderRow
from storage.store import Store
from tests.benchmarks import growth
from tests.payment.hall import bill_of
from tests.payment.script import NETWORKS
from tests.reconciliation.house import DAY, at, number
from tests.reconciliation.played import PlayedDay

ROWS = 100_000
APART = 20
"""Orders of ours that are not on the bill, and rows of the bill that are nobody's order."""
MOST_S, MOST_MB = 10.0, 300.0
PATIENCE = 10
TRANSACTION = 21
"""Characters of a number that every network's bill has room for."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process: how long it took, how long it had a core, its exit code, and what it counted in each bucket."""

    seconds: float
    cpu: float
    mb: float
    code: int
    counts: dict[str, int]


def main(words: list[str] | None = None) -> int:
    parser = ArgumentParser(prog="reconcile-many", description="How fast a bill of very many rows is reconciled.")
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--one", nargs=3, help=SUPPRESS)
    args = parser.parse_args(words)
    if args.one:
        return _reconcile(*args.one)
    return _measure(args.rows)


def _measure(rows: int) -> int:
    print(f"{'':10}{'rows':>8}{'file':>9}" + f"{'':6}{'s':>6}{'cpu s':>7}{'MB':>6}" * 2)
    with TemporaryDirectory(prefix="kiosk-") as folder, PlayedDay(Path(folder)).open() as day:
        with hold_store(Files(Path(folder) / "hall.sqlite", Path(folder) / "hall.key")) as store:
            growth.fill(store, rows)
        day.now = at(10, 6, DAY + timedelta(days=1))
        well = [_of(network, day, _lines(rows)) for network in NETWORKS]
    return 0 if all(well) else 1


def _of(network: Network, day: PlayedDay, lines: list[Line]) -> bool:
    """One network's row of the table. Whether it found what is there, soon enough, in little enough memory."""
    with hold_store(Files(day.folder / "hall.sqlite", day.folder / "hall.key")) as store:
        _give(store, network, lines)
    names = map(number, range(APART))
    strange = [replace(line, number=name, order=name) for line, name in zip(lines, names, strict=False)]
    billed, rows = [*strange, *lines[APART:]], len(lines)
    simulator = day.simulators[network]
    written = _Written(simulator.answer)
    with (
        patch(f"kit.simulators.{network}.ledger.Ledger.took", return_value=billed),
        patch.object(simulator, "answer", written),
    ):
        _write(day, network)
        first, again = (_run(day, network) for _ in range(2))
    print(
        f"{network:10}{rows:8}{written.most / 1e6:6.1f} MB"
        + "".join(
            f"{name:>6}{run.seconds:6.1f}{run.cpu:7.1f}{run.mb:6.0f}"
            for name, run in (("first", first), ("again", again))
        ),
        flush=True,
    )
    counts = {"match": rows - APART, "ours_only": APART, "theirs_only": APART, "differs": 0, "elsewhere": 0}
    return all(
        (run.code, run.counts) == (1, counts) and run.seconds <= MOST_S and run.mb <= MOST_MB for run in (first, again)
    )


def _give(store: Store, network: Network, lines: list[Line]) -> None:
    """All orders are that network's, and of one day: a log that tells otherwise is not looked at here."""
    with store.sessions.writing() as session:
        changed = [
            {
                "number": line.number,
                "network": network,
                "created_at": line.at,
                "paid_at": line.at,
                "transaction": line.transaction,
            }
            for line in lines
        ]
        session.execute(update(OrderRow), changed)


def _lines(rows: int) -> list[Line]:
    """Of the store's orders, all day long, with such numbers as networks give: nothing packs them well."""
    chance, fen = Random(rows), bill_of(1).fen
    moments = (at(8) + timedelta(seconds=n * 36000 // rows) for n in range(rows))
    names = (f"GZT0001{n:015d}" for n in range(rows))
    return [
        Line(False, name, name, f"{chance.randrange(10**TRANSACTION):0{TRANSACTION}d}", fen, moment)
        for name, moment in zip(names, moments, strict=True)
    ]


class _Written:
    """A simulator that has its answers ready, as a network has: it writes each once."""

    def __init__(self, answer: Callable[[Asked], Told | None]) -> None:
        self._answer = answer
        self._told: dict[tuple[str, str], Told | None] = {}

    def __call__(self, asked: Asked) -> Told | None:
        key = asked.method, asked.path
        if key not in self._told:
            self._told[key] = self._answer(asked)
        return self._told[key]

    @property
    def most(self) -> int:
        """Bytes of the largest answer."""
        return max(len(told.body) for told in self._told.values() if told)


def _write(day: PlayedDay, network: Network) -> None:
    """Ask until the simulator has written it: a machine that is busy may be slow at that."""
    with day.till() as at_hand:
        for _ in range(PATIENCE):
            if isinstance(sources(at_hand.networks)[network].bill(DAY), Bill):
                return
    raise TimeoutError(network)


def _run(day: PlayedDay, network: Network) -> Run:
    began = perf_counter()
    told = subprocess.run(
        [sys.executable, "-m", "tests.reconciliation.many", "--one", day.folder, network, day.now.isoformat()],
        stdout=subprocess.PIPE,
        check=True,
    )
    return Run(perf_counter() - began, **json.loads(told.stdout))


def _reconcile(folder: str, network: str, now: str) -> int:
    """What the process does that is measured."""
    day, said = PlayedDay(Path(folder), now=datetime.fromisoformat(now)), StringIO()
    with redirect_stdout(said):
        code = day.does("reconcile", "--date", f"{DAY}", "--network", network, "--json")
    (told,) = json.loads(said.getvalue())["networks"]
    counts = {bucket: figures["count"] for bucket, figures in told["buckets"].items()}
    (most,) = re.findall(r"VmHWM:\s+([0-9]+) kB", Path("/proc/self/status").read_text())
    print(json.dumps({"cpu": process_time(), "mb": int(most) / 1024, "code": code, "counts": counts}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
