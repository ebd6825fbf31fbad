"""Who guesses codes is not listened to for a while: no code can be guessed, and nobody needs to try."""

from threading import Lock

from domain.runtime import Uptime

MOST, FOR_S = 10, 60.0
"""Wrong codes from one address in so many seconds; then nothing is answered it until they have passed."""
PEERS = 256
"""Addresses that are remembered; beyond that the one that tried longest ago is forgotten."""


class WrongTries:
    """By address. Safe from any thread."""

    def __init__(self, uptime: Uptime) -> None:
        self._uptime = uptime
        self._lock = Lock()
        self._tries: dict[str, tuple[float, ...]] = {}

    def too_many(self, peer: str) -> bool:
        """Whether an address has tried so often that its code is not even looked at."""
        with self._lock:
            return len(self._recent(peer)) >= MOST

    def add(self, peer: str) -> None:
        """An address has come with a wrong code."""
        with self._lock:
            recent = self._recent(peer)
            self._tries.pop(peer, None)
            while len(self._tries) >= PEERS:
                del self._tries[next(iter(self._tries))]
            self._tries[peer] = (*recent, self._uptime())[-MOST:]

    def _recent(self, peer: str) -> tuple[float, ...]:
        since = self._uptime() - FOR_S
        return tuple(at for at in self._tries.get(peer, ()) if at > since)
