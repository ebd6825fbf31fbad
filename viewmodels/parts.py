"""What every view model is given: the domain's ports and values, put together by main."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from domain.accounts.banks import Banks
from domain.flows.visit import Visit
from domain.forms.asking import FrontDesk
from domain.payment.cashier import Cashier
from domain.people.offices import Offices
from domain.policy import Policy
from domain.ports import TaxSystem
from domain.printing.press import Press
from domain.printing.printer import PrinterNews
from domain.runtime import Clock
from viewmodels.words.language import Language
from viewmodels.worker import Worker

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


class Pages(Protocol):
    """The pages of a paper, counted from 0, as pictures: the very document that is printed."""

    @property
    def count(self) -> int:
        """How many there are."""
        ...

    def tallness(self, page: int) -> float:
        """Height of a page over its width."""
        ...

    def draw(self, page: int, width: int, top: int, height: int) -> "QImage":
        """A strip of a page on white: the page is `width` pixels wide, the strip begins at `top`."""
        ...


Finish = Callable[[str, Visit], None]
"""How a step ends: its outcome, and what the visitor has given by then."""


@dataclass(frozen=True, slots=True)
class Parts:
    """`desk` tells the hall's local time; `city` is where it stands; an open order is asked about every `poll_ms`.

    `links` are the texts of the codes on entrances, by the names that channels have for them; `channels` are those that
    this hall offers; `logins` says that one can log in here, which needs an SMS service;
    `open_pdf` opens a paper to be looked at.
    """

    desk: FrontDesk
    cashier: Cashier
    press: Press
    printers: PrinterNews
    worker: Worker
    open_pdf: Callable[[bytes], Pages]
    city: str
    demo: bool = False
    poll_ms: int = 2000
    links: Mapping[str, str] = field(default_factory=dict)
    channels: frozenset[str] = frozenset()
    logins: bool = False
    language: Language = field(default_factory=Language)

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
