"""Starts the real command again and again, each time in a store of its own, and counts how often it comes up.

`python -m tests.tools.starts N [--at-once M] [--busy K] [--profile demo|hall] [--config FILE]` is what
`scripts/start-many` runs. A start has come up when the terminal says READY=1 to its service manager; then it is told
to end (SIGTERM).
"""

import os
import select
import signal
import socket
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

ROOT = Path(__file__).parents[2]
UP_S = 90.0
"""How long a start may take: two cores that others are busy on."""
END_S = 30.0
OUT = "STATUS=out of service"
"""How the terminal begins to say why it does not serve. It may heal, but a start that needs that has not come up."""
SOONER = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
"""Unless the environment says otherwise."""


@dataclass(frozen=True, slots=True)
class Start:
    """How a start went: `up_s` seconds until it was up, None if it never was; its exit code; what it said."""

    up_s: float | None
    code: int
    said: str

    @property
    def well(self) -> bool:
        """It came up, and ended as it was told to."""
        return self.up_s is not None and self.code == 0


def start(
    arguments: Sequence[str] = ("--profile", "demo"),
    environ: dict[str, str] | None = None,
    command: Sequence[str] = (sys.executable, str(ROOT / "main.py")),
) -> Start:
    """Run the terminal until it says that it is up, or that it is not, or its time is over."""
    with TemporaryDirectory(prefix="start-") as folder, ExitStack() as opened:
        place = Path(folder)
        line = opened.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM))
        line.bind(str(place / "notify"))
        console = opened.enter_context((place / "console").open("w+"))
        own = {"NOTIFY_SOCKET": str(place / "notify"), "KIOSK_STORE": str(place / "store" / "demo.sqlite")}
        own["PYTHONFAULTHANDLER"] = "1"  # should it crash
        began = monotonic()
        process = opened.enter_context(
            subprocess.Popen(
                [*command, "run", *arguments],
                env=SOONER | dict(os.environ if environ is None else environ) | own,
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
            )
        )
        told = list(_told(process, line, began + UP_S))
        up_s = monotonic() - began if "READY=1" in told else None
        code = _end(process)
        console.seek(0)
        states = [state for state in told if not state.startswith("WATCHDOG")]
        return Start(up_s, code, "\n".join([console.read().strip(), *states]).strip())


def _told(process: "subprocess.Popen[bytes]", line: socket.socket, until: float) -> Iterator[str]:
    """What the terminal tells its service manager, until it is up, out of service, gone or late."""
    gone = os.pidfd_open(process.pid)
    waited: list[socket.socket | int] = [line, gone]
    try:
        while (rest := until - monotonic()) > 0:
            ready, _, _ = select.select(waited, [], [], rest)
            if line not in ready:
                return
            states = line.recv(4096).decode().splitlines()
            yield from states
            if any(state == "READY=1" or state.startswith(OUT) for state in states):
                return
    finally:
        os.close(gone)


def _end(process: "subprocess.Popen[bytes]") -> int:
    process.send_signal(signal.SIGTERM)
    try:
        return process.wait(END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def many(count: int, at_once: int, arguments: Sequence[str] = ("--profile", "demo")) -> Iterator[Start]:
    """So many starts, some of them beside each other, as they end."""
    with ThreadPoolExecutor(at_once) as pool:
        yield from pool.map(lambda _: start(arguments), range(count))


@contextmanager
def busy(processes: int) -> Iterator[None]:
    """Programs that want a core each all the time."""
    with ExitStack() as opened:
        for _ in range(processes):
            process = opened.enter_context(subprocess.Popen([sys.executable, "-c", "while True: pass"]))
            opened.callback(process.kill)
        yield


def main(arguments: Sequence[str]) -> int:
    parser = ArgumentParser(prog="start-many", description="Start the terminal N times; 1 if one did not come up.")
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("--at-once", type=int, default=1, metavar="M", help="how many beside each other")
    parser.add_argument("--busy", type=int, default=0, metavar="K", help="how many busy programs beside them")
    parser.add_argument("--profile", choices=("demo", "hall"), default="demo")
    parser.add_argument("--config", metavar="FILE")
    given = parser.parse_args(arguments)
    asked = ["--profile", given.profile, *(["--config", given.config] if given.config else [])]
    took: list[float] = []
    well = 0
    with busy(given.busy):
        for number, one in enumerate(many(given.count, given.at_once, asked), start=1):
            well += one.well
            if one.up_s is not None:
                took.append(one.up_s)
            if not one.well:
                print(f"start {number}: {'came up' if one.up_s else 'did not come up'}, exit code {one.code}")
                print("".join(f"    {line}\n" for line in one.said.splitlines()[-20:]), end="", flush=True)
    times = f"median {median(took):.1f} s, longest {max(took):.1f} s" if took else "none was up"
    print(f"{well} of {given.count} came up and ended well: {times}")
    return int(well < given.count)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
