"""A bureau of tests: a real store, staff who can sign in, a fleet that is invented, and a clock that can be set."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pyotp

from adapters.assets.banks import banks_from_toml
from adapters.assets.refunds import refunds_from_toml
from adapters.assets.words import catalogues
from bureau.desk import first, keys
from bureau.desk.parts import Desk, Parts
from domain.desk.fleet import Health, TerminalState
from domain.desk.member import Role
from domain.money import Fen
from domain.payment import events
from domain.payment.network import Paid
from domain.payment.order import Network, Order
from domain.payment.states import OrderState
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill
from domain.reconciliation.bill import Kind, Tally
from domain.reconciliation.books import Bucket
from domain.reconciliation.cases import Found, Subject
from domain.reconciliation.report import Difference, Outcome, Report
from domain.refunds.account import Account
from domain.refunds.application import Application, Draft, Ground, SumKind
from domain.refunds.desk import RefundDesk
from domain.refunds.ways import Ways
from domain.runtime import HALL_TIME
from domain.words import Catalogues, Text, Translate
from kit.people.people import DemoPerson
from kit.simulators.runtime import SimulatedRuntime
from storage import open_store
from storage.bureau.base import BureauBase
from storage.engine import APPEND_ONLY
from storage.store import Store
from tests.happening import some
from tests.payment.hall import ASSETS, LI, ZHANG, ZHOU, template
from tests.payment.script import NETWORKS, WECHAT, ScriptedNetwork

NOW = datetime(2026, 11, 24, 10, 24, 36, tzinfo=HALL_TIME)
BANKS = banks_from_toml((ASSETS / "banks" / "banks.toml").read_text("utf-8"))
POLICY = refunds_from_toml((ASSETS / "refunds.toml").read_text("utf-8"))
PASSPHRASE = "twelve small words are more than enough"
ADMIN, LI_MING, WANG, LOOKER = "0001", "0002", "0003", "0004"
STAFF = {
    ADMIN: ("赵某", {Role.STAFF}),
    LI_MING: ("李某", {Role.DECIDE, Role.PAY}),
    WANG: ("王某", {Role.DECIDE, Role.PAY}),
    LOOKER: ("孙某", {Role.LOOK}),
}
HASH = keys.passphrase_hash(PASSPHRASE)
"""Made once: it takes its time."""


def make(folder: Path) -> Path:
    """A bureau's store in a file, with people and staff: to be copied."""
    template(folder)
    store = open_store(folder / "hall.sqlite", folder / "hall.key")
    engine = store.sessions.engine
    BureauBase.metadata.create_all(engine)
    with engine.begin() as connection:
        for trigger in APPEND_ONLY["sqlite"]:
            connection.exec_driver_sql(trigger.format(table="desk_entries", key="serial"))
    staffed(store)
    store.close()
    return folder


def staffed(store: Store) -> None:
    """All of the staff have signed in before."""
    world = World(store)
    for number, (name, roles) in STAFF.items():
        world.adds(number, name, *roles)


@dataclass
class Fleet:
    """Says what it was told to."""

    all: list[TerminalState] = field(default_factory=list)

    def terminals(self) -> tuple[TerminalState, ...]:
        return tuple(self.all)


