"""Codes by SMS where no SMS service is connected."""

from datetime import timedelta

from domain.ports import Unreachable


class NoSms:
    """Implements `SmsCodes`: nobody answers, and the visitor is sent to the counter."""

    def send(self, phone: str) -> timedelta:
        """Raises Unreachable."""
        raise Unreachable("no SMS service")

    def proves(self, phone: str, code: str) -> bool:
        """Raises Unreachable."""
        raise Unreachable("no SMS service")

    def spend(self, phone: str) -> None:
        """Raises Unreachable."""
        raise Unreachable("no SMS service")
