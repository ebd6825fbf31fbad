"""A terminal to play with: embedded parts, an empty store of its own, the dock beside it (walkthroughs, tests)."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from domain.payment.network import Refund
from domain.payment.order import Order
from domain.printing.press import Paper
from domain.reconciliation.bill import sources
from domain.reconciliation.reconciler import Reconciler
from domain.refunds.paymaster import Paymaster
from kit.demo import Demo
from kit.play.by_keys import KeyedKiosk
from kit.play.probe import Kiosk
from kit.walks import stops
from ui.terminal import Beside, Terminal
from viewmodels.backend import Backend
from viewmodels.shell.access import SCALES
from viewmodels.steps.document import DocumentViewModel
from viewmodels.steps.form import FormViewModel
from viewmodels.words import to_phone
from viewmodels.words.language import CHINESE
from viewmodels.words.print_phases import Phase
from viewmodels.words.sentences import LOADING

A_WEEK = "10080"
"""In minutes: until then it is known of a quiet day that it has no bill."""
TERMINAL = "T0001"
"""What the demonstration's terminal is called."""
PLATFORM_NUMBER = "50000408942018111907145868882"
"""The merchant's platform gives its refunds numbers of its own."""
FIGURES = "5555"
"""What captchas show where chance is played with (`kit.play.ground`)."""


