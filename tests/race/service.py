"""The bureau's service as a process of its own, on clusters of one's own."""

import os
import socket
import subprocess
import sys
from contextlib import ExitStack, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

import main
from kit.bureau.cluster import OWNER, run, unprivileged
from kit.simulators.loopback import free_port
from tests.storage.bureau.standby import NAME, Node

ROOT = Path(__file__).parents[2]


@dataclass
class Service:
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

    def make(self) -> None:
        """Its tables, keys and authority, and the first of its staff."""
        with redirect_stdout(sys.stderr):
            words = ["bureau", "init", "--config", str(self.file), "--staff", "1001", "--name", "王芳"]
            assert main.main(words) == 0

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


def two_nodes(folder: Path, opened: ExitStack, **settings: str) -> tuple[Node, Node]:
    """A cluster that runs, with an empty database in it, and one that may follow it; both end with `opened`."""
    archive = folder / "archive"
    archive.mkdir()
    if who := unprivileged():
        for place in (folder, archive):
            os.chown(place, who.pw_uid, who.pw_gid)
    first, second = (Node(name, folder, archive) for name in ("first", "second"))
    run("initdb", "-D", first.data, "-U", OWNER, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
    first.set()
    with (first.data / "postgresql.conf").open("a") as file:
        file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())
    for node in (first, second):
        opened.callback(node.stop, "immediate")
    first.start()
    first.asked(f"CREATE DATABASE {NAME}")
    return first, second
