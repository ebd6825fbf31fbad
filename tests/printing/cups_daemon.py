"""A print server and a printer of one's own: cupsd on loopback, and an IPP printer that does what it is told.

Both are the real programs (cups-daemon, cups-client, cups-core-drivers, cups-ipp-utils, dbus-daemon). All they keep is
under one folder, all they start ends with them.
"""

import grp
import os
import re
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from getpass import getuser
from pathlib import Path
from threading import Event
from time import monotonic

from adapters.printing.ipp import Attribute, Operation, Tag
from adapters.printing.ipp_http import IppClient
from kit.simulators.loopback import free_port

PATH = "/usr/bin:/bin:/usr/sbin:/sbin"
PATIENCE = 15.0
CANCELED = 7
ALL = Attribute(Tag.KEYWORD, "requested-attributes", ("all",))

FILES = """
ServerRoot {folder}/root
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
ErrorLog {folder}/log/error
AccessLog {folder}/log/access
PageLog {folder}/log/page
SystemGroup {group}
"""
SERVER = """
Listen 127.0.0.1:{port}
Listen {folder}/socket
LogLevel debug
Browsing no
DefaultShared no
WebInterface no
MultipleOperationTimeout 2
<Location />
  Order allow,deny
</Location>
"""
BEHAVIOUR = """#!/bin/sh
env > {folder}/settings.new
mv {folder}/settings.new {folder}/settings
# Prints until it is told GOOD or BAD; every other line is a word to the printer itself.
while read -r line; do
    case "$line" in
        GOOD) exit 0 ;;
        BAD) exit 1 ;;
        *) echo "$line" >&2 ;;
    esac
done < {folder}/orders
"""


def until(met: Callable[[], bool], what: str) -> None:
    """Wait for a condition that nobody announces."""
    ends, pause = monotonic() + PATIENCE, Event()
    while not met():
        assert monotonic() < ends, f"not within {PATIENCE} s: {what}"
        pause.wait(0.02)


def left_over(word: str) -> dict[int, str]:
    """The programs whose command line says this word: their ids and command lines."""
    found = {}
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            found[int(process.parent.name)] = process.read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return {number: line for number, line in found.items() if word in line}


