"""What every view model is given: the domain's ports and values, put together by main."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from domain.accounts.banks import Banks
from domain.flows.visit import Visit
from domain.forms.asking import Desk
from domain.payment.cashier import Cashier
from domain.people.offices import Offices
from domain.policy import Policy
from domain.ports import TaxSystem
from domain.printing.press import Press
from domain.printing.printer import PrinterNews
from domain.runtime import Clock
from viewmodels.worker import Worker

Finish = Callable[[str, Visit], None]
"""How a step ends: its outcome, and what the visitor has given by then."""


@dataclass(frozen=True, slots=True)
class Parts:
    """`desk` tells the hall's local time; `city` is where it stands; an open order is asked about every `poll_ms`.

    `links` are the texts of the codes on entrances, by `steps.Link`; `channels` are those that this hall offers;
    `logins` says that one can log in here, which needs an SMS service.
    """

    desk: Desk
    cashier: Cashier
    press: Press
    printers: PrinterNews
    worker: Worker
    city: str
    demo: bool = False
    poll_ms: int = 2000
    links: Mapping[str, str] = field(default_factory=dict)
    channels: frozenset[str] = frozenset()
    logins: bool = False

    def closed(self, channel: str) -> bool:
        """Whether a channel takes no business now."""
        return self.policy.closure(channel, self.clock()) is not None

    @property
    def tax(self) -> TaxSystem:
        return self.desk.tax

    @property
    def policy(self) -> Policy:
        return self.desk.policy

    @property
    def offices(self) -> Offices:
        return self.desk.offices

    @property
    def banks(self) -> Banks:
        return self.desk.banks

    @property
    def clock(self) -> Clock:
        return self.desk.clock
