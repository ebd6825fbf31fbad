"""The composition root: chooses real or embedded parts and wires them. What it makes is given to `commands/`."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from secrets import randbelow, token_hex
from typing import TYPE_CHECKING

from commands import environment
from commands.house import HALL_TIME, SIZES, House, hall_clock
from commands.pipes import until_nobody_reads

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from adapters.settings import Fault, Settings
    from domain.agreements.signing import BankVerification
    from domain.banks import Banks
    from domain.certificates.issuing import Counter
    from domain.certificates.paper import Typesetter
    from domain.offices import Offices
    from domain.payment.network import PaymentNetwork
    from domain.payment.order import Network
    from domain.policy import Policy
    from domain.ports import Clock, SmsCodes, TaxSystem
    from domain.printing.printer import Printer
    from domain.staff import StaffKeys
    from storage import Files, Store
    from ui.playground import Playground
    from viewmodels.backend import Backend, Demo
    from viewmodels.worker import Worker

__all__ = ["HALL_TIME", "SIZES", "application", "hall_clock", "main", "open_backend", "open_store", "playground"]

ASSETS = Path(__file__).parent / "assets"
DEMO_MORNING = datetime(2026, 11, 24, 10, 24, tzinfo=HALL_TIME)
"""When playing begins: a day on which every flow can be walked, whatever the day really is."""
PLAYED, PLAYED_PAGE_S = 3, 0.2
"""When playing, chance has it that captchas show four fives, and a page is printed at once."""
LINKS = {name: f"https://kiosk.example/{name}" for name in ("official_account", "tax_app", "unionpay")}
"""The demonstration's codes on entrances. They lead nowhere: nobody can own a name under `.example`."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What the terminal speaks to: real in a hall, embedded in the demonstration.

    `links` as in `Parts`.
    """

    tax: "TaxSystem"
    networks: "Mapping[Network, PaymentNetwork]"
    codes: "SmsCodes"
    bank: "BankVerification"
    printers: "Mapping[str, Printer]"
    clock: "Clock"
    links: Mapping[str, str]
    demo: "Demo | None" = None


def open_backend(
    settings: "Settings",
    worker: "Worker",
    poll_ms: int = 2000,
    true: "Clock" = hall_clock,
    page_s: float = 3.0,
    chance: Callable[[int], int] = randbelow,
) -> "Backend":
    """Open the store and the networks. Raises SettingsError, StoreError or PortInUse, and then leaves nothing open.

    `true` is the hall's time, which the demonstration can put ahead; its printers take `page_s` seconds for a page.
    `chance(n)` is what captchas are drawn by, a number under n.
    """
    from time import monotonic

    from adapters.auditor import Auditor
    from adapters.captchas import DrawnCaptchas
    from adapters.documents.typesetter import TypstTypesetter
    from adapters.janitor import Janitor
    from adapters.memory import give_back
    from adapters.printing.watch import PrinterWatch
    from domain.agreements.signing import Signing
    from domain.banks import banks_from_toml
    from domain.flows.catalogue import check_closing, offered
    from domain.forms.asking import Desk
    from domain.offices import offices_from_toml
    from domain.payment.cashier import Cashier
    from domain.payment.numbers import numbering
    from domain.policy.book import load
    from domain.printing.press import Press
    from domain.refunds.desk import RefundDesk
    from domain.refunds.eligibility import read as refund_rules
    from domain.refunds.office import RefundOffice
    from domain.refunds.paymaster import Paymaster
    from storage import hold_store
    from viewmodels.backend import Backend
    from viewmodels.parts import Parts

    policy = load({file.name: file.read_text("utf-8") for file in sorted((ASSETS / "policy").glob("*.toml"))})
    check_closing(policy.hours.channels)
    banks = banks_from_toml((ASSETS / "banks" / "banks.toml").read_text("utf-8"))
    refund_policy = refund_rules((ASSETS / "refunds.toml").read_text("utf-8"))
    offices = offices_from_toml((ASSETS / "regions.toml").read_text("utf-8"))
    with ExitStack() as opened:
        make = settings.profile == "demo"
        store = opened.enter_context(hold_store(store_files(settings), make=make, terminal=settings.terminal))
        typesetter = TypstTypesetter(ASSETS / "certificates", HALL_TIME, sample=settings.profile == "demo")
        if settings.profile == "demo":
            outside = _demo(settings, store, typesetter, policy, offices, banks, true, page_s, opened)
        else:
            outside = _hall(settings, store, true)
        tax, clock, demo = outside.tax, outside.clock, outside.demo
        store.certificates.abandon_prints(clock())

        def clear_away() -> None:
            """Nothing of a visitor stays at a printer."""
            for printer in outside.printers.values():
                printer.clear()

        def forget() -> None:
            """Nothing of a visitor stays in memory."""
            typesetter.forget()
            give_back()

        clear_away()
        opened.callback(clear_away)
        press = Press(store.certificates, typesetter, outside.printers, clock, monotonic)
        watch = PrinterWatch(outside.printers)
        watch.start()
        opened.callback(watch.stop)
        number = numbering(settings.terminal, randbelow)
        cashier = Cashier(store.orders, tax, outside.networks, clock, number)
        janitor = Janitor(cashier, Paymaster(store.refunds, store.orders, outside.networks, clock))
        janitor.start()
        opened.callback(janitor.stop)
        auditor = Auditor(store, clock)
        auditor.start()
        opened.callback(auditor.stop)
        counter = _counter(settings, store, typesetter, tax, offices, clock)
        captchas = DrawnCaptchas(chance, token_hex)
        desk = Desk(
            tax,
            store.orders,
            outside.codes,
            captchas,
            counter,
            store.accounts,
            Signing(store.agreements, outside.bank, clock),
            RefundDesk(store.refunds, tax, refund_policy, clock),
            RefundOffice(store.refunds, clock),
            _staff(settings),
            banks,
            policy,
            offices,
            clock,
        )
        parts = Parts(
            desk,
            cashier,
            press,
            watch,
            worker,
            settings.city,
            demo is not None,
            poll_ms,
            outside.links,
            offered(outside.networks),
            logins=demo is not None,
        )
        close = opened.pop_all().close
    warm_up, damage, probe, outages = typesetter.warm_up, auditor.damage, store.probe, desk.outages
    return Backend(parts, settings.hall, demo, clear_away, warm_up, forget, close, damage, probe, outages)


def _counter(
    settings: "Settings",
    store: "Store",
    typesetter: "Typesetter",
    tax: "TaxSystem",
    offices: "Offices",
    clock: "Clock",
) -> "Counter":
    """Where certificates are issued in the terminal's name."""
    from domain.certificates.book import Issuer
    from domain.certificates.issuing import Counter

    series = "DEMO" if settings.profile == "demo" else settings.terminal
    issuer = Issuer(f"自助终端 {settings.terminal}", series, settings.place)
    return Counter(store.certificates, typesetter, tax, offices, clock, issuer)


