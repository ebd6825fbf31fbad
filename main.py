"""The composition root and the command line: chooses real or embedded parts, wires them, nothing else."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from secrets import randbelow, token_bytes, token_hex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from adapters.settings import Settings
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
    from storage import Store
    from ui.playground import Playground
    from viewmodels.backend import Backend, Demo
    from viewmodels.worker import Worker

HALL_TIME = timezone(timedelta(hours=8), "Asia/Shanghai")
ASSETS = Path(__file__).parent / "assets"
DEMO_MORNING = datetime(2026, 11, 24, 10, 24, tzinfo=HALL_TIME)
"""When playing begins: a day on which every flow can be walked, whatever the day really is."""
PLAYED, PLAYED_PAGE_S = 3, 0.2
"""When playing, chance has it that captchas show four fives, and a page is printed at once."""
LINKS = {name: f"https://kiosk.example/{name}" for name in ("official_account", "tax_app", "unionpay")}
"""The demonstration's codes on entrances. They lead nowhere: nobody can own a name under `.example`."""
SIZES = {"1080x1920": (1080, 1920), "1920x1080": (1920, 1080)}


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


def hall_clock() -> datetime:
    """Now, in the hall's time."""
    return datetime.now(HALL_TIME)


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

    from adapters.captchas import DrawnCaptchas
    from adapters.documents.typesetter import TypstTypesetter
    from adapters.janitor import Janitor
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
    from viewmodels.backend import Backend
    from viewmodels.parts import Parts

    policy = load({file.name: file.read_text("utf-8") for file in sorted((ASSETS / "policy").glob("*.toml"))})
    check_closing(policy.hours.channels)
    banks = banks_from_toml((ASSETS / "banks" / "banks.toml").read_text("utf-8"))
    refund_policy = refund_rules((ASSETS / "refunds.toml").read_text("utf-8"))
    offices = offices_from_toml((ASSETS / "regions.toml").read_text("utf-8"))
    with ExitStack() as opened:
        store = _store(settings)
        opened.callback(store.close)
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
            _staff(settings, clock),
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
    return Backend(parts, settings.hall, demo, clear_away, typesetter.warm_up, close)


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


def _staff(settings: "Settings", clock: "Clock") -> "StaffKeys":
    """Who is admitted behind the staff's door; in the demonstration one whom the dock names."""
    from adapters.staff import StaffRoll, pin_hash
    from domain.staff import DEMO_NUMBER, DEMO_PIN

    if settings.profile == "demo":
        return StaffRoll({DEMO_NUMBER: pin_hash(DEMO_PIN, token_bytes(16))}, clock)
    return StaffRoll({one.number: one.pin_hash for one in settings.staff}, clock)


def _data(settings: "Settings") -> Path:
    """The folder of the store, and of what else the terminal keeps."""
    from platformdirs import user_data_path

    return settings.store.parent if settings.store else user_data_path("shebao-kiosk")


def _store(settings: "Settings", *, new: bool = True) -> "Store":
    """The store; with `new` it is made where there is none. Raises StoreError."""
    from storage import open_store
    from storage.errors import StoreError

    path = settings.store or _data(settings) / f"{settings.profile}.sqlite"
    key = settings.key_file or path.with_suffix(".key")
    if not (new or path.exists()):
        raise StoreError(f"there is no store {path}")
    return open_store(path, key, make_key=settings.profile == "demo" or not path.exists())


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
    from PySide6.QtGui import QGuiApplication

    from ui import keyboard
    from ui.fonts import NO_CHINESE, missing_cjk

    keyboard.prepare(os.environ)
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    assert isinstance(app, QGuiApplication)
    if missing_cjk():
        raise SystemExit(f"kiosk: {NO_CHINESE}")
    return app


def run(args: argparse.Namespace) -> int:
    """Open the terminal until its window is closed. 1 if it was out of service."""
    from adapters import logs
    from ui.display import DisplayError, display
    from ui.terminal import QmlFault, Terminal

    size = SIZES[args.size]
    logs.start()
    try:
        with display(os.environ, size) as sentence:
            if sentence:
                print(f"kiosk: {sentence}", flush=True)
            app = application()
            demo = args.profile == "demo"
            terminal = Terminal(
                # Settings are read on a worker: the first picture does not wait for them.
                lambda worker: _open(args, worker),
                size,
                hall_clock,
                demo=demo,
                dock=demo and not args.fullscreen,
                fullscreen=args.fullscreen,
            )
            terminal.window.watch(lambda place: terminal.fail(QmlFault(place)))
            sys.excepthook = lambda kind, error, trace: terminal.fail(error)
            _quit_on_signals(app)
            app.exec()
            terminal.close()
            return int(terminal.failed)
    except DisplayError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1


