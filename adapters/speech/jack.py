"""A jack that Linux watches: a switch of the input device that the sound card has (`linux/input.h`, EVIOCGSW)."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

SW_HEADPHONE_INSERT = 2
EVIOCGSW = 0x8001451B
"""_IOC(_IOC_READ, 'E', 0x1b, 1): one byte holds the switch."""


def switches(device: Path) -> int:
    """All switches of an input device, a bit each. Raises OSError where it cannot be asked."""
    line = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    try:
        return fcntl.ioctl(line, EVIOCGSW, b"\0")[0]
    finally:
        os.close(line)


class Jack:
    """An `Earphone`. One that does not answer holds none: nothing is said that only an earphone may hear."""

    detects = True

    def __init__(self, device: Path, ask: Callable[[Path], int] = switches) -> None:
        self._device, self._ask = device, ask

    @property
    def plugged(self) -> bool:
        try:
            return bool(self._ask(self._device) >> SW_HEADPHONE_INSERT & 1)
        except OSError:
            return False