def _staff(settings: "Settings") -> "StaffKeys":
    """Who is admitted behind the staff's door; in the demonstration one whom the dock names."""
    from adapters.pins import DEMO_HASH
    from adapters.staff import StaffRoll
    from domain.staff import DEMO_NUMBER

    if settings.profile == "demo":
        hashes = {DEMO_NUMBER: DEMO_HASH}
    else:
        hashes = {one.number: one.pin_hash for one in settings.staff}
    return StaffRoll(hashes, tries_file(settings))


def tries_file(settings: "Settings") -> Path:
    """Where wrong PINs are counted."""
    from adapters.tries import NAME

    return _data(settings) / NAME


def check_settings(config: Path | None, profile: str) -> "tuple[Settings | None, tuple[Fault, ...]]":
    """Everything that is wrong with settings, held against the files that they name, the cities, and the day."""
    from adapters.settings import Against, check
    from domain.offices import offices_from_toml

    offices = offices_from_toml((ASSETS / "regions.toml").read_text("utf-8"))
    cities = frozenset(city.name for city in offices.cities)
    return check(config, os.environ, profile, Against(cities, hall_clock()))


def _data(settings: "Settings") -> Path:
    """The folder of the store, and of what else the terminal keeps. Raises SettingsError where nobody has a home."""
    from platformdirs import user_data_path

    from adapters.settings import Fault, SettingsError

    if settings.store:
        return settings.store.parent
    try:
        return user_data_path("shebao-kiosk")
    except RuntimeError:
        why = "name a file: whoever runs this has no home folder to keep it in"
        raise SettingsError([Fault("settings", "store", why)]) from None


def store_files(settings: "Settings") -> "Files":
    """Where the store and its key lie."""
    from storage import Files

    path = settings.store or _data(settings) / f"{settings.profile}.sqlite"
    return Files(path.absolute(), (settings.key_file or path.with_suffix(".key")).absolute())


def open_store(settings: "Settings") -> "Store":
    """The store, also beside a running terminal. Raises StoreError, also if there is none."""
    import storage

    files = store_files(settings)
    return storage.open_store(files.store, files.key)


def _hall(settings: "Settings", store: "Store", true: "Clock") -> Outside:
    """The networks that the hall has contracted, and its printers."""
    from adapters.bank import NoBank
    from adapters.payments.contracted import contracted
    from adapters.printing.installed import installed
    from adapters.sms import NoSms

    links = settings.links.model_dump()
    return Outside(store.tax, contracted(settings, true), NoSms(), NoBank(), installed(settings), true, links)


