"""The bureau's service and what its staff do at the console. 1: it could not be done; 2: check has found something."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from commands.house import House
from commands.places import ASSETS

if TYPE_CHECKING:
    from bureau.settings import BureauConfig
    from storage.store import Store

KINDS = ("people", "enrolments", "arrears", "payments")


def arguments(parser: ArgumentParser) -> None:
    subs = parser.add_subparsers(required=True, metavar="WHAT")

    def sub(name: str, about: str, does: "Callable[[BureauConfig, Namespace, House], int]") -> ArgumentParser:
        made = subs.add_parser(name, help=about)
        made.add_argument("--config", type=Path, required=True, metavar="FILE")
        made.set_defaults(does=does)
        return made

    sub("serve", "answer terminals, and show the desk's pages", _serve)
    init = sub("init", "make tables, keys, the certificate authority, and the first member of staff", _init)
    init.add_argument("--staff", required=True, metavar="NUMBER")
    init.add_argument("--name", required=True, metavar="NAME")
    enrol = sub("enrol", "a one-time code that enrols a terminal", _enrol)
    enrol.add_argument("--terminal", required=True, metavar="NUMBER")
    enrol.add_argument("--hall", required=True, metavar="NAME")
    terminals = sub("terminals", "list terminals, or revoke one", _terminals)
    terminals.add_argument("--revoke", metavar="NUMBER")
    pins = sub("pin", "a hash that ./kiosk pin printed becomes the PIN of a member of a hall's staff", _pin)
    pins.add_argument("--staff", required=True, metavar="NUMBER")
    pins.add_argument("--hash", metavar="HASH", help="without it they are admitted at no terminal any more")
    imports = sub("import", "bring people, enrolments, arrears or payments in: all of a file or nothing", _import)
    imports.add_argument("kind", choices=KINDS)
    imports.add_argument("file", type=Path, metavar="FILE.csv")
    exports = sub("export", "write the day's postings for the core system", _export)
    exports.add_argument("--date", type=date.fromisoformat, required=True, metavar="D")
    exports.add_argument("--out", type=Path, required=True, metavar="FILE.csv")
    sub("check", "read the logs from end to end", _check)
    sub("resume", "after a backup was brought back: go on above every number that may have been given", _resume)
    sub("upgrade", "bring the tables to this program's", _upgrade)


def do(args: Namespace, house: House) -> int:
    from adapters.settings import Against
    from bureau.authority import AuthorityError
    from bureau.settings import read
    from domain.ports import ForStaff

    try:
        config = read(args.config, Against(frozenset(), house.runtime.now()))
        return int(args.does(config, args, house))
    except (ForStaff, AuthorityError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1


def _opened(config: "BureauConfig", house: House, stack: ExitStack, connections: int = 5) -> "Store":
    from storage.bureau.opening import open_bureau

    store = open_bureau(config.database, config.key_file, connections=connections, token=house.runtime.token)
    stack.callback(store.close)
    return store


def _serve(config: "BureauConfig", args: Namespace, house: House) -> int:
    from adapters import logs
    from bureau.running import run

    logs.start()
    logs.follow(config.logs, "bureau", config.logs.folder)
    with ExitStack() as stack:
        run(config, _opened(config, house, stack, config.connections), house.runtime, ASSETS)
    return 0


def _init(config: "BureauConfig", args: Namespace, house: House) -> int:
    from bureau import authority
    from bureau.desk.first import add_member
    from domain.desk.member import Role
    from storage.bureau.opening import make_bureau

    config.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    make_bureau(config.database, config.key_file, token=house.runtime.token)
    places = authority.Places(config.authority)
    authority.make(places, tuple(config.names), house.runtime.now(), lambda: authority.serial(house.runtime.token))
    with ExitStack() as stack:
        store = _opened(config, house, stack)
        try:
            passphrase = add_member(store, house.runtime, args.staff, args.name, {Role.LOOK, Role.STAFF})
        except ValueError as problem:
            print(f"kiosk: {problem}", file=sys.stderr)
            return 1
    print(f"the bureau is there; its sealing key is {config.key_file}: keep a copy apart from the backups")
    print(f"terminals believe {places.ca}: give it to every hall")
    print(f"{args.staff} signs in once, within a week, by: {passphrase}")
    return 0


def _enrol(config: "BureauConfig", args: Namespace, house: House) -> int:
    from storage.bureau.terminals import StoredTerminals

    with ExitStack() as stack:
        store = _opened(config, house, stack)
        terminals = StoredTerminals(store.sessions, store.sealer, house.runtime.token)
        print(terminals.code(args.terminal, args.hall, house.runtime.now()))
    return 0


def _terminals(config: "BureauConfig", args: Namespace, house: House) -> int:
    from storage.bureau.terminals import StoredTerminals

    with ExitStack() as stack:
        store = _opened(config, house, stack)
        terminals = StoredTerminals(store.sessions, store.sealer, house.runtime.token)
        if args.revoke:
            if not terminals.revoke(args.revoke, house.runtime.now()):
                print(f"kiosk: there is no terminal {args.revoke}", file=sys.stderr)
                return 1
            print(f"{args.revoke} is revoked: nothing that it asks is answered any more")
            return 0
        for one in terminals.all():
            state = "revoked" if one.revoked_at else "enrolled" if one.certificate else "has a code"
            heard = f"{one.heard_at:%Y-%m-%d %H:%M:%S} UTC" if one.heard_at else "never heard of"
            print(f"{one.number:<10} {state:<10} {heard:<24} {one.hall}")
    return 0


def _pin(config: "BureauConfig", args: Namespace, house: House) -> int:
    from adapters.pins import problem_of_hash
    from storage.bureau.duties import Duties

    if args.hash and (problem := problem_of_hash(args.hash)):
        print(f"kiosk: the hash {problem}", file=sys.stderr)
        return 1
    with ExitStack() as stack:
        duties = Duties(_opened(config, house, stack).sessions)
        if args.hash:
            duties.set_pin(args.staff, args.hash)
        else:
            duties.remove(args.staff)
    return 0


def _import(config: "BureauConfig", args: Namespace, house: House) -> int:
    from adapters.assets.rules import Rules
    from bureau.importing.importer import import_file
    from bureau.importing.progress import bar
    from bureau.importing.reading import Unreadable

    with ExitStack() as stack:
        store = _opened(config, house, stack)
        try:
            made = import_file(
                store, args.kind, args.file, Rules.of(ASSETS).offices, house.runtime.now(), bar(sys.stderr)
            )
        except (Unreadable, OSError) as error:
            print(f"kiosk: {args.file}: {error}", file=sys.stderr)
            return 1
    for fault in made.faults:
        print(fault, file=sys.stderr)
    print(made)
    return 1 if made.faulty else 0


def _export(config: "BureauConfig", args: Namespace, house: House) -> int:
    from bureau.importing.exporting import export_day

    with ExitStack() as stack:
        store = _opened(config, house, stack)
        try:
            print(export_day(store, args.date, args.out))
        except OSError as error:
            print(f"kiosk: {args.out}: {error.strerror}", file=sys.stderr)
            return 1
    return 0


def _check(config: "BureauConfig", args: Namespace, house: House) -> int:
    from bureau.checking import problems

    with ExitStack() as stack:
        found = tuple(problems(_opened(config, house, stack)))
    for problem in found:
        print(problem)
    print("the logs are whole" if not found else f"{len(found)} found", file=sys.stderr)
    return 2 if found else 0


def _upgrade(config: "BureauConfig", args: Namespace, house: House) -> int:
    from storage.bureau.opening import upgrade_bureau

    before, now = upgrade_bureau(config.database)
    print(f"the tables are of version {now}; they were of {before}")
    return 0


def _resume(config: "BureauConfig", args: Namespace, house: House) -> int:
    from storage.bureau.resuming import go_on

    with ExitStack() as stack:
        for name, value in sorted(go_on(_opened(config, house, stack), house.runtime.now()).items()):
            print(f"{name:<28} goes on above {value}")
    return 0
