"""Make a printer's queue in CUPS as the terminal wants it, and say what to write into the settings.

Without --device: the printers that CUPS can see. 1 if CUPS cannot do it; it asks for root, or a member of lpadmin.
"""

import os
import sys
from argparse import ArgumentParser, Namespace

from commands.house import House


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", default="a4", help="the queue's name (a4)")
    parser.add_argument("--device", metavar="URI", help="the printer, as it is listed without this")
    parser.add_argument("--model", default="everywhere", help="for a printer that does not say itself what it can")


def do(args: Namespace, house: House) -> int:
    from adapters.machine.queues import QueueFailed, devices, make

    try:
        if args.device is None:
            for uri in devices(os.environ):
                print(uri)
            return 0
        uri = make(args.name, args.device, os.environ, args.model)
    except QueueFailed as failed:
        print(f"kiosk: {failed}", file=sys.stderr)
        return 1
    print(f'[[printers]]\nkind = "cups"\nuri = "{uri}"')
    return 0
