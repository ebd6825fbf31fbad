"""What PostgreSQL does for a bureau, played by `scripts/standby`: failover, and a backup brought to a moment.

`docs/bureau.md` has the same steps for two machines.
"""

import argparse
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from threading import Event
from time import monotonic, sleep

import psycopg

from domain.identity import DocumentKind
from domain.people.insurance import Period
from domain.people.person import Person
from kit.bureau.cluster import OWNER, NoServer, programs, run, unprivileged
from kit.simulators.loopback import free_port
from storage.bureau.opening import make_bureau, open_bureau
from storage.errors import StoreUnavailable
from storage.store import Store
from tests.contract.bench import NOON, PENSION, Due, new_desk
from tests.contract.stored import StoredBench

DURABLE = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "wal_level": "replica",
    "archive_mode": "on",
    "hot_standby": "on",
    "synchronous_commit": "remote_apply",
    "wal_keep_size": "256MB",
    "wal_retrieve_retry_interval": "500ms",
}
NAME = "bureau"
PERSON = Person(0, DocumentKind.RESIDENT_ID, "", "")


@dataclass
class Node:
    """One of the two machines."""

    name: str
    folder: Path
    archive: Path
    port: int = field(default_factory=free_port)

    @property
    def data(self) -> Path:
        return self.folder / self.name

    @property
    def there(self) -> dict[str, str]:
        return {"host": "127.0.0.1", "port": str(self.port), "user": OWNER}

    @property
    def line(self) -> str:
        """How others reach it, by libpq's own words."""
        return " ".join(f"{name}={value}" for name, value in self.there.items())

    def set(self) -> None:
        """Its settings, in its file: pg_rewind starts it as well, and knows of no others."""
        there = f"{self.archive}/%f"
        copy = f"cp %p {there}.part && sync {there}.part && mv {there}.part {there}"
        keep = f"cmp -s %p {there} || {{ test ! -f {there} && {copy}; }}"
        said = {**DURABLE, "archive_command": keep}
        with (self.data / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in said.items())

    def start(self) -> None:
        log = self.folder / f"{self.name}.log"
        try:
            run("pg_ctl", "-D", self.data, "-l", log, "-o", f"-p {self.port}", "-w", "-s", "start")
        except NoServer:
            raise NoServer(log.read_text()[-2000:]) from None

    def stop(self, how: str = "fast") -> None:
        if (self.data / "postmaster.pid").exists():
            run("pg_ctl", "-D", self.data, "-m", how, "-w", "-s", "stop")

    def kill(self) -> None:
        """All of it at once, as by a power cut: the first process, and those that it has started."""
        first = int((self.data / "postmaster.pid").read_text().split()[0])
        started = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        for process in (first, *map(int, started)):
            os.kill(process, signal.SIGKILL)
        (self.data / "postmaster.pid").unlink()

    def asked(self, statement: str, name: str = "postgres") -> object:
        with psycopg.connect(**self.there, dbname=name, autocommit=True) as server:  # type: ignore[arg-type]
            answer = server.execute(statement.encode())
            found = answer.fetchone() if answer.description else None
            return found and found[0]

    def follows(self, other: "Node") -> None:
        """Be a copy of the other from now on, under one's own name."""
        line = f"{other.line} application_name={self.name}"
        run("pg_basebackup", "-D", self.data, "-d", line, "-R", "-X", "stream", "-c", "fast", "--no-sync")

    def rejoins(self, other: "Node") -> str:
        """Give up what nobody was told of, and follow the other; by what that was done."""
        other.asked("CHECKPOINT")  # Until there is one it would have pg_rewind believe that nothing has parted.
        try:
            run("pg_rewind", "-D", self.data, f"--source-server={other.line} dbname=postgres", "-R", "--no-sync")
        except NoServer as why:
            shutil.rmtree(self.data)
            self.follows(other)
            return f"pg_basebackup, for pg_rewind could not ({why})"
        with (self.data / "postgresql.auto.conf").open("a") as settings:
            settings.write(f"primary_conninfo = '{other.line} application_name={self.name}'\n")
        return "pg_rewind"


