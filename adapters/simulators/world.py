"""The demonstration's world: the payment network, the tax system and the clock, each with a lever."""

from datetime import datetime, timedelta, tzinfo
from threading import Lock

from adapters.simulators.faults import Fault, NetworkFaults
from adapters.simulators.tax import TaxFault


class DemoWorld:
    """Implements `domain.payer.World`: levers `network`, `tax` and `clock` (minutes ahead). Safe across threads."""

    def __init__(self, zone: tzinfo) -> None:
        self.network = NetworkFaults()
        self._zone = zone
        self._lock = Lock()
        self._tax = TaxFault.NONE
        self._ahead = timedelta(0)

    def clock(self) -> datetime:
        """The hall's time, as far ahead as the lever says."""
        with self._lock:
            return datetime.now(self._zone) + self._ahead

    def tax_fault(self) -> TaxFault:
        with self._lock:
            return self._tax

    def position(self, lever: str) -> str:
        """Where a lever stands. Raises KeyError for a lever that does not exist."""
        with self._lock:
            ahead = str(int(self._ahead.total_seconds() // 60))
            return {"network": str(self.network.current), "tax": str(self._tax), "clock": ahead}[lever]

    def pull(self, lever: str, position: str) -> None:
        """Move a lever. Raises ValueError for a position that it does not have."""
        match lever:
            case "network":
                self.network.switch(Fault(position))
            case "tax":
                with self._lock:
                    self._tax = TaxFault(position)
            case "clock":
                with self._lock:
                    self._ahead = timedelta(minutes=int(position))
            case _:
                raise KeyError(lever)
