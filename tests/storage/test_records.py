"""缴费记录 and accounts of the APP, on the real store."""

from datetime import timedelta
from typing import cast

import pytest

from domain.money import Fen
from domain.payment.events import (
    Closed,
    FoundDuplicate,
    NotPosted,
    OrderEvent,
    Owed,
    Paid,
    Posted,
    Presented,
    Refunded,
    Unanswered,
)
from domain.payment.order import Order, OrderBook
from domain.payment.states import OrderState
from domain.people.person import Standing
from domain.people.records import payments_of
from storage.store import Store
from tests.happening import some
from tests.payment.hall import NOON, PEOPLE, bill_of, new_order
from tests.storage.test_tax import person

Way = list[type[OrderEvent]]
PHONE = next(p.phone for p in PEOPLE if p.name == "张建国")


def moved(store: Store, order: Order, *way: type[OrderEvent]) -> Order:
    for event in way:
        order = store.orders.move(order, some(event), NOON)
    return order


def test_what_was_posted_elsewhere_is_there_with_its_channel(store: Store) -> None:
    chen = person(store, "陈玉梅")
    payments = payments_of(store.tax, store.orders, store.refunds, chen)
    assert [(p.period.label, p.channel, p.standing) for p in payments] == [
        ("2026年", "tax_app", Standing.POSTED),
        ("2026年", "unionpay", Standing.POSTED),
        ("2025年", "tax_app", Standing.POSTED),
    ]
    assert all(p.voucher and p.paid_at and p.fen for p in payments)


@pytest.mark.parametrize(
    ("way", "standing"),
    [
        ([Presented, Paid], Standing.PENDING),
        ([Presented, Paid, NotPosted], Standing.REFUND_DUE),
        ([Presented, Paid, NotPosted, Owed], Standing.REFUND_DUE),
        ([Presented, Paid, NotPosted, Owed, Refunded], Standing.REFUNDED),
        ([Presented, Paid, FoundDuplicate], Standing.REFUND_DUE),
        ([Presented, Closed, Paid], Standing.PENDING),
    ],
)
def test_money_that_is_not_posted_is_told_as_it_stands(store: Store, way: Way, standing: Standing) -> None:
    wang = person(store, "王秀英")
    before = len(payments_of(store.tax, store.orders, store.refunds, wang))
    order = new_order("GZT0001A", bill_of(wang))
    store.orders.add(order)
    moved(store, order, *way)
    newest, *others = payments_of(store.tax, store.orders, store.refunds, wang)
    assert (newest.standing, newest.order, newest.fen) == (standing, order.number, Fen(87894))
    assert len(others) == before


@pytest.mark.parametrize("way", [[], [Presented], [Presented, Closed], [Unanswered]])
def test_an_order_without_money_is_no_record(store: Store, way: Way) -> None:
    yang = person(store, "杨小军")
    order = new_order("GZT0001A", bill_of(yang))
    store.orders.add(order)
    moved(store, order, *way)
    assert payments_of(store.tax, store.orders, store.refunds, yang) == ()


def test_a_posted_order_is_one_record_and_only_its_own_person_s(store: Store) -> None:
    yang, wu = person(store, "杨小军"), person(store, "吴明芳")
    order = new_order("GZT0001A", bill_of(yang), bill_of(wu))
    store.orders.add(order)
    order = moved(store, order, Presented, Paid)
    assert [p.standing for p in payments_of(store.tax, store.orders, store.refunds, yang)] == [Standing.PENDING]
    voucher = store.tax.post(order.number, order.bills, NOON + timedelta(minutes=1), "alipay")
    order = store.orders.move(order, Posted(voucher), NOON)
    assert order.state is OrderState.POSTED
    for who in (yang, wu):
        (payment,) = payments_of(store.tax, store.orders, store.refunds, who)
        assert (payment.standing, payment.channel, payment.voucher) == (Standing.POSTED, "alipay", voucher)


def test_what_is_posted_between_the_two_readings_is_told_once(store: Store) -> None:
    yang = person(store, "杨小军")
    order = new_order("GZT0001A", bill_of(yang))
    store.orders.add(order)
    order = moved(store, order, Presented, Paid)

    class Hasty:
        """The order book, and the posting right after it was read."""

        def paid_for(self, who: int) -> tuple[Order, ...]:
            orders = store.orders.paid_for(who)
            store.tax.post(order.number, order.bills, NOON, "alipay")
            return orders

    (payment,) = payments_of(store.tax, cast(OrderBook, Hasty()), store.refunds, yang)
    assert payment.standing is Standing.POSTED


def test_an_account_is_found_by_its_phone(store: Store) -> None:
    found = store.tax.account_of(PHONE)
    assert found is not None and found.name == "张建国"
    assert store.tax.account_of("19912345678") is None


@pytest.mark.parametrize(
    ("name", "phone", "opened"),
    [("李桂兰", "19912345678", True), ("李桂兰", PHONE, False), ("张建国", "19912345678", False)],
    ids=["new", "another's phone", "has one"],
)
def test_one_account_a_person_and_one_a_phone(store: Store, name: str, phone: str, opened: bool) -> None:
    assert store.tax.open_account(person(store, name), phone) is opened
    found = store.tax.account_of(phone)
    assert found is None if name == "张建国" else found is not None