def answers(port: int) -> bool:
    with socket.socket() as trial:
        return trial.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def running(words: list[str], log: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program in a process group of its own, that is gone at the end with all its children."""
    environment = {"PATH": PATH, "HOME": str(log.parent), **environment}
    with (
        log.open("ab") as out,
        subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=environment, start_new_session=True
        ) as process,
    ):
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def bus(folder: Path) -> Iterator[str]:
    """A D-Bus of one's own, which the printer wants to announce itself; its address."""
    address = f"unix:path={folder}/bus"
    with running(["dbus-daemon", "--session", "--nofork", f"--address={address}"], folder / "bus.log"):
        until((folder / "bus").exists, "there is a bus")
        yield address


@dataclass
class Device:
    """An IPP printer. Its jobs print until it is told that they came out well."""

    folder: Path
    bus: str
    port: int = field(default_factory=free_port)

    def __post_init__(self) -> None:
        for part in ("received", "log"):
            (self.folder / part).mkdir(parents=True)
        os.mkfifo(self.folder / "orders")
        self.command = self.folder / "command"
        self.command.write_text(BEHAVIOUR.format(folder=self.folder))
        self.command.chmod(0o755)
        self._ipp = IppClient(PATIENCE, secure=False)
        self._life = ExitStack()

    @property
    def uri(self) -> str:
        return f"ipp://127.0.0.1:{self.port}/ipp/print"

    @property
    def settings(self) -> dict[str, str]:
        """What came with the first document."""
        until((self.folder / "settings").exists, "the document's settings are there as a whole")
        return dict(line.split("=", 1) for line in (self.folder / "settings").read_text().splitlines())

    @property
    def received(self) -> list[Path]:
        """Documents that came, whole or in part."""
        return sorted((self.folder / "received").glob("*.pdf"))

    def tell(self, *lines: str) -> None:
        """To the job that prints, or the next one."""
        os.write(self.orders, "".join(f"{line}\n" for line in lines).encode())

    def turn_on(self) -> None:
        # Opened for both, it neither waits for the printer nor does the printer find its end.
        self.orders = os.open(self.folder / "orders", os.O_RDWR)
        self._life.callback(os.close, self.orders)
        words = [
            "ippeveprinter",
            *("-p", str(self.port), "-n", "localhost", "-r", "off", "--no-web-forms"),
            *("-f", "application/pdf", "-k", "-d", str(self.folder / "received"), "-c", str(self.command)),
            "Printer",
        ]
        log = self.folder / "log" / "out"
        self.process = self._life.enter_context(running(words, log, DBUS_SYSTEM_BUS_ADDRESS=self.bus))
        until(lambda: answers(self.port), "the printer is on")

    def turn_off(self) -> None:
        """As by its plug."""
        self._life.close()

    def cancel(self) -> None:
        """As at its panel. It stops once its job has heard of it."""
        self._ipp.ask(self.uri, Operation.CANCEL_JOB, Attribute(Tag.INTEGER, "job-id", (1,)))
        self.tell("GOOD")

    @property
    def canceled(self) -> int:
        """How many of its jobs were called off."""
        wanted = Attribute(Tag.KEYWORD, "which-jobs", ("completed",))
        answer = self._ipp.ask(self.uri, Operation.GET_JOBS, wanted, ALL)
        return [job.number("job-state") for job in answer.all(Tag.JOB)].count(CANCELED)

    def hang(self) -> None:
        os.killpg(self.process.pid, signal.SIGSTOP)

    def recover(self) -> None:
        os.killpg(self.process.pid, signal.SIGCONT)


@dataclass
class PrintServer:
    """cupsd with the rules it has when nobody sets any: whoever made a job may end it."""

    folder: Path
    port: int = field(default_factory=free_port)

    def __post_init__(self) -> None:
        for part in ("root", "tmp", "log", "spool", "cache", "state"):
            (self.folder / part).mkdir(parents=True)
        self._ipp = IppClient(PATIENCE, secure=False)
        self._life = ExitStack()
        group = grp.getgrgid(os.getgid()).gr_name
        self.files, self.server = self.folder / "root" / "cups-files.conf", self.folder / "root" / "cupsd.conf"
        self.files.write_text(FILES.format(folder=self.folder, group=group))
        self.server.write_text(SERVER.format(folder=self.folder, port=self.port))

    def turn_on(self) -> None:
        words = ["cupsd", "-f", "-c", str(self.server), "-s", str(self.files)]
        process = self._life.enter_context(running(words, self.folder / "log" / "out"))
        self._life.callback(process.wait, PATIENCE)
        self._life.callback(process.terminate)
        until(lambda: answers(self.port), "CUPS answers")

    def turn_off(self) -> None:
        """In peace: it writes down what it knows."""
        self._life.close()

    def say(self, *words: str) -> str:
        """One of CUPS's own commands; what it printed."""
        environment = {"PATH": PATH, "HOME": str(self.folder), "USER": getuser()}
        environment["CUPS_SERVER"] = str(self.folder / "socket")
        done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=True)
        return done.stdout

    def add(self, queue: str, device: Device) -> str:
        """A queue as a hall makes it; its URI."""
        options = ("-o", "printer-error-policy=abort-job")
        self.say("lpadmin", "-p", queue, "-E", "-v", device.uri, "-m", "everywhere", *options)
        until(lambda: "IPP Everywhere" in self.say("lpoptions", "-p", queue), "the queue knows the printer")
        return f"ipp://127.0.0.1:{self.port}/printers/{queue}"

    @property
    def reasons(self) -> tuple[str, ...]:
        """What CUPS says of the only queue."""
        answer = self._ipp.ask(f"ipp://127.0.0.1:{self.port}/printers/a4", Operation.GET_PRINTER_ATTRIBUTES)
        return answer.one(Tag.PRINTER).words("printer-state-reasons")

    @property
    def spooled(self) -> list[str]:
        """What is kept of jobs."""
        return sorted(path.name for path in (self.folder / "spool").iterdir() if re.match(r"[cd]\d", path.name))
