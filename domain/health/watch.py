"""The port of who looks at the devices."""

from typing import Protocol

from domain.health.checkup import Checkup
from domain.health.device import Device
from domain.health.last_tests import End


class Health(Protocol):
    """Safe from any thread."""

    def checkup(self) -> Checkup:
        """How the devices were when they were last looked at; what was not yet is not in it. Never waits."""
        ...

    def look_at(self, key: str) -> Device:
        """Look at one now, however long that takes; how it is. Raises KeyError for a device that there is not."""
        ...

    def tested(self, key: str, end: End, by: str) -> Device:
        """A test of it has ended, as `by`, the number of one of the staff, has seen it; look at it now, how it is.

        As long as `look_at`, and raises as that does.
        """
        ...

    def look_again(self) -> None:
        """Something may have changed: look soon. Never waits."""
        ...
