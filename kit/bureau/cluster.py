"""A PostgreSQL of one's own on a socket in a temporary folder, as a user other than root: for playing and for tests."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import URL

OWNER = "bureau"
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""Where nobody looks at what a power cut leaves."""


class NoServer(Exception):
    """PostgreSQL is not there, or did not do what it was asked."""


@cache
def programs() -> Path:
    """The folder of PostgreSQL's own programs, the newest; Debian has them where no PATH leads."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    there = shutil.which("initdb")
    if there is None:
        raise NoServer("no PostgreSQL here: ./kiosk test installs Debian's package postgresql")
    return Path(there).resolve().parent


@cache
def unprivileged() -> pwd.struct_passwd | None:
    """Who runs it where we are root, which PostgreSQL refuses to be."""
    if os.geteuid():
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def run(program: str, *given: str | Path, **environment: str) -> str:
    """One of PostgreSQL's programs, as a user that it accepts; what it said."""
    who = unprivileged()
    done = subprocess.run(
        [programs() / program, *given],
        user=who.pw_uid if who else None,
        group=who.pw_gid if who else None,
        extra_groups=[] if who else None,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C", **environment},
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NoServer(f"{program}: {done.stdout}")
    return done.stdout


@dataclass
class Cluster:
    """A cluster in a folder, whose path is short: the socket's name has to fit into 107 bytes."""

    folder: Path
    settings: dict[str, str] = field(default_factory=lambda: dict(FAST))
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    over: list[str] = field(default_factory=list)
    """Databases that nobody wants any more. They are dropped later: a server waits for whoever has only just left."""

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def make(self) -> None:
        run("initdb", "-D", self.data, "-U", OWNER, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")

    def start(self) -> None:
        said = {"unix_socket_directories": str(self.folder), "listen_addresses": "", **self.settings}
        options = " ".join(f"-c {name}='{value}'" for name, value in said.items())
        run("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-o", options, "-w", "-s", "start")

    def stop(self, how: str = "immediate") -> None:
        run("pg_ctl", "-D", self.data, "-m", how, "-w", "-s", "stop")

    def url(self, name: str = "postgres", user: str = OWNER) -> str:
        where = URL.create("postgresql+psycopg", user, database=name, query={"host": str(self.folder)})
        return where.render_as_string(hide_password=False)

    def create(self, template: str = "template0") -> str:
        """A new database; its name."""
        while self.over:
            self.tell(f"DROP DATABASE {self.over.pop()} WITH (FORCE)")
        name = f"test{next(self.numbers)}"
        self.tell(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def tell(self, statement: str) -> None:
        """A statement that stands in no transaction."""
        with psycopg.connect(host=str(self.folder), user=OWNER, dbname="postgres", autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def cluster_of_its_own(place: Path | None = None, **settings: str) -> Iterator[Cluster]:
    """A cluster that runs, until it is done with, in a folder of its own: in memory, unless a place is named."""
    folder = Path(tempfile.mkdtemp(prefix="pg", dir=place or os.environ.get("PYTEST_DEBUG_TEMPROOT")))
    cluster = Cluster(folder, settings or dict(FAST))
    try:
        if who := unprivileged():
            os.chown(folder, who.pw_uid, who.pw_gid)
        cluster.make()
        cluster.start()
        yield cluster
    finally:
        if (cluster.data / "postmaster.pid").exists():
            cluster.stop()
        shutil.rmtree(folder)
