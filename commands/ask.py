"""Ask a network about one order of a hall's terminal, also beside it. Staff say who they are; it is in the log.

0: the network has answered; 1: nobody was asked; 2: nobody can tell what it says. Money that is there is taken.
"""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from commands.house import House, takes_settings
from commands.pin import STOPPED
from commands.places import tries_file

if TYPE_CHECKING:
    from adapters.settings import Settings
    from commands.till import Till
    from domain.runtime import Runtime
    from domain.terminal.duty import Duty

ANSWERED, NOT_ASKED, UNKNOWN = 0, 1, 2


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help="the order's")
    parser.add_argument("--staff", required=True, metavar="NUMBER", help="who asks; the PIN is asked for")
    takes_settings(parser, profile="hall")


def do(args: Namespace, house: House) -> int:
    from adapters import logs
    from adapters.settings import read
    from commands.till import till
    from domain.ports import ForStaff

    logs.start()
    try:
        settings = read(args.config, profile=args.profile)
        with till(settings, house.runtime) as at:
            duty = _admitted(settings, at, args.staff, house.runtime)
            return NOT_ASKED if duty is None else _ask(at, duty, args.number, house.runtime)
    except ForStaff as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return UNKNOWN
    except (KeyboardInterrupt, EOFError):
        print(file=sys.stderr)
        return STOPPED


def _admitted(settings: "Settings", at: "Till", number: str, runtime: "Runtime") -> "Duty | None":
    from getpass import getpass

    from adapters.staff import StaffRoll
    from commands.days import days
    from domain.terminal.duty import Duty, StaffDoor

    hashes = {one.number: one.pin_hash for one in settings.staff}
    roll = StaffRoll(hashes, tries_file(settings), runtime.uptime)
    store = at.store
    closing = days(settings, store, at.core, at.networks, runtime.now)
    at_work = (store.core, at.cashier.repayer, runtime.now, at.cashier, store.orders, store.ledger, closing)
    door = StaffDoor(roll, *at_work, closing.suspensions)
    if not door.anybody:
        print("kiosk: there is no staff in the settings", file=sys.stderr)
        return None
    admitted = door.admits(number, getpass("PIN: "))
    if isinstance(admitted, Duty):
        return admitted
    print(f"kiosk: not admitted: {admitted.verdict.name.lower()}", file=sys.stderr)
    return None


def _ask(at: "Till", duty: "Duty", number: str, runtime: "Runtime") -> int:
    from domain.payment.network import Unclear
    from domain.reconciliation.inquiry import Inquiry, NotHere, said

    inquiry = Inquiry(at.store.orders, at.networks, at.store.cases, at.cashier.claimed, runtime.now)
    try:
        told = inquiry.ask(duty, number)
    except NotHere:
        print(f"kiosk: there is no order {number} at this terminal, or its network is not in use here", file=sys.stderr)
        return NOT_ASKED
    print(f"{told.order.network} says: {said(told.answer)}")
    moved = "as before" if told.order.state is told.before.state else f"was {told.before.state}"
    print(f"the order is {told.order.state}, {moved}")
    return UNKNOWN if isinstance(told.answer, Unclear) else ANSWERED
