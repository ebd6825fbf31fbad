"""What networks tell by themselves (通知): a reason to ask, and nothing more. What is true only an answer says."""

from collections.abc import Mapping
from typing import Protocol, runtime_checkable


class NotBelieved(Exception):
    """Not from the network, or not to us. The message says why in a few words for the log, none of them theirs."""


@runtime_checkable
class Notifies(Protocol):
    """What a network can do besides that tells of payments by itself."""

    @property
    def acknowledgement(self) -> bytes:
        """What it wants to hear, with a 200, so that it does not tell the same again."""
        ...

    def notified(self, headers: Mapping[str, str], body: bytes) -> str:
        """The number of the order that it tells of, which may be nobody's here. Raises NotBelieved.

        `headers` have lower-case names. Whatever else is told is not looked at.
        """
        ...
