"""The world outside, as the terminal knows it: its ports, each with whoever stands behind it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.agreements.signing import BankVerification
from domain.handover import Handover
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from domain.ports import SmsCodes
from domain.printing.printer import Printer
from domain.readers.reader import Readers, no_readers
from domain.runtime import Clock, Uptime
from domain.speech.voice import Aloud
from domain.terminal.calls import Bell
from domain.terminal.core import Core
from domain.terminal.staff import StaffKeys


@dataclass(frozen=True, slots=True)
class Outside:
    """`links` are the texts of the codes on entrances, by the names that channels have for them.

    `handover` gets papers to phones; None where the hall has no address for that.

    `core` is what all terminals share. `staff` knows who is admitted behind their door. `logins` says that one can log
    in here. `bell` rings at their desk, if one does.

    `pretended` is what a pretended world can be moved by, and None where the world is real.
    """

    core: Core
    networks: Mapping[Network, PaymentNetwork]
    codes: SmsCodes
    bank: BankVerification
    printers: Mapping[str, Printer]
    clock: Clock
    uptime: Uptime
    links: Mapping[str, str]
    staff: StaffKeys
    handover: Handover | None = None
    logins: bool = False
    readers: Readers = field(default_factory=no_readers)
    pretended: object | None = None
    bell: Bell | None = None
    aloud: Aloud = field(default_factory=Aloud)

    def clear_away(self) -> None:
        """Nothing of a visitor stays at a reader or a printer, or waits for a phone."""
        self.readers.clear()
        self.withdraw()
        for printer in self.printers.values():
            printer.clear()

    def forget(self) -> None:
        """Nothing of a visitor is kept on the way to anybody."""
        self.withdraw()
        self.core.forget()

    def withdraw(self) -> None:
        """No paper waits for a phone."""
        if self.handover:
            self.handover.withdraw()
