"""A day at a hall with all three networks on loopback, at each of which something lands in every bucket."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

import main
from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.unionpay.merchant import UnionPayMerchant
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.runtime import Machine
from adapters.settings import Settings, read
from commands.till import Till, till
from domain.money import Fen
from domain.payment import events
from domain.payment.network import PaymentNetwork, Presented
from domain.payment.order import Network, Order
from domain.payment.states import OrderState
from domain.people.insurance import Period
from domain.people.person import Bill
from kit.people.people import DemoPerson
from kit.people.store import fill
from kit.simulators.alipay.demo import demo_merchant as alipay_merchant
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.bills import BillFault, Bills
from kit.simulators.frame import Simulator
from kit.simulators.payer import Ending, Source
from kit.simulators.phone import PayersPhone
from kit.simulators.unionpay.demo import demo_merchant as unionpay_merchant
from kit.simulators.unionpay.simulator import UnionPaySimulator
from kit.simulators.wallet import Wallet
from kit.simulators.wechat.demo import demo_merchant as wechat_merchant
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.payment.hall import BOOK, PEOPLE, ZHANG, ZHOU, bill_of
from tests.payment.script import ALIPAY, NETWORKS, UNIONPAY, WECHAT
from tests.reconciliation.house import DAY, at

BUCKETS = {"match": 3, "ours_only": 1, "theirs_only": 2, "differs": 1, "elsewhere": 1}
"""What each network's bill of the day comes to, when the day was played."""
WAITING = 3
"""How many of these wait for somebody at each: all differences but the late payment."""
MORE = Fen(1)
NOON = at(12)


@cache
def short_key() -> RSAPrivateKey:
    """Everybody's: made once, and short, for every command parses it."""
    return generate_private_key(65537, 1024)


@dataclass
class PlayedDay:
    """`now` is everybody's clock. The hall's files are in `folder`; `staff` are its TOML tables of staff."""

    folder: Path
    now: datetime = NOON
    staff: str = ""
    serials: "count[int]" = field(default_factory=count)

    def __post_init__(self) -> None:
        self.runtime = Machine(lambda: self.now)
        self.config = self.folder / "kiosk.toml"

    @contextmanager
    def open(self) -> Iterator["PlayedDay"]:
        """The networks listen, and the hall has an empty store with the demonstration's people."""
        with ExitStack() as opened:
            self._begin(opened)
            assert self.does("init") == 0
            with self.till() as at_hand:
                fill(at_hand.store, PEOPLE, BOOK, DAY)
            yield self

    @property
    def settings(self) -> Settings:
        return read(self.config, profile="hall")

    @contextmanager
    def till(self) -> Iterator[Till]:
        with till(self.settings, self.runtime) as at_hand:
            yield at_hand

    def does(self, command: str, *words: str) -> int:
        """A command on the hall's settings, by the hall's clock."""
        machine, main.MACHINE = main.MACHINE, self.runtime
        try:
            return main.main([command, "--profile", "hall", "--config", str(self.config), *words])
        finally:
            main.MACHINE = machine

    def play(self) -> None:
        """Every bucket at every network; then it is the next morning."""
        with self.till() as at_hand:
            for network in NETWORKS:
                _Hand(self, at_hand, network).play()
        self.now = at(10, 6, DAY + timedelta(days=1))

    def play_well(self) -> None:
        """Two payments at every network; then it is the next morning."""
        with self.till() as at_hand:
            for hand in [_Hand(self, at_hand, network) for network in NETWORKS] * 2:
                hand.pays(hand.starts(ZHANG))
        self.now = at(10, 6, DAY + timedelta(days=1))

    def _begin(self, opened: ExitStack) -> None:
        clock, machine, wallet = self.runtime.now, self.runtime, Wallet()
        wechat = WeChatSimulator(clock, machine, make_key=short_key, wallet=wallet)
        alipay = AlipaySimulator(clock, machine, make_key=short_key, wallet=wallet)
        unionpay = UnionPaySimulator(clock, machine, make_key=short_key, wallet=wallet)
        simulators: dict[Network, Simulator] = {WECHAT: wechat, ALIPAY: alipay, UNIONPAY: unionpay}
        for simulator in simulators.values():
            simulator.start()
            opened.callback(simulator.stop)
        self.phone = PayersPhone(wallet, simulators.values())
        self.bills: Mapping[Network, Bills] = {
            WECHAT: wechat.bills,
            ALIPAY: alipay.bills,
            UNIONPAY: unionpay.bills,
        }
        self.simulators = simulators
        wechats, _ = wechat_merchant(wechat, clock, machine, make_key=short_key)
        alipays, _ = alipay_merchant(alipay, clock, make_key=short_key)
        unionpays, _ = unionpay_merchant(unionpay, clock, make_key=short_key)
        self._write(wechats, alipays, unionpays)

    def _write(self, wechat: WeChatMerchant, alipay: AlipayMerchant, unionpay: UnionPayMerchant) -> None:
        ((serial, platform_key),) = wechat.platform_keys.items()
        urls = {network: simulator.base_url for network, simulator in self.simulators.items()}
        tables: dict[str, dict[str, object]] = {
            "wechat": {
                "mchid": wechat.mchid,
                "appid": wechat.appid,
                "serial": wechat.serial,
                "private_key_file": self._file("wechat.key", wechat.private_key),
                "apiv3_key_file": self._file("apiv3.key", wechat.api_v3_key),
                "notify_url": "https://hall.example/wechat",
                "base_url": urls[WECHAT],
            },
            "wechat.platform_keys": {serial: self._file("wechat.pub", platform_key)},
            "alipay": {
                "app_id": alipay.app_id,
                "seller_id": alipay.seller_id,
                "private_key_file": self._file("alipay.key", alipay.private_key),
                "alipay_public_key_file": self._file("alipay.pub", alipay.alipay_public_key),
                "notify_url": "https://hall.example/alipay",
                "base_url": urls[ALIPAY],
            },
            "unionpay": {
                "mer_id": unionpay.mer_id,
                "certificate_file": self._file("unionpay.pem", unionpay.certificate),
                "private_key_file": self._file("unionpay.key", unionpay.private_key),
                "root_files": [self._file("root.pem", unionpay.roots[0])],
                "back_url": "https://hall.example/unionpay",
                "base_url": urls[UNIONPAY],
                "file_url": urls[UNIONPAY],
            },
        }
        head = {
            "hall": "南明区办税服务厅",
            "city": "贵阳市",
            "terminal": "T0001",
            "store": str(self.folder / "hall.sqlite"),
        }
        text = _lines(head) + "".join(f"\n[{name}]\n{_lines(table)}" for name, table in tables.items())
        self.config.write_text(f"{text}\n{self.staff}", "utf-8")

    def _file(self, name: str, content: bytes) -> str:
        (self.folder / name).write_bytes(content)
        (self.folder / name).chmod(0o600)
        return str(self.folder / name)


