"""What all terminals of a play share: time, the three networks, the payer's phone, and the tax system."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from adapters.assets.rules import Rules
from domain.identity import DocumentKind
from domain.money import Fen
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill, Enrolment
from domain.runtime import Runtime
from kit.people.people import DemoPerson
from kit.people.store import fill
from kit.simulation.clock import Timeline
from kit.simulation.plan import MORNING
from kit.simulators.alipay import demo as alipay
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.frame import Simulator
from kit.simulators.payer import Source
from kit.simulators.runtime import SimulatedRuntime
from kit.simulators.unionpay import demo as unionpay
from kit.simulators.unionpay.simulator import UnionPaySimulator
from kit.simulators.wallet import Wallet
from kit.simulators.wechat import demo as wechat
from kit.simulators.wechat.simulator import WeChatSimulator
from storage import Files, hold_store
from storage.store import Store

BITS = 1024
"""Of the keys of a simulation: its signatures are as right as longer ones, and made five times as fast."""
AGENCY = "520102P"
PERSON = DemoPerson(
    DocumentKind("201"),
    "520199197803150119",
    "演示人",
    "",
    (Enrolment(Scheme.FLEXIBLE, Insurance.PENSION, AGENCY),),
    (),
    (),
    (),
    False,
    "13000000000",
    False,
    False,
)


@cache
def _key(whose: str) -> RSAPrivateKey:
    return generate_private_key(65537, BITS)


def _keys(whose: str) -> Callable[[], RSAPrivateKey]:
    serial = count(1)
    return lambda: _key(f"{whose} {next(serial)}")


@dataclass(frozen=True, slots=True)
class Ground:
    """Where plays take place: stores to be copied for each of them, made once."""

    folder: Path
    rules: Rules
    person: int

    @property
    def bureau(self) -> Path:
        return self.folder / "bureau"

    @property
    def terminal(self) -> Path:
        return self.folder / "terminal"


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
            fill(store, (PERSON,), rules.policy, MORNING.date())
            person = store.tax.find_person(PERSON.kind, PERSON.number, PERSON.name)
            assert person is not None
        yield Ground(Path(folder), rules, person.id)


def files(folder: Path) -> Files:
    return Files(folder / "store.sqlite", folder / "store.key")


class World:
    """One play's. The tax system is the bureau's: one truth for all terminals."""

    def __init__(self, ground: Ground, place: Path, seed: int) -> None:
        self.ground, self.place = ground, place
        self.time = SimulatedRuntime(MORNING, seed)
        self.timeline = Timeline(self.time)
        clock, chance, wallet = self.time.now, self.time, Wallet(dict.fromkeys(Source, 10**12))
        self._wechat = WeChatSimulator(clock, chance, make_key=_keys("wechat"), wallet=wallet)
        self._alipay = AlipaySimulator(clock, chance, make_key=_keys("alipay"), wallet=wallet)
        self._unionpay = UnionPaySimulator(clock, chance, make_key=_keys("unionpay"), wallet=wallet)
        shutil.copytree(ground.bureau, place / "bureau")
        self._bureau = hold_store(files(place / "bureau"), token=chance.token)
        self.bureau: Store = self._bureau.__enter__()

    @property
    def simulators(self) -> Mapping[Network, Simulator]:
        made = {"wechat": self._wechat, "alipay": self._alipay, "unionpay": self._unionpay}
        return {Network(name): simulator for name, simulator in made.items()}

    def clients(self, runtime: Runtime) -> Mapping[Network, PaymentNetwork]:
        """A client of each network for a terminal, by that one's clock. All terminals are of one merchant."""
        now = runtime.now
        keys = {name: _keys(f"{name} merchant") for name in ("wechat", "alipay", "unionpay")}
        _, of_wechat = wechat.demo_merchant(self._wechat, now, runtime, make_key=keys["wechat"], in_process=True)
        _, of_alipay = alipay.demo_merchant(
            self._alipay, now, make_key=keys["alipay"], runtime=runtime, in_process=True
        )
        _, of_unionpay = unionpay.demo_merchant(
            self._unionpay, now, make_key=keys["unionpay"], runtime=runtime, in_process=True
        )
        made: tuple[PaymentNetwork, ...] = (of_wechat, of_alipay, of_unionpay)
        return {client.name: client for client in made}

    def bill(self, number: int) -> Bill:
        """One of the person's months, the latest first."""
        years, month = divmod(number, 12)
        period = Period(2026 - years, 12 - month)
        fen = Fen(100_00 + number)
        return Bill(
            self.ground.person, Scheme.FLEXIBLE, Insurance.PENSION, period, AGENCY, f"base_{number}", Fen(fen * 5), fen
        )

    def pay(self, code: str) -> None:
        """The phone pays, if the code can be paid."""
        for simulator in self.simulators.values():
            if simulator.scan(code):
                simulator.pay(code, Source.CARD)

    def close(self) -> None:
        self._bureau.__exit__(None, None, None)
