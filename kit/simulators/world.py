"""The demonstration's world: payment network, printer, tax system, banks and clock, each with a lever."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from threading import Lock

from domain.runtime import Clock, Runtime, Sleep, Thread, Uptime
from kit.simulators.bank import BankFault
from kit.simulators.faults import Fault, NetworkFaults, RefundFate
from kit.simulators.printers import PrinterTrouble
from kit.simulators.tax import TaxFault

NIGHT = "night"
BY_NIGHT = time(23, 5)
"""What the clock says at night: 云闪付 reconciles its accounts then."""


class DemoWorld:
    """Implements `kit.simulators.payer.World`. Levers: `network`, `refund` (of all networks), `printer`, `tax`, `bank`,
    `clock`.

    Safe across threads. The clock lever puts the machine's time ahead by minutes, to the coming night, or to a time of
    the hall's (`2026-12-31 22:49:50`): for all that there is in this world so much time has passed then. Put back, it
    changes the date and nothing else: what has passed stays passed.
    """

    def __init__(self, machine: Runtime) -> None:
        self.network = NetworkFaults()
        self._machine = machine
        self._true = machine.now
        self._lock = Lock()
        self._tax = TaxFault.NONE
        self._bank = BankFault.NONE
        self._printer = PrinterTrouble.NONE
        self._clock = "0"
        self._ahead = self._passed = timedelta(0)

    @property
    def runtime(self) -> Runtime:
        """The machine, with this world's time."""
        return _InThisWorld(self._machine, self.clock, self.uptime)

    def clock(self) -> datetime:
        """The hall's time, as far ahead as the lever says."""
        with self._lock:
            return self._true() + self._ahead

    def true(self) -> datetime:
        """The machine's own time."""
        return self._true()

    def uptime(self) -> float:
        """Seconds, which go on when the lever is put back as well."""
        with self._lock:
            return self._machine.uptime() + self._passed.total_seconds()

    def tax_fault(self) -> TaxFault:
        with self._lock:
            return self._tax

    def bank_fault(self) -> BankFault:
        with self._lock:
            return self._bank

    def printer_trouble(self) -> PrinterTrouble:
        with self._lock:
            return self._printer

    def position(self, lever: str) -> str:
        """Where a lever stands. Raises KeyError for a lever that does not exist."""
        with self._lock:
            here = {"printer": str(self._printer), "tax": str(self._tax), "bank": str(self._bank), "clock": self._clock}
            return {"network": str(self.network.current), "refund": str(self.network.fate), **here}[lever]

    def pull(self, lever: str, position: str) -> None:
        """Move a lever. Raises ValueError for a position that it does not have."""
        match lever:
            case "network":
                self.network.switch(Fault(position))
            case "refund":
                self.network.decide(RefundFate(position))
            case "printer":
                with self._lock:
                    self._printer = PrinterTrouble(position)
            case "tax":
                with self._lock:
                    self._tax = TaxFault(position)
            case "bank":
                with self._lock:
                    self._bank = BankFault(position)
            case "clock":
                ahead = _ahead(position, self._true())
                with self._lock:
                    self._passed += max(timedelta(0), ahead - self._ahead)
                    self._ahead, self._clock = ahead, position
            case _:
                raise KeyError(lever)


def _ahead(position: str, now: datetime) -> timedelta:
    """How far the clock lever puts the time ahead. Raises ValueError for a position that it does not have."""
    if position == NIGHT:
        return datetime.combine(now, BY_NIGHT, now.tzinfo) - now
    if position.lstrip("-").isdecimal():
        return timedelta(minutes=int(position))
    return datetime.fromisoformat(position).replace(tzinfo=now.tzinfo) - now


@dataclass(frozen=True, slots=True)
class _InThisWorld:
    """Implements `Runtime`: `machine`, but for the time."""

    machine: Runtime
    now: Clock
    uptime: Uptime

    def below(self, n: int) -> int:
        return self.machine.below(n)

    def token(self, size: int) -> bytes:
        return self.machine.token(size)

    def sleep(self) -> Sleep:
        return self.machine.sleep()

    def start(self, name: str, work: Callable[[], None], niceness: int = 0) -> Thread:
        return self.machine.start(name, work, niceness)
