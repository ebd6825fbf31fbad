"""Orders that networks have told of, until somebody has asked about them."""

from collections.abc import Collection
from threading import Lock

from domain.payment.order import Network
from domain.runtime import Uptime

AGAIN_S = 5.0
"""Who tells of one order again within this many seconds causes nothing: a screen asks more often."""
MOST = 1000
"""So many orders at a time: a hall has none of that number."""


class Heard:
    """Safe from any thread."""

    def __init__(self, uptime: Uptime) -> None:
        self._uptime = uptime
        self._lock = Lock()
        self._told: dict[str, float] = {}
        self._waiting: dict[str, Network] = {}

    def add(self, network: Network, number: str) -> bool:
        """It is to be asked about; False where that causes nothing new."""
        with self._lock:
            now = self._uptime()
            self._told = {known: at for known, at in self._told.items() if now - at < AGAIN_S}
            if number in self._told or len(self._told | self._waiting) >= MOST:
                return False
            self._told[number] = now
            self._waiting[number] = network
            return True

    def waiting(self, networks: Collection[Network | None]) -> dict[str, Network]:
        """What is to be asked of these networks."""
        with self._lock:
            return {number: network for number, network in self._waiting.items() if network in networks}

    def done(self, number: str) -> None:
        """Somebody is about to ask: what is told from now on is for the next question."""
        with self._lock:
            self._waiting.pop(number, None)