def _demo(
    settings: "Settings",
    store: "Store",
    typesetter: "Typesetter",
    policy: "Policy",
    offices: "Offices",
    banks: "Banks",
    true: "Clock",
    page_s: float,
    opened: ExitStack,
) -> Outside:
    """The embedded parts: simulated networks, a tax system that can be broken, and people to be."""
    from adapters.printing.demo import demo_printers
    from adapters.simulators.bank import SimulatedBank
    from adapters.simulators.networks import DemoNetworks
    from adapters.simulators.sms import SimulatedSms
    from adapters.simulators.tax import BreakableTaxSystem
    from adapters.simulators.world import DemoWorld
    from domain.demo import people_from_toml
    from domain.demo_certificates import certify
    from storage.demo import fill
    from viewmodels.backend import Demo

    world = DemoWorld(true)
    today = world.clock().date()
    people = people_from_toml((ASSETS / "demo" / "people.toml").read_text("utf-8"), today)
    fill(store, people, policy, today)
    simulated = DemoNetworks(world.clock, world.network, settings.simulator_port)
    networks = simulated.start()
    opened.callback(simulated.stop)
    sms = SimulatedSms(world.clock, randbelow)
    tax = BreakableTaxSystem(store.tax, world.tax_fault)
    printers = demo_printers(_data(settings) / "papers", world.printer_trouble, page_s)
    certificates = certify(_counter(settings, store, typesetter, store.tax, offices, world.clock), people)
    demo = Demo(world, simulated.phone, sms, people, certificates)
    return Outside(tax, networks, sms, SimulatedBank(banks, world.bank_fault), printers, world.clock, LINKS, demo)


@contextmanager
def playground(size: tuple[int, int], folder: Path | None = None) -> "Iterator[Playground]":
    """The demonstration in a store of its own, kept in `folder` or thrown away. It begins on `DEMO_MORNING`."""
    from tempfile import TemporaryDirectory
    from time import monotonic

    from adapters.settings import Settings
    from ui.playground import playing
    from ui.terminal import Terminal

    with ExitStack() as opened:
        place = folder or Path(opened.enter_context(TemporaryDirectory(prefix="kiosk-")))
        settings = Settings(store=place / "demo.sqlite")
        began = monotonic()

        def clock() -> datetime:
            return DEMO_MORNING + timedelta(seconds=monotonic() - began)

        terminal = Terminal(
            lambda worker: open_backend(settings, worker, 100, clock, PLAYED_PAGE_S, lambda n: min(PLAYED, n - 1)),
            size,
            clock,
            demo=True,
            dock=True,
            rest_s=0,
        )
        yield opened.enter_context(playing(terminal))


def application() -> "QGuiApplication":
    """The application, with our input method. Raises SystemExit if Chinese cannot be drawn."""
    environment.clean(os.environ)

    from ui import keyboard

    keyboard.prepare(os.environ)

    from PySide6.QtGui import QGuiApplication

    from ui.fonts import NO_CHINESE, missing_cjk

    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    assert isinstance(app, QGuiApplication)
    if missing_cjk():
        raise SystemExit(f"kiosk: {NO_CHINESE}")
    return app


COMMANDS = {
    "run": "open the terminal",
    "walkthrough": "play flows",
    "flows": "list flows",
    "lives": "draw the lives of orders, refunds and agreements",
    "verify": "check a certificate",
    "init": "make a store",
    "backup": "copy the store",
    "restore": "put a copy of the store in its place",
    "check": "look for damage in the store",
    "check-config": "check settings",
    "pin": "make a PIN's hash",
    "bench": "time it",
}
"""What each does. It stands in a file of its own name under `commands/`, which is loaded only when it is asked for."""


def main(argv: list[str] | None = None) -> int:
    """Do what the command line asks for; the exit code."""
    argv = sys.argv[1:] if argv is None else argv
    parser = argparse.ArgumentParser(
        prog="kiosk", description="社保费自助终端: a terminal for social insurance payments"
    )
    subs = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, does in COMMANDS.items():
        sub = subs.add_parser(name, help=does)
        if name in argv[:1]:
            command = import_module(f"commands.{name.replace('-', '_')}")
            sub.description = command.__doc__
            command.arguments(sub)
            sub.set_defaults(do=command.do)
    args = parser.parse_args(argv)
    house = House(
        open_backend, open_store, store_files, playground, application, hall_clock, check_settings, tries_file
    )
    return int(args.do(args, house))


if __name__ == "__main__":
    environment.clean(os.environ)
    sys.exit(until_nobody_reads(main))
