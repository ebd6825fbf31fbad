"""Commits orders as fast as it can and says so after each commit, until it is killed: `writer STORE KEY FIRST`."""

import sys
from itertools import count
from pathlib import Path

from domain.payment import events
from storage import open_store
from tests.happening import some
from tests.payment.hall import NOON, bill_of, new_order


def main(store: str, key: str, first: int) -> None:
    orders = open_store(Path(store), Path(key)).orders
    for n in count(first):
        order = new_order(f"GZT0001{n:015d}", bill_of(n + 10_000))
        orders.add(order)
        print(order.number, order.state, flush=True)
        for event in (events.Presented, events.Paid, events.Posted):
            order = orders.move(order, some(event), NOON)
            print(order.number, order.state, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
