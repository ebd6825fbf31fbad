"""How much longer payment records and a whole order's commits take when very many have paid before."""

import json
import statistics
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import chain as joined
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy import insert

from domain.lives.events import learnt
from domain.payment.events import Added, Paid, Posted, Presented
from domain.payment.states import OrderState
from domain.people.insurance import Period
from domain.people.records import payments_of
from storage import Files, hold_store, mapping
from storage.chain import FIRST, text
from storage.counters import counted, heads
from storage.order_log import LOG, told
from storage.rows import CounterRow, OrderEventRow, OrderLineRow, OrderRow, PostedBillRow, PostingRow
from storage.store import Store
from tests.payment.hall import NOON, bill_of, new_order, template
from tests.storage.selling import sells

SIZES = (10_000, 100_000)
EACH = 12
"""Payments of a person: a year's."""
ROUNDS = 200
BATCH = 5000
FIRST_PERSON = 1_000_000
"""Nobody whom the tax system knows: only whoever pays while it is timed has to be."""
FIRST_VOUCHER = 1_000_000


def measure() -> dict[str, Any]:
    """Medians in milliseconds with few and with many payments in the store, and how many times as long it takes."""
    few, many = (_timed(payments) for payments in SIZES)
    return {
        "ms_at_1e4": few,
        "ms_at_1e5": many,
        "records_at_1e5 / records_at_1e4": round(many["records"] / few["records"], 2),
        "commit_at_1e5 / commit_at_1e4": round(many["commit"] / few["commit"], 2),
    }


def _timed(payments: int) -> dict[str, float]:
    with TemporaryDirectory(prefix="kiosk-") as folder:
        place = template(Path(folder))
        with hold_store(Files(place / "hall.sqlite", place / "hall.key")) as store:
            fill(store, payments)
            people = payments // EACH
            told = [_ms(partial(_looks, store, FIRST_PERSON + n * 7919 % people)) for n in range(ROUNDS)]
            sold = [_ms(partial(sells, store, n)) for n in range(ROUNDS)]
    return {"records": round(statistics.median(told), 3), "commit": round(statistics.median(sold), 3)}


def _ms(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return (perf_counter() - began) * 1000


def _looks(store: Store, person: int) -> None:
    """As a visitor does at 缴费记录."""
    assert len(payments_of(store.tax, store.orders, store.refunds, person)) == EACH


def fill(store: Store, payments: int) -> None:
    """Posted payments as terminals leave them, their log whole, added by the thousand."""
    lives = (_Life(n) for n in range(payments))
    before, serial = FIRST, 0
    while batch := list(islice(lives, BATCH)):
        with store.sessions.writing() as session:
            events = []
            for event in joined.from_iterable(life.events() for life in batch):
                serial += 1
                row = OrderEventRow(serial=serial, **event)
                before = LOG.hash(before, row)
                events.append({**event, "serial": serial, "hash": before})
            session.execute(insert(OrderRow), [life.order_columns() for life in batch])
            session.execute(insert(OrderLineRow), [life.line_columns() for life in batch])
            session.execute(insert(OrderEventRow), events)
            session.execute(insert(PostingRow), [life.posting_columns() for life in batch])
            session.execute(insert(PostedBillRow), [life.posted_columns() for life in batch])
            for name, value in ((LOG.counter, serial), ("vouchers", FIRST_VOUCHER + batch[-1].n)):
                session.merge(CounterRow(name=name, value=value))
                counted(session)[name] = value
            heads(session)[LOG.counter] = before.hex()


class _Life:
    """The life of the n-th payment: a month of somebody who has `EACH` of them."""

    def __init__(self, n: int) -> None:
        self.n = n
        person, month = FIRST_PERSON + n // EACH, n % EACH + 1
        self.at = NOON + timedelta(seconds=n)
        self.voucher = f"52{FIRST_VOUCHER + n:016d}"
        self.bill = replace(bill_of(person), period=Period(2025, month))
        self.order = new_order(f"GZT0001{n:015d}", self.bill, at=self.at)

    def events(self) -> Iterator[dict[str, Any]]:
        paid, posted = Paid(f"42{self.n:026d}", self.at), Posted(self.voucher)
        steps: tuple[tuple[str, OrderState, dict[str, Any]], ...] = (
            (Added.word, OrderState.CREATED, told(self.order)),
            (Presented.word, OrderState.PRESENTED, {}),
            (Paid.word, OrderState.PAID, learnt(paid)),
            (Posted.word, OrderState.POSTED, learnt(posted)),
        )
        for event, state, new in steps:
            yield {
                "order_number": self.order.number,
                "event": event,
                "state": state,
                "at": self.at,
                "detail": "",
                "learnt": text(new),
            }

    def order_columns(self) -> dict[str, Any]:
        paid = {"paid_at": self.at, "transaction": f"42{self.n:026d}", "voucher": self.voucher}
        return {**mapping.order_columns(self.order), **paid, "state": OrderState.POSTED}

    def line_columns(self) -> dict[str, Any]:
        return {**mapping.bill_columns(self.bill), "order_number": self.order.number, "position": 0, "live": False}

    def posting_columns(self) -> dict[str, Any]:
        return {
            "voucher": self.voucher,
            "order_number": self.order.number,
            "paid_at": self.at,
            "channel": self.order.channel,
        }

    def posted_columns(self) -> dict[str, Any]:
        return {**mapping.bill_columns(self.bill), "voucher": self.voucher}


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
