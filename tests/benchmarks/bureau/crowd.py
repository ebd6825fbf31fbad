"""Many terminals at once, from one process, and what they cost the bureau."""

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import monotonic, process_time

from adapters.bureau.courier import LOOK_S
from adapters.bureau.enrolment import trusting
from tests.benchmarks.bureau.asks import Asked, introduces, looks, pays, word
from tests.benchmarks.bureau.ground import Enrolled, Ground

COME_S = 60.0
"""In so long all terminals have come."""
TICKS = 100
"""of a processor's second, as /proc counts it"""


@dataclass(frozen=True, slots=True)
class Paid:
    """Payments a second, and what of a core they took."""

    per_second: float
    service_cores: float
    database_cores: float
    terminals_cores: float


@dataclass(frozen=True, slots=True)
class Idle:
    """Calls a second, and what of a core they took."""

    calls_per_second: float
    service_cores: float
    database_cores: float


class Crowd:
    """These terminals stand at the bureau, each with its certificate and a connection of its own."""

    def __init__(self, ground: Ground, terminals: list[Enrolled]) -> None:
        self._ground, self._terminals = ground, terminals
        self._known: set[str] = set()
        self._next = 1000

    def pays(self, seconds: float) -> Paid:
        """Each pays bill after bill."""
        done = 0

        async def one(terminal: Enrolled, first: int, until: float) -> None:
            nonlocal done
            n = first
            async with Connected(self._ground, terminal) as line:
                await line.ask(introduces(self._ground.machine, terminal))
                while monotonic() < until:
                    for asked in pays(self._ground.machine, terminal, n):
                        await line.ask(asked)
                    n += 1
                    done += 1
            self._next = max(self._next, n)

        async def all_() -> None:
            until, first = monotonic() + seconds, self._next
            await asyncio.gather(*(one(terminal, first, until) for terminal in self._terminals))

        took = _Took(self._ground)
        asyncio.run(all_())
        return Paid(round(done / took.seconds, 1), *took.cores())

    def idles(self, seconds: float) -> Idle:
        """Each looks and says its word as the courier does, after a minute in which all have come; nobody is served."""
        calls = 0

        async def one(terminal: Enrolled, after: float) -> None:
            nonlocal calls
            machine = self._ground.machine
            await asyncio.sleep(after)
            async with Connected(self._ground, terminal) as line:
                for look in count():
                    await line.ask(looks(machine))
                    if not look % 2:
                        await line.ask(word(machine))
                    calls += 1 if look % 2 else 2
                    await asyncio.sleep(LOOK_S)

        async def all_() -> Idle:
            nonlocal calls
            share = COME_S / len(self._terminals)
            many = [asyncio.create_task(one(it, n * share)) for n, it in enumerate(self._terminals)]
            await asyncio.sleep(COME_S + LOOK_S)
            calls, took = 0, _Took(self._ground)
            await asyncio.sleep(seconds)
            service, database, _ = took.cores()
            idle = Idle(round(calls / took.seconds, 1), service, database)
            for task in many:
                if task.done():
                    task.result()
                task.cancel()
            with suppress(asyncio.CancelledError):
                await asyncio.gather(*many)
            return idle

        return asyncio.run(all_())


class Connected:
    """A terminal's connection; HTTP of the smallest kind: what is measured is the other end."""

    def __init__(self, ground: Ground, terminal: Enrolled) -> None:
        self._port = ground.service.port
        self._tls: ssl.SSLContext = trusting(ground.ca, terminal.file)

    async def __aenter__(self) -> "Connected":
        self._reads, self._writes = await asyncio.open_connection(
            "127.0.0.1", self._port, ssl=self._tls, ssl_handshake_timeout=60.0
        )
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._writes.close()

    async def ask(self, asked: Asked) -> None:
        path, headers, body = asked
        lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(body)}"]
        head = "\r\n".join([*lines, *(f"{name}: {value}" for name, value in headers.items())])
        self._writes.write(f"{head}\r\n\r\n".encode() + body)
        status, *said = (await self._reads.readuntil(b"\r\n\r\n")).decode().lower().split("\r\n")
        length = next(int(line.partition(":")[2]) for line in said if line.startswith("content-length:"))
        answer = await self._reads.readexactly(length)
        if " 200" not in status:
            raise RuntimeError(f"{path} was answered {status}: {answer.decode()}")


class _Took:
    """What of the processor is used from now on."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._began, self._own = monotonic(), process_time()
        self._services, self._database = self._used()

    @property
    def seconds(self) -> float:
        return monotonic() - self._began

    def cores(self) -> tuple[float, float, float]:
        """Of a core: the services, PostgreSQL with its standby, this process."""
        seconds = self.seconds
        services, database = self._used()
        used = services - self._services, database - self._database, process_time() - self._own
        a, b, c = (round(one / seconds, 2) for one in used)
        return a, b, c

    def _used(self) -> tuple[float, float]:
        services = sum(map(_seconds, _running("bureau serve")))
        return services, sum(map(_seconds, _running("postgres")))


def _running(words: str) -> Iterator[Path]:
    """Processes that were called so."""
    for place in Path("/proc").glob("[0-9]*"):
        try:
            called = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if words in called:
            yield place


def _seconds(process: Path) -> float:
    try:
        said = (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(said[11]) + int(said[12])) / TICKS
