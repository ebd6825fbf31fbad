"""What all simulated networks have in common: a merchants' side that is asked and answers, over loopback or in process,
with a switch that makes it misbehave; and a payer's side, which a phone scans and pays at.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from domain.runtime import Clock
from kit.simulators.faults import HELD, Fault, NetworkFaults
from kit.simulators.payer import Ending, Scanned, Source, Taken

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from httpx2 import BaseTransport

    from kit.simulators.loopback import Loopback

HELD_FOR = 30.0
"""Seconds that a SLOW answer is held back at most."""
HERE = "http://simulator.invalid"
"""Where a simulator is in process: a name that nobody can have."""
MERCHANT = "社保费缴纳（演示）"
"""What the demonstration's merchant is called in every network."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came: `target` is path and query, untouched; names of `headers` are lower-case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> str:
        return urlsplit(self.target).query


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as it goes out. `cut`: only half of the body really goes.

    `held` is what keeps it under way for longer than anybody waits, NONE if nothing does.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    cut: bool = False
    held: Fault = Fault.NONE

    @property
    def sent(self) -> bytes:
        return self.body[: len(self.body) // 2] if self.cut else self.body


Overhear = Callable[[str, Asked, Callable[[Asked], Told | None]], Told | None]
"""Gets a network's name, what it is asked, and what answers; gives that answer on. On any thread."""


class Desk(Protocol):
    """The merchants' side, which is the network's protocol."""

    def answer(self, asked: Asked, fault: Fault) -> Told:
        """Serve a request and tell of it, well signed; with the one thing wrong that `fault` asks for, if it can be."""
        ...


class Ledger(Protocol):
    """The payer's side. Safe from any thread."""

    def scan(self, code: str) -> Scanned | None:
        """What a phone shows for a code; None for a code of nobody's."""
        ...

    def pay(self, code: str, source: Source) -> Ending:
        """The payer has typed the password: all of it is paid, or nothing."""
        ...

    def alive(self, code: str) -> bool:
        """Whether a code can be paid, without scanning it."""
        ...

    def taken(self) -> tuple[Taken, ...]:
        """Everything that was paid."""
        ...


class Simulator:
    """A network on this machine. With `port` 0 any free port is taken. Safe from any thread.

    `PATH` is what stands behind the host in the network's base URL.
    """

    PATH = ""

    def __init__(self, desk: Desk, ledger: Ledger, clock: Clock, faults: NetworkFaults, port: int) -> None:
        self.faults = faults
        self.overhear: Callable[[Asked, Callable[[Asked], Told | None]], Told | None] | None = None
        self._clock = clock
        self._desk, self._ledger = desk, ledger
        self._wanted_port = port
        self._loopback: Loopback | None = None

    @property
    def base_url(self) -> str:
        """Where it listens. Raises RuntimeError before `start` and after `stop`."""
        if self._loopback is None:
            raise RuntimeError("the simulator is not started")
        return f"http://127.0.0.1:{self._loopback.port}{self.PATH}"

    def way(self, *, in_process: bool) -> "tuple[str, BaseTransport | None]":
        """Its base URL, and the transport that goes there: None for the net's, for which it has to be started."""
        if not in_process:
            return self.base_url, None
        from kit.simulators.in_process import InProcess

        return HERE + self.PATH, InProcess(self.answer)

    def start(self) -> None:
        """Listen. Raises PortInUse."""
        from kit.simulators.loopback import Loopback

        if self._loopback is None:
            self._loopback = Loopback(self._serve, self._wanted_port)

    def stop(self) -> None:
        """Stop listening; orders, codes and money stay, and `start` opens again on the same port."""
        if self._loopback is not None:
            self._wanted_port = self._loopback.port
            self._loopback.stop()
            self._loopback = None

    def answer(self, asked: Asked) -> Told | None:
        """The answer; None means: hang up without one."""
        return self.overhear(asked, self._answer) if self.overhear and not self._greets(asked) else self._answer(asked)

    def _greets(self, asked: Asked) -> bool:
        """Whether somebody only wants to know that it is there, as terminals do all day long."""
        return asked.method == "GET" and asked.target.rstrip("/") == self.PATH.rstrip("/")

    def _answer(self, asked: Asked) -> Told | None:
        fault = self.faults.take(counts=not self._greets(asked))
        if fault is Fault.DOWN:
            return None
        told = self._desk.answer(asked, fault)
        if fault is Fault.LOSE_ANSWER:
            return None
        if fault is Fault.BARE:
            return replace(told, headers={})
        if fault is Fault.BOMB:
            told = replace(told, body=bomb(), headers={**told.headers, "Content-Encoding": "gzip"})
        headers = {**told.headers, "Date": date(self._clock())}
        held = fault if fault in HELD else Fault.NONE
        return replace(told, headers=headers, cut=fault is Fault.TRUNCATED, held=held)

    def scan(self, code: str) -> Scanned | None:
        """What a phone shows for a code; None for a code of nobody's."""
        return self._ledger.scan(code)

    def pay(self, code: str, source: Source) -> Ending:
        """Pay what was scanned, all of it or nothing."""
        return self._ledger.pay(code, source)

    def cancel(self, code: str) -> bool:
        """Leave the phone's payment page: nothing changes there. Tells whether the code can still be paid."""
        return self._ledger.alive(code)

    def taken(self) -> tuple[Taken, ...]:
        """Everything that was paid."""
        return self._ledger.taken()

    def _serve(self, http: "BaseHTTPRequestHandler") -> None:
        from kit.simulators.loopback import ask, drip, tell

        told = self.answer(ask(http))
        if told is None:
            return
        if told.held in {Fault.DRIPPING_HEADERS, Fault.DRIPPING_BODY}:
            drip(
                http, told, whole=told.held is Fault.DRIPPING_HEADERS, rest=lambda: self.faults.hold(self.faults.drip_s)
            )
            return
        if told.held is Fault.SLOW:
            self.faults.hold(HELD_FOR)
        tell(http, told)


def date(at: datetime) -> str:
    """A moment as the header `Date` has it."""
    return format_datetime(at.astimezone(UTC), usegmt=True)


@cache
def bomb() -> bytes:
    """64 megabytes of nothing, packed."""
    from gzip import compress

    return compress(bytes(1 << 26))