@dataclass
class World:
    """On a store that is staffed. `secrets` are those of second factors, by number of staff."""

    store: Store
    secrets: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.runtime = SimulatedRuntime(NOW)
        self.networks = {name: ScriptedNetwork(name) for name in NETWORKS}
        self.fleet = Fleet()
        words = _with_invented(catalogues(ASSETS / "words"))
        self.parts = Parts(self.store, self.networks, self.fleet, BANKS, self.runtime, words, Text("省中心工作台"))
        self.desk = Desk(self.parts)
        self.secrets = {number: f"{'ABCDEFGH' * 3}{number.translate(LETTERS)}{'A' * 4}" for number in STAFF}

    def adds(self, number: str, name: str, *roles: Role) -> None:
        """Somebody who has signed in before."""
        first.add_member(self.store, self.runtime, number, name, roles)
        self.desk.staff.bind(number, HASH, self.secrets[number], 0, NOW - timedelta(days=30))

    def hires(self, number: str, name: str, *roles: Role) -> None:
        """The same of somebody who is not among the usual ones."""
        self.secrets[number] = f"{'HGFEDCBA' * 3}{number.translate(LETTERS)}{'A' * 4}"
        self.adds(number, name, *roles)

    def code(self, number: str) -> str:
        """What somebody's phone shows now: it is good once, so time goes on by a stretch."""
        self.runtime.pass_by(seconds=keys.STEP_S)
        return pyotp.TOTP(self.secrets[number]).at(self.runtime.now())

    def person(self, who: DemoPerson) -> int:
        found = self.store.tax.find_person(who.kind, who.number, who.name)
        assert found is not None
        return found.id

    def order(
        self,
        serial: int,
        *happened: type[events.OrderEvent],
        at: datetime = NOW,
        terminal: str = "T0001",
        channel: str = "wechat",
        fen: int = 87894,
        person: int = 1,
        period: Period | None = None,
        **learnt: object,
    ) -> Order:
        """An order to which this has happened, each a moment after the other."""
        period = period or Period(1000 + serial // 12, serial % 12 + 1)
        bill = Bill(person, Scheme.FLEXIBLE, Insurance.PENSION, period, "520102P", "60", Fen(439470), Fen(fen))
        network = Network("wechat" if channel == "tax_app" else channel)
        number = f"GZ{terminal}{at:%Y%m%d%H%M%S}{serial:08d}"
        until = at + timedelta(minutes=5)
        new = Order(number, network, channel, person, (bill,), bill.fen, OrderState.CREATED, at, until)
        self.store.orders.add(new)
        for n, event in enumerate(happened, 1):
            when = at + timedelta(seconds=20 * n)
            taught = {"transaction": f"4200{serial:024d}", "paid_at": when, "owed_at": when, **learnt}
            new = self.store.orders.move(new, some(event, **taught), when)
        return new

    def doubtful(self, serial: int = 1, **where: object) -> Order:
        """One that no machine may decide about."""
        happened = (events.Presented, events.Unanswered, events.Expired, events.GivenUp)
        return self.order(serial, *happened, **where)  # type: ignore[arg-type]

    def owed(self, serial: int = 1, **where: object) -> Order:
        """One whose money should go back."""
        happened = (events.Presented, events.Paid, events.NotPosted, events.Owed)
        return self.order(serial, *happened, **where)  # type: ignore[arg-type]

    def posted(self, who: DemoPerson, month: int = 11) -> Order:
        """A month's pension, paid at a terminal and entered by the tax system."""
        person, at = self.person(who), NOW - timedelta(hours=3, minutes=20)
        period = Period(2026, month)
        bill = Bill(person, Scheme.FLEXIBLE, Insurance.PENSION, period, "520102P", "60", Fen(439470), Fen(87894))
        number = f"GZT0004{at:%Y%m%d%H%M%S}{month:08d}"
        new = Order(number, WECHAT, "wechat", person, (bill,), bill.fen, OrderState.CREATED, at, at)
        self.store.orders.add(new)
        new = self.store.orders.move(new, events.Presented("weixin://1"), at)
        new = self.store.orders.move(new, events.Paid(f"4200{month:024d}", at), at)
        voucher = self.store.tax.post(number, new.bills, at, "wechat")
        return self.store.orders.move(new, events.Posted(voucher), at)

    def applied(self, who: DemoPerson = ZHANG, month: int = 11, account: Account | None = None) -> Application:
        """An application for a month that was paid at a terminal: back by its network, or to a bank account."""
        order, person = self.posted(who, month), self.person(who)
        clock = self.runtime.now
        desk = RefundDesk(self.store.refunds, self.store.tax, POLICY, Ways((self.store.orders,), self.networks), clock)
        item = next(item for item in desk.refundable(person) if item.order == order.number)
        ground, by = Ground.DUPLICATE, None if account else WECHAT
        draft = Draft(
            *(person, item, SumKind.CONTRIBUTION, ground, item.left, account, "13985012345"),
            explanation="手机上又缴了一次",
            applicant=who.name,
            network=by,
        )
        made = desk.apply(draft)
        assert isinstance(made, Application), made
        return made

    def found(self, order: Order | None = None, reference: str = "", fen: int = 102543) -> str:
        """A case: yesterday's bill has a payment that our books have not; its number."""
        day = (NOW - timedelta(days=1)).date()
        subject = Subject(Network("alipay"), Kind.PAYMENT, order.number if order else reference)
        told = Found(Bucket.THEIRS_ONLY, day, None, Fen(fen), "2025112322001400910091")
        self.store.cases.tell(subject, told, NOW - timedelta(minutes=18), "terminal")
        return subject.number

    def reports(self, order: Order) -> None:
        """What yesterday's bills said."""
        day, at = (NOW - timedelta(days=1)).date(), NOW.replace(hour=10, minute=3, second=0)
        paid = Tally(1, Fen(102543), Fen(0))
        difference = Difference(
            *(Bucket.THEIRS_ONLY, Kind.PAYMENT, order.number, order.number, "2025112322001400910091"),
            *(None, Fen(102543), at - timedelta(hours=18), False, order.number),
        )
        figures = {"wechat": (402, 38811627), "alipay": (268, 25940266), "unionpay": (73, 6868525)}
        for name, (count, fen) in figures.items():
            matched, apart = Tally(count, Fen(fen), Fen(0)), name == "alipay"
            buckets = {Bucket.MATCH: matched} | ({Bucket.THEIRS_ONLY: paid} if apart else {})
            billed = Tally(count + 1, Fen(fen + 102543), Fen(0)) if apart else matched
            self.store.reports.keep(
                Report(
                    *(Network(name), day, Outcome.DONE, at, "", 1, buckets, matched, billed, True),
                    (difference,) if apart else (),
                )
            )


def _with_invented(known: Catalogues) -> Catalogues:
    """Catalogues that also have words for what is invented here."""

    def of(tag: str) -> Translate:
        says = known(tag)
        return lambda message: INVENTED.get(message) or says(message)

    return of


INVENTED = {
    "省中心工作台": "Provincial desk",
    "A4 缺纸": "No A4 paper",
    "证明停办 5 分钟": "no certificates for 5 min",
    "纸快用完": "Paper low",
    "凭条约 60 张": "about 60 slips",
    "到 14:00，换触摸屏": "until 14:00, new screen",
    "线路不通，不收新款": "no line, takes no new money",
    "第 2 次试，已停 40 秒": "2nd try, off for 40 s",
    "心跳，正常，账本 {count} 条": "all well, {count} entries in its book.",
    "不收新款；已付的等线路好了补记。": "takes no new money; what is paid is posted later.",
}
LETTERS = str.maketrans("0123456789", "ABCDEFGHIJ")
HALLS = {
    "示范办税服务厅": ("T0001", "T0002", "T0003", "T0004"),
    "示范区南厅": ("T0011", "T0012", "T0013"),
    "示范县办税服务厅": ("T0021", "T0022", "T0023"),
    "示范镇便民中心": ("T0031", "T0032"),
}
TOLD = {
    "T0001": (Health.BROKEN, 4, True, Text("A4 缺纸"), Text("证明停办 5 分钟")),
    "T0003": (Health.DOUBT, 31, True, Text("纸快用完"), Text("凭条约 60 张")),
    "T0012": (Health.OFF, 22, False, Text(), Text("到 14:00，换触摸屏")),
    "T0021": (Health.FINE, 725, True, Text(), Text("线路不通，不收新款")),
    "T0022": (Health.FINE, 731, True, Text(), Text("线路不通，不收新款")),
    "T0023": (Health.HEALING, 3, False, Text(), Text("第 2 次试，已停 40 秒")),
}
QUIET = (Health.FINE, 0, True, Text(), Text())


def invented_fleet(now: datetime) -> list[TerminalState]:
    """Twelve terminals of four halls, some of which are not well."""
    made = []
    for hall, names in HALLS.items():
        for n, name in enumerate(names):
            health, seconds, takes, word, detail = TOLD.get(name, QUIET)
            heard = now - timedelta(seconds=seconds or 5 + 7 * n)
            last = Text("心跳，正常，账本 {count} 条", count="9,310")
            meanwhile = Text("不收新款；已付的等线路好了补记。") if seconds > 60 else Text()
            enrolled = NOW - timedelta(days=200)
            made.append(TerminalState(name, hall, health, heard, enrolled, None, takes, word, detail, last, meanwhile))
    gone = NOW - timedelta(days=9)
    made.append(TerminalState("T0024", "示范县办税服务厅", Health.FINE, gone, gone, gone))
    return made


def furnish(world: World) -> None:
    """A day at work: payments at all terminals, and something of each kind that waits for people."""
    world.fleet.all = invented_fleet(world.runtime.now())
    channels, serial = ("wechat", "alipay", "wechat", "tax_app", "wechat", "alipay", "unionpay"), 100
    busy = {"T0001": 19, "T0002": 17, "T0003": 11, "T0004": 8, "T0011": 15, "T0013": 9, "T0021": 6, "T0022": 4}
    busy |= {"T0023": 5, "T0031": 3, "T0032": 2}
    for terminal, count in busy.items():
        for n in range(count):
            minute = (n * 137 + serial * 11) % 114
            at = NOW.replace(hour=8, minute=30, second=0) + timedelta(minutes=minute)
            fen = 40000 + (n * 7919 + serial * 104729) % 150000
            happened = (events.Presented, events.Paid, events.Posted)
            channel = channels[serial % len(channels)]
            world.order(
                serial, *happened, at=at, terminal=terminal, channel=channel, fen=fen, voucher=f"52{serial:012d}"
            )
            serial += 1
    zhou = world.person(ZHOU)
    world.doubtful(1, at=NOW - timedelta(days=2, hours=17), person=zhou, period=Period(2026, 11))
    world.owed(
        2,
        at=NOW - timedelta(days=1, hours=2),
        fen=40000,
        channel="unionpay",
        person=world.person(LI),
        period=Period(2026, 8),
    )
    world.doubtful(4, at=NOW - timedelta(hours=5), terminal="T0021", fen=131841, period=Period(2026, 9))
    world.applied()
    world.applied(LI, 10, Account(BANKS.all[0].code, "6299000000004073", LI.name))
    late = world.order(
        *(3, events.Presented, events.Expired, events.Closed),
        at=NOW - timedelta(hours=18, minutes=16),
        channel="alipay",
        fen=102543,
        person=zhou,
        period=Period(2026, 10),
    )
    world.found(late)
    world.reports(late)


def call(world: World) -> None:
    """Three visitors call: one waits since a minute ago, one has just begun to, and to one somebody is on the way."""
    calls, now = world.desk.calls, world.runtime.now()
    for terminal, seconds, screen in (
        ("T0011", 72, "tax_app.account"),
        ("T0002", 9, ""),
        ("T0031", 130, "check.paper"),
    ):
        at = now - timedelta(seconds=seconds)
        calls.ring(terminal, at, 1, screen, at)
    calls.comes("T0031", now - timedelta(seconds=130), WANG, now)


def paid(at: datetime) -> Paid:
    """What a network says of an order that was paid after all."""
    return Paid("4200000001", at)


def pages(world: World) -> dict[str, tuple[str, str]]:
    """By name: who looks, and at which path."""
    case = world.store.cases.open()[0].number.replace(" ", "/")
    order = next(one.number for one in world.store.orders.unsettled())
    numbers = [one.number for one in world.store.refunds.open()]
    return {
        "sign-in": ("", "/sign-in"),
        "terminals": (WANG, "/?terminal=T0021"),
        "waiting": (WANG, "/waiting"),
        "order": (WANG, f"/orders/{order}"),
        "refunds": (WANG, "/refunds"),
        "refund": (WANG, f"/refunds/{numbers[0]}"),
        "refund-second": (WANG, f"/refunds/{numbers[1]}"),
        "reconciliation": (WANG, "/reconciliation"),
        "case": (WANG, f"/cases/{case}"),
        "takings": (WANG, "/takings"),
        "month": (WANG, "/takings?by=month"),
        "certificates": (WANG, "/certificates"),
        "staff": (ADMIN, "/staff"),
        "log": (WANG, "/log"),
    }


@contextmanager
def opened(origin: Path, folder: Path) -> Iterator[World]:
    """A copy of a bureau that is in a file, for one test."""
    for file in origin.iterdir():
        shutil.copy(file, folder)
    store = open_store(folder / "hall.sqlite", folder / "hall.key")
    yield World(store)
    store.close()
