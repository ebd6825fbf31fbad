"""What all terminals of a play share: time, the three networks, the payer's phone, and the tax system."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from adapters.assets.rules import Rules
from domain.identity import DocumentKind
from domain.money import Fen
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill, Enrolment, Person
from domain.runtime import Chance, Clock, Runtime
from kit.people.people import DemoPerson
from kit.people.store import fill
from kit.simulation.clock import Timeline
from kit.simulation.plan import MORNING
from kit.simulators.alipay import demo as alipay
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.bills import Bills
from kit.simulators.frame import Simulator
from kit.simulators.payer import Ending, Source, Taken
from kit.simulators.runtime import SimulatedRuntime
from kit.simulators.unionpay import demo as unionpay
from kit.simulators.unionpay.simulator import UnionPaySimulator
from kit.simulators.wallet import Wallet
from kit.simulators.wechat import demo as wechat
from kit.simulators.wechat.simulator import WeChatSimulator
from storage import Files, hold_store, open_store
from storage.store import Store

BITS, CERTIFIED_BITS = 1024, 2048
"""Of the keys of a simulation: its signatures are as right as longer ones, and made five times as fast. A certificate
is believed only with the longer.
"""
AGENCY = "520102P"


def _person(number: str, name: str, phone: str) -> DemoPerson:
    enrolled = (Enrolment(Scheme.FLEXIBLE, Insurance.PENSION, AGENCY),)
    return DemoPerson(DocumentKind("201"), number, name, "", enrolled, (), (), (), False, phone, False, False)


PERSON = _person("520199197803150119", "演示人", "13000000000")
FAMILY = (
    PERSON,
    _person("520199198001010022", "演示甲", "13000000001"),
    _person("520199201005050037", "演示乙", "13000000002"),
)
"""Who lives with whom: the first one comes to the terminal."""


@cache
def _key(whose: str, bits: int) -> RSAPrivateKey:
    return generate_private_key(65537, bits)


def _keys(whose: str, bits: int = BITS) -> Callable[[], RSAPrivateKey]:
    serial = count(1)
    return lambda: _key(f"{whose} {next(serial)}", bits)


def _wechat(simulator: Any, runtime: Runtime) -> PaymentNetwork:
    make = _keys("wechat merchant")
    return wechat.demo_merchant(simulator, runtime.now, runtime, make_key=make, in_process=True)[1]


def _alipay(simulator: Any, runtime: Runtime) -> PaymentNetwork:
    make = _keys("alipay merchant")
    return alipay.demo_merchant(simulator, runtime.now, make_key=make, runtime=runtime, in_process=True)[1]


def _unionpay(simulator: Any, runtime: Runtime) -> PaymentNetwork:
    make = _keys("unionpay merchant")
    return unionpay.demo_merchant(simulator, runtime.now, make_key=make, runtime=runtime, in_process=True)[1]


def _certified(clock: Clock, chance: Chance, make_key: object, wallet: Wallet) -> WeChatSimulator:
    return WeChatSimulator(clock, chance, make_key=_keys("wechat", CERTIFIED_BITS), wallet=wallet, certified=True)


SIMULATED: Mapping[str, Callable[..., Simulator]] = {
    "wechat": WeChatSimulator,
    "alipay": AlipaySimulator,
    "unionpay": UnionPaySimulator,
}
CLIENTS: Mapping[str, Callable[[Any, Runtime], PaymentNetwork]] = {
    "wechat": _wechat,
    "alipay": _alipay,
    "unionpay": _unionpay,
}


@dataclass(frozen=True, slots=True)
class Ground:
    """Where plays take place: what the files of their stores begin as, made once."""

    folder: Path
    rules: Rules
    family: tuple[Person, ...]
    bureau: Mapping[str, bytes]
    terminal: Mapping[str, bytes]

    @property
    def person(self) -> Person:
        """Who comes."""
        return self.family[0]


@contextmanager
def ground(assets: Path) -> Iterator[Ground]:
    """In memory, where the machine has a disk there: what is not on a disk at all cannot be slow."""
    shared = Path("/dev/shm")  # noqa: S108 - a folder of one's own in it
    with TemporaryDirectory(prefix="kiosk-", dir=shared if shared.is_dir() else None) as folder:
        rules, chance = Rules.of(assets), SimulatedRuntime(MORNING)
        places = {name: Path(folder) / name for name in ("bureau", "terminal")}
        with hold_store(files(places["terminal"]), make=True, terminal="T0001", token=chance.token):
            pass
        with hold_store(files(places["bureau"]), make=True, token=chance.token) as store:
            fill(store, FAMILY, rules.policy, MORNING.date())
            family = tuple(store.tax.find_person(one.kind, one.number, one.name) for one in FAMILY)
        begun = {name: {file.name: file.read_bytes() for file in place.iterdir()} for name, place in places.items()}
        with _rarely_collecting():
            yield Ground(Path(folder), rules, tuple(one for one in family if one), **begun)


@contextmanager
def _rarely_collecting() -> Iterator[None]:
    """What is there now stays, and a play leaves few cycles: nobody need look for one again and again."""
    usual = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def lay(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put a store's files into a new folder."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name).touch(0o600)
        (folder / name).write_bytes(content)


def files(folder: Path) -> Files:
    return Files(folder / "store.sqlite", folder / "store.key")


class World:
    """One play's, with the networks that somebody pays by in it. The tax system is the bureau's: one truth for all.

    If `certified`, WeChat Pay signs by certificates.
    """

    def __init__(
        self, ground: Ground, place: Path, seed: int, networks: Iterable[Network], *, certified: bool = False
    ) -> None:
        self.ground, self.place = ground, place
        self.time = SimulatedRuntime(MORNING, seed)
        self.timeline = Timeline(self.time)
        simulated = {**SIMULATED, "wechat": _certified} if certified else SIMULATED
        wallet = Wallet(dict.fromkeys(Source, 10**12))
        self.simulators: Mapping[Network, Simulator] = {
            name: simulated[name](self.time.now, self.time, make_key=_keys(name), wallet=wallet)
            for name in sorted(set(networks))
        }
        lay(place / "bureau", ground.bureau)
        at = files(place / "bureau")
        self._bureau: Store = open_store(at.store, at.key, token=self.time.token)
        self.tax = self._bureau.tax

    def clients(self, runtime: Runtime) -> Mapping[Network, PaymentNetwork]:
        """A client of each network for a terminal, by that one's clock. All terminals are of one merchant."""
        return {name: CLIENTS[name](simulator, runtime) for name, simulator in self.simulators.items()}

    @cached_property
    def platform(self) -> Mapping[Network, PaymentNetwork]:
        """Where people of the merchant's look, and send money back: by clients that nothing goes wrong with."""
        return self.clients(self.time)

    def bills(self, network: Network) -> Bills:
        """What makes a network's bills of its days."""
        return self._simulator(network).bills

    def notification(self, network: Network, number: str) -> tuple[dict[str, str], bytes]:
        """What a network posts when an order was paid; names of headers are lower-case."""
        headers, body = self._simulator(network).notification(number)
        return {name.lower(): value for name, value in headers.items()}, body

    def _simulator(self, network: Network) -> WeChatSimulator | AlipaySimulator | UnionPaySimulator:
        simulator = self.simulators[network]
        assert isinstance(simulator, WeChatSimulator | AlipaySimulator | UnionPaySimulator)
        return simulator

    def bill(self, number: int, member: int = 0) -> Bill:
        """One of the months of a member of the family, the latest first."""
        years, month = divmod(number, 12)
        period = Period(2026 - years, 12 - month)
        fen = Fen(100_00 + number)
        return Bill(
            self.ground.family[member].id,
            Scheme.FLEXIBLE,
            Insurance.PENSION,
            period,
            AGENCY,
            f"base_{number}",
            Fen(fen * 5),
            fen,
        )

    def pay(self, network: Network, code: str) -> bool:
        """The phone pays, if the code can be paid; whether it did."""
        simulator = self.simulators[network]
        return bool(simulator.scan(code)) and simulator.pay(code, Source.CARD) is Ending.PAID

    def taken(self) -> tuple[Taken, ...]:
        """Everything that was paid, at all networks."""
        return tuple(one for simulator in self.simulators.values() for one in simulator.taken())

    def close(self) -> None:
        self._bureau.close()
