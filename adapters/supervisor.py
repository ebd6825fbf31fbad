"""Who watches over the process: systemd, by sd_notify(3). Without one nothing is said."""

import os
from collections.abc import Mapping


class Supervisor:
    """Speaks to the socket that `environ` names. A supervisor that has gone is no reason to stop."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        name = environ.get("NOTIFY_SOCKET", "")
        self._address = "\0" + name[1:] if name.startswith("@") else name
        ours = environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        micros = environ.get("WATCHDOG_USEC", "")
        self.beat_ms = int(micros) // 3000 if ours and micros.isdecimal() and self._address else 0
        """How often a sign of life is expected, in milliseconds: three times within its patience; 0 if none is."""

    @property
    def there(self) -> bool:
        """Whether anybody watches, who begins the program anew when it has ended."""
        return bool(self._address)

    def ready(self) -> None:
        """In service for the first time."""
        self._tell("READY=1")

    def alive(self) -> None:
        """A sign of life."""
        self._tell("WATCHDOG=1")

    def status(self, sentence: str) -> None:
        """How it is, in one line. A start that is tried again asks for patience."""
        self._tell(f"STATUS={' '.join(sentence.split())}\nEXTEND_TIMEOUT_USEC=120000000")

    def stopping(self) -> None:
        """The end has begun."""
        self._tell("STOPPING=1")

    def _tell(self, words: str) -> None:
        if not self._address:
            return
        import socket

        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
            line.setblocking(False)
            try:
                line.sendto(words.encode(), self._address)
            except OSError:
                return
