"""The report of a day (日结单) as a PDF, also beside the running terminal; 2 where it cannot be made.

What the staff's desk shows and prints, but for when the terminal was out of service by a fault: only it knows that.
"""

import sys
from argparse import ArgumentParser, Namespace
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from commands.days import days
from commands.house import House, takes_settings
from commands.places import ASSETS, open_store
from domain.runtime import HALL_TIME

if TYPE_CHECKING:
    from adapters.settings import Settings
    from domain.desk.closing import Closing
    from domain.runtime import Runtime

NOT_MADE = 2


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--date", type=date.fromisoformat, required=True, metavar="D", help="2026-11-24")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the PDF is written")
    takes_settings(parser)


def do(args: Namespace, house: House) -> int:
    from adapters.documents.typesetter import TypstTypesetter
    from adapters.settings import read
    from domain.certificates.paper import TypesettingFailed
    from domain.ports import ForStaff, Unreachable

    try:
        settings = read(args.config, profile=args.profile)
        with ExitStack() as opened:
            day = _closing(settings, house.runtime, opened).of(args.date)
            demo = settings.profile == "demo"
            typesetter = TypstTypesetter(ASSETS / "certificates", HALL_TIME, sample=demo)
            opened.callback(typesetter.forget)
            args.out.write_bytes(typesetter.day_end(day, house.runtime.now()))
    except (ForStaff, Unreachable, TypesettingFailed, OSError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return NOT_MADE
    return 0


def _closing(settings: "Settings", runtime: "Runtime", opened: ExitStack) -> "Closing":
    """The demonstration's networks live in its terminal: here they are names."""
    from adapters.payments.networks import CONTRACTS
    from commands.till import till

    if settings.profile == "demo":
        store = opened.enter_context(closing(open_store(settings)))
        return days(settings, store, store.core, CONTRACTS, runtime.now)
    at = opened.enter_context(till(settings, runtime))
    return days(settings, at.store, at.core, at.networks, runtime.now)
