"""The networks' books, the terminals' and the bureau's, held beside each other, by plain SQL from outside."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import psycopg

from domain.payment.order import Order
from domain.payment.states import OrderState
from tests.faults.bank import Bank
from tests.race.terminal import Terminal

Posted = dict[str, tuple[str, str]]
"""By order number: the bill, and the voucher."""
POSTED = """
SELECT postings.order_number, posted_bills.bill_key, postings.voucher
FROM postings JOIN posted_bills USING (voucher)
WHERE postings.order_number LIKE 'GZT%'
"""


def wrong(database: "psycopg.Connection[tuple[Any, ...]]", terminals: list[Terminal], network: Bank) -> Iterator[str]:
    """What does not agree, a sentence each."""
    posted = {number: (bill, voucher) for number, bill, voucher in database.execute(POSTED)}
    known = {order.number: order for terminal in terminals for order in terminal.store.orders.all()}
    yield from _twice(posted, network)
    yield from _lost(posted, known, network)
    yield from _not_copied(database, terminals)
    live = database.execute("SELECT count(*) FROM claims WHERE live").fetchone()
    if live and live[0]:
        yield f"{live[0]} claims are still held"


def _twice(posted: Posted, network: Bank) -> Iterator[str]:
    bills = Counter(bill for bill, _ in posted.values())
    kept = (one for one in network.accounts.values() if one.taken > one.returned)
    sold = Counter(bill.key for one in kept for bill in one.order.bills)
    yield from (f"{bill} is posted {times} times" for bill, times in bills.items() if times > 1)
    yield from (f"{bill} was sold {times} times" for bill, times in sold.items() if times > 1)


def _lost(posted: Posted, known: dict[str, Order], network: Bank) -> Iterator[str]:
    for number, order in known.items():
        if order.state is OrderState.POSTED and posted.get(number, ("", ""))[1] != order.voucher:
            yield f"{number} was acknowledged under {order.voucher}, and is not there"
    for number, account in network.accounts.items():
        if account.taken and number not in known:
            yield f"{number} was paid, and no terminal knows it"
        elif account.taken and (number in posted) == (account.returned == account.taken):
            yield f"{number} was paid, and is posted and given back, or neither: {known[number].state}"
    yield from (f"{number} is posted and was never paid" for number in posted if not network.has_taken(number))


def _not_copied(database: "psycopg.Connection[tuple[Any, ...]]", terminals: list[Terminal]) -> Iterator[str]:
    copied: dict[str, int] = dict(
        database.execute("SELECT terminal, max(serial) FROM copies GROUP BY terminal").fetchall()
    )
    for terminal in terminals:
        own = len(terminal.store.orders.since(0, 10**9))
        if copied.get(terminal.number, 0) != own:
            yield f"{terminal.number} has {own} entries, the bureau {copied.get(terminal.number, 0)}"
