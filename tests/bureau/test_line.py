"""The line to the bureau breaks at every step, and nothing is done twice, lost, or told wrongly."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.janitor import Janitor
from domain.accounts.account import BankAccount
from domain.payment.network import Closed, Paid, Presented, Waiting
from domain.payment.order import BillBusy
from domain.payment.states import OrderState
from domain.people.insurance import Period
from domain.ports import Unreachable
from domain.terminal.copies import Forked
from storage.rows import PostedBillRow
from tests.accounts.samples import ICBC, details
from tests.bureau.conftest import Served
from tests.bureau.till import Till
from tests.payment.hall import NOON, bill_of

MakeTill = Callable[[str], Till]


@pytest.fixture
def till(served: Served, tmp_path: Path) -> MakeTill:
    return lambda number: Till(served, number, tmp_path / number)


def paid(at: Till, month: int = 11) -> str:
    """Somebody pays at a terminal, up to where the network has said so; the order's number."""
    at.network.will(("create", Presented("weixin://1")), ("query", Paid(f"42{month:08}", NOON)))
    order = at.start(bill_of(at.person(), month))
    return at.cashier.check(order.number).number


def test_an_answer_that_is_lost_is_given_again_to_the_same_question(till: MakeTill) -> None:
    here = till("T0001")
    person = here.person()
    here.cut.deaf = frozenset({"/v1/accounts/report"})
    with pytest.raises(Unreachable):
        here.remote.accounts.report(person, details(ICBC), NOON)
    here.cut.deaf = frozenset()
    reported = here.remote.accounts.report(person, details(ICBC), NOON + timedelta(seconds=30))
    assert isinstance(reported, BankAccount)
    assert here.remote.accounts.accounts(person) == (reported,)
    here.remote.line.forget()
    assert not isinstance(here.remote.accounts.report(person, details(ICBC), NOON), BankAccount)


def test_without_a_line_no_order_is_begun_and_what_was_claimed_is_let_go(till: MakeTill, served: Served) -> None:
    here, there = till("T0001"), till("T0002")
    bill = bill_of(here.person())
    there.person()
    here.cut.down = True
    with pytest.raises(Unreachable):
        here.start(bill)
    assert here.remote.line.silent
    here.cut.down, here.cut.deaf = False, frozenset({"/v1/claims/take"})
    with pytest.raises(Unreachable):
        here.start(bill)
    assert not here.store.orders.all()
    with pytest.raises(BillBusy):
        there.start(bill)
    here.cut.deaf = frozenset()
    served.clock.at += timedelta(minutes=2)
    here.courier.go()
    there.network.will(("create", Presented("weixin://2")))
    assert there.start(bill).state is OrderState.PRESENTED


def test_a_line_is_back_as_soon_as_the_bureau_is_heard_and_what_waited_is_asked_about_at_once(
    till: MakeTill, served: Served
) -> None:
    here = till("T0001")
    here.person()
    here.network.will(("create", Presented("weixin://1")))
    here.start(bill_of(here.person()))
    here.courier.go()
    here.cut.down = True
    with pytest.raises(Unreachable):
        here.remote.tax.paid(7)
    assert not here.remote.claims.reached()
    served.clock.at += timedelta(hours=8)
    Janitor(here.cashier, None, served.clock).sweep()
    assert not here.cashier.unsettled(), "it is asked again in half an hour"
    here.cut.down = False
    here.courier.go()
    assert here.remote.claims.reached() and here.cashier.unsettled()


def test_what_is_denied_was_heard_and_who_is_not_known_is_not(till: MakeTill, served: Served) -> None:
    here = till("T0001")
    with pytest.raises(Unreachable, match="403"):
        here.remote.tax.paid(7)
    assert here.remote.claims.reached()
    served.offices.terminals.revoke("T0001", served.clock.now())
    with pytest.raises(Unreachable, match="401"):
        here.remote.tax.paid(7)
    assert not here.remote.claims.reached()


def test_what_was_paid_while_the_line_was_down_is_posted_in_order_when_it_is_back(
    till: MakeTill, served: Served
) -> None:
    here = till("T0001")
    here.person()
    here.cut.deaf = frozenset({"/v1/tax/post"})
    numbers = [paid(here, 11)]
    here.cut.deaf = frozenset()
    here.cut.asked.clear()
    assert here.states() == [OrderState.PAID]
    here.network.will(("create", Presented("weixin://1")))
    late = here.start(replace(bill_of(here.person()), period=Period(2027, 1)))
    here.cut.down = True
    here.network.will(("query", Paid("4200000010", NOON)))
    numbers.append(here.cashier.check(late.number).number)
    served.clock.at += timedelta(days=1)
    here.reopen()
    here.sweep()
    assert here.states() == [OrderState.PAID] * 2
    here.cut.down = False
    here.sweep()
    here.courier.go()
    assert here.states() == [OrderState.POSTED] * 2
    vouchers = [here.store.orders.get(number).voucher for number in numbers]
    assert vouchers == sorted(vouchers)  # type: ignore[type-var]
    with served.offices.store.sessions.reading() as session:
        posted = session.query(PostedBillRow.voucher).filter(PostedBillRow.voucher.in_(vouchers)).all()
    assert sorted(voucher for (voucher,) in posted) == vouchers


def test_the_log_is_copied_entry_by_entry_however_often_the_line_breaks(till: MakeTill, served: Served) -> None:
    here = till("T0001")
    number = paid(here)
    here.cut.deaf = frozenset({"/v1/copies/copy"})
    here.courier.go()
    here.cut.deaf = frozenset()
    here.courier.go()
    here.reopen()
    here.courier.go()
    order, copy = here.store.orders.get(number), served.offices.store.orders.get(number)
    assert copy == order
    assert served.offices.copies.upto("T0001") == len(here.store.orders.since(0, 1000))
    assert served.offices.copies.problem() is None
    (terminal,) = served.offices.terminals.all()
    assert terminal.heard_at == served.clock.now()


def test_a_log_that_is_another_is_not_taken_and_staff_are_told(till: MakeTill, served: Served) -> None:
    here = till("T0001")
    paid(here)
    entries = here.store.orders.since(0, 100)
    order = here.store.orders.get(entries[0].order)
    for wrong in (
        entries[1:],
        (replace(entries[0], detail="else"), *entries[1:]),
        (replace(entries[0], hash="00" * 32), *entries[1:]),
        entries[::-1],
    ):
        assert not served.offices.copies.upto("T0001")
        with pytest.raises(Forked):
            here.remote.copies.copy(wrong, (order,))
    assert not served.offices.copies.upto("T0001")
    here.courier.go()
    assert served.offices.copies.upto("T0001") == len(entries)


def test_who_is_about_to_pay_what_was_paid_elsewhere_is_stopped(till: MakeTill, served: Served) -> None:
    here, there = till("T0001"), till("T0002")
    bill = bill_of(here.person())
    there.person()
    here.network.will(("create", Presented("weixin://1")))
    late = here.start(bill)
    here.network.will(("query", Waiting()), ("close", Closed()))
    here.cashier.cancel(late.number)
    here.courier.go()
    there.network.will(("create", Presented("weixin://2")))
    second = there.start(bill)
    here.network.will(("query", Paid("4200000001", NOON)))
    assert here.cashier.check(late.number).state is OrderState.POSTED
    served.clock.at += timedelta(minutes=2)
    there.courier.go()
    assert there.store.orders.get(second.number).state is OrderState.EXPIRING
