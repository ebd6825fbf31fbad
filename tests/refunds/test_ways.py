"""By which way a refund goes, and that nothing else is taken: back to who paid, or to an account."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.money import Fen
from domain.payment.network import RefundDone
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill
from domain.refunds.application import Ground, Refundable, Route
from domain.refunds.problems import NO_ACCOUNT
from domain.refunds.states import RefundState
from domain.refunds.ways import TAKEN_BACK_FOR, Ways
from tests.payment.hall import LI, NOON, bill_of
from tests.payment.script import ALIPAY, WECHAT
from tests.refunds.bench import ACCOUNT, Bench, done, draft_of


@pytest.fixture
def item(bench: Bench) -> Refundable:
    """What 张建国 paid for himself at this terminal, by WeChat."""
    bench.pay()
    return bench.item(bench.zhang)


def test_what_one_paid_oneself_goes_back_to_who_paid(bench: Bench, item: Refundable) -> None:
    assert bench.desk.network(item) == WECHAT
    applied = done(bench.desk.apply(draft_of(item)))
    assert (applied.route, applied.account, applied.draft.network) == (Route.NETWORK, None, WECHAT)
    bench.approved(applied)
    bench.network.will(("query_refund", RefundDone()))
    assert [a.state for a in bench.round()] == [RefundState.PAID_OUT]


def test_what_another_paid_goes_to_the_account_of_the_insured(bench: Bench) -> None:
    """张建国 pays for 李桂兰 with his WeChat. It is hers, and would come to him."""
    li = bench.hall.person(LI)
    bench.pay(bill_of(li))
    hers = bench.item(li)
    assert hers.order and bench.desk.network(hers) is None
    assert bench.desk.apply(draft_of(hers)) == NO_ACCOUNT
    assert bench.desk.of(li) == ()
    applied = done(bench.desk.apply(draft_of(hers, account=replace(ACCOUNT, holder="李桂兰"))))
    assert applied.route is Route.BANK
    assert bench.approved(applied).route is Route.BANK
    assert bench.round() == () == bench.paymaster.due()


@pytest.mark.parametrize(
    "ways",
    [
        lambda bench: Ways((bench.hall.store.orders,), ()),
        lambda bench: Ways((bench.hall.store.orders,), {ALIPAY}),
    ],
    ids=["no network", "another network"],
)
def test_a_network_that_is_not_in_use_here(bench: Bench, item: Refundable, ways: object) -> None:
    bench.desk = replace(bench.desk, ways=ways(bench))  # type: ignore[operator]
    assert bench.desk.network(item) is None
    assert bench.desk.apply(draft_of(item)) == NO_ACCOUNT


def test_what_was_paid_elsewhere_or_too_long_ago(bench: Bench, item: Refundable) -> None:
    assert bench.desk.network(replace(item, order="")) is None
    assert bench.desk.network(replace(item, order="GZT00020000000000001")) is None
    assert bench.desk.network(replace(item, paid_on=(NOON - TAKEN_BACK_FOR).date())) == WECHAT
    assert bench.desk.network(replace(item, paid_on=(NOON - TAKEN_BACK_FOR - timedelta(days=1)).date())) is None


def test_by_another_network_than_it_came_by(bench: Bench, item: Refundable) -> None:
    assert bench.desk.apply(replace(draft_of(item), network=ALIPAY)) == NO_ACCOUNT
    assert bench.desk.apply(replace(draft_of(item), network=None)) == NO_ACCOUNT


def test_the_dead_get_nothing_back_by_their_phone(bench: Bench) -> None:
    bill = Bill(bench.zhang, Scheme.RESIDENT, Insurance.MEDICAL, Period(2027), "520102M", "window", None, Fen(40000))
    bench.pay(bill)
    item = bench.item(bench.zhang, "2027")
    assert bench.desk.network(item) == WECHAT
    assert bench.desk.apply(draft_of(item, ground=Ground.DECEASED)) == NO_ACCOUNT
    heir = draft_of(item, ground=Ground.DECEASED, account=replace(ACCOUNT, holder="张小明"))
    assert done(bench.desk.apply(heir)).route is Route.BANK


def test_one_may_ask_for_the_account_all_the_same(bench: Bench, item: Refundable) -> None:
    """What the guide promises is there for everybody."""
    applied = done(bench.desk.apply(draft_of(item, account=ACCOUNT)))
    assert (bench.approved(applied).route, bench.paymaster.due()) == (Route.BANK, ())
