"""Terminals race for the same bills at one bureau: `scripts/race`. Exit code 1 if their books do not agree."""

import argparse
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import psycopg

import main
from adapters.bureau.enrolment import enrol
from adapters.runtime import Machine
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill
from kit.bureau.cluster import OWNER, run, unprivileged
from kit.people.store import fill
from kit.simulators.loopback import free_port
from storage.bureau.claims import ABOUT_TO_BE_STORED
from storage.bureau.opening import open_bureau
from storage.bureau.terminals import StoredTerminals
from tests.faults.bank import Bank, Manner
from tests.payment.hall import BOOK, PEOPLE, ZHOU
from tests.race.terminal import Terminal
from tests.race.truth import wrong
from tests.storage.bureau.standby import NAME, Node, waits_for

ROOT = Path(__file__).parents[2]
AT_ONCE = 12
"""So many races are run at the same time."""
KILLED_EVERY_S = 60.0
ONE_IN = 40
"""With `--cut`, one in so many questions is lost on its way, and as many answers."""


@dataclass
class Bureau:
    """The service as a process on one of two clusters; `node` is the one that is written to."""

    folder: Path
    nodes: list[Node]
    process: subprocess.Popen[bytes] | None = None
    port: int = field(default_factory=free_port)

    def __post_init__(self) -> None:
        self.file = self.folder / "bureau.toml"
        hosts = ",".join("127.0.0.1" for _ in self.nodes)
        ports = ",".join(str(node.port) for node in self.nodes)
        self.database = f"postgresql+psycopg://{OWNER}@/{NAME}?host={hosts}&port={ports}"
        self.file.write_text(
            f'name = "race"\ndatabase = "{self.database}"\nfolder = "{self.folder}/bureau"\n'
            f'address = "127.0.0.1:{self.port}"\nnames = ["127.0.0.1"]\nconnections = 24\n',
            "utf-8",
        )

    def start(self) -> None:
        log = (self.folder / "service.log").open("ab")
        words = [sys.executable, str(ROOT / "main.py"), "bureau", "serve", "--config", str(self.file)]
        self.process = subprocess.Popen(words, stdout=log, stderr=log, cwd="/")
        self.answers()

    def answers(self) -> None:
        """Wait until it does."""
        end = monotonic() + 60
        while monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                sleep(0.05)
                continue
            return
        raise TimeoutError((self.folder / "service.log").read_text()[-2000:])

    def kill(self) -> None:
        assert self.process
        self.process.kill()
        self.process.wait()


