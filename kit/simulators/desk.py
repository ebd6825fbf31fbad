"""The bell at the staff's desk: it rings on the dock, where somebody says that they are coming."""


class DeskBell:
    """`rung`: how many of the staff hear it now; 0 while it is still."""

    def __init__(self) -> None:
        self.rung = 0
        self._answered = False

    def there(self) -> bool:
        """As domain.terminal.calls.Bell: somebody is always at the dock."""
        return True

    def ring(self, rung: int, screen: str) -> None:
        """As domain.terminal.calls.Bell."""
        self.rung, self._answered = rung, False

    def answered(self) -> bool:
        """As domain.terminal.calls.Bell."""
        return self._answered

    def still(self) -> None:
        """As domain.terminal.calls.Bell."""
        self.rung, self._answered = 0, False

    def answer(self) -> None:
        """Somebody says that they are coming."""
        self._answered = self.rung > 0
        self.rung = 0
