"""Say how the terminal's devices are, as its staff's page does: 0 if money can be taken, 1 if not.

Beside a running terminal it says what that has found; without one it looks for itself. The demonstration's networks
live in its terminal: without that no money is taken there. What staff have taken out of service is said, and is no
fault: what can be done is what the devices say.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.house import House, takes_settings
from domain.words import Text

if TYPE_CHECKING:
    from adapters.health.assembled import Devices
    from adapters.health.told import Told, ToldDevice
    from adapters.settings import Settings
    from domain.health.checkup import Checkup
    from domain.payment.network import PaymentNetwork
    from domain.payment.order import Network
    from domain.printing.printer import Condition, Printer
    from domain.runtime import Runtime
    from domain.terminal.core import Core

A_MOMENT_S = 2.0
"""So long readers are given to answer for the first time."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")
    takes_settings(parser)


def do(args: Namespace, house: House) -> int:
    from adapters.settings import read
    from domain.ports import ForStaff

    try:
        said = _said(read(args.config, profile=args.profile), house.runtime)
    except ForStaff as error:  # With such settings no terminal runs.
        if args.json:
            print(json.dumps({"can": {"money": "no"}, "why": str(error)}, ensure_ascii=False))
        else:
            print(f"kiosk: {error}", file=sys.stderr)
        return 1
    if args.json:
        print(said.model_dump_json(indent=1))
    else:
        _print(said)
    return 0 if said.takes_money else 1


def _said(settings: "Settings", runtime: "Runtime") -> "Told":
    """By the terminal that runs, or else by a look at everything."""
    from adapters.health.told import NAME, heard, told
    from adapters.settings.folders import data_folder

    running = heard(data_folder(settings) / NAME, runtime.now())
    return running or told(_looked(settings, runtime), settings.terminal)


def _looked(settings: "Settings", runtime: "Runtime") -> "Checkup":
    from adapters.health.assembled import checks
    from adapters.health.last_tests import last_tests
    from adapters.health.watch import HealthWatch
    from adapters.suspensions import suspensions

    with ExitStack() as opened:
        devices = _devices(settings, runtime, opened)
        devices.readers.start()
        opened.callback(devices.readers.stop)
        if devices.readers.devices:
            runtime.sleep().rest(A_MOMENT_S)
        around = (suspensions(settings, runtime.now).standing, last_tests(settings, runtime.now))
        return HealthWatch(tuple(checks(settings, devices)), runtime.now, runtime, *around).look()


def _devices(settings: "Settings", runtime: "Runtime", opened: ExitStack) -> "Devices":
    """A hall's, without what shows them. Whatever is wrong with the store is found by looking at it."""
    from adapters.bureau.joined import joined
    from adapters.health.assembled import Devices
    from adapters.payments.contracted import contracted
    from adapters.printing.installed import installed
    from adapters.readers.installed import installed as readers
    from commands.places import store_files
    from domain.ports import ForStaff
    from storage import join_store

    core: Core | None = None
    networks: Mapping[Network, PaymentNetwork] = {}
    if settings.profile == "hall":
        shared = joined(settings, runtime, opened)
        core, networks = shared.core, shared.networks or contracted(settings, runtime)
    printers = installed(settings, runtime)
    rest = (core, networks, printers, Asked(printers), readers(settings, runtime), runtime.now)
    try:
        files = store_files(settings)
        store = opened.enter_context(join_store(files, terminal=settings.terminal, token=runtime.token))
    except ForStaff as error:
        return Devices(*rest, _raises(error), lambda: None)
    return Devices(*rest, store.probe, store.damage)


def _raises(error: Exception) -> "Callable[[], None]":
    def probe() -> None:
        raise error

    return probe


@dataclass(frozen=True, slots=True)
class Asked:
    """Implements `PrinterNews` where nobody watches: each is asked when somebody wants to know."""

    printers: "Mapping[str, Printer]"

    def conditions(self) -> "Mapping[str, Condition]":
        return {key: printer.condition() for key, printer in self.printers.items()}

    def look_at(self, key: str) -> "Condition":
        return self.printers[key].condition()

    def look_again(self) -> None:
        """They are asked anyway."""


def _print(said: "Told") -> None:
    """What can be done first, then each device; below one that is not well what to do."""
    print(f"{said.terminal}  {said.at:%Y-%m-%d %H:%M:%S}  release {said.release}")
    print(*(f"{service.label} {GRADES[can]}" for service, can in said.can.items()), sep="  ")
    for closed in said.suspended:
        print(f"{SUSPENDED}  {closed.what:<18} {closed.name} {closed.told}")
    for one in said.devices:
        _print_device(one)


def _print_device(one: "ToldDevice") -> None:
    from domain.health.device import State

    verdict = VERDICTS[one.passes]
    print(f"{verdict}  {one.key:<18} {one.state:<8} {one.name} {one.word} {one.detail}".rstrip())
    if one.state is not State.OK:
        print(f"      {SINCE.of(since=f'{one.since:%Y-%m-%d %H:%M}')}", end="")
        print(*(f"  {ENDS.of(service=service.label)}" for service in one.ends), sep="")
    if one.tested:
        print(f"      {one.tested.end.label}  {one.tested.at:%Y-%m-%d %H:%M}")
    for number, step in enumerate(one.steps, 1):
        print(f"      {number}  {step}")


GRADES = {"yes": Text("可以"), "doubt": Text("可以，要留意"), "no": Text("不可以")}
SUSPENDED = Text("人工停用")
VERDICTS = {True: Text("通过"), False: Text("没有通过")}
SINCE, ENDS = Text("{since} 起"), Text("{service}已停办")
