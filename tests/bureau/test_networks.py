"""A terminal whose networks are asked by its bureau: a household by WeChat Pay, each order by itself there too."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from domain.payment import household
from domain.payment.network import Closed, PaymentNetwork, Unclear, Waiting
from domain.payment.order import Combined, Network, Order, Trade
from domain.payment.states import OrderState
from kit.simulators.faults import NetworkFaults
from kit.simulators.networks import DemoNetworks
from kit.simulators.payer import Ending, Source
from kit.simulators.runtime import SimulatedRuntime
from tests.bureau.conftest import Served
from tests.bureau.till import Till
from tests.payment.hall import NOON, bill_of
from tests.payment.script import ALIPAY, WECHAT

ANOTHER = "GZT0002202611231200000000000001"


@pytest.fixture
def networks(served: Served) -> DemoNetworks:
    """The bureau has their keys."""
    runtime = SimulatedRuntime(NOON)
    made = DemoNetworks(served.clock.now, runtime, NetworkFaults())
    served.networks.update(made.clients(in_process=True))
    return made


@pytest.fixture
def till(served: Served, networks: DemoNetworks, tmp_path: Path) -> Till:
    """Without a key of its own, and greeted."""
    made = Till(served, "T0001", tmp_path / "T0001")
    remote: dict[Network, PaymentNetwork] = made.remote.networks((WECHAT, ALIPAY), served.clock.uptime)
    assert remote[WECHAT].combines == 0, "nothing is known of it yet"
    for network in remote.values():
        network.greet()
    made.cashier = replace(made.cashier, networks=remote)
    return made


def begun(at: Till, network: Network = WECHAT) -> tuple[Order, ...]:
    person = at.person()
    parts = tuple((bill_of(person, month),) for month in (11, 12))
    return at.cashier.start_combined(network, "wechat", person, parts, "社保费")


def test_what_it_can_do_is_known_once_it_was_heard(till: Till) -> None:
    assert (till.cashier.networks[WECHAT].combines, till.cashier.networks[ALIPAY].combines) == (10, 0)
    assert all(order.shared for order in begun(till, ALIPAY))


def test_a_household_is_paid_there_and_its_copy_says_how(till: Till, served: Served, networks: DemoNetworks) -> None:
    orders = begun(till)
    numbers = [order.number for order in orders]
    assert {order.state for order in household.check(till.cashier, numbers)} == {OrderState.PRESENTED}
    assert orders[0].code and networks.phone.scan(orders[0].code)
    assert networks.phone.pay(orders[0].code, Source.CARD) is Ending.PAID
    found = household.check(till.cashier, numbers)
    assert [order.state for order in found] == [OrderState.POSTED] * 2
    assert len({order.transaction for order in found}) == 2
    till.courier.go()
    copies = served.offices.store.orders
    assert [copies.get(number) for number in numbers] == list(found)
    assert served.offices.copies.problem() is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda combined: replace(combined, number=ANOTHER),
        lambda combined: replace(combined, parts=(*combined.parts, Trade(ANOTHER, combined.fen))),
    ],
    ids=["its whole", "a part"],
)
def test_what_is_another_terminal_s_is_closed_with_none(till: Till, spoil: Callable[[Combined], Combined]) -> None:
    one, other = begun(till)
    network = till.cashier.networks[WECHAT]
    assert one.combined and isinstance(network.query(one), Waiting)
    strange = replace(one, combined=spoil(one.combined))
    denied = network.close(strange)
    assert isinstance(denied, Unclear) and "403" in denied.reason
    assert network.close(other) == Closed()
