"""The networks are heard from for all terminals together: each as often as one terminal alone would want it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from domain.payment.network import PaymentNetwork
from domain.payment.order import Network

EVERY = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Greetings:
    """When each was heard from. Safe from any thread."""

    _last: dict[Network, datetime] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def hear(self, name: Network, network: PaymentNetwork, now: datetime) -> None:
        """Hear from it, unless somebody has just done so."""
        with self._lock:
            last = self._last.get(name)
            if last is not None and abs(now - last) < EVERY:
                return
            self._last[name] = now
        network.greet()