class Playground:
    """A terminal with the hand that touches it. `papers` are those that were printed."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.papers: list[Paper] = []
        self._spoken = terminal.language.tag
        self._size: str | None = None
        self.kiosk: Kiosk = Kiosk(terminal.window.root, terminal.window.terminal)
        self._helped: Mapping[str, Callable[[], None]] = {
            stops.PHONE: self._pay,
            stops.SMS: self._prove,
            stops.CAPTCHA: self._read,
            stops.PRINT: self._print,
            stops.DOWNLOAD: self._download,
            stops.SWEEP: self._sweep,
            stops.BILLS: self._keep_books,
            stops.PLATFORM: self._send_back,
            stops.WEEK: lambda: self.demo.world.pull("clock", A_WEEK),
            stops.COPY: self._copy,
            stops.ORDER: lambda: self.kiosk.type(self.orders()[-1].number[-8:]),
        }

    @property
    def backend(self) -> Backend:
        """What stands behind the screens; waits until it is open."""
        return self.kiosk.wait(lambda: self.terminal.backend, "the backend")

    @property
    def demo(self) -> Demo:
        demo = self.backend.pretended
        assert isinstance(demo, Demo)
        return demo

    def rests(self) -> None:
        """Wait until the terminal has nothing left to do before the first visitor."""
        window = self.terminal.window
        self.kiosk.until(lambda: window.rehearsal is not None and window.rehearsal.over, "rest")

    def person(self, name: str) -> str:
        """The dock's control for a demonstration person. Raises StopIteration if there is no such person."""
        return next(f"dock.person.{i}" for i, person in enumerate(self.demo.people) if person.name == name)

    def meets(self, stop: stops.Stop) -> None:
        """Wait for a screen of a walk, and have it speak and write as is wanted: who leaves takes that choice along."""
        self.kiosk.shows(stop.screen)
        self.terminal.language.choose(self._spoken)
        if self._size is not None:
            self.terminal.shell.access.chooseSize(self._size)

    def reaches(self, stop: stops.Stop) -> None:
        """The same, and wait for what it has to say."""
        self.meets(stop)
        self.hears(stop)

    def hears(self, stop: stops.Stop) -> None:
        """Wait until all is loaded, and for what a screen has to say, which walks know in Chinese."""
        language = self.terminal.language
        self.kiosk.until(lambda: not self.kiosk.says(language.say(LOADING)), "what is being loaded")
        if language.tag == CHINESE:
            self.kiosk.until(lambda: self.kiosk.says(stop.says), f"“{stop.says}”")

    def speak(self, language: str) -> None:
        """Have the screens say their words in another language from now on, whoever comes and goes."""
        self._spoken = language
        self.terminal.language.choose(language)

    def enlarge(self, scale: float) -> None:
        """Have the screens write so much larger from now on, whoever comes and goes."""
        self._size = next(size for size, factor in SCALES.items() if factor == scale)
        self.terminal.shell.access.chooseSize(self._size)

    def by_keys(self) -> None:
        """From now on the terminal is used by its six keys; what stands beside it is touched."""
        self.kiosk = KeyedKiosk(self.terminal.window)

    def touch(self, touch: str) -> None:
        """One touch of a walk (`kit.walks`), once what was asked before has been answered."""
        loading = self.terminal.language.say(LOADING)
        self.kiosk.until(lambda: not self.kiosk.says(loading), "what is being loaded")
        form = self.terminal.shell.navigation.step
        if isinstance(form, FormViewModel):  # Who touches before it is filled in is told what is missing.
            self.kiosk.until(lambda: not form.filling.preparing.waiting, "what a form is filled in with")
        word, colon, what = touch.partition(":")
        match f"{word}{colon}":
            case stops.PERSON:
                self.kiosk.touch(self.person(what))
            case stops.CARD:
                self._lay(self.person(what).replace("person", "card"))
            case stops.ROW:
                self.kiosk.touch(self.kiosk.first(f"{what}.row."))
            case stops.TYPE:
                self.kiosk.type(what)
            case stops.WRITE:
                self.kiosk.write(what)
            case stops.HOLD:
                name, _, screen = what.partition(":")
                self.kiosk.hold(name, until=screen)
            case _:
                self._helped.get(touch, lambda: self.kiosk.touch(touch))()

    def _lay(self, card: str) -> None:
        """Down, until it was read, and away."""
        form = self.terminal.shell.navigation.step
        assert isinstance(form, FormViewModel)
        self.kiosk.touch(card)
        self.kiosk.until(lambda: form.read.outcome == "read", "a card that was read")
        self.kiosk.touch(card)

    def _pay(self) -> None:
        self.kiosk.bring("qr")
        for control in ("dock.scan", "dock.source.card", "dock.confirm"):
            self.kiosk.touch(control)

    def _prove(self) -> None:
        """By the message that comes."""
        sms = self.demo.sms
        before = sms.last
        self.kiosk.touch("send.code")
        self.kiosk.until(lambda: sms.last != before, "a message")
        self.kiosk.type(sms.last)

    def _read(self) -> None:
        """What the captcha shows."""
        self.kiosk.bring("captcha")
        picture = self.kiosk.find_shown("captcha")
        self.kiosk.until(lambda: bool(picture.property("source").toString()), "a captcha")
        self.kiosk.touch("field.captcha")
        self.kiosk.type(FIGURES)

    def _print(self) -> None:
        """Until the printer says that it is done."""
        step = self.terminal.shell.navigation.step
        assert isinstance(step, DocumentViewModel)
        self.kiosk.touch("next")
        self.kiosk.until(lambda: step.state.phase is Phase.PRINTED, "a printed paper")
        self.kiosk.find_shown("text.outcome")
        assert step.state.run is not None
        self.papers.append(step.state.run.paper)

    def _copy(self) -> None:
        """Off the paper in one's hand."""
        certificate = self.papers[-1].certificate
        for field, text in (("paper", certificate.number), ("check_code", certificate.spaced_code)):
            self.kiosk.touch(f"field.{field}")
            self.kiosk.write(text)

    def _download(self) -> None:
        """By the phone, until the terminal says that it is there."""
        step = self.terminal.shell.navigation.step
        assert isinstance(step, DocumentViewModel)
        self.kiosk.bring("qr")
        for control in ("dock.scan", "dock.done", "dock.done"):
            self.kiosk.touch(control)
        self.kiosk.until(lambda: step.phone.state.phase is to_phone.Phase.TAKEN, "a paper on the phone")
        step.phone.look()

    def _sweep(self) -> None:
        """As the janitor does every few seconds: nobody has to wait for it."""
        cashier = self.backend.parts.till.cashier
        for order in cashier.unsettled():
            cashier.tend(order)
        if self.demo.minding:  # Refunds are paid out where they are kept.
            self.demo.minding.pay_out()
            return
        paymaster = Paymaster(self.backend.parts.desk.claims.refunds.book, cashier.book, cashier.repayer)
        for application in paymaster.due():
            paymaster.tend(application)

    def _keep_books(self) -> None:
        """As the bookkeeper does every minute, once the bills can be there."""
        parts = self.backend.parts
        cashier, ledger = parts.till.cashier, parts.desk.door.ledger
        giving = sources(cashier.networks)
        reconciler = Reconciler(
            *(ledger.books, ledger.reports, ledger.cases, giving, cashier.claimed, cashier.clock, TERMINAL)
        )
        for network in giving:
            for day in reconciler.due(network):
                reconciler.reconcile(network, day)

    def _send_back(self) -> None:
        """By people of the merchant's, whom the terminal does not see."""
        cashier, order = self.backend.parts.till.cashier, self.orders()[-1]
        cashier.networks[order.network].refund(order, Refund(PLATFORM_NUMBER, order.fen, cashier.clock(), "退款"))

    def orders(self) -> tuple[Order, ...]:
        """Every order stored, oldest first."""
        return self.backend.parts.till.cashier.book.all()


@contextmanager
def playing(terminal: Terminal, docked: bool = True) -> Iterator[Playground]:
    """A playground around a terminal that has just been made, its screens ready; closed at the end."""
    ground = Playground(terminal)
    try:
        if docked:
            ground.kiosk.find_shown("dock.scan")
        ground.kiosk.until(lambda: not terminal.shell.closed, "the screens")
        yield ground
    finally:
        terminal.close()


MakePlayground = Callable[[tuple[int, int]], AbstractContextManager[Playground]]
"""Opens one of a size."""


class PlaygroundMaker(Protocol):
    """Opens one of a size, or as large as the screen; with the dock beside it, or what `beside` puts there.

    On a `bureau` it stands on one that is started for it, in place of the embedded part.
    """

    def __call__(
        self, size: tuple[int, int] | None, *, beside: Beside | None = None, bureau: bool = False
    ) -> AbstractContextManager[Playground]: ...
