"""The three networks of the demonstration, started and stopped together, with one phone that pays at all of them."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from domain.runtime import Clock, Runtime
from kit.simulators.alipay import demo as alipay
from kit.simulators.alipay.ledger import ALIPAY
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.bills import Bills
from kit.simulators.faults import NetworkFaults, OfOneNetwork
from kit.simulators.frame import Overhear
from kit.simulators.keys import key_of
from kit.simulators.phone import PayersPhone
from kit.simulators.unionpay import demo as unionpay
from kit.simulators.unionpay.ledger import UNIONPAY
from kit.simulators.unionpay.simulator import UnionPaySimulator
from kit.simulators.wallet import Wallet
from kit.simulators.wechat import demo as wechat
from kit.simulators.wechat.ledger import WECHAT
from kit.simulators.wechat.simulator import WeChatSimulator

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey


class DemoNetworks:
    """Simulators, and a real client for each. With `port` they listen on it and the two after it, with 0 on any."""

    def __init__(self, clock: Clock, runtime: Runtime, faults: NetworkFaults, port: int = 0) -> None:
        wallet = Wallet()
        ports = (port, port + 1, port + 2) if port else (0, 0, 0)
        self.faults = {network: OfOneNetwork(faults) for network in (WECHAT, ALIPAY, UNIONPAY)}
        of = self.faults
        self._wechat = WeChatSimulator(clock, runtime, of[WECHAT], ports[0], make_key=_keys("wechat"), wallet=wallet)
        self._alipay = AlipaySimulator(clock, runtime, of[ALIPAY], ports[1], make_key=_keys("alipay"), wallet=wallet)
        self._unionpay = UnionPaySimulator(
            clock, runtime, of[UNIONPAY], ports[2], make_key=_keys("unionpay"), wallet=wallet
        )
        self._clock, self._runtime = clock, runtime
        self._started = ExitStack()
        self.bills: Mapping[Network, Bills] = {
            WECHAT: self._wechat.bills,
            ALIPAY: self._alipay.bills,
            UNIONPAY: self._unionpay.bills,
        }
        self.phone = PayersPhone(wallet, (self._wechat, self._alipay, self._unionpay))

    def start(self) -> Mapping[Network, PaymentNetwork]:
        """Listen; returns the clients, ready for their first call. Raises PortInUse, and then nothing listens."""
        with ExitStack() as started:
            for simulator in (self._wechat, self._alipay, self._unionpay):
                simulator.start()
                started.callback(simulator.stop)
            self._started = started.pop_all()
        return self.clients()

    def clients(self, *, in_process: bool = False) -> Mapping[Network, PaymentNetwork]:
        """A client for each, ready for its first call; `in_process` nothing has to listen."""
        clock, runtime = self._clock, self._runtime
        _, of_wechat = wechat.demo_merchant(
            self._wechat, clock, runtime, make_key=_keys("wechat merchant"), in_process=in_process
        )
        _, of_alipay = alipay.demo_merchant(
            self._alipay, clock, make_key=_keys("alipay merchant"), runtime=runtime, in_process=in_process
        )
        _, of_unionpay = unionpay.demo_merchant(
            self._unionpay, clock, make_key=_keys("unionpay merchant"), runtime=runtime, in_process=in_process
        )
        for client in (made := (of_wechat, of_alipay, of_unionpay)):
            client.prepare()
        return {client.name: client for client in made}

    def overhear(self, hear: Overhear | None) -> None:
        """From now on whatever the networks are asked is asked through this; None: through nothing."""
        for name, simulator in ((WECHAT, self._wechat), (ALIPAY, self._alipay), (UNIONPAY, self._unionpay)):
            simulator.overhear = partial(hear, name) if hear else None

    def notification(self, network: Network, number: str) -> tuple[dict[str, str], bytes]:
        """What a network posts by itself of an order that was paid, headers and body. Raises KeyError."""
        told = {
            WECHAT: self._wechat.notification,
            ALIPAY: self._alipay.notification,
            UNIONPAY: self._unionpay.notification,
        }
        return told[network](number)

    def stop(self) -> None:
        """Stop listening."""
        self._started.close()


def _keys(whose: str) -> "Callable[[], RSAPrivateKey]":
    """A source of keys: the same ones, in the same order, as long as the program runs."""
    serial = count(1)
    return lambda: key_of(f"{whose} {next(serial)}")
