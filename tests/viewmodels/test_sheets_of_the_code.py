"""What stands at the code at each moment of an order, and on its result: `sheets/code.toml`."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.flows.visit import Paying, Visit
from domain.payment import events
from domain.payment.events import OrderEvent
from domain.payment.network import Absent, Closed, Refused, Unclear, Waiting
from domain.people.insurance import Scheme
from tests.payment.hall import NOON, Hall, Mood, bill_of
from tests.payment.script import WECHAT, ScriptedNetwork
from tests.viewmodels.conftest import Ended
from tests.viewmodels.reading import over, read, sheets
from tests.viewmodels.till import CODE, Desk, raises
from tests.viewmodels.visits import known, pays
from viewmodels.parts import Parts
from viewmodels.steps.pay_by_qr import PayByQrViewModel
from viewmodels.words.phases import Phase

Until = Callable[[Callable[[], bool]], None]
SHEETS = sheets("code")


@pytest.fixture
def desk(hall: Hall, network: ScriptedNetwork, parts: Parts, ended: Ended, until: Until) -> Desk:
    return Desk(hall, network, parts, ended, until)


def cancelled(desk: Desk, *script: tuple[str, object]) -> PayByQrViewModel:
    pay = desk.comes_to(Phase.WAITING, CODE)
    desk.network.will(*script)
    pay.cancel()
    return pay


def not_recalled(desk: Desk) -> PayByQrViewModel:
    desk.network.recalls = False
    pay = cancelled(desk, ("query", Waiting()), ("close", Absent()), ("query", Absent()))
    desk.until(lambda: pay.state.phase is Phase.UNCONFIRMED)
    return pay


def not_confirmed(desk: Desk) -> PayByQrViewModel:
    pay = cancelled(desk, ("query", Waiting()), ("close", Unclear("timeout")), ("query", Unclear("timeout")))
    desk.until(lambda: pay.state.phase is Phase.UNCONFIRMED)
    return pay


def not_heard(desk: Desk) -> PayByQrViewModel:
    pay = cancelled(desk, ("query", raises))
    desk.until(lambda: pay.state.phase is Phase.UNCONFIRMED)
    return pay


def tax_silent(desk: Desk) -> PayByQrViewModel:
    desk.hall.tax.mood = Mood.DOWN
    return desk.comes_to(Phase.FAILED)


def held_by(*life: OrderEvent) -> Callable[[Desk], PayByQrViewModel]:
    """Another order of the same month, begun in the APP half a minute ago, has come so far."""

    def made(desk: Desk) -> PayByQrViewModel:
        desk.network.will(CODE)
        bill = bill_of(desk.zhang.id)
        other = desk.hall.cashier.start(WECHAT, "tax_app", desk.zhang.id, (bill,), "养老保险")
        for event in life:
            other = desk.hall.store.orders.move(other, event, desk.hall.now)
        desk.hall.later(seconds=30)
        return desk.comes_to(Phase.FAILED)

    return made


def paid_elsewhere(desk: Desk) -> PayByQrViewModel:
    desk.hall.store.tax.post("0", (bill_of(desk.zhang.id),), NOON, "wechat")
    return desk.comes_to(Phase.FAILED)


def held_for(seconds: int) -> Callable[[Desk], PayByQrViewModel]:
    """So long ago another order was begun, and nobody has heard that it is over."""

    def made(desk: Desk) -> PayByQrViewModel:
        desk.network.will(CODE)
        desk.hall.start(bill_of(desk.zhang.id))
        desk.hall.later(seconds=seconds)
        return desk.comes_to(Phase.FAILED)

    return made


MOMENTS: dict[str, Callable[[Desk], PayByQrViewModel]] = {
    "asked for": lambda desk: desk.sits_down(CODE),
    "shown": lambda desk: desk.comes_to(Phase.WAITING, CODE),
    "shown in another channel": lambda desk: desk.comes_to(Phase.WAITING, CODE, at="unionpay.pay_flexible"),
    "the network is silent": lambda desk: desk.asks(Unclear("timeout"), Phase.SILENT),
    "the store is silent": lambda desk: desk.asks(raises, Phase.UNKNOWN),
    "called off": lambda desk: cancelled(desk, ("query", Waiting()), ("close", Closed())),
    "run out": lambda desk: desk.asks(Closed(), Phase.EXPIRED),
    "refused": lambda desk: desk.comes_to(Phase.FAILED, ("create", Refused("NO_AUTH"))),
    "never shown": lambda desk: desk.comes_to(
        Phase.FAILED, ("create", Unclear("timeout")), ("query", Absent()), ("close", Absent())
    ),
    "the store is silent before it is shown": lambda desk: desk.comes_to(Phase.FAILED, ("create", raises)),
    "the tax system is silent": tax_silent,
    "not confirmed": not_confirmed,
    "not confirmed, for the store is silent": not_heard,
    "lives on": not_recalled,
    "paid elsewhere": paid_elsewhere,
    "held by another code": held_by(),
    "held by another payment": held_by(events.Paid("4200001", NOON)),
    "held until now": held_for(300),
    "held for too long": held_for(301),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_stands_at_the_code(moment: str, desk: Desk) -> None:
    assert read(MOMENTS[moment](desk)) == over(SHEETS["always"], SHEETS[moment])


PAID = events.Paid("4200001", NOON)
LIVES: dict[str, tuple[str, tuple[OrderEvent, ...]]] = {
    "posted": ("wechat.result", (PAID, events.Posted("520000000000000999"))),
    "not posted yet": ("wechat.result", (PAID,)),
    "goes back": ("wechat.result", (PAID, events.NotPosted(), events.Owed(NOON))),
    "goes back, some day": ("alipay.result", (PAID, events.NotPosted(), events.Owed(NOON))),
}


@pytest.mark.parametrize("moment", LIVES)
def test_what_stands_on_the_result(
    moment: str, hall: Hall, network: ScriptedNetwork, show: Callable[[str, Visit], Any], until: Until
) -> None:
    at, life = LIVES[moment]
    network.will(CODE)
    order = hall.start()
    for event in life:
        order = hall.store.orders.move(order, event, hall.now)
    result = show(
        at, pays("wechat", known(hall, "张建国"), Paying(Scheme.FLEXIBLE, bills=order.bills, order=order.number))
    )
    assert result.property("headline") == "正在查询，请稍等" and result.property("rows") == []
    until(lambda: result.property("outcome") != "")
    assert read(result) == SHEETS[moment]
