"""What main has put together for the screens, by what it is for: a view model is given what it needs of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from domain.desk.day_end import DaySetter
from domain.flows.beginnings import Beginnings
from domain.flows.visit import Visit
from domain.forms.desks import FrontDesk
from domain.handover import Handover
from domain.payment.cashier import Cashier
from domain.printing.press import Press
from domain.printing.printer import PrinterNews
from domain.printing.slip import SlipPress
from domain.readers.reader import Readers, no_readers
from domain.speech.voice import Aloud
from domain.terminal.calls import Bell
from domain.terminal.exporting import Exporting, NothingToExport
from domain.terminal.patience import Patience
from domain.terminal.power import Power
from domain.terminal.stuck import Shelf
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
"""How a screen ends: its outcome, and what the visitor has given by then."""


@dataclass(frozen=True, slots=True)
class Till:
    """Where money is taken. An open order is asked about after `poll_ms`, later more rarely, as its network wants it.

    Whoever waits to leave a code is told after `patience_ms` what is known by then.
    """

    cashier: Cashier
    poll_ms: int = 2000
    patience_ms: int = 10_000


@dataclass(frozen=True, slots=True)
class PrintShop:
    """Where certificates become paper. `news` is how the printers are; `open_pdf` opens a paper to be looked at.

    `handover` is how a paper gets to a phone; None where the hall has no address for that. `slips` prints 凭条,
    `days` sets 日结单.
    """

    press: Press
    slips: SlipPress
    news: PrinterNews
    open_pdf: Callable[[bytes], Pages]
    days: DaySetter
    handover: Handover | None = None


@dataclass(frozen=True, slots=True)
class Premises:
    """The hall: `city` is where it stands; `demo`: nothing here is real.

    `links` are the texts of the codes on entrances, by the names that channels have for them; `channels` are those that
    this hall offers; `logins` says that one can log in here, which needs an SMS service. `bell` rings at the staff's
    desk, if one does. `high` says that the panel's upper part is beyond the reach of whoever sits. `patience` is how
    long the terminal waits for whoever stands there, `terminal` its number.
    """

    city: str
    demo: bool = False
    links: Mapping[str, str] = field(default_factory=dict)
    channels: frozenset[str] = frozenset()
    logins: bool = False
    bell: Bell | None = None
    high: bool = False
    patience: Patience = field(default_factory=Patience)
    terminal: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """All of it; only who makes view models (`viewmodels/making`) and the shell have it.

    `stuck` is where visits are counted; None where they are not. `exporting` copies logs to a stick, `power` ends the
    program.
    """

    desk: FrontDesk
    till: Till
    print_shop: PrintShop
    premises: Premises
    worker: Worker
    language: Language = field(default_factory=Language)
    readers: Readers = field(default_factory=no_readers)
    aloud: Aloud = field(default_factory=Aloud)
    stuck: Shelf | None = None
    exporting: Exporting = field(default_factory=NothingToExport)
    power: Power = field(default_factory=Power)

    @property
    def beginnings(self) -> Beginnings:
        """What staff have taken out of service."""
        return Beginnings(self.desk.door.suspensions, self.premises.channels)

    def closed(self, channel: str) -> bool:
        """Whether a channel takes no business now."""
        return self.desk.payments.closed(channel)