def _lines(table: Mapping[str, object]) -> str:
    return "".join(f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in table.items())


@dataclass
class _Hand:
    """Plays at one network."""

    day: PlayedDay
    at_hand: Till
    network: Network

    @property
    def client(self) -> PaymentNetwork:
        return self.at_hand.networks[self.network]

    def play(self) -> None:
        self.pays(self.starts(ZHANG))
        self.goes_back(self.pays(self.starts(ZHOU)))  # Whose payments are not taken.
        self.paid_after_it_was_closed()
        self.only_there("T0001")
        self.only_there("T0002")
        self.only_here()
        self.of_another_amount()

    def starts(self, who: DemoPerson) -> Order:
        bill = self.bill(who)
        return self.at_hand.cashier.start(self.network, self.network, bill.person, (bill,), "养老保险")

    def bill(self, who: DemoPerson) -> Bill:
        """Of a month that nobody else pays."""
        serial = next(self.day.serials)
        person = self.at_hand.store.tax.find_person(who.kind, who.number, who.name)
        assert person is not None
        return replace(bill_of(person.id), period=Period(1000 + serial // 12, serial % 12 + 1))

    def pays(self, order: Order) -> Order:
        self.scans(order.code)
        return self.at_hand.cashier.check(order.number)

    def scans(self, code: str | None) -> None:
        assert code and self.day.phone.scan(code)
        assert self.day.phone.pay(code, Source.CARD) is Ending.PAID
        self.day.now += timedelta(minutes=1)

    def goes_back(self, order: Order) -> None:
        """What is owed goes back, and the network says so."""
        for _ in range(3):
            order = self.at_hand.cashier.tend(order)
            self.day.now += timedelta(minutes=1)
        assert order.state is OrderState.REFUNDED

    def paid_after_it_was_closed(self) -> None:
        order = self.starts(ZHANG)
        book = self.at_hand.store.orders
        order = book.move(order, events.Expired(self.day.now), self.day.now)
        order = book.move(order, events.Closed(), self.day.now)
        self.scans(order.code)

    def only_there(self, terminal: str) -> None:
        """An order that is in nobody's books here."""
        serial, bill = next(self.day.serials), self.bill(ZHANG)
        now = self.day.now
        number = f"GZ{terminal}{now:%Y%m%d%H%M%S}{serial:08d}"
        order = Order(number, self.network, self.network, bill.person, (bill,), bill.fen, OrderState.CREATED, now, now)
        self.scans(self.code_of(replace(order, deadline=now + timedelta(minutes=5))))

    def only_here(self) -> None:
        order = self.starts(ZHANG)
        book, now = self.at_hand.store.orders, self.day.now
        order = book.move(order, events.Paid("a mistake", now), now)
        book.move(order, events.Posted("52"), now)

    def of_another_amount(self) -> None:
        """The network has taken more than our books say."""
        bill, now = self.bill(ZHANG), self.day.now
        number = f"GZT0001{now:%Y%m%d%H%M%S}{next(self.day.serials):08d}"
        ends = now + timedelta(minutes=5)
        order = Order(number, self.network, self.network, bill.person, (bill,), bill.fen, OrderState.CREATED, now, ends)
        self.scans(self.code_of(replace(order, fen=Fen(order.fen + MORE))))
        book = self.at_hand.store.orders
        book.add(order)
        order = book.move(order, events.Paid("", now), now)
        book.move(order, events.Posted("52"), now)

    def code_of(self, order: Order) -> str:
        answer = self.client.create(order, "养老保险")
        assert isinstance(answer, Presented)
        return answer.code


def spoil(day: PlayedDay, network: Network, fault: BillFault) -> None:
    """From now on that network's bill has this fault."""
    day.bills[network].fault = fault
