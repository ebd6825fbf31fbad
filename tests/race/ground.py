"""A bureau and its terminals, from an empty folder to the comparison of all books at the end."""

import argparse
import os
import random
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

import psycopg

from adapters.bureau.enrolment import enrol
from adapters.runtime import Machine
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill
from kit.people.store import fill
from storage.bureau.claims import ABOUT_TO_BE_STORED
from storage.bureau.opening import open_bureau
from storage.bureau.terminals import StoredTerminals
from tests.faults.bank import Bank, Manner
from tests.payment.hall import BOOK, PEOPLE, ZHOU
from tests.race.service import Service, two_nodes
from tests.race.terminal import Terminal
from tests.race.truth import wrong
from tests.storage.bureau.standby import NAME, Node, waits_for

AT_ONCE = 12
"""So many races are run at the same time."""
ONE_IN = 40
"""With `--cut`, one in so many questions is lost on its way, and as many answers."""


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
        self.nodes = [*two_nodes(self.folder, self.opened)]
        self.bureau = self._bureau()
        self.store = open_bureau(self.bureau.database, self.folder / "bureau" / "bureau.key", token=os.urandom)
        self.opened.callback(self.store.close)
        fill(self.store, PEOPLE, BOOK, self.machine.now().date())
        known = [(one, self.store.tax.find_person(one.kind, one.number, one.name)) for one in PEOPLE if one != ZHOU]
        self.people = [(one, person.id) for one, person in known if person][: self.args.people]
        self.bureau.start()
        self.opened.callback(self.bureau.kill)
        self.terminals = self._terminals()

    def _bureau(self) -> Service:
        first, second = self.nodes
        bureau = Service(self.folder, self.nodes[: 2 if self.args.kill else 1])
        bureau.make()
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


def _writes(node: Node) -> bool:
    try:
        return node.asked("SELECT pg_is_in_recovery()") is False
    except psycopg.OperationalError:
        return False
