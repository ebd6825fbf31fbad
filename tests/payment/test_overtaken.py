"""Who comes in between: staff whose order moves on under their hands, and stages that begin anew."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from domain.payment import events
from domain.payment.events import OrderEvent, Step
from domain.payment.network import Unclear, Waiting
from domain.payment.office import MOVED_ON, CaseFile, OrderProblem, SettlingOffice
from domain.payment.order import Order, Overtaken
from domain.payment.states import OrderState
from tests.desk import on_duty, two_on_duty
from tests.happening import some
from tests.payment.hall import NOON, Hall
from tests.payment.script import ScriptedNetwork
from tests.payment.test_cashier import SHOWN
from tests.payment.test_people_decide import GONE_BACK, PROOF, WHY, for_people

ATTEMPTS = 5


@dataclass
class Busy:
    """A `CaseFile` in which somebody else is quicker, so many times."""

    behind: CaseFile
    quicker: int

    def decide(self, order: Order, event: OrderEvent, at: datetime, who: str) -> Order:
        if self.quicker:
            self.quicker -= 1
            raise Overtaken(order.number)
        return self.behind.decide(order, event, at, who)

    def history(self, number: str) -> tuple[Step, ...]:
        return self.behind.history(number)

    def ending(self, tail: str, most: int) -> tuple[Order, ...]:
        return self.behind.ending(tail, most)


@pytest.mark.parametrize("end", [SettlingOffice.sent_back, SettlingOffice.posted_by_hand])
@pytest.mark.parametrize(("quicker", "left"), [(1, 0), (ATTEMPTS - 1, 0), (ATTEMPTS, 0), (ATTEMPTS + 2, 2)])
def test_two_try_again_and_give_up_in_the_end(
    hall: Hall, network: ScriptedNetwork, end: object, quicker: int, left: int
) -> None:
    order, office = for_people(hall, network), two_on_duty(hall).orders
    busy = Busy(office.file, quicker)
    network.will(*[GONE_BACK] * min(quicker + 1, ATTEMPTS))
    told = end(SettlingOffice(busy, office.cashier, office.who), order.number, PROOF, WHY)  # type: ignore[operator]
    assert busy.quicker == left
    if quicker < ATTEMPTS:
        assert told == hall.store.orders.get(order.number) and told.state is not OrderState.MANUAL_REVIEW
    else:
        assert (told, hall.state(order)) == (MOVED_ON, OrderState.MANUAL_REVIEW)


@pytest.mark.parametrize("quicker", [1, ATTEMPTS])
def test_so_does_one_who_asks(hall: Hall, network: ScriptedNetwork, quicker: int) -> None:
    order, duty = for_people(hall, network), on_duty(hall)
    network.will(*[GONE_BACK] * min(quicker + 1, ATTEMPTS))
    told = type(duty.orders)(Busy(duty.orders.file, quicker), duty.orders.cashier, duty.orders.who).ask(order.number)
    assert told == MOVED_ON if quicker == ATTEMPTS else not isinstance(told, OrderProblem)


EXPIRING: tuple[type[OrderEvent], ...] = (events.Presented, events.Expired)
LATE: tuple[type[OrderEvent], ...] = (events.Paid, events.NotPosted, events.Owed)
STAGES = {
    "its code ends": ((), (events.Expired,)),
    "it is closed": ((events.Expired,), (events.Closed,)),
    "what was about to be closed is owed back": ((events.Expired,), LATE),
    "what was closed is owed back": ((events.Expired, events.Closed), LATE),
}


@pytest.mark.parametrize(("before", "then"), STAGES.values(), ids=STAGES)
def test_what_comes_to_another_stage_is_due_at_once(
    hall: Hall, network: ScriptedNetwork, before: tuple[type[OrderEvent], ...], then: tuple[type[OrderEvent], ...]
) -> None:
    """However lately it was asked about: what is waited for now is something else."""
    network.will(SHOWN)
    order = hall.start()

    def happens(*happened: type[OrderEvent]) -> Order:
        moved = order
        for event in happened:
            told = some(event, transaction="4200", paid_at=NOON, owed_at=NOON)
            moved = hall.store.orders.move(moved, told, hall.now)
        return moved

    order = happens(*before)
    hall.now += timedelta(minutes=6)
    network.will(("query", Unclear("timeout") if before else Waiting()))
    hall.cashier.check(order.number)
    order = hall.store.orders.get(order.number)
    assert not hall.cashier.due(order)
    assert hall.cashier.due(happens(*then))
