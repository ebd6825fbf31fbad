"""Codes by SMS where no SMS service is connected."""

from domain.ports import Unreachable


class NoSms:
    """Implements `SmsCodes`: nobody answers, and the visitor is sent to the counter."""

    def send(self, phone: str) -> None:
        """Raises Unreachable."""
        raise Unreachable("no SMS service")

    def prove(self, phone: str, code: str) -> bool:
        """Raises Unreachable."""
        raise Unreachable("no SMS service")
