"""What goes wrong at a simulator goes wrong in process as it does over loopback."""

from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from adapters.payments.alipay.client import Alipay
from adapters.payments.unionpay.client import UnionPay
from adapters.payments.wechat.client import WeChatPay
from adapters.runtime import Machine
from domain.payment.network import Paid, PaymentNetwork, Presented
from domain.payment.order import Network
from kit.simulators.alipay import demo as alipay
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.faults import HELD, Fault, NetworkFaults
from kit.simulators.frame import Simulator
from kit.simulators.payer import Ending, Source
from kit.simulators.runtime import SimulatedRuntime
from kit.simulators.unionpay import demo as unionpay
from kit.simulators.unionpay.simulator import UnionPaySimulator
from kit.simulators.wechat import demo as wechat
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.stand import NOON, Hurried, an_order
from tests.payment.script import ALIPAY, NETWORKS, WECHAT

HASTY_S, DRIPPED_S, PATIENT_S = 0.05, 2.0, 20.0
"""How long a client waits for an answer that is slow, for one that drips, where time flies, and for any other."""
Way = tuple[Simulator, PaymentNetwork, PaymentNetwork]
Keys = tuple[RSAPrivateKey, RSAPrivateKey]


def ways(network: Network, runtime: SimulatedRuntime, keys: Keys, timeout: float, machine: Machine) -> Way:
    """A started simulator, and two clients of one merchant: over loopback, and in process."""
    theirs, ours = (lambda: keys[0]), (lambda: keys[1])
    faults = NetworkFaults(drip_s=0.01)
    clients: list[PaymentNetwork] = []
    if network == WECHAT:
        at_wechat = WeChatSimulator(runtime.now, runtime, faults, make_key=theirs)
        at_wechat.start()
        merchant, _ = wechat.demo_merchant(at_wechat, runtime.now, runtime, make_key=ours)
        for near in (False, True):
            url, transport = at_wechat.way(in_process=near)
            clients.append(WeChatPay(merchant, url, runtime.now, lambda: "N", timeout, transport, machine))
        return at_wechat, clients[0], clients[1]
    if network == ALIPAY:
        at_alipay = AlipaySimulator(runtime.now, runtime, faults, make_key=theirs)
        at_alipay.start()
        application, _ = alipay.demo_merchant(at_alipay, runtime.now, make_key=ours)
        for near in (False, True):
            url, transport = at_alipay.way(in_process=near)
            clients.append(Alipay(application, url, runtime.now, timeout, transport, machine))
        return at_alipay, clients[0], clients[1]
    at_unionpay = UnionPaySimulator(runtime.now, runtime, faults, make_key=theirs)
    at_unionpay.start()
    trader, _ = unionpay.demo_merchant(at_unionpay, runtime.now, make_key=ours)
    for near in (False, True):
        url, transport = at_unionpay.way(in_process=near)
        clients.append(UnionPay(trader, url, runtime.now, timeout, transport, machine))
    return at_unionpay, clients[0], clients[1]


CALLS: dict[str, Callable[[PaymentNetwork], object]] = {
    "query": lambda network: network.query(an_order(network=network.name)),
    "close": lambda network: network.close(an_order(network=network.name)),
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("network", NETWORKS)
def test_a_fault_is_the_same_both_ways(network: Network, fault: Fault, call: str, rsa_keys: Keys) -> None:
    drips = fault in HELD - {Fault.SLOW}
    timeout = {Fault.SLOW: HASTY_S}.get(fault, DRIPPED_S if drips else PATIENT_S)
    machine = Hurried() if drips else Machine()
    simulator, far, near = ways(network, SimulatedRuntime(NOON), rsa_keys, timeout, machine)
    try:
        shown = near.create(an_order(network=network), "医疗保险")
        assert isinstance(shown, Presented) and simulator.scan(shown.code)
        assert simulator.pay(shown.code, Source.CARD) is Ending.PAID
        simulator.faults.switch(fault)
        heard = CALLS[call](near)
        assert heard == CALLS[call](far)
        harmless = fault in {Fault.NONE, Fault.UNEVEN} or (fault is Fault.BARE and network != WECHAT)
        assert call == "close" or isinstance(heard, Paid) is harmless

    finally:
        simulator.faults.switch(Fault.NONE)
        simulator.stop()
