"""No visitor waits for what others have paid: nothing that is asked for or written reads a table from end to end."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from sqlalchemy import event

from domain.accounts.account import Details
from domain.accounts.banks import Branch
from domain.agreements.agreement import Terms
from domain.certificates.certificate import CertificateKind
from domain.identity import DocumentKind
from domain.payment.order import BillBusy
from domain.people.insurance import Insurance, Scheme
from domain.people.records import payments_of
from domain.refunds.events import Taken
from storage.store import Store
from tests.benchmarks.growth import EACH, FIRST_PERSON, fill
from tests.payment.hall import NOON, bill_of, new_order
from tests.payment.script import WECHAT
from tests.storage.selling import sells
from tests.storage.test_refunds import DRAFT, moved, submitted

FRESH = count(1)
BRANCH = Branch("313701000000", "南明支行")
DETAILS = Details(
    county="520102",
    bank="gzb",
    branch=BRANCH,
    holder="张建国",
    number="6217002870009999991",
    opened_on=NOON.date(),
)
TERMS = Terms(
    authority="1520102", bank="gzb", branch=BRANCH, holder="张建国", account=DETAILS.number, phone="13985012345"
)


def busy(store: Store) -> None:
    order = new_order("GZTBUSY00000000000001", replace(bill_of(2), base=None))
    store.orders.add(order)
    with pytest.raises(BillBusy):
        store.orders.add(replace(order, number="GZTBUSY00000000000002"))


ASKED: dict[str, Callable[[Store], object]] = {
    "who it is": lambda store: store.tax.find_person(DocumentKind.RESIDENT_ID, "520199197803150119", "张建国"),
    "enrolments": lambda store: store.tax.enrolments(1, Scheme.FLEXIBLE),
    "arrears": lambda store: store.tax.owed(1, Scheme.FLEXIBLE, Insurance.PENSION),
    "what is paid": lambda store: store.tax.paid(1),
    "choices of tier": lambda store: store.tax.declared(1, Scheme.FLEXIBLE),
    "payment records": lambda store: payments_of(store.tax, store.orders, store.refunds, 1),
    "an account of the APP": lambda store: store.tax.account_of("13985012345"),
    "a new account of the APP": lambda store: store.tax.open_account(1, "19912345678"),
    "a certificate": lambda store: store.certificates.find("995226000100000001"),
    "certificates": lambda store: store.certificates.issued(1, CertificateKind.TAX),
    "what was opened": lambda store: store.certificates.opened(1),
    "bank accounts": lambda store: store.accounts.accounts(1),
    "reporting a bank account": lambda store: store.accounts.report(1, DETAILS, NOON),
    "deleting it": lambda store: store.accounts.delete(1, 1),
    "agreements": lambda store: store.agreements.of(1),
    "signing an agreement": lambda store: store.agreements.sign(1, TERMS, NOON),
    "refunds": lambda store: store.refunds.of(1),
    "open refunds": lambda store: store.refunds.open(),
    "a refund": lambda store: moved(store, submitted(store, DRAFT), Taken),
    "a payment": lambda store: sells(store, next(FRESH)),
    "a bill that is busy": busy,
    "what is unsettled": lambda store: store.orders.unsettled(),
    "who holds a bill": lambda store: store.orders.holding((bill_of(2),)),
    "prints that were cut off": lambda store: store.certificates.abandon_prints(NOON),
    "whether a bill is due": lambda store: (store.books.first_day(), store.reports.get(WECHAT, NOON.date())),
    "cases": lambda store: (store.cases.open(), store.cases.get("wechat payment 1")),
    "a probe": lambda store: store.probe(),
}
"""All that stands between two screens, and what the janitor does again and again."""

BY_STATE = {"what is unsettled", "open refunds", "cases"}
"""What is looked for by its state is little: the rest is settled."""
PARTIAL = {"ix_certificate_prints_under_way"}
"""Indexes of what is open only."""


def test_a_store_that_is_filled_for_the_benchmarks_is_sound(store: Store) -> None:
    fill(store, 100)
    sells(store, 1)
    assert len(payments_of(store.tax, store.orders, store.refunds, FIRST_PERSON)) == EACH
    assert store.problem() is None


def asked_by(store: Store, act: Callable[[Store], object]) -> list[tuple[str, Any]]:
    """The statements of it, with what stands in them."""
    asked: list[tuple[str, Any]] = []
    engine = store.sessions.engine

    def note(_: object, __: object, statement: str, parameters: object, *___: object) -> None:
        if statement.split()[0] in ("SELECT", "INSERT", "UPDATE", "DELETE"):
            asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    act(store)
    event.remove(engine, "before_cursor_execute", note)
    assert asked
    return asked


def plans(store: Store, act: Callable[[Store], object]) -> list[str]:
    """How the engine goes about each statement of it, in its own words (`EXPLAIN QUERY PLAN`)."""
    asked = asked_by(store, act)
    with store.sessions.engine.connect() as connection:
        explained = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", given) for said, given in asked]
        return [row[3] for rows in explained for row in rows]


@pytest.mark.parametrize("what", ASKED)
def test_nothing_reads_a_table_from_end_to_end(store: Store, what: str) -> None:
    for step in plans(store, ASKED[what]):
        scan = re.match(r"SCAN \S+(?: USING (?:COVERING )?INDEX (\S+))?", step)
        assert not scan or scan[1] in PARTIAL or step == "SCAN CONSTANT ROW", step
        assert "(state=?" not in step or what in BY_STATE, step