@dataclass
class Ground:
    """All that races are run on, from an empty folder to the comparison at the end."""

    args: argparse.Namespace
    folder: Path
    opened: ExitStack
    ends: Counter[str] = field(default_factory=Counter)
    kills: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.machine = Machine()
        self.chance = random.Random(self.args.seed)
        self.network = Bank(self.chance, self.machine.now, Manner.AT_ONCE, tells=True)
        archive = self.folder / "archive"
        archive.mkdir()
        if who := unprivileged():
            for place in (self.folder, archive):
                os.chown(place, who.pw_uid, who.pw_gid)
        self.nodes = [Node("first", self.folder, archive), Node("second", self.folder, archive)]
        self.bureau = self._bureau()
        self.store = open_bureau(self.bureau.database, self.folder / "bureau" / "bureau.key", token=os.urandom)
        self.opened.callback(self.store.close)
        fill(self.store, PEOPLE, BOOK, self.machine.now().date())
        known = [(one, self.store.tax.find_person(one.kind, one.number, one.name)) for one in PEOPLE if one != ZHOU]
        self.people = [(one, person.id) for one, person in known if person][: self.args.people]
        self.bureau.start()
        self.opened.callback(self.bureau.kill)
        self.terminals = self._terminals()

    def _bureau(self) -> Bureau:
        first, second = self.nodes
        run("initdb", "-D", first.data, "-U", OWNER, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
        first.set()
        first.start()
        for node in self.nodes:
            self.opened.callback(node.stop, "immediate")
        first.asked(f"CREATE DATABASE {NAME}")
        bureau = Bureau(self.folder, self.nodes[: 2 if self.args.kill else 1])
        with redirect_stdout(sys.stderr):
            assert main.main(["bureau", "init", "--config", str(bureau.file), "--staff", "1001", "--name", "王芳"]) == 0
        if self.args.kill:
            second.follows(first)
            second.start()
            waits_for(first, second)
        return bureau

    def _terminals(self) -> list[Terminal]:
        ca, url = self.folder / "bureau" / "authority" / "ca.pem", f"https://127.0.0.1:{self.bureau.port}"
        kept = StoredTerminals(self.store.sessions, self.store.sealer, os.urandom)
        folder, made = self.folder / "terminals", []
        folder.mkdir()
        for n in range(1, self.args.terminals + 1):
            number = f"T{n:04}"
            code = kept.code(number, "南明区办税服务厅", self.machine.now())
            file = folder / f"{number}.pem"
            file.write_bytes(enrol(url, ca, number, code, self.machine).file)
            one = Terminal(number, url, ca, file, folder, self.network, ONE_IN if self.args.cut else 0)
            self.opened.callback(one.close)
            made.append(one)
        return made

    def race(self, n: int, contenders: ThreadPoolExecutor) -> None:
        """Several terminals want to sell one bill, that nobody has sold, at once."""
        round_, which = divmod(n, len(self.people))
        who, person = self.people[which]
        period = Period(2030 + round_ // 12 % 5000, round_ % 12 + 1)
        bill = Bill(person, Scheme.FLEXIBLE, Insurance.PENSION, period, "520102P", "60", Fen(439470), Fen(87894))

        def come(one: Terminal) -> None:
            with one.busy:
                self.ends[one.races(who, bill)] += 1
                if not n % 3:
                    one.minds()

        wait([contenders.submit(come, one) for one in self.chance.sample(self.terminals, self.args.contenders)])

    def run(self) -> float:
        """All races; how many seconds they took."""
        began, many = monotonic(), self.args.contenders
        with ThreadPoolExecutor(AT_ONCE * many) as contenders, ThreadPoolExecutor(AT_ONCE) as races:
            for done, _ in enumerate(races.map(lambda n: self.race(n, contenders), range(self.args.races)), 1):
                if not done % 1000:
                    print(f"{done} races, {done / (monotonic() - began):.0f} a second", file=sys.stderr)
        return monotonic() - began

    def settle(self) -> None:
        """The line holds, and each terminal does what is left to be done."""
        for one in self.terminals:
            one.cut.one_in = 0
            for _ in range(20):
                one.minds()
                if not one.unsettled():
                    break
        sleep(ABOUT_TO_BE_STORED.total_seconds())  # What was claimed for nothing is let go no sooner.
        for one in self.terminals:
            one.cashier.let_go()

    def wrong(self) -> list[str]:
        writes = next(node for node in self.nodes if _writes(node))
        with psycopg.connect(**writes.there, dbname=NAME) as database:  # type: ignore[arg-type]
            return list(wrong(database, self.terminals, self.network))


def play(args: argparse.Namespace, folder: Path) -> dict[str, object]:
    with ExitStack() as opened:
        ground, over = Ground(args, folder, opened), Event()
        troubling = Thread(target=_trouble, args=(ground.bureau, over, ground.kills, args.failover_s))
        if args.kill:
            troubling.start()
        try:
            seconds = ground.run()
        finally:
            over.set()
            if args.kill:
                troubling.join()
        ground.bureau.answers()
        ground.settle()
        found = ground.wrong()
        return {
            "races": args.races,
            "terminals": args.terminals,
            "contenders": args.contenders,
            "seconds": round(seconds, 1),
            "races_per_second": round(args.races / seconds, 1),
            "ends": dict(ground.ends),
            "paid": sum(one.taken > 0 for one in ground.network.accounts.values()),
            "cuts": sum(one.cut.cuts for one in ground.terminals),
            **ground.kills,
            "wrong": found[:20],
            "wrong_in_all": len(found),
        }


def _trouble(bureau: Bureau, over: Event, kills: Counter[str], failover_s: float) -> None:
    """The service is killed each minute and comes back; once the database goes over to its standby."""
    began, failed_over = monotonic(), False
    while not over.wait(KILLED_EVERY_S):
        bureau.kill()
        kills["service_killed"] += 1
        if not failed_over and monotonic() - began > failover_s:
            first, second = bureau.nodes
            first.kill()
            run("pg_ctl", "-D", second.data, "-w", "-s", "promote")
            second.asked("ALTER SYSTEM SET synchronous_standby_names = ''")
            second.asked("SELECT pg_reload_conf()")
            kills["failed_over"] += 1
            failed_over = True
        bureau.start()


def _writes(node: Node) -> bool:
    try:
        return node.asked("SELECT pg_is_in_recovery()") is False
    except psycopg.OperationalError:
        return False


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/race", description=__doc__)
    parser.add_argument("--terminals", type=int, default=300)
    parser.add_argument("--races", type=int, default=1000)
    parser.add_argument("--contenders", type=int, default=3, help="terminals that want one bill at once")
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--cut", action="store_true", help="the line is cut at every step, by chance")
    parser.add_argument(
        "--kill", action="store_true", help="the service is killed each minute, the database fails over"
    )
    parser.add_argument("--failover-s", type=float, default=90.0, help="when it does, at the earliest")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def run_it() -> int:
    args = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = Path(tempfile.mkdtemp(prefix="race"))
    try:
        report = play(args, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if args.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        for name, value in report.items():
            print(f"{name:<18} {value}")
    return 1 if report["wrong_in_all"] else 0


if __name__ == "__main__":
    sys.exit(run_it())