@dataclass
class Terminals:
    """They post, each one payment after another, and ask again for what they were not told of."""

    store: Store
    person: int
    nodes: list[Node]
    payments: Iterator[int] = field(default_factory=lambda: count(1))
    told: dict[str, str] = field(default_factory=dict)
    """Vouchers that were acknowledged, by their orders."""
    silence: float = 0.0
    """The longest time in which nobody was told of anything, in seconds, since it was last set to 0."""
    last: float = field(default_factory=monotonic)
    over: Event = field(default_factory=Event)

    def post(self, number: str | None = None) -> str:
        n = next(self.payments)
        number, due = number or f"GZT{n:018d}", Due(*PENSION, Period(2000 + n // 12, n % 12 + 1))
        bill = due.bill(replace(PERSON, id=self.person))
        while True:
            try:
                self.told[number] = self.store.tax.post(number, (bill,), NOON, "wechat")
                break
            except StoreUnavailable:
                if self.over.wait(0.05):
                    raise
        now = monotonic()
        self.silence, self.last = max(self.silence, now - self.last), now
        return number

    @contextmanager
    def working(self, many: int) -> Iterator[None]:
        """All the while."""

        def work() -> None:
            while not self.over.is_set():
                self.post()

        with ThreadPoolExecutor(many) as pool:
            jobs = [pool.submit(work) for _ in range(many)]
            try:
                yield
            except BaseException:
                for node in self.nodes:  # Whoever waits for a standby waits for ever.
                    node.stop("immediate")
                raise
            finally:
                self.over.set()
        for job in jobs:
            job.result()

    def until(self, more: int) -> None:
        """Wait until so many more were acknowledged."""
        wanted = len(self.told) + more
        _wait(lambda: len(self.told) >= wanted)

    def missing(self, node: Node) -> list[str]:
        """What was acknowledged, and is not there or is another."""
        with psycopg.connect(**node.there, dbname=NAME) as server:  # type: ignore[arg-type]
            there: dict[str, str] = dict(server.execute("SELECT order_number, voucher FROM postings").fetchall())
        return [number for number, voucher in self.told.items() if there.get(number) != voucher]


def main(said: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="scripts/standby", description=__doc__)
    parser.add_argument("--terminals", type=int, default=8, help="that post at the same time (8)")
    parser.add_argument("--payments", type=int, default=500, help="before each failover, and after it (500)")
    given = parser.parse_args(said)
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/var/tmp"))
    archive = folder / "archive"
    archive.mkdir()
    if who := unprivileged():
        for made in (folder, archive):
            os.chown(made, who.pw_uid, who.pw_gid)
    nodes = [Node(name, folder, archive) for name in ("north", "south", "restored")]
    try:
        return _played(nodes, given.terminals, given.payments)
    finally:
        for node in nodes:
            node.stop()
        shutil.rmtree(folder)


def _played(nodes: list[Node], terminals: int, payments: int) -> int:
    north, south, restored = nodes
    say(f"PostgreSQL of {programs()}")
    run("initdb", "-D", north.data, "-U", OWNER, "--auth=trust", "--data-checksums", "--encoding=UTF8", "--locale=C")
    north.set()
    north.start()
    north.asked(f"CREATE DATABASE {NAME} TEMPLATE template0")
    url = f"postgresql+psycopg://{OWNER}@/{NAME}?" + "&".join(f"host=127.0.0.1:{one.port}" for one in (north, south))
    key = north.folder / "bureau.key"
    make_bureau(url, key, token=os.urandom)
    south.follows(north)
    south.start()
    waits_for(north, south)
    store = open_bureau(url, key, token=os.urandom, connections=terminals)
    desk = new_desk(StoredBench(store))
    working = Terminals(store, desk.knows().id, nodes)
    lost = 0
    with working.working(terminals):
        for primary, standby in ((north, south), (south, north)):
            lost += _failover(working, primary, standby, payments)
    lost += len(working.missing(north))
    say(f"at the end {len(working.told)} postings are acknowledged, and {lost} of them are missing")
    wrong = _back_to_a_moment(working, north, restored)
    store.close()
    return int(bool(lost or wrong))


def _failover(working: Terminals, primary: Node, standby: Node, payments: int) -> int:
    """The primary is killed under load; the standby is promoted; the killed one comes back as its standby."""
    working.until(payments)
    working.silence = 0.0
    before = len(working.told)
    primary.kill()
    say(f"{primary.name} was killed after {before} acknowledged postings")
    run("pg_ctl", "-D", standby.data, "-w", "-s", "promote")
    known = dict(working.told)
    missing = [number for number in working.missing(standby) if number in known]
    working.until(payments)
    say(f"{standby.name} is promoted: {len(missing)} missing; nobody was told of anything for {working.silence:.1f} s")
    how = primary.rejoins(standby)
    primary.start()
    waits_for(standby, primary)
    say(f"{primary.name} is its standby, by {how}")
    working.until(payments)
    return len(missing)


def waits_for(primary: Node, standby: Node) -> None:
    """From now on a commit is one only when the standby has applied it."""
    primary.asked(f"ALTER SYSTEM SET synchronous_standby_names = '{standby.name}'")
    primary.asked("SELECT pg_reload_conf()")
    _wait(
        lambda: (
            primary.asked(
                "SELECT sync_state FROM pg_stat_replication WHERE application_name = current_setting("
                "'synchronous_standby_names')"
            )
            == "sync"
        )
    )


def _back_to_a_moment(working: Terminals, primary: Node, restored: Node) -> bool:
    """A backup, and what was archived since, up to a moment between two postings; whether that went wrong."""
    run("pg_basebackup", "-D", restored.data, "-d", primary.line, "-c", "fast", "--no-sync")
    first = working.post("GZTBEFORE")
    moment = primary.asked("SELECT clock_timestamp()::text")
    second = working.post("GZTAFTER")
    segment = primary.asked("SELECT pg_walfile_name(pg_switch_wal())")
    _wait((restored.archive / str(segment)).exists)
    (restored.data / "recovery.signal").touch()
    with (restored.data / "postgresql.auto.conf").open("a") as settings:
        settings.write(f"restore_command = 'cp {restored.archive}/%f %p'\nrecovery_target_time = '{moment}'\n")
        settings.write("recovery_target_action = 'promote'\nsynchronous_standby_names = ''\n")
    restored.start()
    _wait(lambda: restored.asked("SELECT pg_is_in_recovery()") is False)
    there = [
        restored.asked(f"SELECT count(*) FROM postings WHERE order_number = '{number}'", NAME)
        for number in (first, second)
    ]
    say(f"brought back to {moment}: the posting before it is there {there[0]} times, that after it {there[1]} times")
    return there != [1, 0]


def _wait(until: Callable[[], bool], seconds: float = 60.0) -> None:
    end = monotonic() + seconds
    while not until():
        assert monotonic() < end, "it did not come"
        sleep(0.02)


def say(what: str) -> None:
    print(what, flush=True)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    sys.exit(main())
