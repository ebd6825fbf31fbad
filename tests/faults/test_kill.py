"""kill -9 while payments are being committed: whatever was acknowledged is there afterwards, and the log is whole."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from domain.payment.states import OrderState
from tests.payment.hall import Hall, bill_of, new_order

ROOT = Path(__file__).parents[2]
KILLS = 3


def acknowledged(hall: Hall, first: int, lines: int) -> Iterator[tuple[str, OrderState]]:
    """What a writer says until it is killed, which is after so many lines; it goes on writing meanwhile."""
    command = [sys.executable, "-m", "tests.faults.writer", str(hall.folder / "hall.sqlite")]
    with subprocess.Popen(
        [*command, str(hall.folder / "hall.key"), str(first)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        said = list(islice(writer.stdout, lines))
        writer.kill()
        said += list(writer.stdout)
    assert writer.returncode == -9 and len(said) >= lines
    for line in said:
        if line.endswith("\n"):
            number, state = line.split()
            yield number, OrderState(state)


def test_what_was_acknowledged_survives_kill_9(hall: Hall) -> None:
    random = Random(9)
    path = [OrderState.CREATED, OrderState.PRESENTED, OrderState.PAID, OrderState.POSTED]
    promised: dict[str, OrderState] = {}
    for kill in range(KILLS):
        hall.store.close()
        promised |= acknowledged(hall, kill * 10_000, random.randrange(1, 60))
        hall.open()
        assert hall.store.problem() is None
        stored = {order.number: order.state for order in hall.store.orders.all()}
        assert all(path.index(stored[number]) >= path.index(state) for number, state in promised.items())
        assert len(stored) <= len(promised) + kill + 1
    another = new_order("GZT0001ANOTHER0000000", bill_of(1))
    hall.store.orders.add(another)
    assert hall.store.orders.get(another.number) == another
