"""The composition root: chooses real or embedded parts and wires them. What it makes is given to `commands/`."""

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.runtime import Machine
from commands import COMMANDS, environment
from commands.application import application
from commands.days import days
from commands.house import SIZES, House
from commands.pipes import until_nobody_reads
from commands.places import ASSETS, open_store, store_files
from domain.runtime import HALL_TIME

if TYPE_CHECKING:
    from adapters.settings import Settings
    from domain.runtime import Clock, Runtime
    from domain.terminal.core import Core, Errand
    from kit.play.playground import Playground
    from ui.terminal import Beside
    from viewmodels.backend import Backend
    from viewmodels.worker import Worker

__all__ = ["ASSETS", "HALL_TIME", "MACHINE", "SIZES", "application", "open_store", "store_files"]

MACHINE = Machine()
DEMO_MORNING = datetime(2026, 11, 24, 10, 24, tzinfo=HALL_TIME)
"""When playing begins: a day on which every flow can be walked, whatever the day really is."""


def open_backend(
    settings: "Settings",
    worker: "Worker",
    poll_ms: int = 2000,
    runtime: "Runtime" = MACHINE,
    page_s: float = 3.0,
    chance: Callable[[int], int] | None = None,
) -> "Backend":
    """Open the store and the world outside. Raises ForStaff, and then leaves nothing open.

    The demonstration can put the `runtime`'s time ahead; its printers take `page_s` seconds for a page.
    `chance(n)`, a number under n, is what captchas are drawn by; without it the runtime's is.
    Long because it is the list of all parts, each made once and after those that it needs.
    """
    from adapters.assets.rules import Rules
    from adapters.auditor import Auditor
    from adapters.bookkeeper import Bookkeeper
    from adapters.captchas import DrawnCaptchas
    from adapters.documents.pdf import Pdf
    from adapters.documents.typesetter import TypstTypesetter
    from adapters.exporting import exporter
    from adapters.health.assembled import Devices, watched
    from adapters.janitor import Janitor
    from adapters.memory import forgetting
    from adapters.notifications import heard
    from adapters.printing.watch import PrinterWatch
    from domain.agreements.signing import Signing
    from domain.certificates.book import Issuer
    from domain.certificates.issuing import Counter
    from domain.flows.catalogue import check_closing, offered
    from domain.forms import desks
    from domain.payment.cashier import Cashier
    from domain.payment.numbers import numbering
    from domain.payment.watch import Watch
    from domain.printing.press import Press
    from domain.printing.slip import SlipPress
    from domain.reconciliation.bill import sources
    from domain.reconciliation.reconciler import Reconciler
    from domain.refunds.desk import RefundDesk
    from domain.refunds.paymaster import Paymaster
    from domain.refunds.ways import Ways
    from domain.repayments.repayer import Repayer
    from domain.terminal.duty import StaffDoor
    from domain.terminal.outages import Outages
    from storage import hold_store
    from viewmodels.backend import Backend
    from viewmodels.parts import Parts, Premises, PrintShop, Till

    demo, rules = settings.profile == "demo", Rules.of(ASSETS)
    check_closing(rules.policy.hours.channels)

    def counter(core: "Core", clock: "Clock") -> Counter:
        """Where certificates are issued in the terminal's name."""
        series = "DEMO" if demo else settings.terminal
        issuer = Issuer(f"自助终端 {settings.terminal}", series, settings.place)
        return Counter(core.certificates, typesetter, core.tax, core.refunds, rules.offices, clock, issuer)

    with ExitStack() as opened:
        held = hold_store(store_files(settings), make=demo, terminal=settings.terminal, token=runtime.token)
        store = opened.enter_context(held)
        typesetter = TypstTypesetter(ASSETS / "certificates", HALL_TIME, sample=demo)
        opened.callback(typesetter.forget)
        if demo:
            from kit.demo import outside as pretended

            outside = pretended(settings, ASSETS, store, rules, counter, runtime, page_s, opened)
        else:
            from adapters.hall import outside as real

            outside = real(settings, ASSETS, runtime, opened)
        core, clock, networks = outside.core, outside.clock, outside.networks
        store.certificates.abandon_prints(clock())
        outside.clear_away()
        opened.callback(outside.clear_away)
        repayer, repays = (Repayer(book, networks, clock) for book in (store.repayments, core.repayments))
        number, pending = numbering(settings.terminal, runtime.below), Watch(outside.uptime, runtime.below)
        cashier = Cashier(store.orders, core.tax, networks, clock, number, pending, repayer, core.claims)
        watch, auditor = PrinterWatch(outside.printers, runtime), Auditor(store, clock, runtime)
        janitor = Janitor(cashier, Paymaster(core.refunds, store.orders, repays) if core.pays_out else None, runtime)
        books = (store.books, store.reports, store.cases, sources(networks))
        reconciler = Reconciler(*books, cashier.claimed, clock, settings.terminal)
        outages = Outages(cashier.clocks.told, outside.readers.amiss, core.amiss, began=clock())
        closing = days(settings, store, core, networks, clock, outages)
        devices, shut = Devices.of(outside, watch, store.probe, auditor.damage), closing.suspensions
        health, reports = watched(settings, devices, shut, runtime)
        running: list[Errand] = [watch, janitor, Bookkeeper(reconciler, runtime), auditor, outside.readers, health]
        for one in (*running, reports, *core.errands(cashier, store.orders, health.checkup)):
            one.start()
            opened.callback(one.stop)
        opened.enter_context(heard(settings.notify_address, networks, janitor.hear, runtime))
        issuing, signing = counter(core, clock), Signing(core.agreements, outside.bank, clock)
        captchas = DrawnCaptchas(chance or runtime.below, lambda: runtime.token(16).hex(), typesetter.expect)
        tax, almanac = core.tax, desks.Almanac(rules.offices, rules.banks, clock)
        refunds = RefundDesk(core.refunds, tax, rules.refunds, Ways((store.orders, core.orders), networks), clock)
        door = StaffDoor(outside.staff, core, repays, clock, cashier, store.orders, store.ledger, closing, shut, health)
        desk = desks.FrontDesk(
            identity=desks.IdentityDesk(tax, outside.codes, typesetter.writes),
            payments=desks.PaymentDesk(tax, store.orders, core.refunds, rules.policy, almanac),
            certificates=desks.CertificateDesk(issuing, captchas, almanac),
            accounts=desks.AccountDesk(core.accounts, almanac),
            agreements=desks.AgreementDesk(signing, core.accounts, outside.codes, tax, issuing.lines, almanac),
            claims=desks.ClaimDesk(refunds, core.accounts, issuing.lines, almanac),
            door=door,
            outages=outages,
        )
        press = Press(core.certificates, typesetter, outside.printers, clock, runtime.uptime)
        slips = SlipPress(typesetter, press, store.slips)
        here = (settings.city, demo, outside.links, offered(networks), outside.logins, outside.bell, settings.high)
        parts = Parts(
            desk=desk,
            till=Till(cashier, poll_ms),
            print_shop=PrintShop(press, slips, watch, Pdf, typesetter, outside.handover),
            premises=Premises(*here, settings.idle.patience, settings.terminal),
            worker=worker,
            readers=outside.readers,
            aloud=outside.aloud,
            stuck=closing.stuck,
            exporting=exporter(settings, health.checkup, clock),
        )
        return Backend(
            parts=parts,
            hall=settings.hall,
            pretended=outside.pretended,
            left=outside.clear_away,
            warm_up=typesetter.warm_up,
            forget=forgetting(outside.forget, typesetter.forget),
            close=opened.pop_all().close,
            damage=auditor.damage,
            probe=store.probe,
            outages=desk.outages,
            health=health,
        )


def playground(
    size: tuple[int, int] | None, folder: Path | None = None, beside: "Beside | None" = None, bureau: bool = False
) -> "AbstractContextManager[Playground]":
    """The demonstration in a store of its own, from `DEMO_MORNING` on; on a `bureau`. See `kit.play.ground`."""
    from adapters.assets.words import catalogues
    from kit.play.ground import playground

    return playground(open_backend, DEMO_MORNING, size, folder, catalogues(ASSETS / "words"), beside, bureau)


def main(argv: list[str] | None = None) -> int:
    """Do what the command line asks for; the exit code."""
    argv = sys.argv[1:] if argv is None else argv
    parser = argparse.ArgumentParser(prog="kiosk", description="社保费自助终端: social insurance payments")
    subs = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, does in COMMANDS.items():
        sub = subs.add_parser(name, help=does)
        if name in argv[:1]:
            command = import_module(f"commands.{name.replace('-', '_')}")
            sub.description = command.__doc__
            command.arguments(sub)
            sub.set_defaults(do=command.do)
    args = parser.parse_args(argv)
    return int(args.do(args, House(open_backend, playground, MACHINE)))


if __name__ == "__main__":
    environment.clean(os.environ)
    sys.exit(until_nobody_reads(main))
