"""What the log of orders says of why they moved, for whoever has to find out later what happened."""

import pytest
from sqlalchemy import select

from domain.payment.cashier import PAYABLE_FOR, AlreadyPaid
from domain.payment.network import Absent, Closed, RefundDone, Refused, Unclear
from domain.ports import Unreachable
from storage.rows import OrderEventRow
from tests.payment.hall import ZHOU, Hall, Mood
from tests.payment.script import ScriptedNetwork
from tests.payment.test_cashier import NO_REFUND, PAID, SHOWN, SILENT, WAITING, paid_order


def log(hall: Hall) -> list[tuple[str, str]]:
    """What happened and why, oldest first."""
    with hall.store.sessions.reading() as session:
        rows = session.scalars(select(OrderEventRow).order_by(OrderEventRow.serial))
        return [(row.event, row.detail) for row in rows]


def test_a_visitor_who_cancels(hall: Hall, network: ScriptedNetwork) -> None:
    network.will(SHOWN, WAITING, ("close", Closed()))
    hall.cashier.cancel(hall.start().number)
    assert log(hall) == [("add", ""), ("present", ""), ("expire", "cancelled"), ("close", "closed")]


def test_a_code_whose_time_is_over_and_of_which_the_network_has_never_heard(
    hall: Hall, network: ScriptedNetwork
) -> None:
    network.will(SHOWN, ("query", Absent()), ("close", Absent()))
    hall.start()
    hall.now += PAYABLE_FOR
    hall.sweep()
    assert log(hall)[2:] == [("expire", "deadline"), ("close", "absent")]


def test_a_network_that_has_closed_the_order_itself(hall: Hall, network: ScriptedNetwork) -> None:
    network.will(SHOWN, ("query", Closed()))
    hall.cashier.check(hall.start().number)
    assert log(hall)[2:] == [("close", "query")]


@pytest.mark.parametrize(
    ("answer", "event"), [(Refused("NO_AUTH"), ("refuse", "NO_AUTH")), (Unclear("timeout"), ("no_answer", "timeout"))]
)
def test_a_network_that_gives_no_code(
    hall: Hall, network: ScriptedNetwork, answer: object, event: tuple[str, str]
) -> None:
    network.will(("create", answer))
    hall.start()
    assert log(hall)[1:] == [event]


def test_a_payment_that_goes_well_after_silence(hall: Hall, network: ScriptedNetwork) -> None:
    network.will(SHOWN, SILENT, WAITING, PAID)
    order = hall.start()
    for _ in range(3):
        hall.cashier.check(order.number)
    assert log(hall)[2:] == [("no_answer", "timeout"), ("waiting", ""), ("pay", ""), ("post", "")]


def test_an_order_that_is_given_up(hall: Hall, network: ScriptedNetwork) -> None:
    resists = SILENT, ("close", Unclear("timeout")), SILENT
    network.will(SHOWN, *resists, *resists)
    hall.cashier.cancel(hall.start().number)
    hall.later(days=1)
    hall.sweep()
    assert log(hall)[-2:] == [("expire", "cancelled"), ("give_up", "")]


def test_silence(hall: Hall, network: ScriptedNetwork) -> None:
    network.will(SHOWN, ("query", Unclear("bad signature")))
    hall.cashier.check(hall.start().number)
    assert log(hall)[2:] == [("no_answer", "bad signature")]


def test_a_tax_system_that_refuses_and_money_that_goes_back(hall: Hall, network: ScriptedNetwork) -> None:
    paid_order(hall, network, hall.person(ZHOU))
    network.will(NO_REFUND, ("refund", RefundDone()))
    hall.sweep()
    (what, why), owed, refunded = log(hall)[3:]
    assert what == "refuse_posting" and why != "" and (owed, refunded) == (("owe", ""), ("refund", ""))


def test_a_bill_that_was_paid_elsewhere_meanwhile(hall: Hall, network: ScriptedNetwork) -> None:
    network.will(SHOWN, PAID)
    order = hall.start()
    hall.store.tax.post("GZT000299999999999999999999", order.bills, hall.now, "hall")
    hall.cashier.check(order.number)
    (what, why), owed = log(hall)[3:]
    assert what == "find_duplicate" and why != "" and owed == ("owe", "")


def test_a_bill_that_was_paid_before(hall: Hall, network: ScriptedNetwork) -> None:
    """The network has not even heard of the order."""
    paid_order(hall, network)
    with pytest.raises(AlreadyPaid):
        hall.start()
    assert log(hall)[-2:] == [("add", ""), ("refuse", "AlreadyPaid")]


def test_a_tax_system_that_is_silent_at_the_start(hall: Hall) -> None:
    hall.tax.mood = Mood.DOWN
    with pytest.raises(Unreachable):
        hall.start()
    assert log(hall) == [("add", ""), ("refuse", "Unreachable")]