def _open(args: argparse.Namespace, worker: "Worker") -> "Backend":
    from adapters.settings import read

    return open_backend(read(args.config, profile=args.profile), worker)


def _quit_on_signals(app: "QGuiApplication") -> None:
    """Ctrl-C and a service manager's SIGTERM close the window as a visitor's staff would."""
    import signal

    from PySide6.QtCore import QTimer

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: app.quit())
    # Python runs signal handlers only between its own instructions, so it is given some.
    beat = QTimer(app, interval=200)
    beat.timeout.connect(lambda: None)
    beat.start()


def flows(args: argparse.Namespace) -> int:
    """Every flow with its id, channel, section and screens; as JSON, a table, or a drawing for Graphviz."""
    import json

    from domain.flows import catalogue, drawing

    if args.dot:
        print(drawing.dot(catalogue.TABLES))
        return 0
    rows = [
        {"id": path.id, "channel": path.channel, "section": path.section, "screens": list(path.screens)}
        for path in catalogue.PATHS
    ]
    if args.json:
        print(json.dumps({"flows": rows}, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            print(f"{row['id']:36} {row['section']:10} {' → '.join(row['screens'])}")
    return 0


def walkthrough(args: argparse.Namespace) -> int:
    """Play flows through the real window; 1 if one does not end well."""
    from ui.display import unseen
    from ui.walkthrough import play

    unseen(os.environ)
    application()
    return play(args.flow, args.out, SIZES[args.size], playground)


def verify(args: argparse.Namespace) -> int:
    """Whether a certificate was issued here, by its number and check code; 1 if it was not, 2 if nobody can tell."""
    from adapters.settings import read
    from domain.certificates.payments import lines_of
    from domain.certificates.verifying import is_true, verified
    from domain.money import yuan
    from domain.ports import ForStaff

    try:
        with ExitStack() as opened:
            store = _store(read(args.config, profile=args.profile), new=False)
            opened.callback(store.close)
            certificate = verified(store.certificates, args.number, args.code)
            paid = lines_of(store.tax.payments(certificate.person), HALL_TIME) if certificate else ()
    except ForStaff as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 2
    if certificate is None:
        print("not genuine: no certificate was issued here under this number with this code")
        return 1
    content = certificate.content
    day = certificate.issued_at.astimezone(HALL_TIME).date()
    print(
        f"genuine: {certificate.kind.label} {certificate.number}, issued on {day}, printed {certificate.prints} times"
    )
    print(f"         {content.number}, {len(content.lines)} payments, {yuan(content.fen)} yuan in all")
    if not is_true(certificate, paid):
        print("         but some of it has been refunded since, or is about to be")
    return 0


def bench(args: argparse.Namespace) -> int:
    """The benchmarks, as text or JSON."""
    from tests.benchmarks import report
    from ui.display import unseen

    unseen(os.environ)
    return report(args.json)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk", description="社保费自助终端: a terminal for social insurance payments"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command, does in (
        (run, "open the terminal"),
        (walkthrough, "play flows"),
        (flows, "list flows"),
        (verify, "check a certificate"),
        (bench, "time it"),
    ):
        sub = commands.add_parser(command.__name__, help=does, description=command.__doc__)
        sub.set_defaults(do=command)
        if command in (run, walkthrough):
            sub.add_argument("--size", choices=SIZES, default="1080x1920")
        if command in (flows, bench):
            sub.add_argument("--json", action="store_true")
        if command is flows:
            sub.add_argument("--dot", action="store_true", help="a drawing of the tables, for Graphviz")
        if command is verify:
            sub.add_argument("number", metavar="NUMBER")
            sub.add_argument(
                "code", metavar="CODE", help="the eight characters of 验证码, without a space or in quotes"
            )
        if command is run:
            sub.add_argument("--fullscreen", action="store_true")
        if command in (run, verify):
            sub.add_argument("--profile", choices=("demo", "hall"), default="demo")
            sub.add_argument("--config", type=Path, metavar="FILE")
        if command is walkthrough:
            sub.add_argument("flow", nargs="*", metavar="FLOW")
            sub.add_argument("--all", action="store_true", help="every flow (the same as naming none)")
            sub.add_argument("--out", type=Path, required=True, metavar="DIR")
    return parser


def main(argv: list[str] | None = None) -> int:
    args = _parser().parse_args(argv)
    return int(args.do(args))


if __name__ == "__main__":
    sys.exit(main())
